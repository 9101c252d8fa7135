"""The name under which a thing is listed, whatever a paper calls it.

Names that differ in capitals, blanks, hyphens and underscores alone are one, printed as most papers write it. Others
are one where the chair has said so, printed as the chair has it; nothing else is ever joined.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

from proceedings.keywords import keyword_key
from proceedings.records.edition import Edition
from proceedings.records.same_names import SameName
from proceedings.reproducibility.named_things import NamedThing, named_things

Key = tuple[str, str]
"""The kind of a thing, and what all spellings of its name share."""


@functools.lru_cache(maxsize=16384)
def spelling_key(name: str) -> str:
    """What spellings of a name share: `openmpi` of "Open MPI" and "Open-MPI"; `7 1` of "7-1" and not of "71".

    Empty for a name that shows nothing in print.
    """
    return re.sub(r"(?<!\d) | (?!\d)", "", re.sub(r"[ _]+", " ", keyword_key(name)).strip())


class Answers:
    """What the chair has answered, and all that follows from it: who is one with whom, and who is kept apart."""

    def __init__(self, answers: Iterable[SameName]) -> None:
        """Answers with a name that shows nothing, or with two spellings of one name, say nothing."""
        self._leading: dict[Key, Key] = {}
        self._printed: dict[Key, str] = {}
        keyed = [
            (each, (each.kind, spelling_key(each.name)), (each.kind, spelling_key(each.other))) for each in answers
        ]
        keyed = [(each, key, other) for each, key, other in keyed if key[1] and other[1] and key != other]
        joined = [(each, key, other) for each, key, other in keyed if each.same]
        under_another = {other for _, _, other in joined}
        for _, key, other in joined:
            first, second = self.leading(key), self.leading(other)
            if first != second:
                self._leading[second] = first
        for each, key, _ in sorted(joined, key=lambda pair: pair[1] in under_another):
            self._printed.setdefault(self.leading(key), each.name)
        self._apart = {
            frozenset((self.leading(key), self.leading(other))) for each, key, other in keyed if each.same is False
        }
        self._set_apart = frozenset(key for pair in self._apart for key in pair)

    def leading(self, key: Key) -> Key:
        """One key for all that are the same thing."""
        while key in self._leading:
            key = self._leading[key]
        return key

    def printed(self, key: Key) -> str | None:
        """The name that the chair has printed for the thing, or None where nothing is joined."""
        return self._printed.get(self.leading(key))

    def are_one(self, key: Key, other: Key) -> bool:
        """Whether both are said to be the same."""
        return self.leading(key) == self.leading(other)

    def are_apart(self, key: Key, other: Key) -> bool:
        """Whether they are said not to be the same, or what they are the same with."""
        return frozenset((self.leading(key), self.leading(other))) in self._apart

    def sets_apart(self, key: Key) -> bool:
        """Whether it is said not to be the same as any other."""
        return self.leading(key) in self._set_apart


class ListedNames:
    """What things are called in all lists of a volume."""

    def __init__(self, things: Iterable[NamedThing], answers: Iterable[SameName] = ()) -> None:
        """`things` are those of the whole volume: the spelling that most of them have is printed."""
        self._answers = Answers(answers)
        self._spelt: dict[Key, Counter[str]] = {}
        for thing in things:
            key = thing.kind, spelling_key(thing.name)
            self._spelt.setdefault(key, Counter())[" ".join(thing.name.split())] += 1

    def printed(self, kind: str, name: str) -> str:
        """The name to list a thing under; empty for one that shows nothing."""
        key = kind, spelling_key(name)
        if not key[1]:
            return ""
        spelt = self._spelt.get(key) or Counter([" ".join(name.split())])
        return self._answers.printed(key) or max(spelt, key=spelt.__getitem__)

    def sets_apart(self, kind: str, name: str) -> bool:
        """Whether the chair has said that it is not the same as some other name."""
        return self._answers.sets_apart((kind, spelling_key(name)))


def listed_names(edition: Edition) -> ListedNames:
    """The names of an edition, with what its chair has joined."""
    return ListedNames(named_things(edition.papers), edition.same_names)
