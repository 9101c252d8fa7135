"""Reads what a publisher that collects the papers itself has of them: its own table of titles, people and rights.

ACM's are the grid of e-rights and the table of contents of TAPS, a row a paper; that of IEEE's conference publishing
services has a row an author. Titles of columns are those of exports that are known, and others are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.adoption.listing import ListedPaper, Titles
from proceedings.identifiers import bare_doi
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import Row, is_yes, one_line, read_table, titles_there_are

COLLECTED: Mapping[str, Titles] = {
    "acm": {
        "id": ("id", "event_tracking_number", "event_tracking_number/theirnumber"),
        "title": ("title",),
        "people": ("author", "authors"),
        "email": ("email",),
        "doi": ("doi",),
        "rights": ("rights granted",),
    },
    "ieee": {
        "id": ("paper id",),
        "title": ("paper title",),
        "given": ("first name",),
        "family": ("last name",),
        "email": ("email",),
        "contact": ("corresponding author?",),
        "doi": ("doi",),
    },
}
"""Whose list it is, and what its columns are called, in small letters."""


class CollectedPaper(NamedTuple):
    """What the publisher has of one paper.

    `people` are names as they are written there, or one cell with all of them; where they are `parted`, each is one
    name, family name first. None: the list has no such column.
    """

    line: ListedPaper
    people: tuple[str, ...] | None
    emails: tuple[str, ...] | None
    rights: str | None
    parted: bool = False


def read_collected(source: Path, kind: str, doubts: list[Doubt]) -> list[CollectedPaper]:
    """The papers of a table in its order. SourceError when it cannot be read or has other columns."""
    if not source.is_file():
        raise SourceError(f"{source}: there is no such file; a path is relative to where you are")
    rows = read_table(source, doubts)
    there = {one_line(title).casefold(): title for title in rows[0]}
    columns = {
        field: next(there[name] for name in names if name in there)
        for field, names in COLLECTED[kind].items()
        if any(name in there for name in names)
    }
    if "title" not in columns:
        wanted = " or ".join(f'"{name}"' for name in COLLECTED[kind]["title"])
        raise SourceError(f"{source.name}: no column is called {wanted}; {titles_there_are(rows[0])}")
    groups: dict[str, list[tuple[str, Row]]] = {}
    for number, row in enumerate(rows, 2):
        cells = {field: one_line(row[column]) for field, column in columns.items()}
        if cells["title"] or cells.get("id"):
            groups.setdefault(_group(cells, number, columns), []).append((f"{source.name}, row {number}", cells))
    return [_paper(group, columns) for group in groups.values()]


def _group(cells: Row, number: int, columns: Mapping[str, str]) -> str:
    """Rows of one paper stand together where the list has a row an author; else every row is a paper."""
    return (cells.get("id") or cells["title"]) if "family" in columns else f"row {number}"


def _paper(rows: Sequence[tuple[str, Row]], columns: Mapping[str, str]) -> CollectedPaper:
    where, first = rows[0]
    contacts = [cells for _, cells in rows if "contact" not in columns or is_yes(cells["contact"])]
    emails = tuple(each for cells in contacts for each in re.split(r"[;,\s]+", cells.get("email", "")) if each)
    return CollectedPaper(
        line=ListedPaper(
            where, first.get("id", ""), first["title"], bare_doi(first["doi"]) if first.get("doi") else None
        ),
        people=_people([cells for _, cells in rows], columns),
        emails=emails if "email" in columns else None,
        rights=first.get("rights"),
        parted="family" in columns,
    )


def _people(rows: Sequence[Row], columns: Mapping[str, str]) -> tuple[str, ...] | None:
    if "family" in columns:
        return tuple(", ".join(filter(None, (cells["family"], cells.get("given")))) for cells in rows)
    return tuple(cells["people"] for cells in rows) if "people" in columns else None
