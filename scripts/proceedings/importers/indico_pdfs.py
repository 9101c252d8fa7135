"""The PDFs of Indico's papers: by the folders of its two downloads, or by names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from proceedings.importers.imported import Doubt
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.submission_pdfs import FORMS, TWO_PDFS, pdfs_below, pdfs_by_id

_REVIEWED = re.compile(r"([0-9]+)_.+")
_EDITED = re.compile(r"Editable-([0-9]+)(?:-.*)?")


def pdfs(folder: Path, contributions: Mapping[str, JsonObject], doubts: list[Doubt]) -> dict[str, Path]:
    """The PDF of each contribution by its id; a doubt where there is none, or several."""
    inside: dict[str, list[Path]] = {}
    for path in pdfs_below(folder):
        inside.setdefault(_number(path.relative_to(folder)), []).append(path)
    found = {
        paper_id: _one(paper_id, inside[number], folder, doubts)
        for paper_id, entry in contributions.items()
        if (number := _friendly_id(entry)) in inside
    }
    stems = {paper_id: _stems(entry) for paper_id, entry in contributions.items()}
    return found | pdfs_by_id(folder, [each for each in contributions if each not in found], doubts, stems)


def _friendly_id(entry: JsonObject) -> str:
    """The number by which people know the contribution; "-", which no folder is called by, where there is none."""
    return entry.text("friendly_id") or (entry.text("id") if entry.text("db_id") else "") or "-"


def _number(path: Path) -> str:
    """The contribution whose folder it is in: `7_Title/31_x.pdf`, `Title-9/paper/Editable-7-TUPA01/PDF/x.pdf`."""
    *folders, name = path.parts
    if len(folders) > 2 and folders[-3] == "paper" and (edited := _EDITED.fullmatch(folders[-2])):
        return "" if FORMS.search(folders[-1]) else edited[1]
    reviewed = _REVIEWED.fullmatch(folders[-1]) if folders else None
    return reviewed[1] if reviewed and _REVIEWED.fullmatch(name) else ""


def _one(paper_id: str, paths: list[Path], folder: Path, doubts: list[Doubt]) -> Path:
    """The only one, or the first; one that is kept as PDF goes before those among the sources."""
    candidates = [path for path in paths if "pdf" in path.parent.name.casefold()] or paths
    if len(candidates) > 1:
        there = " and ".join(each.relative_to(folder).as_posix() for each in candidates)
        doubts.append(Doubt(fact=TWO_PDFS, where=f"paper {paper_id} ({there})"))
    return candidates[0]


def _stems(contribution: JsonObject) -> list[str]:
    """Other names of a paper's PDF: programme code, Indico's other ids, and the file of the latest revision."""
    holders = [contribution, *contribution.parts("editables")]
    if isinstance(contribution.entry.get("paper"), dict):
        holders.append(contribution.part("paper"))
    files = [file for each in holders for file in each.part("latest_revision").parts("files")]
    named = [Path(file.text("filename")).stem for file in files if file.text("filename").lower().endswith(".pdf")]
    return [each for each in (contribution.text("code"), contribution.text("friendly_id"), *named) if each]
