"""The programme: sessions and talks."""

from __future__ import annotations

import datetime

from proceedings.records.record import Record


class Talk(Record):
    """A keynote or a talk without a paper; `photo` is a file relative to `metadata/`."""

    title: str = ""
    speaker: str | None = None
    affiliation: str | None = None
    date: datetime.date | None = None
    time: str | None = None
    room: str | None = None
    chair: str | None = None
    photo: str | None = None
    abstract: str | None = None
    biography: str | None = None


class Session(Record):
    """A session with its papers (ids) in order; one without papers and talks is a break.

    No date: it is on the day of the session before it. `times` are those of single papers, by id.
    """

    title: str = ""
    papers: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    date: datetime.date | None = None
    time: str | None = None
    times: dict[str, str] = {}
    room: str | None = None
    talks: tuple[Talk, ...] = ()
