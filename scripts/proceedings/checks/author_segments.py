"""What between title and abstract looks like a person's name, and what belongs to affiliations and addresses."""

from __future__ import annotations

import re

from proceedings.folding import folded, folded_words
from proceedings.names import PARTICLES
from proceedings.records.paper import Paper

NO_NAMES = re.compile(
    r"@|\d|\b(universi\w*|univ|institut\w*|instytut|departm\w*|dept|facult\w*|facolt\w*|fakult\w*|school|schule|"
    r"college|laborator\w*|labs?|cent(er|re)|centro|zentrum|academ\w*|research|groups?|team|inc|ltd|llc|gmbh|corp\w*|"
    r"company|technolog\w*|technische\w*|sciences?|engineering|hospital|e-?mail|corresponding|authors?|equal\w*|"
    r"contribut\w*|members?|fellow|ieee|acm|students?|professor|prof|chair|division|ministry|council|foundation|"
    r"society|association|national|international|state|city|street|road|avenue|drive|the|of|for|in|at|by|anonymous|"
    r"abstract|editors?|orcid|politec\w*|polytech\w*|[eé]cole|hochschule|кафедр\w*|университет\w*|институт\w*|"
    r"студент\w*|магистр\w*|бакалавр\w*|профессор|доцент|аспирант\w*|факультет\w*)\b",
    re.IGNORECASE,
)
"""What stands in affiliations and addresses, and in no name."""

LONGEST_NAME = 5
"""A name has at most so many words."""

_SEPARATORS = re.compile(r"[,;:•·&|/()\[\]{}<>†‡∗*⋆★✉§¶\d\0\x01]|\b(?:and|und|et|y|e|и)\b(?=\s|$)")
_AROUND = " .–-—"
_BEHIND_NAMES = frozenset(["phd", "msc", "bsc", "mba", "esq", "iii"])
_ACCENT = "[\u00a8\u00b4`\u02c6\u02c7\u02d8-\u02dd\u00b8\u00af]"
_DIVIDED = re.compile(rf"(?<=[^\W\d_])\s*{_ACCENT}\s*(?!(?:and|und|et)\b)(?=[^\W\d_])")
_ALONE = re.compile(_ACCENT)
_IN_NAMES = re.compile(r"[-.'’`]")


def rejoined(text: str) -> str:
    """Text without the accents that extraction set apart: `Milica Gasic` of "Milica Gasiˇ c´"."""
    return _ALONE.sub("", _DIVIDED.sub(lambda found: "" if text[found.end()].islower() else found.group(), text))


def parts_of(text: str) -> list[str]:
    """What commas, footnote marks and the like leave of a list of names; pieces of one or two letters are marks.

    Degrees and the like are left out.
    """
    pieces = (" ".join(piece.split()).strip(_AROUND) for piece in _SEPARATORS.split(text) if piece)
    return [piece for piece in pieces if len(folded(piece)) > 2 and folded(piece) not in _BEHIND_NAMES]


def names_in_lines(text: str) -> list[str]:
    """The pieces of several lines of a list, where a name may or may not go on in the next line."""
    apart = [part for line in text.split("\n") for part in parts_of(line)]
    return apart if all(map(is_name, apart)) else parts_of(text)


def is_name(text: str) -> bool:
    """Whether a piece of text looks like a person's name: two to five words with capitals, none of an institution."""
    words = text.split()
    if not 2 <= len(words) <= LONGEST_NAME or NO_NAMES.search(text):
        return False
    capitals = all(word[0].isupper() or word.casefold() in PARTICLES for word in words)
    letters = all(_IN_NAMES.sub("", word).isalpha() for word in words)
    return capitals and letters and any(len(folded(word)) > 2 for word in words)


def is_place(text: str, paper: Paper) -> bool:
    """Whether the affiliations in the metadata hold all the words."""
    places = paper.affiliations.values()
    parts = [part for each in places for part in (each.name, each.city, each.region, each.department)]
    known = {word for part in parts for word in folded_words(part or "")}
    return set(folded_words(text)) <= known
