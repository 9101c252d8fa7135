"""The line numbers that review copies carry in their margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

FEWEST = 10
"""So many numbers below each other are a numbered margin."""

STEPS = (1, 5)
"""Every line is numbered, or every fifth."""

SAME_PLACE = 2.0
"""Points by which the left or the right edges of the numbers in one margin differ."""

REGULAR, TALL = 0.8, 0.5
"""So many of the numbers rise by a step, and over so much of the text's height; a listing with numbers is shorter."""


class LineNumbers(Record):
    """The numbers in one margin of a page, from top to bottom."""

    page: int = 1
    lines: tuple[TextLine, ...] = ()


def line_numbers(pages: Sequence[PageFacts]) -> tuple[LineNumbers, ...]:
    """The numbered margins of a paper; none where fewer than half of its pages have one."""
    found = [margin for page in pages for margin in numbered_margins(page)]
    numbered = {margin.page for margin in found}
    return tuple(found) if 2 * len(numbered) >= len(pages) else ()


def numbered_margins(page: PageFacts) -> Iterator[LineNumbers]:
    """Integers below each other that rise by 1 or by 5 along the text of the page."""
    upright = [line for line in page.lines if line.turned == 0]
    numbers = [line for line in upright if is_number(line.text)]
    if len(numbers) < FEWEST:
        return
    height = max(line.baseline for line in upright) - min(line.baseline for line in upright)
    for column in _below_each_other(numbers):
        tall = column[-1].baseline - column[0].baseline >= TALL * height
        if len(column) >= FEWEST and tall and _rise(column) and _are_outside(column, upright):
            yield LineNumbers(page=page.number, lines=tuple(column))


def is_number(text: str) -> bool:
    """Whether a line is one integer in ASCII digits; superscripts are digits to Python too."""
    return text.isascii() and text.isdigit() and len(text) <= 4


def _below_each_other(numbers: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The numbers parted by their right edges, as they are usually set flush right; each from top to bottom."""
    left = sorted(numbers, key=lambda line: line.box[2])
    column: list[TextLine] = []
    for line in left:
        if column and line.box[2] - column[-1].box[2] > SAME_PLACE:
            yield sorted(column, key=lambda each: each.baseline)
            column = []
        column.append(line)
    if column:
        yield sorted(column, key=lambda each: each.baseline)


def _rise(column: Sequence[TextLine]) -> bool:
    steps = [int(below.text) - int(line.text) for line, below in pairwise(column)]
    return any(steps.count(step) >= REGULAR * len(steps) for step in STEPS)


def _are_outside(column: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether the numbers stand beside most of the text: no other line crosses the strip they stand in."""
    x0, x1 = min(line.box[0] for line in column), max(line.box[2] for line in column)
    top, bottom = column[0].box[1], column[-1].box[3]
    beside = [line for line in lines if top <= line.baseline <= bottom and not is_number(line.text)]
    crossing = sum(line.box[0] < x1 and line.box[2] > x0 for line in beside)
    return bool(beside) and crossing <= (1 - REGULAR) * len(beside)
