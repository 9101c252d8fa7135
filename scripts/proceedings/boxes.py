"""Geometry of boxes: upright, (x0, y0, x1, y1) with the smaller coordinates first, in whatever units."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.records.record import Box


def width(box: Box) -> float:
    """From the left edge to the right one."""
    return box[2] - box[0]


def height(box: Box) -> float:
    """From the upper edge to the lower one."""
    return box[3] - box[1]


def area(box: Box) -> float:
    """Width times height; 0 for a box whose edges are the wrong way round."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def bounds(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    if len(boxes) == 1:
        return boxes[0]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def common_box(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where they share no area."""
    x0, y0, x1, y1 = (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def shared_width(one: Box, other: Box) -> float:
    """How much of their widths two boxes have above one another; negative: so far they stand apart."""
    return min(one[2], other[2]) - max(one[0], other[0])


def shared_height(one: Box, other: Box) -> float:
    """How much of their heights two boxes have beside one another; negative: so far they stand apart."""
    return min(one[3], other[3]) - max(one[1], other[1])


def shared_area(one: Box, other: Box) -> float:
    """The area that two boxes have in common."""
    across = shared_width(one, other)
    return across * max(0.0, shared_height(one, other)) if across > 0 else 0.0


def overlap(one: Box, other: Box) -> float:
    """What two boxes share, as a part of the smaller one."""
    shared = shared_area(one, other)
    return shared / min(area(one), area(other)) if shared > 0 else 0.0


def white_between(one: Box, other: Box) -> float:
    """How far two boxes stand apart, across or down; negative where they share an area."""
    return max(other[0] - one[2], one[0] - other[2], other[1] - one[3], one[1] - other[3])


def lies_within(inner: Box, outer: Box, slack: float = 0.0) -> bool:
    """Whether no edge of the inner box passes the outer one's by more than the slack."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )
