"""Which PDF of an export belongs to which submission: by its name, as submission systems form it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from proceedings.importers.imported import Doubt

NO_PDF = "no PDF in the export, so the paper will have a placeholder page"
TWO_PDFS = "several PDFs could be the paper; the first was taken"
_NUMBERED = re.compile(r"(?:.*[_-])?(?:paper|submission|sub)[_-]?0*(\d+)", re.IGNORECASE)


def pdfs_by_id(folder: Path, ids: Iterable[str], doubts: list[Doubt]) -> dict[str, Path]:
    """The PDFs below `folder` named `<id>.pdf`, else `*_paper_<id>.pdf` and the like where that is no other's id."""
    ids = list(ids)
    taken = {paper_id.casefold() for paper_id in ids}
    paths = sorted(each for each in folder.rglob("*") if each.suffix.lower() == ".pdf" and _is_visible(each))
    named = _grouped((path.stem.casefold(), path) for path in paths)
    numbered = _grouped(
        (number, path) for path in paths if path.stem.casefold() not in taken and (number := _number(path.stem))
    )
    found: dict[str, Path] = {}
    for paper_id in ids:
        candidates = [*named.get(paper_id.casefold(), []), *numbered.get(paper_id.casefold(), [])]
        if not candidates:
            doubts.append(Doubt(fact=NO_PDF, where=f"paper {paper_id}"))
            continue
        if len(candidates) > 1:
            names = " and ".join(each.relative_to(folder).as_posix() for each in candidates)
            doubts.append(Doubt(fact=TWO_PDFS, where=f"paper {paper_id} ({names})"))
        found[paper_id] = candidates[0]
    return found


def _is_visible(path: Path) -> bool:
    """Whether it is a file that somebody put there; beside `paper_7.pdf` macOS packs `__MACOSX/._paper_7.pdf`."""
    return path.is_file() and not path.name.startswith(".")


def _grouped(pairs: Iterable[tuple[str, Path]]) -> dict[str, list[Path]]:
    groups: dict[str, list[Path]] = {}
    for key, path in pairs:
        groups.setdefault(key, []).append(path)
    return groups


def _number(stem: str) -> str | None:
    """`7` of `DLS21_paper_7`; None for a file that is not named after a number."""
    match = _NUMBERED.fullmatch(stem)
    return match[1] if match else None
