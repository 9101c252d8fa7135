"""Names that may mean one thing, for the chair to say whether they do. Nothing is joined here.

Two names are asked about where the vocabulary knows them as spellings of one thing, where they differ in words that say
no more than kind, maker or site, in the order of their words or in one letter, where one is short for the other, or
where their items share an identifier. Never where the vocabulary knows them as two things, where one paper lists both,
or where numbers or words for sizes and parts differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from proceedings.records.same_names import SameName
from proceedings.records.vocabulary import Vocabulary
from proceedings.reproducibility.listed_names import Answers, Key, spelling_key
from proceedings.reproducibility.name_forms import (
    SHORTEST_MISSPELT,
    Form,
    Known,
    abbreviation,
    forms,
    initials,
    known_names,
)
from proceedings.reproducibility.named_things import NamedThing

FEW = 4
"""An address that more names share is that of a collection."""

MOST_COMPARED = 12
"""So many names with one feature are compared with a further one."""

SHORTEST_WORD = 5
"""Letters of a word in which a wrong one is a slip."""


class Likeness(NamedTuple):
    """Two names of things of one kind, the more used first, the papers that have them, and why they may be one."""

    kind: str
    name: str
    other: str
    papers: tuple[str, ...]
    other_papers: tuple[str, ...]
    why: str


class _Name(NamedTuple):
    key: Key
    spelling: str
    papers: tuple[str, ...]
    forms: tuple[Form, ...]
    marks: frozenset[str]

    @property
    def known(self) -> set[str]:
        return {form.known for form in self.forms if form.known}


def likenesses(
    things: Iterable[NamedThing], answers: Iterable[SameName] = (), own: Vocabulary | None = None
) -> tuple[Likeness, ...]:
    """What the chair has not answered yet: for each name the most used one that it is like, in the order of use."""
    names = _names(things, known_names(own or Vocabulary()))
    answered = Answers(answers)
    crowded = {mark for mark, count in Counter(mark for name in names for mark in name.marks).items() if count > FEW}
    blocks: dict[tuple[str, str, str], list[int]] = {}
    found = []
    for rank, name in enumerate(names):
        name = name._replace(marks=name.marks - crowded)
        features = [(name.key[0], *feature) for feature in _features(name)]
        ranks = {each for feature in features for each in blocks.get(feature, ())[:MOST_COMPARED]}
        for other in (names[each] for each in sorted(ranks)):
            is_answered = answered.are_one(name.key, other.key) or answered.are_apart(name.key, other.key)
            if not is_answered and (why := _why_alike(other, name)):
                found.append(Likeness(name.key[0], other.spelling, name.spelling, other.papers, name.papers, why))
                break
        for feature in dict.fromkeys(features):
            blocks.setdefault(feature, []).append(rank)
    return tuple(found)


def _names(things: Iterable[NamedThing], known: Known) -> list[_Name]:
    """Each name with all that its spellings show, the most used first."""
    grouped: dict[Key, list[NamedThing]] = {}
    for thing in things:
        if key := spelling_key(thing.name):
            grouped.setdefault((thing.kind, key), []).append(thing)
    names = []
    for shared, uses in grouped.items():
        spelt = Counter(" ".join(each.name.split()) for each in uses)
        apart = dict.fromkeys(each._replace(paper="", marks=()) for each in uses)
        shapes = dict.fromkeys(form for each in apart for form in forms(each, known))
        papers = dict.fromkeys(each.paper for each in uses)
        marks = frozenset(mark for each in uses for mark in each.marks)
        names.append(_Name(shared, max(spelt, key=spelt.__getitem__), tuple(papers), tuple(shapes), marks))
    return sorted(names, key=lambda name: -len(name.papers))


def _features(name: _Name) -> Iterator[tuple[str, str]]:
    """What a name has in common with every name that may be like it."""
    yield from (("known", known) for known in sorted(name.known))
    yield from (("mark", mark) for mark in sorted(name.marks))
    yield from (("short", short) for short in (initials(name.spelling), abbreviation(name.spelling)) if short)
    for form in name.forms:
        yield "runs", form.runs
        yield "letters", form.letters
        if len(form.letters) >= SHORTEST_MISSPELT:
            yield from (("letters", form.letters[:at] + form.letters[at + 1 :]) for at in range(len(form.letters)))


def _why_alike(one: _Name, other: _Name) -> str | None:
    """Why both may be one thing; None where they are not."""
    if set(one.papers) & set(other.papers):
        return None
    if one.known and other.known:
        return "the vocabulary knows both as one" if one.known & other.known else None
    pairs = [(first, second) for first in one.forms for second in other.forms]
    if any(first.letters == second.letters for first, second in pairs):
        return "they differ in words for kind, maker, site or version alone"
    if any(first.runs == second.runs for first, second in pairs):
        return "they have the same words in another order"
    if _is_short_for(one.spelling, other.spelling) or _is_short_for(other.spelling, one.spelling):
        return "one is short for the other"
    if any(_is_a_slip(first, second) for first, second in pairs):
        return "they differ in one letter"
    if (shared := sorted(one.marks & other.marks)) and _mean_one_size(one.forms[0], other.forms[0]):
        return f"both have {shared[0]}"
    return None


def _is_short_for(short: str, long: str) -> bool:
    return (letters := abbreviation(short)) is not None and letters == initials(long)


def _mean_one_size(one: Form, other: Form) -> bool:
    return one.numbers == other.numbers and one.qualifiers == other.qualifiers


def _is_a_slip(one: Form, other: Form) -> bool:
    """Whether one letter is wrong, missing, too many or in another's place, where that makes no other name.

    The first letter, the last one and short words make one; an s behind all does not.
    """
    from rapidfuzz.distance import OSA  # here, because only names that are nearly alike need it

    short, long = sorted((one.letters, other.letters), key=len)
    if len(long) < SHORTEST_MISSPELT or not _mean_one_size(one, other) or OSA.distance(short, long) != 1:
        return False
    if len(one.told) == len(other.told):
        differing = [pair for pair in zip(one.told, other.told, strict=True) if pair[0] != pair[1]]
        if any(len(word) < SHORTEST_WORD for pair in differing for word in pair):
            return False
    return long == f"{short}s" or (short[0] == long[0] and short[-1] == long[-1] and not long.startswith(short))
