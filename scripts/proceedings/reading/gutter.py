"""What reaches from one column into the white between it and the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from proceedings.boxes import bounds, height, overlap, shared_height, shared_width, width
from proceedings.reading.body_text import heaviest, is_of_size
from proceedings.reading.columns import Column
from proceedings.reading.page_kinds import PageKind
from proceedings.reading.reading import Reading
from proceedings.reading.wide_rules import TOLERANCE, wide_rules
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

INSIDE = 10.0
"""Points by which something lies in a column to be a part of it."""

FLUSH, FULL = 2.5, 0.7
"""A line of a column's own text begins so near to its left edge, in points, and fills so much of its width."""


OVER = 0.3
"""Of the height of the lower one, so much of two lines is in common where one is printed over the other."""

WATERMARK = 3.0
"""What is so many times as high as the text on which it lies is no part of a column."""

NEXT_TO = 8.0
"""Points between a line across both columns and what belongs to it."""


class Intruder(Record):
    """Parts of a column that leave it together, most of them one: by how many points, on which of its own sides."""

    page: int = 1
    parts: tuple[Box, ...] = ((0.0, 0.0, 0.0, 0.0),)
    points: float = 0.0
    side: Literal["left", "right"] = "right"

    @property
    def box(self) -> Box:
        """All of them."""
        return bounds(self.parts)


def intruders(reading: Reading) -> Iterator[Intruder]:
    """Everything beside which the other column has text of its own; floats over both columns have none beside them."""
    layout = reading.layout
    running = reading.running.lines()
    for page, kind in zip(reading.facts.pages, reading.page_kinds, strict=True):
        if 2 * page.garbled_characters > page.characters:
            continue  # the boxes of such letters are guessed
        lines = [line for line in page.lines if line.turned == 0 and (page.number, line) not in running]
        sizes = (reading.body.size or 0.0, _size_of_references(page, kind))
        text = [line for line in lines if any(is_of_size(line, size) for size in sizes)]
        for left, right in pairwise(layout.columns):
            over = list(_printed_over(page, lines, text, left, right))
            yield from over
            yield from _between(page, _alone(page, lines, over, left, right), text, left, right)
            if layout.by_page.get(page.number, layout.count) == layout.count:
                yield from _ruled(page, text, left, right)


def _size_of_references(page: PageFacts, kind: PageKind) -> float:
    """In which the list of references on a page is set, often smaller than the running text; 0 where there is none."""
    if "references" not in kind.holds:
        return 0.0
    start = next((heading.index for begun, heading in kind.begins if begun == "references"), 0)
    return heaviest((line.size, len(line.text)) for line in page.lines[start:]) or 0.0


def _printed_over(
    page: PageFacts, lines: Iterable[TextLine], text: Sequence[TextLine], left: Column, right: Column
) -> Iterator[Intruder]:
    """Lines of one column that go on over the text of the other; no float over both columns has text below it.

    A line that lies on text of both, or begins with the left column, covers text that is hidden there.
    """
    of_left, of_right = ([line.box for line in _own_text(text, column)] for column in (left, right))
    for line in lines:
        if not _crosses(line.box, left, right):
            continue
        on_left, on_right = (any(_lies_on(line.box, own) for own in each) for each in (of_left, of_right))
        if on_right and not on_left:
            yield Intruder(page=page.number, parts=(line.box,), points=line.box[2] - left.right, side="right")
        elif on_left and not on_right and line.box[0] > left.left + INSIDE:
            yield Intruder(page=page.number, parts=(line.box,), points=right.left - line.box[0], side="left")


def _alone(
    page: PageFacts, lines: Sequence[TextLine], over: Sequence[Intruder], left: Column, right: Column
) -> list[Box]:
    """What belongs to no float over both columns; ink that holds a line `over` text says no more than the line does."""
    known = [each.box for each in over]
    across = [line.box for line in lines if _crosses(line.box, left, right) and line.box not in known]
    ink = [box for box in page.ink_boxes if not any(overlap(box, each) > 0.5 for each in known)]
    return [box for box in (*(line.box for line in lines), *ink) if not any(_touches(box, each) for each in across)]


def _crosses(box: Box, left: Column, right: Column) -> bool:
    return box[0] < left.right - INSIDE and box[2] > right.left + INSIDE


def _lies_on(box: Box, text: Box) -> bool:
    """Whether letters of one line are printed over those of another, not close above or below; no watermark."""
    lower, higher = sorted((height(box), height(text)))
    deep = shared_height(box, text) > OVER * lower and higher < WATERMARK * lower
    return deep and shared_width(box, text) > INSIDE


def _between(
    page: PageFacts, boxes: Iterable[Box], lines: Sequence[TextLine], left: Column, right: Column
) -> Iterator[Intruder]:
    beside_left, beside_right = _own_text(lines, right), _own_text(lines, left)
    for box in boxes:
        of_left = left.left - INSIDE < box[0] < left.right - INSIDE
        of_right = right.left + INSIDE < box[2] < right.right + INSIDE
        if of_left and not of_right and box[2] > left.right + TOLERANCE and _is_beside(box, beside_left):
            yield Intruder(page=page.number, parts=(box,), points=box[2] - left.right, side="right")
        elif of_right and not of_left and box[0] < right.left - TOLERANCE and _is_beside(box, beside_right):
            yield Intruder(page=page.number, parts=(box,), points=right.left - box[0], side="left")


def _ruled(page: PageFacts, text: Sequence[TextLine], left: Column, right: Column) -> Iterator[Intruder]:
    """Tables whose rules leave their column."""
    of_left, of_right = _own_text(text, left), _own_text(text, right)
    for rules in wide_rules(page, of_left, of_right, left, right):
        yield Intruder(page=page.number, parts=rules, points=bounds(rules)[2] - left.right, side="right")
    for rules in wide_rules(page, of_right, of_left, right, left):
        yield Intruder(page=page.number, parts=rules, points=right.left - bounds(rules)[0], side="left")


def _own_text(lines: Iterable[TextLine], column: Column) -> list[TextLine]:
    """The full lines of a column."""
    full = column.right - column.left
    return [
        line
        for line in lines
        if abs(line.box[0] - column.left) <= FLUSH and FULL * full <= width(line.box) <= full + TOLERANCE
    ]


def _touches(box: Box, across: Box) -> bool:
    """Whether a box stands right above or below a line across both columns, as in the caption of a wide float."""
    return across[1] - NEXT_TO < box[3] and box[1] < across[3] + NEXT_TO


def _is_beside(box: Box, lines: Iterable[TextLine]) -> bool:
    """Whether one of these lines stands at the height of the box."""
    return any(
        box[1] < (line.box[1] + line.box[3]) / 2 < box[3] or line.box[1] < (box[1] + box[3]) / 2 < line.box[3]
        for line in lines
    )
