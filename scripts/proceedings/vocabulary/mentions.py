"""Whether a paper has a name anywhere in its text, in whatever form."""

from __future__ import annotations

from functools import cached_property

from proceedings.folding import folded, folded_words
from proceedings.reading.reading import Reading
from proceedings.vocabulary.lexicon import Lexicon

ENOUGH = 0.5
"""A name of several words is there where so many of them are."""

SHORTEST, STEM = 3, 5
"""Letters of a word that tells, and so many of its first that do: waves are there where a wave is."""


class Mentions:
    """The words of one paper, its references among them: who has a name there has said it."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        """Nothing is read yet."""
        self._reading = reading
        self._lexicon = lexicon

    @cached_property
    def _text(self) -> str:
        return "\n".join(line.text for page in self._reading.facts.pages for line in page.lines)

    @cached_property
    def _joined(self) -> str:
        return folded(self._text)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:STEM] for each in self._reading.passages for word in folded_words(each.text))

    @cached_property
    def _terms(self) -> set[str]:
        return {name for each in self._reading.passages for name in self._lexicon.held(each.text)}

    def has(self, name: str) -> bool:
        """Whether the paper has the name, another spelling of it that the vocabulary knows, or most of its words."""
        if folded(name) in self._joined or self._lexicon.held(name) & self._terms:
            return True
        words = [word for word in folded_words(name) if len(word) >= SHORTEST]
        there = sum(word[:STEM] in self._stems or word[:-1] in self._stems for word in words)
        return bool(words) and there >= ENOUGH * len(words)
