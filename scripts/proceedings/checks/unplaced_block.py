"""Where a text block lies that has a size and no place: around the ink of the paper, if it holds all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proceedings.boxes import bounds
from proceedings.checks.overflow import TOLERANCE, ink_but
from proceedings.reading.columns import AT_EDGE, layout_of
from proceedings.reading.reading import Reading
from proceedings.records.record import Box

MOST_SAY = 24.0
"""Points: a page that misses a block by more says no more against it than one that misses it by this."""

FEWEST_PAGES = 3
"""So many left and right pages with running text show whether the two have it at different places."""


def blocks_by_ink(reading: Reading, sizes: Mapping[int, tuple[float, float]]) -> dict[int, Box]:
    """A block of its width and height on each of these pages; none where the paper has no running text.

    Text that is as wide or as high as the block shows where it stands. Else what begins and ends the pages may be a
    title, a figure or a table as well as text, and a short paper has one page or less. So all ink but running lines has
    its say: where the block can lie around it, there it lies, and only where it cannot, it begins with the text, so
    that what is too large is seen.
    """
    ink = {number: own for number, own in _body_ink(reading).items() if number in sizes}
    if reading.layout.block is None or not ink:
        return {}
    height = min(height for _, height in sizes.values())
    top = _top(reading, list(ink.values()), height)
    sides = {recto: _left(reading, ink, sizes, recto) for recto in (False, True)}
    return {
        number: (left, top, left + width, top + height)
        for number, (width, height) in sizes.items()
        for left in [sides[bool(number % 2)]]
    }


def _body_ink(reading: Reading) -> dict[int, Box]:
    """The extent of each page's ink but that of running lines; none of pages without."""
    running = reading.running.lines()
    parts = {
        page.number: ink_but(page, [line for at, line in running if at == page.number]) for page in reading.facts.pages
    }
    return {number: bounds(own) for number, own in parts.items() if own}


def _top(reading: Reading, ink: Sequence[Box], height: float) -> float:
    """The upper edge of the block around all pages; else of the one that leaves least ink of them outside."""
    text = reading.layout.block or ink[0]
    if _fills(text[1], text[3], height):
        return text[1]
    reached = bounds(ink)
    around = _around(reached[1], reached[3], height, (TOLERANCE["top"], TOLERANCE["bottom"]), text[1])

    def outside(top: float) -> float:
        return sum(min(MOST_SAY, max(0.0, top - box[1]) + max(0.0, box[3] - top - height)) for box in ink)

    starts = dict.fromkeys([text[1], *(box[1] for box in ink)])
    return around if around is not None else min(starts, key=lambda top: round(outside(top), 1))


def _left(reading: Reading, ink: Mapping[int, Box], sizes: Mapping[int, tuple[float, float]], recto: bool) -> float:
    """The left edge of the block around the right or the left pages, around all where these are few; else the text's.

    Only pages of text show where the two have it.
    """
    pages = [page for page in reading.text_pages if page.lines and page.number % 2 == recto]
    own = layout_of(pages, reading.body.size).block if len(pages) >= FEWEST_PAGES else None
    text = own or reading.layout.block or (0.0, 0.0, 0.0, 0.0)
    width = min(width for width, _ in sizes.values())
    if _fills(text[0], text[2], width):
        return text[0]
    boxes = [box for number, box in ink.items() if own is None or number % 2 == recto]
    reached = bounds(boxes or list(ink.values()))
    around = _around(reached[0], reached[2], width, (TOLERANCE["left"], TOLERANCE["right"]), text[0])
    return text[0] if around is None else around


def _fills(start: float, end: float, length: float) -> bool:
    return abs(end - start - length) <= AT_EDGE


def _around(start: float, end: float, length: float, beyond: tuple[float, float], wished: float) -> float | None:
    """Where a stretch of this length begins that holds all from start to end, as near as can be to where it is wished.

    None where it is too short even with what may lie `beyond` its two ends; what does is shared out between them.
    """
    longer = end - start - length
    if longer > sum(beyond):
        return None
    if longer > 0:
        return start + longer * beyond[0] / sum(beyond)
    return min(max(wished, end - length), start)
