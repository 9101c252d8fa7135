"""Titles for BibTeX, whose styles turn the capitals of a title small: braces around those that carry meaning.

In headline style every word has a capital, so that a title does not tell `Turkish` from `Training`. The
abstracts do: what has a capital in the middle of their sentences, and is never small, is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from proceedings.bibliography.latex_text import MATH, escaped, one_line, split_math

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CLAUSE_START = re.compile(r"(?:^|[.:?!…]\W*\s)[^\w\s]*$")
KEPT_BY_BIBTEX = re.compile(r"(?:^|:\s)$")
"""Where a style leaves a capital alone: at the very start, and right after a colon and a space."""

SHORT = 3
"""Words up to this length are small in headline style, too, and tell nothing about a title's style."""

LOOK_BACK = 12
"""So many characters before a word tell whether a clause begins with it."""

LINKING = frozenset({"and", "of", "for"})
"""Words between the capitals of a phrase such as `Evidence Generation and Injection`."""


def bibtex_title(title: str, names: Set[str] = frozenset()) -> str:
    """A title in LaTeX with braces around everything that a style must not turn small; `names` as of `names_in`."""
    text = one_line(title)
    sentence_case = _is_sentence_case(text)
    written, before = "", ""
    for is_math, part in split_math(text):
        written += f"{{{part}}}" if is_math else "".join(_protected_words(part, before, names, sentence_case))
        before += part
    return written


def names_in(prose: Iterable[str]) -> frozenset[str]:
    """The words that have a capital within sentences of the texts, and are nowhere small: `Turkish`, `Frontier`.

    A capital among capitals is no evidence: `Evidence Generation and Injection (EGI)` spells an abbreviation out.
    """
    capital: set[str] = set()
    small: set[str] = set()
    for text in prose:
        words = list(WORD.finditer(text))
        for place, match in enumerate(words):
            word = match.group()
            if word[0].islower():
                small.add(word.casefold())
            elif word[1:].islower() and _is_evidence(text, words, place):
                capital.add(word)
    return frozenset(word for word in capital if word.casefold() not in small)


def _is_evidence(text: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether the word at a place owes its capital neither to its clause nor to a phrase in headline style."""
    start = words[place].start()
    before = ("x" if start > LOOK_BACK else "") + text[max(0, start - LOOK_BACK) : start]
    neighbours = (_neighbour(text, words, place, step) for step in (-1, 1))
    return not CLAUSE_START.search(before) and all(letter.islower() for letter in neighbours)


def _neighbour(text: str, words: Sequence[re.Match[str]], place: int, step: int) -> str:
    """The first letter of the word before (-1) or after (1) in the same phrase; `x` where the phrase ends."""
    here, there = place, place + step
    while 0 <= there < len(words):
        first, second = words[min(here, there)], words[max(here, there)]
        if text[first.end() : second.start()] not in (" ", "-"):
            break
        if words[there].group() not in LINKING:
            return words[there].group()[0]
        here, there = there, there + step
    return "x"


def _protected_words(part: str, before: str, names: Set[str], sentence_case: bool) -> Iterator[str]:
    """The words of `part` and what is between them; `before` is the title up to it."""
    end = 0
    for match in WORD.finditer(part):
        word = match.group()
        ahead = before + part[: match.start()]
        starts = bool(CLAUSE_START.search(ahead))
        is_name = word in names or (sentence_case and not starts) or (starts and not KEPT_BY_BIBTEX.search(ahead))
        yield escaped(part[end : match.start()])
        yield f"{{{escaped(word)}}}" if _keeps_case(word, is_name) else escaped(word)
        end = match.end()
    yield escaped(part[end:])


def _keeps_case(word: str, capital_is_meant: bool) -> bool:
    """Whether a word's capitals carry meaning: `GPU`, `ResNet`, `3D`, `C`; `Frontier` where its capital is meant."""
    if any(sign.isupper() for sign in word[1:]):
        return True
    if len(word) == 1 and not capital_is_meant:
        return word.isupper() and word != "A"
    return capital_is_meant and word[0].isupper()


def _is_sentence_case(title: str) -> bool:
    words = [word for word in WORD.findall(MATH.sub(" ", title))[1:] if len(word) > SHORT and word.isalpha()]
    small = sum(word.islower() for word in words)
    return bool(words) and 2 * small > len(words)
