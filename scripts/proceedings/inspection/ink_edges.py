"""Which edges of ink are worth knowing more finely than 72 dpi tell them, and what lines of text tell of theirs.

PDFium draws letters, rules and pictures on whole pixels, so that an edge of ink may be wrong by 1.75 pt. That matters
where ink may pass a text block: beyond where the lines of the page begin and end, and first and last on the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from proceedings.boxes import height, overlap, shared_width
from proceedings.records.facts import TextLine
from proceedings.records.record import Box

LEFT, TOP, RIGHT, BOTTOM = range(4)
"""The edges of a box, by their places in it."""

COARSE = 1.1
"""Points, as a rule, from where letters end to where their ink seems to; a rule beside them may end farther out."""

A_COLUMN = 5
"""So many lines begin or end at an edge of the page's text."""

BEYOND = 0.5
"""Points beyond the edge of the text from which ink passes it."""

OUTER = {TOP: 0.17, BOTTOM: 0.22}
"""The part of a page's height in which a text block may begin, and end."""

OUTERMOST = 40
"""So many parts of a page's ink are looked at from its upper and from its lower edge."""

FURTHER_OUT = 2
"""So many parts may lie further out, as a running head and its rule do."""

Draw = Callable[[Box, int], float | None]
"""Where an edge of a part lies when it is drawn finely; None where that does not tell."""


def sharp_parts(
    parts: Sequence[Box], lines: Sequence[TextLine], size: tuple[float, float], draw: Draw, most: int
) -> tuple[Box, ...]:
    """The parts of a page's ink with their doubtful edges as they are, by their letters or, `most` of them, drawn."""
    sharp = [list(part) for part in parts]
    drawn = 0
    for at, edge in doubtful_edges(parts, lines, size):
        known = edge_of_letters(parts[at], edge, lines)
        if known is None and drawn < most:
            drawn += 1
            known = draw(parts[at], edge)
        if known is not None:
            sharp[at][edge] = round(known, 2)
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in sharp)


def doubtful_edges(
    parts: Sequence[Box], lines: Sequence[TextLine], size: tuple[float, float]
) -> Iterator[tuple[int, int]]:
    """(number of the part, edge) for all that may pass a text block, wherever that lies."""
    width, _ = size
    upright = [line.box for line in lines if line.turned == 0]
    left, right = min(_ends(upright, LEFT), default=width / 3), max(_ends(upright, RIGHT), default=2 * width / 3)
    for at, part in enumerate(parts):
        if part[LEFT] < left - BEYOND:
            yield at, LEFT
        if part[RIGHT] > right + BEYOND:
            yield at, RIGHT
    yield from _at_the_ends(parts, size[1])


def _ends(lines: Iterable[Box], edge: int) -> Iterator[int]:
    """Where columns of lines begin or end, to a point."""
    counts = Counter(round(line[edge]) for line in lines)
    for at in counts:
        if counts[at - 1] + counts[at] + counts[at + 1] >= A_COLUMN:
            yield at


def _at_the_ends(parts: Sequence[Box], page_height: float) -> Iterator[tuple[int, int]]:
    """The upper and lower edges of what stands first and last in its column."""
    for edge, inwards, end in ((TOP, 1, OUTER[TOP] * page_height), (BOTTOM, -1, (OUTER[BOTTOM] - 1) * page_height)):
        near = [(inwards * part[edge], at) for at, part in enumerate(parts) if inwards * part[edge] < end]
        passed: list[Box] = []
        for _, at in islice(sorted(near), OUTERMOST):
            if sum(shared_width(parts[at], each) > 0 for each in passed) <= FURTHER_OUT:
                yield at, edge
            passed.append(parts[at])


def edge_of_letters(part: Box, edge: int, lines: Iterable[TextLine]) -> float | None:
    """Where the letters of a part end that is a line of text; None for other ink, and where something else ends it."""
    beside = (line for line in lines if line.box[TOP] < part[BOTTOM] and line.box[BOTTOM] > part[TOP])
    own = [line.box[edge] for line in beside if _is_line(part, line)]
    near = [each for each in own if abs(each - part[edge]) <= COARSE]
    return (min if edge in (LEFT, TOP) else max)(near) if near else None


def _is_line(part: Box, line: TextLine) -> bool:
    return not line.turned and height(part) <= 2 * max(height(line.box), 6.0) and overlap(part, line.box) > 0.5
