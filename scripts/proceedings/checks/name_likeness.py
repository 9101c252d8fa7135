"""How much alike two names are, where they are not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from proceedings.folding import folded, folded_words
from proceedings.names import whole_name
from proceedings.records.paper import Person

NEARLY = 80
"""Names whose letters agree to so many per cent are one name in two spellings."""

SHORTEST_FAMILY = 5
"""Family names of fewer letters are too often like another word."""

Likeness = Callable[[str, Person], float]
"""Per cent of what agrees between a name as it is written and a person."""


def nearest_name(person: Person, names: Sequence[str], likeness: Likeness) -> str:
    """The name that is most like a person's; empty if none is near."""
    near = [(likeness(name, person), name) for name in names]
    best, name = max(near, default=(0.0, ""), key=lambda each: each[0])
    return name if best >= NEARLY else ""


def spelling_likeness(name: str, person: Person) -> float:
    """Per cent of letters in common, in any order of the words."""
    from rapidfuzz import fuzz  # here, because only differing lists need it

    printed, meant = folded_words(name), folded_words(whole_name(person))
    orders = ((printed, meant), (sorted(printed), sorted(meant)))
    return max(fuzz.ratio("".join(one), "".join(other)) for one, other in orders)


def name_likeness(name: str, person: Person) -> float:
    """As the spelling is alike; near in any case where the family name agrees, or nearly does with the same initial."""
    from rapidfuzz import fuzz  # as above

    printed, meant = folded_words(name), folded_words(whole_name(person))
    if not printed or not meant:
        return 0.0
    family = folded(family_name(person))
    same = family in printed or (printed[0][0] == meant[0][0] and fuzz.ratio(printed[-1], family) >= NEARLY)
    return max(spelling_likeness(name, person), float(NEARLY) if same else 0.0)


def is_respelled(name: str, person: Person) -> bool:
    """Whether each word of two names that differs is long and nearly the same; of short ones, nobody can tell."""
    from rapidfuzz import fuzz  # as above

    printed, meant = folded_words(name), folded_words(whole_name(person))
    differing = [(one, other) for one, other in zip(sorted(printed), sorted(meant), strict=False) if one != other]
    return len(printed) == len(meant) and all(
        min(len(one), len(other)) >= SHORTEST_FAMILY and fuzz.ratio(one, other) >= NEARLY for one, other in differing
    )


def has_other_initials(name: str, other: str) -> bool:
    """Whether each of two names has a word that begins as no word of the other does: Ada and Ben of one family."""
    one, two = (Counter(word[0] for word in folded_words(each)) for each in (name, other))
    return bool(one - two and two - one)


def family_likeness(word: str, person: Person) -> float:
    """Per cent of letters that a word has in common with a family name; 0 for a short one, and for the name itself.

    The name itself without a given name beside it may be that of a place or an institution.
    """
    from rapidfuzz import fuzz  # as above

    family = folded(family_name(person))
    return fuzz.ratio(folded(word), family) if len(family) >= SHORTEST_FAMILY and folded(word) != family else 0.0


def family_name(person: Person) -> str:
    """The family name, or the last word of a whole name."""
    return person.family or (whole_name(person).split() or [""])[-1]
