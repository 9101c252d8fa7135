"""ACM's table of contents as CSV, which has the DOIs that its XML and its table of authors have no place for."""

from __future__ import annotations

from pathlib import Path

import msgspec

from proceedings.identifiers import bare_doi
from proceedings.importers.imported import Doubt
from proceedings.importers.people import folded_name
from proceedings.importers.tables import Row, as_meant, read_table
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper

TOC = "toc.csv"
OTHER_TITLE = f"{TOC} has another title for the paper, so its DOI was not taken"


def with_dois(edition: Edition, path: Path, doubts: list[Doubt]) -> Edition:
    """The edition with the DOIs that the table has for papers of the same id and title; as it is without a table."""
    if not path.is_file():
        return edition
    rows = {row.get("ID", "").strip(): row for row in map(as_meant, read_table(path, doubts))}
    papers = tuple(_with_doi(paper, rows.get(paper.id, {}), doubts) for paper in edition.papers)
    changed: Edition = msgspec.structs.replace(edition, papers=papers)
    return changed


def _with_doi(paper: Paper, row: Row, doubts: list[Doubt]) -> Paper:
    doi = bare_doi(row.get("DOI", ""))
    if doi and folded_name(row.get("Title", "")) != folded_name(paper.title):
        doubts.append(Doubt(fact=OTHER_TITLE, where=f"paper {paper.id} ({doi})"))
        return paper
    return msgspec.structs.replace(paper, doi=doi) if doi else paper
