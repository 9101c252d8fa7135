"""Ink beyond a text block: what counts, by how much it sticks out, and what sticks out together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from proceedings.boxes import bounds, height, overlap, shared_height, width
from proceedings.reading.culprit import THIN
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

Side = Literal["left", "top", "right", "bottom"]
SIDES: tuple[Side, ...] = get_args(Side)

TOLERANCE: Mapping[Side, float] = {"left": 3.0, "top": 3.0, "right": 3.0, "bottom": 6.0}
"""Points beyond the block that count for nothing: protruding punctuation, accents, below the block descenders."""

HANGING = tuple("-‐–—.,;:!?'\"’”»")
HANG = 0.15
"""What microtype hangs out of a justified text, and by how much of the type's size beyond the tolerance."""

TALLEST_LINE = 24.0
"""Points: what is taller than this above or below the block is no line that runs there."""

TOGETHER = 14.0
"""Points of white between parts that stick out together: the rows of a table, the lines of a paragraph."""


class Overflow(Record):
    """Parts of one page that stick out together: at which side, by how many points beyond the block."""

    page: int = 1
    side: Side = "right"
    beyond: float = 0.0
    boxes: tuple[Box, ...] = ()

    @property
    def box(self) -> Box:
        """All of it."""
        return bounds(self.boxes)


def beyond(box: Box, block: Box) -> dict[Side, float]:
    """Points by which a box passes each side of a block; negative within it."""
    return {
        "left": block[0] - box[0],
        "top": block[1] - box[1],
        "right": box[2] - block[2],
        "bottom": box[3] - block[3],
    }


def moved(block: Box, across: float, down: float) -> Box:
    """The block at another place."""
    return block[0] + across, block[1] + down, block[2] + across, block[3] + down


def grown(block: Box, by: Mapping[Side, float]) -> Box:
    """The block moved out at some of its sides."""
    return (
        block[0] - by.get("left", 0.0),
        block[1] - by.get("top", 0.0),
        block[2] + by.get("right", 0.0),
        block[3] + by.get("bottom", 0.0),
    )


def overflows(page: PageFacts, block: Box, apart: Collection[TextLine]) -> list[Overflow]:
    """What sticks out of the block of a page, side by side from left to bottom; lines set `apart` do not count.

    Each part counts at the side where it passes the tolerance most.
    """
    outside: dict[Side, list[tuple[Box, float]]] = {side: [] for side in SIDES}
    for ink in counted_ink(page, block, apart):
        passes = beyond(ink, block)
        side = max(SIDES, key=lambda each: passes[each] - TOLERANCE[each])
        if passes[side] > TOLERANCE[side] and not (side == "right" and _hangs(ink, page, passes[side])):
            outside[side].append((ink, passes[side]))
    return [found for side in SIDES for found in _grouped(page.number, side, outside[side])]


def _hangs(ink: Box, page: PageFacts, far: float) -> bool:
    """Whether it is the punctuation at the end of a line that passes the right side, as far as typesetters hang it."""
    return any(
        line.text.endswith(HANGING) and _is_line(ink, line) and far <= TOLERANCE["right"] + HANG * line.size
        for line in page.lines
        if line.turned == 0
    )


def _grouped(page: int, side: Side, parts: Iterable[tuple[Box, float]]) -> list[Overflow]:
    start, end = (1, 3) if side in ("left", "right") else (0, 2)
    groups: list[list[tuple[Box, float]]] = []
    reach = 0.0
    for part in sorted(parts, key=lambda part: part[0][start]):
        if groups and part[0][start] - reach <= TOGETHER:
            groups[-1].append(part)
        else:
            groups.append([part])
            reach = part[0][end]
        reach = max(reach, part[0][end])
    return [
        Overflow(page=page, side=side, beyond=max(far for _, far in own), boxes=tuple(box for box, _ in own))
        for own in groups
    ]


def counted_ink(page: PageFacts, block: Box, apart: Collection[TextLine]) -> list[Box]:
    """The ink of a page that must stay in the block: all but lines set apart, with their rules, and turned lines."""
    beside = [line for line in page.lines if line.turned and _is_beside(line.box, block)]
    rows = [line.box for line in apart if line.turned == 0 and is_row_outside(line.box, block)]
    ours = ink_but(page, [*apart, *beside])
    return [ink for ink in ours if not (is_row_outside(ink, block) and any(goes_with(ink, row) for row in rows))]


def goes_with(ink: Box, row: Box) -> bool:
    """Whether ink stands in the row of these words, or is a rule above or below them, as heads and feet have."""
    return shared_height(ink, row) > (-TOGETHER if height(ink) <= THIN else 0.0)


def ink_but(page: PageFacts, lines: Collection[TextLine]) -> list[Box]:
    """The ink of a page without that of some lines."""
    return [ink for ink in page.ink_boxes if not any(_is_line(ink, line) for line in lines)]


def _is_beside(box: Box, block: Box) -> bool:
    return box[2] <= block[0] or box[0] >= block[2]


def _is_line(ink: Box, line: TextLine) -> bool:
    """Whether ink is this line, or a piece of it."""
    high = height(line.box) if not line.turned else width(line.box)
    across = height(ink) if not line.turned else width(ink)
    return across <= 2 * max(high, 6.0) and overlap(ink, line.box) > 0.5


def is_row_outside(box: Box, block: Box) -> bool:
    """Whether something lies wholly above or below the block and is no taller than a line."""
    return height(box) <= TALLEST_LINE and (box[3] <= block[1] + 1 or box[1] >= block[3] - 1)
