"""Names of several words in one piece, and how their parts would be written.

No program splits names safely: this proposes, and a person decides.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from proceedings.names import PARTICLES, is_east_asian, is_group_name
from proceedings.records.paper import Person

INITIALS = re.compile(r"([A-Z]\.[\s-]?)+")
_SUFFIX = re.compile(r"(jr|sr|ii|iii|iv)\.?", re.IGNORECASE | re.ASCII)
_WORD = re.compile(r"[(\"'“‘]?[^\W\d_][^\d_]*")
_PLAIN = re.compile(r"\w[\w .'’()-]*")
"""What stands in a YAML flow mapping without quotes."""


def is_unsplit(literal: str) -> bool:
    """Whether a `literal` has several words and is no group's name, so that it is a person's with its parts in one."""
    words = literal.replace(",", " ").split()
    named = len(words) > 1 and literal.count(",") <= 2 and not is_group_name(literal)
    return named and all(map(_WORD.fullmatch, words))


def proposed_parts(literal: str) -> str:
    """How the parts would be written: `{given: Ada, family: Sample}, if the family name is "Sample".`

    The family name would be what stands before a comma, the first word in Han, kana and Hangul, or before an
    initial, else the last word, with the particles before it apart.
    """
    person = _with_comma(literal.split(",")) if "," in literal else _in_order(literal.split())
    if not person.given or not person.family:
        return "as `given`, `particle` and `family`."
    keys = ("given", "particle", "family", "suffix")
    parts = ", ".join(f"{key}: {_quoted(part)}" for key in keys if (part := getattr(person, key)))
    return f'{{{parts}}}, if the family name is "{person.family}".'


def _with_comma(pieces: Sequence[str]) -> Person:
    """The parts of `van der Berg, Ludwig, Jr.`, of `Berg, Jr., Ludwig` and of `Ludwig Berg, Jr.`."""
    spoken = [" ".join(piece.split()) for piece in pieces if piece.strip()]
    suffix = next((piece for piece in spoken[1:] if _SUFFIX.fullmatch(piece)), None)
    names = [piece for piece in spoken if piece is not suffix]
    if len(names) < 2:
        return _in_order(" ".join(spoken).split())
    words = names[0].split()
    particles = _leading_particles(words[:-1])
    family = " ".join(words[len(particles) :])
    return Person(given=" ".join(names[1:]), particle=" ".join(particles) or None, family=family, suffix=suffix)


def _in_order(words: Sequence[str]) -> Person:
    """The parts of a name as it is said."""
    suffix = words[-1] if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else None
    *others, last = words[:-1] if suffix else words
    east_asian = is_east_asian(Person(given=last, family=words[0]))
    if others and (east_asian or INITIALS.fullmatch(last)):
        first, *rest = others if east_asian else [" ".join(others)]
        return Person(given=" ".join([*rest, last]), family=first, suffix=suffix)
    particles = _leading_particles(others[::-1])[::-1]
    given = others[: len(others) - len(particles)]
    return Person(given=" ".join(given), particle=" ".join(particles) or None, family=last, suffix=suffix)


def _leading_particles(words: Sequence[str]) -> list[str]:
    return list(itertools.takewhile(lambda word: word in PARTICLES, words))


def _quoted(part: str) -> str:
    return part if _PLAIN.fullmatch(part) else f'"{part}"'
