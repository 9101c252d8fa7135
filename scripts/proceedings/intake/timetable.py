"""The days and hours of the programme: what no clock shows, and days on which the event is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.intake.programme import Programme
from proceedings.problem import Place, Problem
from proceedings.records.programme import Session, Talk
from proceedings.records.volume import Event

_HOUR = re.compile(r"(?<!\d)(\d{1,2})[:h](\d\d)(?!\d)", re.IGNORECASE)


def timetable_problems(programme: Programme, event: Event) -> Iterator[Problem]:
    """Hours that no clock shows, and days on which the event is not."""
    for at, text in _times(programme):
        for hour in _HOUR.finditer(text):
            if int(hour[1]) > 24 or int(hour[2]) > 59:
                fact = f'"{hour[0]}" is no time of day.'
                yield Problem(at=at, message=fact, remedy="Write it as 9:00-10:30.")
    yield from _strange_days(programme, event)


def _strange_days(programme: Programme, event: Event) -> Iterator[Problem]:
    first, last = event.start, event.end or event.start
    if first is None or last is None or last < first:
        return
    days = first.isoformat() if first == last else f"{first} to {last}"
    for at, item in _items(programme):
        if item.date is not None and not first <= item.date <= last:
            fact = f"{item.date} is not among the days of the event, {days}."
            remedy = "Correct the date, or `start` and `end` of the event in proceedings.yml."
            yield Problem(at=(*at, "date"), message=fact, remedy=remedy, severity="warning")


def _times(programme: Programme) -> Iterator[tuple[Place, str]]:
    """Every text that says when, with its place."""
    for at, item in _items(programme):
        if item.time:
            yield (*at, "time"), item.time
        if isinstance(item, Session):
            yield from (((*at, "times", identifier), text) for identifier, text in item.times.items())


def _items(programme: Programme) -> Iterator[tuple[Place, Session | Talk]]:
    """Keynotes, sessions and the talks in these."""
    for number, talk in enumerate(programme.keynotes):
        yield ("keynotes", number), talk
    for number, session in enumerate(programme.sessions):
        yield ("sessions", number), session
        yield from ((("sessions", number, "talks", place), talk) for place, talk in enumerate(session.talks))
