"""Where the template's text block lies on the pages of a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proceedings.checks.overflow import TOLERANCE
from proceedings.checks.unplaced_block import MOST_SAY, blocks_by_ink
from proceedings.profile import FormatProfile, TextBlock
from proceedings.reading.columns import AT_EDGE
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.record import Box


def text_blocks(reading: Reading, profile: FormatProfile) -> dict[int, Box]:
    """The block that the profile asks for, on each page that has the size of one of its places.

    Of several places on one size it is the one nearest to the paper's own text. Pages that lie across, are turned or
    have contradictory boxes have none: another finding says what is wrong with them. Where the profile does not check
    the position, the block has its size and stands where this paper's ink does; a paper without running text then
    has none.
    """
    pages = [page for page in reading.facts.pages if _is_upright(page)]
    places = {page.number: own for page in pages if (own := profile.places_on(page.size))}
    nearest = {own: _nearest(own, reading) for own in set(places.values())}
    blocks = {number: nearest[own] for number, own in places.items()}
    if profile.text_block.position_checked is False:
        return blocks_by_ink(reading, _sizes(blocks, profile.text_block))
    return blocks


def reach_of(page: PageFacts, block: Box, profile: FormatProfile) -> Box:
    """The block of a page, up and down to where it reaches in the profile's other places that are as wide.

    An older style that sets the same block higher makes no fault of what a paper has where the new one ends.
    """
    if profile.text_block.position_checked is False:
        return block
    places = profile.places_on(page.size)
    _, tops, _, bottoms = zip(block, *(each for each in places if _is_as_wide(each, block)), strict=True)
    return block[0], min(tops), block[2], max(bottoms)


def _is_as_wide(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= TOLERANCE["left"] and abs(one[2] - other[2]) <= TOLERANCE["right"]


def _is_upright(page: PageFacts) -> bool:
    return page.width <= page.height and page.rotate % 360 == 0 and page.box_problem is None


def _nearest(boxes: Sequence[Box], reading: Reading) -> Box:
    """The box with most edges where the text ends, and of several the least far: text may end short of an edge."""
    text = reading.layout.block or boxes[0]

    def distance(box: Box) -> tuple[int, float]:
        edges = [min(MOST_SAY, abs(edge - own)) for edge, own in zip(box, text, strict=True)]
        return sum(far > AT_EDGE for far in edges), sum(edges)

    return min(boxes, key=distance)


def _sizes(blocks: Mapping[int, Box], block: TextBlock) -> dict[int, tuple[float, float]]:
    """Width and height of each page's block; those of its place where the profile gives no others."""
    return {number: (block.width or x1 - x0, block.height or y1 - y0) for number, (x0, y0, x1, y1) in blocks.items()}
