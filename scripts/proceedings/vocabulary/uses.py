"""Tells names of what a paper uses from names of which it only speaks, by where and in what words they stand."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from proceedings.reading.notice_lines import PlacedLine
from proceedings.reading.passages import BROKEN, Passage
from proceedings.reading.reading import Reading
from proceedings.records.record import Record
from proceedings.vocabulary.lexicon import Lexicon, Named

Sign = Literal["version", "experiments", "words", "thanks", ""]
"""What says that a name is that of something used: its version, its section, words, or thanks for computing time."""

SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\bFig)(?<!\bvs)(?<!\bcf)[.!?]\s+(?=[A-Z(\[])")
FARTHEST = 300
"""Characters of a sentence before and behind a name that are read."""

CLOSE = 60
"""Characters before a name, or behind it, in which words speak of it."""

VERSION = re.compile(r"[\s(,]{0,3}(?:v|ver|version|release|toolkit)?\.?\s?\d{1,4}\.\d+(?![\d%]|\s\d|\s?%)")
"""A number with a point, and no other number behind it, as in the row of a table."""
FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)


class Use(NamedTuple):
    """A name as a paper has it, with the line on which it begins and the sign that it is used; no sign: a mention."""

    named: Named
    words: str
    place: PlacedLine
    sign: Sign
    sentence: str


def uses(reading: Reading, lexicon: Lexicon) -> Iterator[Use]:
    """Every name outside title, authors, running heads and references, in reading order."""
    for passage in reading.passages:
        if passage.place != "references":
            for named in lexicon.named(passage.text):
                words = passage.text[named.start : named.end].replace(BROKEN, "-")
                before, behind = _sentence(passage.text, named)
                sign = _sign(named, passage, before, behind)
                yield Use(named, words, passage.line_at(named.start), sign, f"{before}{words}{behind}")


def _sentence(text: str, named: Named) -> tuple[str, str]:
    """What of its sentence stands before and behind a name."""
    start = max(0, named.start - FARTHEST)
    ends = [match.end() for match in SENTENCE_END.finditer(text, start, named.start + 1)]
    behind = text[named.end : named.end + FARTHEST]
    end = SENTENCE_END.search(behind)
    before = text[ends[-1] if ends else start : named.start]
    return before.replace(BROKEN, ""), behind[: end.start() + 1 if end else None]


def _sign(named: Named, passage: Passage, before: str, behind: str) -> Sign:
    """The first sign that holds."""
    if passage.place == "thanks":
        return "thanks" if named.kind in ("systems", "accelerators") else ""
    if named.kind == "software" and VERSION.match(behind):
        return "version"
    if _words().aside.search(before[-CLOSE:]):
        return ""
    if FIRST_PERSON.search(before) and _words().doing.search(before):
        return "words"
    if passage.place == "aside":
        return ""
    if _words().done.search(before[-CLOSE:]) or _words().used.search(behind[:CLOSE]):
        return "words"
    return "experiments" if passage.place == "experiments" else ""


class _Words(Record):
    doing: re.Pattern[str]
    done: re.Pattern[str]
    used: re.Pattern[str]
    aside: re.Pattern[str]


@functools.cache
def _words() -> _Words:
    table = tomllib.loads(Path(__file__).with_name("use_words.toml").read_text("utf-8"))
    lists = {name: "|".join(msgspec.convert(table[name], list[str])) for name in _Words.__struct_fields__}
    return _Words(**{name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in lists.items()})
