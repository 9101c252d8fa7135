"""The programme of an aclpub2 folder: program.yml and invited_talks.yml."""

from __future__ import annotations

import collections
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from proceedings.importers.export_files import file_in, place_beside
from proceedings.importers.imported import Doubt
from proceedings.importers.latex import markdown, plain_text
from proceedings.importers.loose_yaml import Entry, date, entries, read_entries, text, texts
from proceedings.importers.plain_files import read_text
from proceedings.records.paper import Paper
from proceedings.records.programme import Session, Talk

WITHOUT_PAPERS = "blocks of the programme without papers and times were left out"
IN_NO_SESSION = "the programme does not name the paper, so it comes last"
UNKNOWN_PAPER = "the programme names a paper that papers.yml does not have; it was left out"
KEYNOTE, TALK = "keynote", "talk"
"""What our own export calls blocks of the programme that are neither sessions nor breaks."""

TALKS = "talks"
TALK_FILES = "invited_talks"

ENDS_FIRST = "a session ends before it begins: correct its `time` in metadata/program.yml"
NAMED_TWICE = "the programme names the paper twice; its first place holds"


class Programme:
    """Reads program.yml and invited_talks.yml of a folder; photos are added to `beside`."""

    def __init__(self, source: Path, beside: dict[str, Path], doubts: list[Doubt]) -> None:
        """Nothing is read yet."""
        self._source, self._beside, self._doubts = source, beside, doubts

    def keynotes(self) -> tuple[Talk, ...]:
        """The invited talks with their abstracts and biographies as Markdown."""
        return tuple(
            self._talk(entry, date(entry, "date"), text(entry, "time") or _clock(entry, "date"))
            for entry in read_entries(self._source / "invited_talks.yml")
        )

    def sessions(
        self, programme: list[Entry], papers: Sequence[Paper], keynotes: Sequence[Talk]
    ) -> tuple[Session, ...]:
        """The blocks of the programme, subsessions taken out of their sessions, each paper once.

        A block without papers is a break, and left out where it has no time, or is one of the keynotes.
        """
        blocks = list(self._blocks(programme, ""))
        titles = collections.Counter(text(block, "title") for block, _ in blocks if entries(block, "papers"))
        left = {paper.id for paper in papers}
        named: set[str] = set()
        made = []
        for block, parent in blocks:
            title = text(block, "title")
            if parent and (not title or titles[title] > 1):
                title = f"{parent}: {title}" if title else parent
            made.append((block, self._session(block, plain_text(title), left, named)))
        self._doubts += [Doubt(fact=IN_NO_SESSION, where=f"paper {each.id}") for each in papers if each.id in left]
        hours = {(talk.date, (talk.time or "")[:5] or None) for talk in keynotes}
        return tuple(
            session
            for block, session in made
            if session.papers
            or session.talks
            or (not entries(block, "papers") and (session.date, _clock(block, "start_time")) not in hours)
        )

    def _blocks(self, blocks: list[Entry], parent: str) -> Iterator[tuple[Entry, str]]:
        """Each block with papers or talks of its own or with nothing but a time, and the title of that around it."""
        for block in blocks:
            inner = entries(block, "subsessions")
            talks = [each for each in inner if text(each, "type") == TALK]
            if talks:
                inner = [each for each in inner if each not in talks]
                is_same = bool(inner) and text(inner[0], "title") == text(block, "title")
                yield {**(inner.pop(0) if is_same else {**block, "papers": []}), TALKS: talks}, ""
            elif entries(block, "papers"):
                yield block, parent
            elif not inner and text(block, "type") != KEYNOTE and (_clock(block, "start_time") or text(block, "time")):
                yield block, ""
            elif not inner and text(block, "type") != KEYNOTE:
                self._doubts.append(Doubt(fact=WITHOUT_PAPERS, where=text(block, "title")))
            yield from self._blocks(inner, text(block, "title"))

    def _session(self, block: Entry, title: str, left: set[str], named: set[str]) -> Session:
        """One session; its papers move from `left` to `named`."""
        times: dict[str, str | None] = {}
        for paper in entries(block, "papers"):
            paper_id = text(paper, "id")
            if paper_id in left:
                times[paper_id] = text(paper, "time") or _clock(paper, "start_time")
            else:
                fact = NAMED_TWICE if paper_id in named else UNKNOWN_PAPER
                self._doubts.append(Doubt(fact=fact, where=f"paper {paper_id}"))
            left.discard(paper_id)
            named.add(paper_id)
        if text(block, "end_time") and text(block, "end_time") < text(block, "start_time"):
            self._doubts.append(Doubt(fact=ENDS_FIRST, where=title))
        chairs = texts(block, "chairs") or [text(block, "chair")]
        return Session(
            title=title,
            papers=tuple(times),
            chairs=tuple(plain_text(each) for each in chairs if each),
            date=date(block, "start_time"),
            time=text(block, "time") or _span(block),
            times={paper: time for paper, time in times.items() if time},
            room=plain_text(text(block, "location")) or None,
            talks=tuple(self._within(each, block) for each in entries(block, TALKS)),
        )

    def _within(self, entry: Entry, block: Entry) -> Talk:
        """A talk within a session; the day and the hour of the session are nothing of its own."""
        day, hours = date(entry, "start_time"), text(entry, "time") or _span(entry)
        return self._talk(
            entry,
            None if day == date(block, "start_time") else day,
            None if (day, hours) == (date(block, "start_time"), _span(block)) else hours,
        )

    def _talk(self, entry: Entry, day: datetime.date | None, time: str | None) -> Talk:
        return Talk(
            title=plain_text(text(entry, "title")),
            speaker=plain_text(text(entry, "speaker_name")) or None,
            affiliation=plain_text(text(entry, "institution")) or None,
            date=day,
            time=time,
            room=plain_text(text(entry, "location")) or None,
            chair=plain_text(text(entry, "chair")) or None,
            photo=self._photo(text(entry, "photo")),
            abstract=self._fragment(text(entry, "abstract_file")),
            biography=self._fragment(text(entry, "bio_file")),
        )

    def _fragment(self, name: str) -> str | None:
        """The Markdown of a LaTeX file of `invited_talks/`, if it is there."""
        path = file_in(self._source / TALK_FILES, Path(name).name)
        return markdown(read_text(path, [])) or None if path else None

    def _photo(self, name: str) -> str | None:
        """The photo's path relative to `metadata/`, if it is there."""
        found = file_in(self._source / TALK_FILES, Path(name).name) or file_in(self._source, name)
        if not found:
            return None
        return place_beside(self._beside, "photos", found)


def _span(block: Entry) -> str | None:
    """`09:30–10:20` of a block that says when it is; the day on which it ends only if that is another one."""
    start, end = _clock(block, "start_time"), _clock(block, "end_time")
    same_day = date(block, "start_time") == date(block, "end_time")
    if not start or not end or (same_day and start == end):
        return start
    return f"{start}–{end if same_day else text(block, 'end_time')[:16]}"


def _clock(entry: Entry, key: str) -> str | None:
    """The clock's time behind the day."""
    return text(entry, key)[11:16] or None
