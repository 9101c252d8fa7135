"""The programme of an aclpub2 folder: program.yml and invited_talks.yml."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence
from pathlib import Path

from proceedings.importers.imported import Doubt
from proceedings.importers.latex import markdown, plain_text
from proceedings.importers.loose_yaml import Entry, date, entries, read_entries, read_text, text
from proceedings.records.edition import Session, Talk
from proceedings.records.paper import Paper

WITHOUT_PAPERS = "blocks of the programme without papers and times were left out"
IN_NO_SESSION = "the programme does not name the paper, so it comes last"
UNKNOWN_PAPER = "the programme names a paper that papers.yml does not have; it was left out"
NAMED_TWICE = "the programme names the paper twice; its first place holds"


def sessions(
    programme: list[Entry], papers: Sequence[Paper], keynotes: Sequence[Talk], doubts: list[Doubt]
) -> tuple[Session, ...]:
    """The blocks of the programme, subsessions taken out of their sessions, each paper once.

    A block without papers is a break, and left out where it has no time, or is one of the keynotes.
    """
    blocks = list(_blocks(programme, "", doubts))
    titles = collections.Counter(text(block, "title") for block, _ in blocks if entries(block, "papers"))
    left = {paper.id for paper in papers}
    named: set[str] = set()
    made = []
    for block, parent in blocks:
        title = text(block, "title")
        if parent and (not title or titles[title] > 1):
            title = f"{parent}: {title}" if title else parent
        made.append((block, _session(block, plain_text(title), left, named, doubts)))
    doubts += [Doubt(fact=IN_NO_SESSION, where=f"paper {each.id}") for each in papers if each.id in left]
    talks = {(talk.date, talk.time) for talk in keynotes}
    return tuple(
        session
        for block, session in made
        if session.papers or (not entries(block, "papers") and (session.date, _clock(block, "start_time")) not in talks)
    )


def _blocks(blocks: list[Entry], parent: str, doubts: list[Doubt]) -> Iterator[tuple[Entry, str]]:
    """Each block with papers of its own or with nothing in it but a time, and the title of the block around it."""
    for block in blocks:
        inner = entries(block, "subsessions")
        if entries(block, "papers"):
            yield block, parent
        elif not inner and _clock(block, "start_time"):
            yield block, ""
        elif not inner:
            doubts.append(Doubt(fact=WITHOUT_PAPERS, where=text(block, "title")))
        yield from _blocks(inner, text(block, "title"), doubts)


def _session(block: Entry, title: str, left: set[str], named: set[str], doubts: list[Doubt]) -> Session:
    """One session; its papers move from `left` to `named`."""
    times: dict[str, str | None] = {}
    for paper in entries(block, "papers"):
        paper_id = text(paper, "id")
        if paper_id in left:
            times[paper_id] = _clock(paper, "start_time")
        else:
            fact = NAMED_TWICE if paper_id in named else UNKNOWN_PAPER
            doubts.append(Doubt(fact=fact, where=f"paper {paper_id}"))
        left.discard(paper_id)
        named.add(paper_id)
    chair = plain_text(text(block, "chair"))
    return Session(
        title=title,
        papers=tuple(times),
        chairs=(chair,) if chair else (),
        date=date(block, "start_time"),
        time=_span(block),
        times={paper: time for paper, time in times.items() if time},
        room=plain_text(text(block, "location")) or None,
    )


def _span(block: Entry) -> str | None:
    """`09:30–10:20` of a block that says when it is; the day on which it ends only if that is another one."""
    start, end = _clock(block, "start_time"), _clock(block, "end_time")
    if not start or not end:
        return start
    same_day = date(block, "start_time") == date(block, "end_time")
    return f"{start}–{end if same_day else text(block, 'end_time')[:16]}"


def _clock(entry: Entry, key: str) -> str | None:
    """The clock's time behind the day."""
    return text(entry, key)[11:16] or None


def keynotes(source: Path) -> tuple[Talk, ...]:
    """The invited talks with their abstracts and biographies as Markdown."""
    return tuple(_talk(entry, source) for entry in read_entries(source / "invited_talks.yml"))


def _talk(entry: Entry, source: Path) -> Talk:
    return Talk(
        title=plain_text(text(entry, "title")),
        speaker=plain_text(text(entry, "speaker_name")) or None,
        affiliation=plain_text(text(entry, "institution")) or None,
        date=date(entry, "date"),
        time=_clock(entry, "date") or text(entry, "time") or None,
        room=plain_text(text(entry, "location")) or None,
        chair=plain_text(text(entry, "chair")) or None,
        abstract=_fragment(source, text(entry, "abstract_file")),
        biography=_fragment(source, text(entry, "bio_file")),
    )


def _fragment(source: Path, name: str) -> str | None:
    """The Markdown of a LaTeX file of `invited_talks/`, if it is there."""
    path = source / "invited_talks" / Path(name).name
    return markdown(read_text(path)) or None if name and path.is_file() else None
