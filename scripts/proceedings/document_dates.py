"""Dates as PDF writes them (ISO 32000-2, 7.9.4): `D:20190512101532+02'00'`, cut short anywhere after the year."""

from __future__ import annotations

import calendar
import datetime
import re

from proceedings.records.record import Record

UTC = datetime.UTC
EASTERNMOST, WESTERNMOST = datetime.timedelta(hours=14), datetime.timedelta(hours=-12)
"""The zones of the world, between which a date without a zone may lie."""

_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([Zz])|([+-])(\d\d)(?:'?(\d\d))?)?[\d']*\s*"
)


class Moment(Record):
    """A date as far as it is known: the first and last second (UTC) that it may mean; `zoned`: its zone is given."""

    first: datetime.datetime
    last: datetime.datetime
    zoned: bool = False


def document_date(words: str) -> Moment | None:
    """The date that a PDF's document information gives; None for none, and for what is no date."""
    found = _DATE.fullmatch(words)
    if found is None:
        return None
    year, *rest = (int(part) for part in found.groups()[:6] if part is not None)
    try:
        offset = _offset(found[7], found[8], found[9], found[10])
        first = datetime.datetime(*_filled(year, rest, (1, 1, 0, 0, 0)), tzinfo=UTC) - offset
        last = datetime.datetime(*_filled(year, rest, (12, 31, 23, 59, 59)), tzinfo=UTC) - offset
    except (ValueError, OverflowError):
        return None
    return Moment(first=first, last=last, zoned=bool(found[7] or found[8]))


def _filled(year: int, given: list[int], missing: tuple[int, ...]) -> tuple[int, int, int, int, int, int]:
    """Year to second; a day that is not given and too late for its month becomes the month's last."""
    month, day, hour, minute, second = (*given, *missing[len(given) :])
    if len(given) < 2 and day > 1:
        day = calendar.monthrange(year, month)[1]
    return year, month, day, hour, minute, min(second, 59)


def _offset(utc: str | None, sign: str | None, hours: str | None, minutes: str | None) -> datetime.timedelta:
    if utc or sign is None:
        return datetime.timedelta()
    east = datetime.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return east if sign == "+" else -east


def is_later(one: Moment, other: Moment) -> bool:
    """Whether `one` is later than `other` in every way in which both can be read."""
    if one.zoned == other.zoned:
        return one.first > other.last
    unknown = EASTERNMOST if other.zoned else -WESTERNMOST
    return one.first - other.last > unknown


def moment_words(words: str) -> str:
    """A date of the document information as `2019-05-12 10:15:32 UTC`, or as it stands where it is no date."""
    moment = document_date(words)
    return words if moment is None else f"{moment.first:%Y-%m-%d %H:%M:%S}{' UTC' if moment.zoned else ''}"
