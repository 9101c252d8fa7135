"""The order of the volume: which paper stands in which session, and what is wrong with the programme."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import msgspec

from proceedings.identifiers import is_paper_id
from proceedings.problem import Problem, nearest
from proceedings.records.paper import Paper
from proceedings.records.programme import Session, Talk
from proceedings.records.record import Record

UNPLACED_TITLE = "Papers in no session"
WHOLE_TITLE = "Papers"


class Programme(Record):
    """`metadata/program.yml`."""

    sessions: tuple[Session, ...] = ()
    keynotes: tuple[Talk, ...] = ()


def natural_key(identifier: str) -> tuple[list[str | int], str]:
    """Sorts ids as people do: 9 before 10; deterministic for ids that differ in case alone."""
    parts = re.split(r"(\d+)", identifier)
    return [int(part) if position % 2 else part.casefold() for position, part in enumerate(parts)], identifier


def in_volume_order(papers: Sequence[Paper], sessions: Sequence[Session]) -> tuple[Paper, ...]:
    """Accepted papers as the sessions have them, then the withdrawn and the non-archival ones in the same order."""
    places = {identifier: place for place, identifier in enumerate(_listed(sessions))}
    last = len(places)
    ordered = sorted(papers, key=lambda paper: (places.get(paper.id, last), natural_key(paper.id)))
    return tuple(sorted(ordered, key=lambda paper: paper.status != "accepted"))


def settled_sessions(programme: Programme, papers: Sequence[Paper]) -> tuple[Session, ...]:
    """The sessions with known papers, each once, and a last session for accepted papers that stand in none."""
    unseen = {paper.id for paper in papers}
    sessions: list[Session] = []
    for session in programme.sessions:
        kept = tuple(identifier for identifier in dict.fromkeys(session.papers) if identifier in unseen)
        unseen.difference_update(kept)
        sessions.append(msgspec.structs.replace(session, papers=kept))
    left = sorted((paper.id for paper in papers if paper.id in unseen and paper.status == "accepted"), key=natural_key)
    if left:
        title = UNPLACED_TITLE if any(session.papers for session in sessions) else WHOLE_TITLE
        sessions.append(Session(title=title, papers=tuple(left)))
    return tuple(sessions)


def programme_problems(
    programme: Programme, papers: Sequence[Paper], *, file: str, unusable: Collection[str] = ()
) -> list[Problem]:
    """Unknown papers, papers named twice, and accepted papers in no session.

    `unusable` are names of paper files that have their own problem already. A programme that
    names no paper at all is one problem, and not one for each paper.
    """
    if papers and not any(session.papers for session in programme.sessions):
        fact = "no session names a paper; all papers stand in one session, in the order of their ids."
        return [Problem(file=file, message=fact, remedy='Write sessions: [{title: ..., papers: ["017", "021"]}].')]
    faulty, guesses = _faulty_entries(programme, papers, file, unusable)
    return [
        *_untitled(programme, file),
        *faulty,
        *_stray_times(programme, file),
        *_unplaced(programme, papers, file, guesses),
    ]


def _untitled(programme: Programme, file: str) -> list[Problem]:
    """Sessions without a title, where there are several to tell apart."""
    untitled = [number for number, session in enumerate(programme.sessions) if not session.title]
    return [
        Problem(
            file=file,
            at=("sessions", number),
            code="metadata-missing",
            message=f"session {number + 1} has no title.",
            remedy="Write `title: ...`; it stands in the contents and in the bookmarks.",
        )
        for number in untitled
        if len(programme.sessions) > 1
    ]


def _stray_times(programme: Programme, file: str) -> list[Problem]:
    """Times of single papers that their session does not name: nobody would read them."""
    return [
        Problem(
            file=file,
            at=("sessions", number, "times", identifier),
            message=f'session {number + 1} gives a time to paper "{identifier}", which is not among its papers.',
            remedy=meant_paper(identifier, session.papers, "Add the paper to the session, or delete the time."),
        )
        for number, session in enumerate(programme.sessions)
        for identifier in session.times
        if identifier not in session.papers
    ]


def _faulty_entries(
    programme: Programme, papers: Sequence[Paper], file: str, unusable: Collection[str]
) -> tuple[list[Problem], set[str]]:
    """Problems of single entries, and the ids that unknown ones probably mean."""
    known = {paper.id for paper in papers}
    first: dict[str, int] = {}
    problems: list[Problem] = []
    guesses: set[str] = set()
    for number, session in enumerate(programme.sessions):
        for position, identifier in enumerate(session.papers):
            at = ("sessions", number, "papers", position)
            if identifier in first:
                fact = f'paper "{identifier}" stands in session {first[identifier] + 1} already; that place holds.'
                problems.append(Problem(file=file, at=at, message=fact, remedy="Delete one of the two entries."))
            elif identifier not in known and identifier not in unusable:
                fact = f'session {number + 1} names paper "{identifier}", and metadata/papers/ holds no such file.'
                problems.append(Problem(file=file, at=at, message=fact, remedy=_cure_of_unknown(identifier, known)))
                guesses.add(nearest_paper(identifier, known) or "")
            first.setdefault(identifier, number)
    return problems, guesses


def _cure_of_unknown(identifier: str, known: Collection[str]) -> str:
    if not is_paper_id(identifier):
        return "An id consists of letters, digits, dots, hyphens and underscores: the name of the paper's file."
    return meant_paper(identifier, known, f"Add metadata/papers/{identifier}.yml, or delete the entry.")


def meant_paper(identifier: str, known: Collection[str], otherwise: str) -> str:
    """`Did you mean "003"?` of 3 or of what is spelt alike, or the sentence `otherwise`."""
    guess = nearest_paper(identifier, known)
    return f'Did you mean "{guess}"?' if guess else otherwise


def nearest_paper(identifier: str, known: Collection[str]) -> str | None:
    """The id that was probably meant: the same without zeros in front, which spreadsheets drop, or the nearest one."""
    same = (each for each in sorted(known) if each.lstrip("0") == identifier.lstrip("0"))
    return next(same, None) or nearest(identifier, known)


def _unplaced(programme: Programme, papers: Sequence[Paper], file: str, guesses: Collection[str]) -> list[Problem]:
    """Accepted papers in no session, unless a misspelt entry explains it."""
    placed = {*_listed(programme.sessions), *guesses}
    return [
        Problem(
            file=file,
            paper=paper.id,
            message=f'paper "{paper.id}" stands in no session; it is put behind all sessions.',
            remedy=f'Add "{paper.id}" to the papers of a session, or say in its file that it is withdrawn.',
        )
        for paper in papers
        if paper.status == "accepted" and paper.id not in placed
    ]


def _listed(sessions: Sequence[Session]) -> list[str]:
    return list(dict.fromkeys(identifier for session in sessions for identifier in session.papers))
