"""The order of names in an index, by the Unicode Collation Algorithm and its default table."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyuca import Collator

# Letters that the default table sorts as letters of their own, and no decomposition leads to a Latin one.
_OWN_LETTERS = "Þ"
_AS_LETTER = {
    "Ð": "D",
    "Đ": "D",
    "Ø": "O",
    "Ł": "L",
    "Æ": "A",
    "Œ": "O",
    "Ħ": "H",
    "Ŧ": "T",
    "İ": "I",
    "ẞ": "S",
    "ß": "S",
}


def collation_key(text: str) -> tuple[tuple[tuple[int, ...], ...], str]:
    """A key that sorts text as a dictionary does: letters first, then accents, then case; the text itself last.

    The key of what is separated by tabs compares part by part, so that all given names of one family name
    follow one another.
    """
    composed = unicodedata.normalize("NFC", text)
    return tuple(_part_key(part) for part in composed.split("\t")), composed


def index_letter(text: str) -> str:
    """The heading under which a name stands: Ö under O, Þ under Þ, a name in another script under its first letter."""
    letters = [character for character in unicodedata.normalize("NFC", text) if character.isalnum()]
    if not letters:
        return "#"
    capital = letters[0].upper()[:1]
    if capital.isdigit():
        return "0–9"
    if capital in _OWN_LETTERS or unicodedata.name(capital, "").startswith("HANGUL"):
        return capital
    return unicodedata.normalize("NFD", _AS_LETTER.get(capital, capital))[0]


@functools.lru_cache(maxsize=8192)
def _part_key(part: str) -> tuple[int, ...]:
    return tuple(_collator().sort_key(part))


@functools.cache
def _collator() -> Collator:
    import pyuca

    return pyuca.Collator()
