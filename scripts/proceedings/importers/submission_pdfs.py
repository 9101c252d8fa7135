"""Which PDF of an export belongs to which submission: by its name, as submission systems form it."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from proceedings.importers.imported import Doubt
from proceedings.wording import listed_briefly

NO_PDF = "no PDF in the export, so the paper will have a placeholder page"
TWO_PDFS = "several PDFs could be the paper; the first was taken"
_NUMBERED = re.compile(r"(?:(?:.*[_-])?(?:paper|submission|sub|(final))[_-]?)?0*([0-9]+)", re.IGNORECASE)


FORMS = re.compile(r"copyright|licen[cs]e|rights|permission|agreement|consent", re.IGNORECASE)
"""What folders of signed forms are called."""


def pdfs_by_id(
    folder: Path, ids: Iterable[str], doubts: list[Doubt], stems: Mapping[str, Iterable[str]] = {}
) -> dict[str, Path]:
    """The PDFs below `folder` named `<id>.pdf`, else `*_paper_<id>.pdf` and the like where that is no other's id.

    Zeros before a number do not count where it is one paper's alone.

    `*-final<id>.pdf` goes before `*-paper<id>.pdf`, the version for review. `stems` are other names of a paper's PDF.
    """
    ids = list(ids)
    paths = papers_below(folder)
    named = _grouped((path.stem.casefold(), path) for path in paths)
    names = {paper_id: [each.casefold() for each in (paper_id, *stems.get(paper_id, ()))] for paper_id in ids}
    taken = {name for each in names.values() for name in each}
    numbered = _grouped(
        (number, path) for path in paths if path.stem.casefold() not in taken and (number := _number(path.stem))
    )
    shared = collections.Counter(map(_without_zeros, ids))
    found: dict[str, Path] = {}
    for paper_id in ids:
        number = _without_zeros(paper_id)
        by_number = numbered.get(number if shared[number] == 1 else paper_id, [])
        finals = [path for path in by_number if _is_final(path.stem)]
        by_name = [path for name in dict.fromkeys(names[paper_id]) for path in named.get(name, [])]
        candidates = [*by_name, *(finals or by_number)]
        if not candidates:
            doubts.append(Doubt(fact=NO_PDF, where=f"paper {paper_id}"))
            continue
        if len(candidates) > 1:
            paths_there = listed_briefly([each.relative_to(folder).as_posix() for each in candidates])
            doubts.append(Doubt(fact=TWO_PDFS, where=f"paper {paper_id} ({paths_there})"))
        found[paper_id] = candidates[0]
    return found


def papers_below(folder: Path) -> list[Path]:
    """Every PDF that may be a paper, those outermost first; signed forms bear the names of their papers."""
    there = [path for path in pdfs_below(folder) if not any(map(FORMS.search, path.relative_to(folder).parts[:-1]))]
    return sorted(there, key=lambda path: len(path.parts))


def pdfs_below(folder: Path) -> list[Path]:
    """Every PDF in the folder and in those below it, by name."""
    return sorted(each for each in folder.rglob("*") if each.suffix.lower() == ".pdf" and _is_visible(each))


def _is_visible(path: Path) -> bool:
    """Whether it is a file that somebody put there; beside `paper_7.pdf` macOS packs `__MACOSX/._paper_7.pdf`."""
    return path.is_file() and not path.name.startswith(".")


def _grouped(pairs: Iterable[tuple[str, Path]]) -> dict[str, list[Path]]:
    groups: dict[str, list[Path]] = {}
    for key, path in pairs:
        groups.setdefault(key, []).append(path)
    return groups


def _number(stem: str) -> str | None:
    """`7` of `DLS21_paper_7` and of `007`; None for a file that is not named after a number."""
    match = _NUMBERED.fullmatch(stem)
    return match[2] if match else None


def _without_zeros(paper_id: str) -> str:
    return paper_id.lstrip("0") or paper_id


def _is_final(stem: str) -> bool:
    match = _NUMBERED.fullmatch(stem)
    return bool(match and match[1])
