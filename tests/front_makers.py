"""Front pages for tests: text lines as the inspection would find them."""

from __future__ import annotations

from typing import Any

import msgspec

from builders import facts
from proceedings.records.facts import PageFacts, PaperFacts, TextLine

TITLE, NAMES, SMALL, BODY = ("CMBX12", 14.3), ("CMR10", 11.0), ("CMR9", 9.0), ("CMR10", 10.0)


def line(text: str, y: float, style: tuple[str, float] = BODY, x: float = 134.8) -> TextLine:
    """A line at baseline `y` that begins at `x`, with characters half as wide as high."""
    font, size = style
    box = (x, y - 0.8 * size, x + 0.5 * size * len(text), y + 0.2 * size)
    return TextLine(text=text, box=box, baseline=y, size=size, font=font)


def text_lines(y: float, number: int = 20) -> list[TextLine]:
    """Running text from `y` on."""
    return [line("running text of the paper that fills its line to the end", y + 12.0 * n) for n in range(number)]


def front_lines(title: str, *names: str, top: float = 140.0, abstract: str | None = "Abstract") -> list[TextLine]:
    """Title (lines parted by "\\n"), one line of each of `names`, an institution, and the abstract."""
    titles = [line(each, top + 17.0 * n, TITLE) for n, each in enumerate(title.split("\n"))]
    band = top + 17.0 * len(titles) + 10.0
    people = [line(each, band + 13.0 * n, NAMES) for n, each in enumerate(names)]
    below = band + 13.0 * len(names)
    institution = line("Sample University, Ghent, Belgium", below, SMALL)
    heading = [line(abstract, below + 30.0, BODY)] if abstract else []
    return [*titles, *people, institution, *heading, *text_lines(below + 45.0)]


def page_of(*lines: TextLine, **fields: Any) -> PageFacts:
    """An A4 page with these lines."""
    return PageFacts(number=1, width=595.276, height=841.89, lines=tuple(lines), characters=2000, **fields)


def facts_of(lines: list[TextLine], id: str = "017", **fields: Any) -> PaperFacts:
    """Facts of a paper of one page with these lines."""
    return msgspec.structs.replace(facts(id, **fields), pages=(page_of(*lines),))
