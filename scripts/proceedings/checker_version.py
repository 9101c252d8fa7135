"""Which version of the checker is at work: one digest of all code and data in scripts/, one of what takes facts."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

SCRIPTS = Path(__file__).parents[1]
INSPECTION = (
    "inspection/",
    "pdf/",
    "records/facts.py",
    "records/record.py",
    "records/repair.py",
    "boxes.py",
    "page_sizes.py",
    "__init__.py",
)
"""What the facts of a file depend on, below the library; an entry that ends in a slash is a folder."""


@functools.cache
def library_digest() -> str:
    """Sixteen hexadecimal digits that change with any file in scripts/; line ends of Windows do not count.

    The files are read once a process, which goes on with the code that it began with.
    """
    return _digest(SCRIPTS.rglob("*"), ())


def inspection_digest() -> str:
    """The same for what the facts of a file depend on: the code that takes them, its PDF engines, and Python."""
    from importlib.metadata import version  # only where facts are kept

    library = Path(__file__).parent
    files = [
        path for part in INSPECTION for path in (library.glob(f"{part}*") if part[-1] == "/" else [library / part])
    ]
    engines = (f"{engine} {version(engine)}" for engine in ("pikepdf", "pypdfium2", "msgspec"))
    return _digest(files, (*engines, sys.version))


def _digest(files: Iterable[Path], versions: Iterable[str]) -> str:
    digest = sha256("\n".join(versions).encode())
    for path in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(b"\0".join([path.relative_to(SCRIPTS).as_posix().encode(), content, b""]))
    return digest.hexdigest()[:16]
