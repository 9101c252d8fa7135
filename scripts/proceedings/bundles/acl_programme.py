"""The programme as aclpub2 reads it: blocks with sessions, talks and breaks, and the invited talks with their texts.

aclpub2 leaves a programme out altogether when one of its blocks lacks the hour of its beginning or its end.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from proceedings.bundles.acl_latex import latex, latex_of_markdown
from proceedings.bundles.acl_people import Entry, filled
from proceedings.bundles.bundle import Member
from proceedings.records.edition import Edition
from proceedings.records.programme import Session, Talk
from proceedings.typesetting.running_order import Slot, running_order

CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
FOLDER = "invited_talks"
DATE = "date"


def programme(edition: Edition) -> Iterator[Entry]:
    """program.yml: what comes when, keynotes among the sessions; papers that are withdrawn are left out."""
    kept = {paper.id for paper in edition.papers if paper.status != "withdrawn"}
    numbers = {id(session): number for number, session in enumerate(edition.sessions, 1)}
    for slot in running_order(edition):
        if isinstance(slot.item, Session):
            yield _session(slot.item, slot.day, kept, numbers[id(slot.item)])
        elif times := _times(slot.day, slot.item.time):
            yield _keynote(slot.item) | times


def invited_talks(edition: Edition) -> list[Entry]:
    """invited_talks.yml: the keynotes, each of which has a page in the front matter."""
    talks = {id(slot.item): slot for slot in running_order(edition)}
    return [_invited(talks[id(talk)], talk, str(number)) for number, talk in enumerate(edition.keynotes, 1)]


def talk_files(edition: Edition, metadata: Path) -> dict[str, Member]:
    """The abstracts, biographies and photos of all talks, by their paths."""
    stems = [(str(number), talk) for number, talk in enumerate(edition.keynotes, 1)]
    for number, session in enumerate(edition.sessions, 1):
        stems += [(_stem(number, place), talk) for place, talk in enumerate(session.talks, 1)]
    files: dict[str, Member] = {}
    for stem, talk in stems:
        for name, text in _texts(talk, stem):
            files[f"{FOLDER}/{name}"] = latex_of_markdown(text).encode()
        if talk.photo and (metadata / talk.photo).is_file():
            files[f"{FOLDER}/{_photo(talk.photo, stem)}"] = metadata / talk.photo
    return files


def day_of(day: datetime.date | None, clock: tuple[str, str] | None) -> datetime.datetime | datetime.date | None:
    """A day with its hour, as YAML has them; the day alone where there is no hour."""
    if day is None or clock is None:
        return day
    hour, minute = min(int(clock[0]), 23), min(int(clock[1]), 59)
    return datetime.datetime.combine(day, datetime.time(hour, minute))


def _session(session: Session, day: datetime.date | None, kept: set[str], number: int) -> Entry:
    """A session; one with talks is a block with several in it, since aclpub2 prints either these or papers."""
    head: Entry = {"title": latex(session.title), **_times(day, session.time)}
    about = filled(
        {
            "chair": latex(", ".join(session.chairs)),
            "chairs": [latex(each) for each in session.chairs] if len(session.chairs) > 1 else None,
            "location": latex(session.room or ""),
        }
    )
    papers: list[Entry] = [
        {"id": id, **_times(day, session.times.get(id), of_paper=True)} for id in session.papers if id in kept
    ]
    if not session.talks:
        return head | about | filled({"papers": papers})
    inner: list[Entry] = [head | about | {"papers": papers}] if papers else []
    inner += [_talk(talk, session, day, _stem(number, place)) for place, talk in enumerate(session.talks, 1)]
    return head | about | {"subsessions": inner}


def _talk(talk: Talk, session: Session, day: datetime.date | None, stem: str) -> Entry:
    """A talk within a session: where its hour is not known, that of the session."""
    times = _times(talk.date or day, talk.time) or _times(day, session.time)
    return {"title": latex(talk.title), **times, "type": "talk", **_about(talk, stem)}


def _keynote(talk: Talk) -> Entry:
    title = f"Keynote: {talk.title}" if talk.title else "Keynote"
    return {"title": latex(f"{title} ({talk.speaker})" if talk.speaker else title), "type": "keynote"}


def _invited(slot: Slot, talk: Talk, stem: str) -> Entry:
    clocks = CLOCK.findall(talk.time or "")
    begins = {DATE: day_of(slot.day, clocks[0] if clocks else None)}
    is_told = talk.time and (slot.day is None or talk.time != _padded(clocks[:1]))
    return (
        {"title": latex(talk.title)} | filled({**begins, "time": talk.time if is_told else None}) | _about(talk, stem)
    )


def _about(talk: Talk, stem: str) -> Entry:
    """Who speaks, where and about what. aclpub2 asks for the keys of speaker and institution."""
    named = {"speaker_name": latex(talk.speaker or ""), "institution": latex(talk.affiliation or "")}
    files = {f"{name.partition('-')[2].partition('.')[0]}_file": name for name, _ in _texts(talk, stem)}
    rest = {"location": latex(talk.room or ""), "chair": latex(talk.chair or "")}
    return named | filled({**rest, **files, "photo": _photo(talk.photo, stem) if talk.photo else None})


def _texts(talk: Talk, stem: str) -> list[tuple[str, str]]:
    texts = {"abstract": talk.abstract, "bio": talk.biography}
    return [(f"{stem}-{what}.tex", text) for what, text in texts.items() if text]


def _photo(photo: str, stem: str) -> str:
    return f"{stem}-{Path(photo).name}"


def _stem(session: int, talk: int) -> str:
    """What the files of a talk within a session are called: `s2t1` for the first one in the second session."""
    return f"s{session}t{talk}"


def _times(day: datetime.date | None, time: str | None, *, of_paper: bool = False) -> Entry:
    """Beginning and end; where only one hour is known it is both, as aclpub2 asks for both, but of a paper for none.

    `time` stands beside them where they do not say the same as the metadata; of a paper an import reads the beginning.
    """
    clocks = CLOCK.findall(time or "")[:2]
    if day is None or not clocks:
        return filled({"time": time})
    told: Entry = {"start_time": day_of(day, clocks[0])}
    if len(clocks) > 1 or not of_paper:
        told["end_time"] = day_of(day, clocks[-1])
    return told if time == _padded(clocks[:1] if of_paper else clocks) else told | {"time": time}


def _padded(clocks: Sequence[tuple[str, str]]) -> str:
    return "–".join(f"{hour:0>2}:{minute}" for hour, minute in clocks)
