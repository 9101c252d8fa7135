"""The running order: which session, keynote or break comes when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from proceedings.records.edition import Edition
from proceedings.records.programme import Session, Talk

_OF_THE_AFTERNOON = re.compile(r"[1-6][:.h]\d\d(?!.*(?<![a-z])[ap]\.?m\b)", re.IGNORECASE)
"""`2:00` may be an afternoon's, and says nothing of the order; `02:00` and `2:00 am` do."""

_CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d\d)(?:\s*[-–]\s*(\d{1,2})[:.h]\d\d)?\s*(?:([ap])\.?m\b)?",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(?<=[:.h]\d\d)\s*-\s*(?=\d)")


class Slot(NamedTuple):
    """An entry of the programme; `day` None where nobody says which."""

    day: datetime.date | None
    item: Session | Talk


def running_order(edition: Edition) -> list[Slot]:
    """Sessions and keynotes by day, and within a day by their times.

    A day of which a time tells no order keeps the order of the metadata, its keynotes first.
    """
    slots = sorted(_dated(edition), key=lambda slot: slot.day or datetime.date.min)
    return [slot for _, day in groupby(slots, key=lambda slot: slot.day) for slot in _by_time(list(day))]


def has_times(edition: Edition) -> bool:
    """Whether the metadata says of anything when it takes place."""
    return any(slot.item.time or slot.item.date for slot in _dated(edition))


def printed_time(time: str) -> str:
    """The time with en dashes from clock to clock."""
    return _HYPHEN.sub("–", time)


def start_of(time: str | None) -> int | None:
    """Minutes after midnight at which it begins; None where the text does not begin with a clock's.

    `am` and `pm` behind a span tell the half of the day in which it ends.
    """
    clock = _CLOCK.match((time or "").strip())
    if clock is None:
        return None
    hour, minute, half = int(clock[1]), int(clock[2]), (clock[4] or "").casefold()
    if not half:
        return hour * 60 + minute
    crosses_noon = clock[3] is not None and hour % 12 > int(clock[3]) % 12
    return (hour % 12 + 12 * ((half == "p") != crosses_noon)) * 60 + minute


def _dated(edition: Edition) -> list[Slot]:
    """Keynotes, then sessions, each with its day: its own, or that of the session before it.

    Where the first session has none it is on the event's first day, if the event has no other or later ones are told.
    """
    event, days = edition.volume.event, [session.date for session in edition.sessions]
    told = next(filter(None, days), None)
    opening = event.start if told or event.end in (None, event.start) else None
    first = next(iter(days), None) or opening or told
    slots = [Slot(talk.date or first, talk) for talk in edition.keynotes]
    day = first
    for session in edition.sessions:
        day = session.date or day
        slots.append(Slot(day, session))
    return slots


def _by_time(slots: Sequence[Slot]) -> list[Slot]:
    """One day's slots; what has no time stays behind what it follows."""
    starts: list[int] = []
    for slot in slots:
        if _OF_THE_AFTERNOON.match((slot.item.time or "").strip()):
            return list(slots)
        start = start_of(slot.item.time)
        starts.append(start if start is not None else (starts or [0])[-1])
    return [slots[place] for place in sorted(range(len(slots)), key=lambda place: starts[place])]
