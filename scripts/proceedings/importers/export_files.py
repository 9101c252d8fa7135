"""The files that an export names: taken only from its own folder, whatever the name says."""

from __future__ import annotations

import re
from pathlib import Path

from proceedings.sound_text import sound_text

_ODD = re.compile(r"[^\w .()+-]+")


def file_in(folder: Path, name: str) -> Path | None:
    """The file of this name in the folder or below it; None for any other, and for a name that no file can have."""
    try:
        path = folder / name
        is_inside = path.resolve().is_relative_to(folder.resolve())
        return path if name and is_inside and path.is_file() else None
    except (OSError, ValueError):  # longer than a name may be, or with U+0000 in it
        return None


def visible(folder: Path, pattern: str) -> list[Path]:
    """What matches in the folder, by name, but for what is hidden there, as macOS hides `._papers.json`."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def leads_outside(folder: Path, name: str | Path) -> bool:
    """Whether a name, or a link, leads out of the folder."""
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def copied_name(path: Path) -> str:
    """What a copy of the file is called: its own name, with hyphens for the signs that not every system takes."""
    return _ODD.sub("-", sound_text(path.name))


def place_beside(beside: dict[str, Path], folder: str, path: Path) -> str:
    """Note that a picture is copied into a folder of `metadata/`, over no other; its place there for the metadata."""
    name = copied_name(path)
    stem, number = Path(name).stem, 2
    while beside.get(f"metadata/{folder}/{name}", path) != path:
        name, number = f"{stem}-{number}{path.suffix}", number + 1
    beside[f"metadata/{folder}/{name}"] = path
    return f"{folder}/{name}"
