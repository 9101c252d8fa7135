"""Authors and titles in the metadata against the list at acceptance, `metadata/accepted.csv`."""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.checks.author_sightings import author_text, differs_in_words, sighting
from proceedings.checks.holdings import Holdings
from proceedings.checks.name_likeness import family_name, is_respelled, nearest_name, spelling_likeness
from proceedings.checks.titles import differences_in_words, likeness
from proceedings.codes import finding
from proceedings.folding import folded, folded_words
from proceedings.names import whole_name
from proceedings.records.edition import AcceptedPaper, Edition
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Author, Paper, Person
from proceedings.wording import listed

LIST = "metadata/accepted.csv"
SHORTEST_WORD = 3


class _Change(NamedTuple):
    """What became of an author, in a sentence without its full stop, and under which names they may be waived."""

    message: str
    severity: Severity
    people: tuple[str, ...] = ()


def authors_changed(holdings: Holdings) -> Iterator[Finding]:
    """One finding for each person who came, went or changed since acceptance, and one for another order of the same."""
    for paper, then in _pairs(holdings.edition):
        for change in _changes(paper, then) if then.authors else ():
            yield finding(
                "authors-changed",
                f"metadata/papers/{paper.id}.yml: {change.message} ({LIST}, line {then.line}).",
                paper=paper.id,
                severity=change.severity,
                people=change.people,
            )


def title_changes(edition: Edition) -> Iterator[Finding]:
    """Reviews change titles: information, for those who print the list of accepted papers."""
    for paper, then in _pairs(edition):
        if then.title and likeness(then.title, paper.title) < 1.0:
            where = differences_in_words(then.title, paper.title)
            named = f" in {where.replace('the paper has', 'the list has')}" if where else ""
            message = (
                f"metadata/papers/{paper.id}.yml: the title has changed{named} since acceptance. Then: "
                f"“{then.title}” ({LIST}, line {then.line}); now: “{paper.title}”."
            )
            remedy = "Nothing, if you know of it; otherwise ask the authors."
            yield finding("title-mismatch", message, paper=paper.id, severity="info", remedy=remedy)


def was_author(person: Person, then: AcceptedPaper) -> bool:
    """Whether a person of the metadata was on the list at acceptance."""
    return any(is_person(each, person) for each in then.authors)


def was_named(name: str, then: AcceptedPaper) -> bool:
    """Whether a name as a page prints it was on the list at acceptance; either may leave out middle names."""
    return any(is_person(each, _as_person(name)) or is_person(name, _as_person(each)) for each in then.authors)


def is_person(name: str, person: Person) -> bool:
    """Whether a name written as one text is this person's: initials, order of its parts and accents do not count."""
    if folded(name) == folded(whole_name(person)):
        return True
    written = author_text([name])
    seen = sighting(person, written)
    return seen is not None and not differs_in_words(person, seen, written)


def _as_person(name: str) -> Person:
    """Somebody who may have this name, for a comparison that any order of its parts passes."""
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.strip().rpartition(" ")
    return Person(given=given.strip() or None, family=family.strip())


def _pairs(edition: Edition) -> Iterator[tuple[Paper, AcceptedPaper]]:
    """Each paper of the volume with its line of the list."""
    lines = {each.id: each for each in edition.accepted}
    return ((paper, lines[paper.id]) for paper in edition.papers if paper.id in lines and paper.status == "accepted")


def _changes(paper: Paper, then: AcceptedPaper) -> Iterator[_Change]:
    """What became of the authors, one change for each person."""
    same = _same_people(then.authors, paper.authors)
    gone = [name for place, name in enumerate(then.authors) if place not in same]
    come = [author for place, author in enumerate(paper.authors) if place not in same.values()]
    for author in list(come):
        name = nearest_name(author, gone, spelling_likeness) or _namesake(author, gone)
        if not name:
            continue
        gone.remove(name)
        come.remove(author)
        yield _renamed(name, author)
    for name in gone:
        yield _Change(
            f"{_one_of(name, then)} was an author when the paper was accepted and is none now", "error", (name,)
        )
    for name in map(whole_name, come):
        yield _Change(f"“{name}” is an author now and was none when the paper was accepted", "error", (name,))
    now = sorted(same.values())
    if list(same.values()) != now:
        names = listed([then.authors[place] for place in same])
        orders = f"Then: {names}; now: {listed([whole_name(paper.authors[place]) for place in now])}"
        yield _Change(f"the authors stand in another order than at acceptance. {orders}", "warning")


def _one_of(name: str, then: AcceptedPaper) -> str:
    """The name, and that it is one of several people's where the list has it more than once."""
    times = then.authors.count(name)
    return f"“{name}”" if times == 1 else f"one of {times} people called “{name}”"


def _renamed(name: str, author: Author) -> _Change:
    """One who goes by another name, or by the same in another spelling; either name will do for a waiver."""
    fact = f"“{name}” of the list at acceptance is “{whole_name(author)}” now"
    both = (name, whole_name(author))
    return (
        _Change(f"{fact}, in another spelling", "warning", both)
        if is_respelled(name, author)
        else (_Change(fact, "error", both))
    )


def _same_people(names: Sequence[str], authors: Sequence[Author]) -> dict[int, int]:
    """Who of the list is who of the metadata, by their places, in the order of the list; namesakes in their order.

    Those who are written the same find each other first; of the others, only who has the family name is looked at.
    """
    free: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for place, author in enumerate(authors):
        free[_in_any_order(whole_name(author))].append(place)
    same = {place: free[key].popleft() for place, name in enumerate(names) if free[key := _in_any_order(name)]}
    left = {place: _sure_letters(authors[place]) for place in sorted(itertools.chain(*free.values()))}
    for place in (place for place in range(len(names)) if place not in same):
        name, letters = names[place], folded(names[place])
        found = next((each for each, sure in left.items() if sure in letters and is_person(name, authors[each])), None)
        if found is not None:
            same[place] = found
            del left[found]
    return dict(sorted(same.items()))


def _sure_letters(author: Author) -> str:
    """What every form of the name has: the letters of the family name, unless there is a native form."""
    return "" if author.native else folded(family_name(author))


def _in_any_order(name: str) -> tuple[str, ...]:
    return tuple(sorted(folded_words(name)))


def _namesake(author: Author, gone: Sequence[str]) -> str:
    """The one who went and has a name in common with the one who came: renamed, or replaced; empty if nobody."""
    own = {word for word in folded_words(whole_name(author)) if len(word) >= SHORTEST_WORD}
    return next((name for name in gone if own & set(folded_words(name))), "")
