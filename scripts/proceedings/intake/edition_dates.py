"""Which day it is for an edition, by proceedings.yml, SOURCE_DATE_EPOCH or its metadata; never by the clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from proceedings.intake.deadlines import ASKED
from proceedings.problem import Problem
from proceedings.records.edition import Edition
from proceedings.wording import listed


def dated(edition: Edition, source_date: datetime.date | None) -> Edition:
    """The edition with its today, `as_of`, and with the day that it prints, `printed_date`.

    Both are what proceedings.yml says, else `source_date`. Else today is the latest day of which something is on
    record: a deadline or an event may lie ahead. In print, that of the event serves too.
    """
    said = edition.volume.as_of or source_date
    recorded = list(_recorded(edition))
    today = said or max(recorded, default=None)
    printed = said or max([*recorded, *_planned(edition)], default=None)
    return msgspec.structs.replace(edition, as_of=today, printed_date=printed)


def today_problems(edition: Edition, source_date: datetime.date | None) -> Iterator[Problem]:
    """One note where nobody said which day it is, and something ends on a day that may be over or not."""
    if edition.volume.as_of or source_date:
        return
    ends = {
        "deadlines": [day for name, day in edition.volume.deadlines.items() if name in ASKED],
        "waivers with `until`": [each.until for each in edition.waivers if each.until is not None],
    }
    today = edition.as_of
    open_ends = [name for name, days in ends.items() if any(today is None or today <= day for day in days)]
    if not open_ends:
        return
    fact = f"`as_of` is not set, so {listed(open_ends)} are not watched."
    if today is not None:
        fact = f"`as_of` is not set, so {listed(open_ends)} are watched up to {today} only, the latest day on record."
    remedy = "Add `as_of` with the day that counts as today, and move it on while you collect."
    yield Problem(at=("as_of",), code="metadata-missing", message=fact, remedy=remedy, severity="info")


def _recorded(edition: Edition) -> Iterator[datetime.date]:
    """The days of what has happened: submission, acceptance and arrival of papers, signatures, approvals."""
    for paper in edition.papers:
        days = (paper.dates.submitted, paper.dates.accepted, paper.dates.camera_ready, paper.rights.signed)
        yield from (day for day in days if day is not None)
    yield from (each.date for each in edition.approvals or () if each.date is not None)


def _planned(edition: Edition) -> Iterator[datetime.date]:
    event = edition.volume.event
    yield from (day for day in (event.start, event.end, *edition.volume.deadlines.values()) if day is not None)
