"""Cut spans into atoms: the smallest pieces of a paragraph that stay on one line."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from proceedings.typeface import clusters
from proceedings.typesetting.inline import SOFT_HYPHEN, Fragment, Span, directed, fragments, space_behind

if TYPE_CHECKING:
    from pyphen import Pyphen

NEVER = float("inf")
HYPHEN_COST = 60.0
DASH_COST = 30.0
SLASH_COST = 15.0
URL_COST = 60.0
LAST_RESORT_COST = 400.0
SHORTEST_HYPHENATED = 6

_HAN = r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_PIECES = re.compile(rf"{_HAN}[、。，．：；）」』]*|(?:(?!{_HAN}).)+?(?:(?<=[^\W\d_])[-–](?=\w)|—|/|(?={_HAN})|$)")
_URL_PIECES = re.compile(r"[^/._?&=#:;,@~%+-]*[/._?&=#:;,@~%+-]+|[^/._?&=#:;,@~%+-]+")
_WORDS = re.compile(r"[^ ]+ *")
_WORD = re.compile(r"(\W*)([^\W\d_]+)(\W*)")


class Atom(NamedTuple):
    """Fragments that stay together, and what a line break behind them costs (`NEVER`: no break).

    `space` is the fragment that is set behind it when the line goes on, `hyphen` when it ends here.
    """

    pieces: tuple[Fragment, ...]
    width: float
    cost: float = 0.0
    space: Fragment | None = None
    hyphen: Fragment | None = None


def atoms(spans: Sequence[Span], measure: float, language: str | None = None) -> list[Atom]:
    """The atoms of a paragraph, none wider than `measure` (points); hyphenated where `language` is given."""
    found: list[Atom] = []
    for span in directed(spans):
        manner = Span("", span.style, span.link, span.breaks_anywhere, span.level)
        cut = _cutter(manner, measure, language)
        text = span.text.replace("\n", " ")
        if found and text.startswith(" "):
            found[-1] = _spaced(found[-1], manner)
        for word in _WORDS.findall(text):
            found.extend(cut(word))
    if found:
        pieces, width, *_ = found[-1]
        found[-1] = Atom(pieces, width)
    return found


@functools.lru_cache(maxsize=500)
def _cutter(span: Span, measure: float, language: str | None) -> Callable[[str], tuple[Atom, ...]]:
    """What cuts a word that is set as the span is; most words of a volume come again."""
    return functools.cache(functools.partial(_of_word, span=span, measure=measure, language=language))


def _of_word(word: str, span: Span, measure: float, language: str | None) -> tuple[Atom, ...]:
    """Atoms of one word with the spaces behind it; without any no break is allowed behind the last one."""
    token = word.rstrip(" ")
    *cut, last = _atoms_of_token(token, span, measure, language)
    return (*cut, last if token == word else _spaced(last, span))


def _spaced(atom: Atom, span: Span) -> Atom:
    return Atom(atom.pieces, atom.width, 0.0, space_behind(atom.pieces, span))


def _atoms_of_token(token: str, span: Span, measure: float, language: str | None) -> Iterator[Atom]:
    cut = list(_cut(token, span, language))
    soft = fragments("-", span.style, span.link)[0]._replace(text=SOFT_HYPHEN)
    for position, (text, cost, hyphenated) in enumerate(cut):
        last = position == len(cut) - 1
        hyphen = soft if hyphenated else None
        atom = _atom(text, span, NEVER if last else cost, hyphen)
        yield from (atom,) if atom.width <= measure else _letter_by_letter(text, span, atom.cost)


def _cut(token: str, span: Span, language: str | None) -> Iterator[tuple[str, float, bool]]:
    if span.breaks_anywhere:
        yield from ((piece, _url_cost(piece), False) for piece in _URL_PIECES.findall(token))
        return
    pieces = [match[0] for match in _PIECES.finditer(token)] or [token]
    if len(pieces) == 1 and language and len(token) >= SHORTEST_HYPHENATED and (word := _WORD.fullmatch(token)):
        yield from _hyphenated(word, language)
    else:
        yield from ((piece, DASH_COST, False) for piece in pieces)


def _url_cost(piece: str) -> float:
    if piece.endswith("://"):
        return NEVER
    return SLASH_COST if piece.endswith("/") else URL_COST


def _hyphenated(word: re.Match[str], language: str) -> Iterator[tuple[str, float, bool]]:
    syllables = _syllables(word[2], language)
    first, last = 0, len(syllables) - 1
    for position, syllable in enumerate(syllables):
        before = word[1] if position == first else ""
        yield before + syllable + (word[3] if position == last else ""), HYPHEN_COST, True


@functools.lru_cache(maxsize=20000)
def _syllables(word: str, language: str) -> tuple[str, ...]:
    if len(word) < SHORTEST_HYPHENATED or (dictionary := _dictionary(language)) is None:
        return (word,)
    cuts = [0, *(int(cut) for cut in dictionary.positions(word)), len(word)]
    return tuple(word[start:end] for start, end in pairwise(cuts))


@functools.cache
def _dictionary(language: str) -> Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_")) or None
    return pyphen.Pyphen(lang=known, left=2, right=3) if known else None


def _letter_by_letter(text: str, span: Span, cost: float) -> Iterator[Atom]:
    letters = list(clusters(text))
    for letter in letters[:-1]:
        yield _atom(letter, span, LAST_RESORT_COST, None)
    yield _atom(letters[-1], span, cost, None)


def _atom(text: str, span: Span, cost: float, hyphen: Fragment | None) -> Atom:
    pieces = fragments(text, span.style, span.link, span.level)
    return Atom(pieces, total_width(pieces), cost, None, hyphen)


def total_width(pieces: Iterable[Fragment]) -> float:
    """Width in points of fragments set side by side."""
    return sum([piece.width for piece in pieces], 0.0)
