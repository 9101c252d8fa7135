"""`papers.csv`: one row a paper, in volume order."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.csv_text import csv_text
from proceedings.names import display_name
from proceedings.records.edition import Edition
from proceedings.records.paper import PENDING, Paper
from proceedings.records.placement import Pagination, StampedPaper

COLUMNS = ("id", "session", "title", "authors", "first_page", "last_page", "pages", "doi", "sha256")


def papers_table(edition: Edition, pagination: Pagination, stamped: Mapping[str, StampedPaper]) -> str:
    """The table as CSV. `stamped`: the papers that are handed over; the hash of others is empty."""
    papers = {paper.id: paper for paper in edition.papers}
    rows: list[tuple[object, ...]] = []
    for placement in pagination.placements:
        paper = papers.get(placement.paper, Paper(id=placement.paper))
        sessions = edition.sessions
        rows.append(
            (
                paper.id,
                sessions[placement.session].title if placement.session < len(sessions) else "",
                " ".join(paper.title.split()),
                "; ".join(display_name(author) for author in paper.authors),
                placement.first_page,
                placement.last_page,
                placement.pages,
                "" if paper.doi in (None, PENDING) else paper.doi,
                stamped[paper.id].sha256 if paper.id in stamped else "",
            )
        )
    return csv_text(COLUMNS, rows)
