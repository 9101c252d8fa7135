"""The one module that opens record files: JSON in, JSON out, written aside and renamed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def read_records(path: Path, kind: type[T]) -> T:
    """Read one JSON file as `kind` (a record, or e.g. `list[Finding]`)."""
    return msgspec.json.decode(path.read_bytes(), type=kind)


def write_records(path: Path, records: object, *, indented: bool = True) -> None:
    """Write a record or a list of records as JSON, atomically and with sorted keys; on one line if not `indented`."""
    lines = msgspec.json.encode(records, order="sorted")
    write_file(path, (msgspec.json.format(lines, indent=1) if indented else lines) + b"\n")


def write_file(path: Path, content: bytes) -> None:
    """Write `content` so that readers see the old file or the new one, never a part."""
    with written_aside(path) as aside:
        aside.write_bytes(content)


def write_files(folder: Path, files: Mapping[str, bytes], *, owned: Iterable[str]) -> None:
    """Write the files by their paths in the folder. Of what is `owned`, what is not among them goes.

    `owned`: names of files and of folders, which are there afterwards even if nothing is in them. A name with an
    ending is that of a file.
    """
    for path in (folder / name for name in owned):
        if path.suffix:
            _remove_others(folder, [path], files)
        else:
            path.mkdir(parents=True, exist_ok=True)
            _remove_others(folder, path.rglob("*"), files)
    for name, content in files.items():
        write_file(folder / name, content)


def _remove_others(folder: Path, paths: Iterable[Path], files: Mapping[str, bytes]) -> None:
    for path in sorted(paths, reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A hidden path beside `path` to write to; it becomes `path` when all went well, and is gone otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield aside
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
