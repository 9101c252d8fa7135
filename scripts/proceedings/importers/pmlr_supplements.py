"""PMLR's supplements: `KEY-supp.pdf`, `KEY-supp.zip` and the like beside the papers, or in a folder of the paper."""

from __future__ import annotations

from pathlib import Path

from proceedings.identifiers import file_stem

ENDINGS = (".pdf", ".zip", ".tar.gz", ".tgz")


def supplements(folder: Path, key: str, paper_id: str) -> dict[str, Path]:
    """The supplements of a paper by the names that they get in `papers/`."""
    named = {ending: _found(folder, f"{key}-supp{ending}") for ending in ENDINGS}
    return {f"{file_stem(paper_id)}-supplement{ending}": path for ending, path in named.items() if path}


def _found(folder: Path, name: str) -> Path | None:
    """The first file of that name; a key that is no file's name has none."""
    if "/" in name or "\\" in name or "\0" in name:
        return None
    return next((path for path in sorted(folder.rglob("*-supp.*")) if path.name == name and path.is_file()), None)
