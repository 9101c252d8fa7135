"""The names in a reproducibility block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from proceedings.folding import folded, folded_words
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.vocabulary import Term

ALIKE, SHORTEST = 85, 6
"""So alike in per cent are a name and its misspelling, of at least so many letters."""

DIGITS = re.compile(r"\d+")


DETAIL = re.compile(
    r"\b(?:interpreter|language|librar(?:y|ies)|compiler|driver|os|operating system|package manager|figures?|plots?)\b",
    re.I,
)
"""Roles of software that a block names and a text need not."""


class Item(NamedTuple):
    """An item that the text should name too, by one of its names, and its kind."""

    kind: str
    names: tuple[str, ...]


def items(block: Reproducibility) -> Iterator[Item]:
    """Datasets, benchmarks, systems by their own or their accelerators' names, and software that is no detail."""
    software = (each for each in block.software if not DETAIL.search(each.role or ""))
    named = [
        *(Item("software", (each.name,)) for each in software),
        *(Item("datasets", (each.name,)) for each in block.datasets),
        *(Item("hardware", (each.system_name, each.accelerator_model_name or "")) for each in block.hardware),
        *(Item("benchmarks", (each.name,)) for each in block.benchmarks),
    ]
    yield from dict.fromkeys(Item(each.kind, tuple(filter(None, each.names))) for each in named if any(each.names))


def block_words(block: Reproducibility) -> str:
    """All that a block says, one value a line."""
    return "\n".join(_values(msgspec.to_builtins(block)))


def _values(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for each in part.values():
            yield from _values(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _values(each)
    elif isinstance(part, str):
        yield part


def resembles(term: Term, words: str) -> bool:
    """Whether some word is a misspelling of the term's name: nearly its letters, and the same digits."""
    from rapidfuzz import fuzz  # here, because only names that differ need it

    spelt = [key for key in map(folded, (term.name, *term.aliases, *term.kin)) if len(key) >= SHORTEST]
    return any(
        DIGITS.findall(word) == DIGITS.findall(key) and fuzz.ratio(word, key) >= ALIKE
        for word in folded_words(words)
        if len(word) >= SHORTEST
        for key in spelt
    )
