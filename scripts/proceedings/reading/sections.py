"""The names under which sections go; section_words.toml has them."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

import msgspec

from proceedings.reading.headings import Heading
from proceedings.reading.letters import key_of
from proceedings.records.finding import Severity
from proceedings.records.record import Record

IN_PARENTHESES = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")
"""What a heading may add: `References (in order of citation)`."""

BETWEEN_NAMES = re.compile(r"\s*[,;:/&]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
"""`Discussion, Limitations, and Future Work`."""


RUN_IN = re.compile(r"\W*(\w[\w’'-]*(?:\s[\w’'-]+){0,4}?)\s*(?:[.:•]|[—–-](?!\w)|[—–](?=\w)|$)")
"""`Abstract. We show`, `Index Terms—machine learning`, `Keywords: a, b`, or nothing but the name."""


class SectionWords(Record):
    """How one section is called: whole headings, beginnings of headings, and words in them, one of each list.

    `among`: a heading may name it among others, as `Ethics and Limitations`. `opens` are names with which a paragraph
    may begin without a stop behind them. The section is asked for in volumes from the year `since` on; None: in all.
    `severity` is what its absence weighs; None: as usual.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    holds: tuple[tuple[str, ...], ...] = ()
    among: bool = False
    opens: tuple[str, ...] = ()
    since: int | None = None
    severity: Severity | None = None

    def fits(self, heading: str) -> bool:
        """Whether a heading, its number left out, is one of this section, whatever it adds in parentheses."""
        named = IN_PARENTHESES.sub("", heading)
        return any(self._is(key_of(name)) for name in (named, *(BETWEEN_NAMES.split(named) if self.among else ())))

    def _is(self, key: str) -> bool:
        whole, begins, holds = _keys(self)
        said = bool(holds) and all(any(word in key for word in words) for words in holds)
        return said or key in whole or key.startswith(begins)

    def names(self, heading: Heading) -> bool:
        """The same of a heading; the first letter of small capitals (`R EFERENCES`) is no number."""
        return self.fits(heading.text) or self.fits(heading.number + heading.text)


@functools.cache
def _keys(words: SectionWords) -> tuple[frozenset[str], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """What headings of a section are, begin with and hold, as keys."""
    whole, begins, *holds = (tuple(map(key_of, each)) for each in (words.headings, words.begins, *words.holds))
    return frozenset(whole), begins, tuple(holds)


def section_words(section: str) -> SectionWords:
    """The names of a section; one that nobody lists goes by its own name (`broader-impact`: "Broader impact")."""
    own = section.replace("-", " ").replace("_", " ").strip()
    return _all_sections().get(section) or SectionWords(title=own[:1].upper() + own[1:], begins=(own,))


def run_in_name(line: str) -> str:
    """What the first words of a line name, if it is a heading or a paragraph that begins with one; else empty."""
    match = RUN_IN.match(line)
    return match[1] if match else ""


@functools.cache
def _all_sections() -> dict[str, SectionWords]:
    table = tomllib.loads(Path(__file__).with_name("section_words.toml").read_text("utf-8"))
    return msgspec.convert(table, dict[str, SectionWords])
