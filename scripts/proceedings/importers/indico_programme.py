"""The programme of an Indico event: sessions with their days and hours, and what is presented in them."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Mapping, Sequence

from proceedings.importers.html_text import plain_line
from proceedings.importers.imported import Doubt
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.tables import one_line
from proceedings.records.programme import Session, Talk
from proceedings.records.record import Record

NO_SESSION = "contributions without a session stand in a session of their own"
NO_ZONE = "the time zone of the event is unknown here, so hours are as they are written"
START, END = ("startDate", "start_dt", "start"), ("endDate", "end_dt", "end")
LEFT_OVER = "Papers"


class Placed(Record):
    """A paper (its id) or a talk in the session in which it is presented. Moments are in the event's time zone."""

    paper: str | None = None
    talk: Talk | None = None
    session: str = LEFT_OVER
    block: str = ""
    chairs: tuple[str, ...] = ()
    room: str | None = None
    starts: datetime.datetime | None = None
    session_starts: datetime.datetime | None = None
    session_ends: datetime.datetime | None = None


def moment(holder: JsonObject, keys: Sequence[str], zone: str) -> datetime.datetime | None:
    """When something is, in the event's time zone: `{date, time, tz}` or an ISO text; None when it is neither."""
    value = next((holder.entry[key] for key in keys if holder.entry.get(key)), None)
    if isinstance(value, dict):
        said = JsonObject(value, holder.where, holder.doubts)
        text, own_zone = f"{said.text('date')}T{said.text('time') or '00:00'}", said.text("tz")
    else:
        text, own_zone = holder.text(*keys), ""
    try:
        found = datetime.datetime.fromisoformat(text.split(".")[0] if "T" in text and own_zone else text)
        if found.tzinfo is None and own_zone:
            found = found.replace(tzinfo=zoneinfo.ZoneInfo(own_zone))
        return (found.astimezone(zoneinfo.ZoneInfo(zone)) if zone and found.tzinfo else found).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None


def known_zone(name: str, doubts: list[Doubt]) -> str:
    """The name of the time zone; empty, with a doubt, when it is none."""
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        doubts += [Doubt(fact=NO_ZONE, where=name)] if name else []
        return ""
    return name


def people_in_charge(block: JsonObject) -> tuple[str, ...]:
    """The conveners of a session by their names."""
    return tuple(name for each in block.parts("conveners", "sessionConveners") if (name := person_name(each)))


def person_name(person: JsonObject) -> str:
    """The name of a person in one line, given name first."""
    parts = (person.text("first_name", "firstName"), person.text("last_name", "familyName"))
    return one_line(" ".join(parts)) or one_line(person.text("fullName", "full_name", "name"))


def sessions(placed: Sequence[Placed], doubts: list[Doubt]) -> tuple[Session, ...]:
    """The sessions in the order of their hours, where all have one; else in the order of the export."""
    groups: dict[tuple[str, str, object], list[Placed]] = {}
    for each in placed:
        day = (each.session_starts or each.starts or datetime.datetime.min).date()
        groups.setdefault((each.session, each.block, day), []).append(each)
    lone = [each.paper for each in placed if each.session == LEFT_OVER and each.paper]
    if lone and len(groups) > 1:
        doubts += [Doubt(fact=NO_SESSION, where=f"paper {paper}") for paper in lone]
    found = [_session(group) for group in groups.values()]
    if all(starts for _, starts in found):
        found.sort(key=lambda each: each[1] or datetime.datetime.min)
    return tuple(session for session, _ in found)


def _session(group: Sequence[Placed]) -> tuple[Session, datetime.datetime | None]:
    """A session and its beginning."""
    if all(each.starts for each in group):
        group = sorted(group, key=lambda each: each.starts or datetime.datetime.min)
    first = group[0]
    hours = [each.starts for each in group if each.starts]
    starts = first.session_starts or (min(hours) if hours else None)
    times = {each.paper: _hour(each.starts) for each in group if each.paper and each.starts}
    session = Session(
        title=first.session,
        papers=tuple(each.paper for each in group if each.paper),
        chairs=first.chairs,
        date=starts.date() if starts else None,
        time=_span(starts, first.session_ends) if first.session_starts else None,
        times=times if len({*times.values()}) > 1 else {},
        room=first.room,
        talks=tuple(each.talk for each in group if each.talk),
    )
    return session, starts


def _span(starts: datetime.datetime | None, ends: datetime.datetime | None) -> str | None:
    if starts is None:
        return None
    return f"{_hour(starts)}-{_hour(ends)}" if ends and ends.date() == starts.date() else _hour(starts)


def _hour(when: datetime.datetime) -> str:
    return f"{when.hour}:{when.minute:02}"


def talk(contribution: JsonObject, starts: datetime.datetime | None) -> Talk:
    """A contribution without a paper."""
    speakers = contribution.parts("speakers")
    affiliations = dict.fromkeys(one_line(each.text("affiliation")) for each in speakers)
    return Talk(
        title=plain_line(contribution.text("title")),
        speaker=", ".join(filter(None, map(person_name, speakers))) or None,
        affiliation=", ".join(filter(None, affiliations)) or None,
        time=_hour(starts) if starts else None,
    )


Blocks = Mapping[str, JsonObject]
"""Sessions by what contributions call them: id, code and title."""


def blocks_by_name(blocks: Sequence[JsonObject]) -> Blocks:
    """The sessions under each of their names; of several with one name the first."""
    found: dict[str, JsonObject] = {}
    for block in blocks:
        inner = block.part("session") if isinstance(block.entry.get("session"), dict) else block
        for name in (block.text("id"), block.text("code"), inner.text("id"), inner.text("code"), block.text("title")):
            found.setdefault(name, block)
    found.pop("", None)
    return found
