"""The columns of the table: where each stands in the metadata, and how it is put into a cell."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from proceedings.names import inverted_name
from proceedings.problem import Place
from proceedings.records.paper import Paper
from proceedings.records.programme import Session

SESSION, ORDER, AUTHORS = "session", "order", "authors"

FIELDS: Mapping[str, Place] = {
    "title": ("title",),
    "type": ("type",),
    "track": ("track",),
    "status": ("status",),
    "rights_form": ("rights", "form"),
    "rights_signer": ("rights", "signer"),
    "rights_variant": ("rights", "variant"),
    "rights_signed": ("rights", "signed"),
    "doi": ("doi",),
    "licence": ("licence",),
    "notes": ("notes",),
}
"""Columns that are one value of a paper's file each, and where it stands there."""

MARK = "as_written"
"""The column that says what a row was when it was written, so that a later change of the files is not undone."""

COLUMNS = ("id", SESSION, ORDER, "title", AUTHORS, *(name for name in FIELDS if name != "title"), MARK)

BETWEEN_AUTHORS = "; "
SHEET = "papers"
"""The sheet of a workbook that holds the table."""


class Known(NamedTuple):
    """The papers of an edition by their ids, its sessions, and by paper the keys with something that was not read."""

    papers: Mapping[str, Paper]
    sessions: Sequence[Session]
    faulty: Mapping[str, Collection[str]] = {}


def rows_of(known: Known) -> Iterator[dict[str, str]]:
    """One row a paper in the order of the programme, then those that are in no session."""
    placed = [id for session in known.sessions for id in session.papers]
    rest = [id for id in known.papers if id not in placed]
    return (row_of(known, id) for id in dict.fromkeys([*placed, *rest]) if id in known.papers)


def row_of(known: Known, id: str) -> dict[str, str]:
    """The row of a paper as the metadata has it."""
    paper = known.papers[id]
    number = next((n for n, session in enumerate(known.sessions) if id in session.papers), None)
    row = dict.fromkeys(COLUMNS, "") | {"id": id, AUTHORS: BETWEEN_AUTHORS.join(map(inverted_name, paper.authors))}
    if number is not None:
        row |= {SESSION: session_name(known.sessions, number)}
        row |= {ORDER: str(known.sessions[number].papers.index(id) + 1)}
    row |= {name: value_at(paper, at) for name, at in FIELDS.items()}
    return row | {MARK: mark_of(row)}


def session_name(sessions: Sequence[Session], number: int) -> str:
    """How a session is called in the table: by its title, and by its number too where two have one title."""
    title = " ".join(sessions[number].title.split())
    twice = [each for each in sessions if " ".join(each.title.split()) == title]
    return title if len(twice) == 1 and title else f"{number + 1}. {title}".strip()


def session_names(known: Known) -> tuple[str, ...]:
    """How all sessions are called in the table, in their order."""
    return tuple(session_name(known.sessions, number) for number in range(len(known.sessions)))


def value_at(paper: Paper, at: Place) -> str:
    """A value of a paper as a cell has it; nothing for one that is not given."""
    value: object = paper
    for step in at:
        value = getattr(value, str(step))
    return "" if value is None else str(value)


def mark_of(row: Mapping[str, str]) -> str:
    """A digest of the cells of a row, by which it is known again."""
    return hashlib.sha256("\x1f".join(row[name] for name in COLUMNS if name != MARK).encode()).hexdigest()[:8]
