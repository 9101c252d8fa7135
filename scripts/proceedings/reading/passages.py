"""The text of a paper in passages, each under its heading: where somebody tells what was done, and where of others."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from proceedings.reading.front_page import FrontPage
from proceedings.reading.headings import Heading
from proceedings.reading.letters import plain
from proceedings.reading.notice_lines import PlacedLine, front_lines
from proceedings.reading.page_kinds import PageKind
from proceedings.reading.running_lines import RunningLines
from proceedings.reading.sections import section_words
from proceedings.records.facts import PageFacts

Place = Literal["body", "experiments", "aside", "thanks", "references"]
"""What a passage is about: the work itself, how it was tried, what others did, who helped."""

SECTIONS: tuple[tuple[Place, tuple[str, ...]], ...] = (
    ("aside", ("related-work", "introduction", "background")),
    ("thanks", ("acknowledgments",)),
    ("experiments", ("experiments", "artifacts")),
    ("body", ("abstract", "conclusion")),
)

BROKEN = "\u00ad"
"""Stands where a line ends in a hyphen, which may be its word's own."""

SUBSECTION = re.compile(r"\w+\.\d+(?:\.\d+)*[.):]?|[A-Z][.)]")
SMALLER = 0.3
"""Points by which headings of a lower level are smaller, where they have no numbers."""


class Passage:
    """Lines of one section as one text. Offsets into `text` lead back to the lines."""

    def __init__(self, place: Place, lines: Sequence[PlacedLine]) -> None:
        """`lines`: in reading order."""
        self.place = place
        self.lines = lines
        texts = [_to_join(each.line.text) for each in lines]
        self.text = "".join(texts)
        self._starts = [0, *accumulate(map(len, texts))]

    def line_at(self, offset: int) -> PlacedLine:
        """The line in which the character at `offset` stands."""
        return self.lines[min(bisect.bisect_right(self._starts, offset), len(self.lines)) - 1]


def _to_join(text: str) -> str:
    """A line as it is joined to the next one: behind a hyphen at once, else with a blank."""
    text = text if text.isascii() else plain(text)
    return f"{text[:-1]}{BROKEN}" if text.endswith("-") and text[-2:-1].isalnum() else f"{text} "


def passages(
    pages: Sequence[PageFacts],
    headings: Sequence[Heading],
    kinds: Sequence[PageKind],
    front: FrontPage | None,
    running: RunningLines,
) -> tuple[Passage, ...]:
    """All passages in reading order, without title, authors, running heads and what is turned."""
    left_out = running.lines()
    above = {id(each.line) for each in front_lines(pages, front)} if pages else set()
    found: list[Passage] = []
    section, part, lines = _Section(), "body", list[PlacedLine]()
    begun = {(heading.page, heading.index): heading for heading in headings}
    parts = {(start.page, start.index): kind for each in kinds for kind, start in each.begins}
    for page, known in zip(pages, kinds, strict=True):
        part = "body" if not known.begins and known.kind == "body" else part
        for index, line in enumerate(page.lines):
            if heading := begun.get((page.number, index)):
                found.append(Passage(section.place_in(part), lines))
                part, lines = parts.get((page.number, index), part), []
                section = section.followed_by(heading, part)
            if line.turned == 0 and id(line) not in above and (page.number, line) not in left_out:
                lines.append(PlacedLine(page=page.number, line=line))
    found.append(Passage(section.place_in(part), lines))
    return tuple(passage for passage in found if passage.lines)


class _Section:
    """What the passages under a heading are about; headings of a lower level that do not say it follow it."""

    def __init__(self, place: Place = "body", top: Heading | None = None) -> None:
        self.place = place
        self._top = top
        self._above: Place = place

    def place_in(self, part: str) -> Place:
        """The same, in this part of the paper."""
        return "references" if part == "references" else self.place

    def followed_by(self, heading: Heading, part: str) -> _Section:
        """The section that begins with a heading."""
        own = place_named(heading)
        if self._top is not None and _is_below(heading, self._top, part):
            below = _Section(own or self._above, self._top)
            below._above = self._above
            return below
        return _Section(own or "body", heading)


def _is_below(heading: Heading, top: Heading, part: str) -> bool:
    if heading.number:
        lettered = heading.number.rstrip(".):").isalpha()  # "A." begins an appendix, or a part of a section
        return bool(SUBSECTION.fullmatch(heading.number)) and not (lettered and part == "appendix")
    return heading.line.size < top.line.size - SMALLER


def place_named(heading: Heading) -> Place | None:
    """What a heading says that its section is about; None where its name does not tell."""
    for place, sections in SECTIONS:
        if any(section_words(section).names(heading) for section in sections):
            return place
    return None
