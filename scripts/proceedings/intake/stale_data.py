"""What was copied from another edition: years, ordinals and dates that contradict the rest of proceedings.yml."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from proceedings.problem import Place, Problem
from proceedings.records.volume import Volume

LATEST_PUBLICATION = 2
"""Years after the event in which proceedings still appear."""

LONG_BEFORE = datetime.timedelta(days=365)
"""No deadline for final papers lies so long before the event."""

LATELY = 10
"""Years: a title may name any year it is about; that of an earlier edition lies not far back."""

TITLES: frozenset[Place] = frozenset({("title",), ("short_title",), ("event", "name"), ("part_of", "title")})

ASKED_OF_AUTHORS = ("camera_ready", "rights")

_YEAR = re.compile(r"(?<![\d.-])((?:19|20)\d\d)(?![\d.-])|(?<=[A-Za-z])\s?['’](\d\d)(?!\d)")
_NOTICE_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
)
_ORDINAL = re.compile(
    rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(_WORDS)}))\b"
    r"(?=(?:\W+[\w-]+){0,4}?\W+(?:workshop|conference|symposium|meeting|edition|colloquium)\b)",
    re.IGNORECASE,
)
_EDITION = re.compile(rf"\s*(?:(\d{{1,3}})(?:st|nd|rd|th)?|({'|'.join(_WORDS)}))(?:\s+edition)?\s*", re.IGNORECASE)


def stale_problems(volume: Volume) -> Iterator[Problem]:
    """One problem for each value that belongs to another edition; only what cannot be otherwise."""
    for at, fact, remedy in (*_years(volume), *_named_years(volume), *_ordinals(volume), *_dates(volume)):
        yield Problem(at=at, code="stale-volume-data", message=fact, remedy=remedy)


def _years(volume: Volume) -> Iterator[tuple[Place, str, str]]:
    held = volume.event.start or volume.event.end
    if volume.year is None or held is None:
        return
    if not held.year <= volume.year <= held.year + LATEST_PUBLICATION:
        fact = f"the year is {volume.year}, and the event takes place on {held}."
        yield ("year",), fact, "Correct `year`, or the dates of the event."


def _named_years(volume: Volume) -> Iterator[tuple[Place, str, str]]:
    """Names and notices that say one year, and it is not this edition's."""
    days = (volume.event.start, volume.event.end)
    ours = {year for year in (volume.year, *(day.year for day in days if day)) if year is not None}
    if not ours:
        return
    part = volume.part_of
    texts: list[tuple[Place, str | None, re.Pattern[str]]] = [
        (("title",), volume.title, _YEAR),
        (("short_title",), volume.short_title, _YEAR),
        (("acronym",), volume.acronym, _YEAR),
        (("event", "name"), volume.event.name, _YEAR),
        (("event", "acronym"), volume.event.acronym, _YEAR),
        (("event", "colocated_with"), volume.event.colocated_with, _YEAR),
        (("part_of", "title"), part.title if part else None, _YEAR),
        (("copyright",), volume.copyright, _NOTICE_YEAR),
        (("stamp", "notice"), volume.stamp.notice, _NOTICE_YEAR),
    ]
    for at, text, pattern in texts:
        said = {int(match[1] or f"20{match[2]}") for match in pattern.finditer(text or "")}
        if len(said) == 1 and not said & ours and (at not in TITLES or _is_lately(said, ours)):
            fact = f'"{text}" names the year {max(said)}, and this edition is of {max(ours)}.'
            yield at, fact, "Correct it; it looks copied from another edition."


def _is_lately(said: set[int], ours: set[int]) -> bool:
    return min(ours) - LATELY <= min(said) < min(ours)


def _ordinals(volume: Volume) -> Iterator[tuple[Place, str, str]]:
    """An ordinal in the title or the event's name that is not the one of `edition`."""
    own = _EDITION.fullmatch(volume.edition or "")
    texts: list[tuple[Place, str]] = [(("title",), volume.title), (("event", "name"), volume.event.name)]
    if own is None:
        return
    for at, text in texts:
        said = {_number(match) for match in _ORDINAL.finditer(text)}
        if len(said) == 1 and _number(own) not in said:
            fact = f'"{text}" counts {said.pop()}, and `edition` is "{volume.edition}".'
            yield at, fact, "Correct the one that was copied from another edition."


def _number(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else _WORDS.index(match[2].lower()) + 1


def _dates(volume: Volume) -> Iterator[tuple[Place, str, str]]:
    start = volume.event.start
    if start is None:
        return
    for name in ASKED_OF_AUTHORS:
        day = volume.deadlines.get(name)
        if day is not None and start - day > LONG_BEFORE:
            fact = f"the deadline is {day}, more than a year before the event begins on {start}."
            yield ("deadlines", name), fact, "Correct it; it looks copied from another edition."
    if volume.as_of is not None and start - volume.as_of > 2 * LONG_BEFORE:
        fact = f"`as_of` is {volume.as_of}, more than two years before the event begins on {start}."
        yield ("as_of",), fact, "Correct it, or delete it."
