"""PMLR's supplements: `KEY-supp.pdf`, `KEY-supp.zip` and the like beside the papers, or in a folder of the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from proceedings.identifiers import file_stem

ENDINGS = (".pdf", ".zip", ".tar.gz", ".tgz")


def supplement_files(folder: Path) -> dict[str, Path]:
    """Every supplement below the folder by its name; of several with one name the first."""
    found = sorted(path for path in folder.rglob("*-supp.*") if path.is_file())
    return {path.name: path for path in reversed(found)}


def supplements(there: Mapping[str, Path], stems: Sequence[str], paper_id: str) -> dict[str, Path]:
    """The supplements of a paper whose PDF may be called by `stems`, by the names that they get in `papers/`."""
    stem = file_stem(paper_id)
    names = [
        (ending, name) for ending in ENDINGS for each in reversed(stems) if (name := f"{each}-supp{ending}") in there
    ]
    return {f"{stem}-supplement{ending}": there[name] for ending, name in names}
