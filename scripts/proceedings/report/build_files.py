"""What a build has left on disk, read for the report: nothing but edition and findings has to be there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records

T = TypeVar("T")


def if_there(read: Callable[[Path], T], path: Path) -> T | None:
    """What `read` makes of the file; None, said on standard error, where it is absent or broken."""
    try:
        return read(path)
    except FileNotFoundError:
        print(f"The report goes without {path}, which is not there yet.", file=sys.stderr)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        print(f"The report goes without {path}: {error}", file=sys.stderr)
    return None


def record_if_there(path: Path, kind: type[T]) -> T | None:
    """One record file; None where it is absent or broken."""
    return if_there(lambda each: read_records(each, kind), path)


def read_facts(folder: Path) -> dict[str, PaperFacts]:
    """The facts of all batches by paper id."""
    batches = [record_if_there(path, list[PaperFacts]) for path in sorted(folder.glob("*.json"))]
    return {each.paper: each for batch in batches for each in batch or ()}


def existing(files: Iterable[Path], output: Path) -> tuple[str, ...]:
    """Those of the files that exist in the output folder, relative to it, each once."""
    inside = [each for each in files if each.exists() and each.is_relative_to(output)]
    return tuple(dict.fromkeys(each.relative_to(output).as_posix() for each in inside))
