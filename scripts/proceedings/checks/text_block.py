"""Where the template's text block lies on the pages of a paper."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.boxes import height, width
from proceedings.checks.overflow import TOLERANCE
from proceedings.checks.unplaced_block import MOST_SAY, blocks_by_ink
from proceedings.page_sizes import name_of
from proceedings.profile import FormatProfile
from proceedings.reading.columns import AT_EDGE
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.record import Box


def text_blocks(reading: Reading, profile: FormatProfile) -> dict[int, Box]:
    """The block that the profile asks for, on each page that stands upright and has a size which the profile asks for.

    Of several places on one size it is the one nearest to the paper's own text. Where the profile has no place, or
    does not check the position, the block has its size and stands where this paper's ink does; a paper without running
    text then has none. What is wrong with pages of other sizes, that lie across or whose boxes contradict each other,
    another finding says.
    """
    pages = [page for page in reading.facts.pages if _is_upright(page) and _has_a_size_asked(page, profile)]
    places = {page.number: profile.places_on(page.size) for page in pages if is_placed(page, profile)}
    nearest = {own: _nearest(own, reading) for own in set(places.values())}
    sizes = {page.number: size for page in pages if page.number not in places and (size := _size_on(page, profile))}
    return {number: nearest[own] for number, own in places.items()} | blocks_by_ink(reading, sizes)


def is_placed(page: PageFacts, profile: FormatProfile) -> bool:
    """Whether the profile says where the block stands on a page of this size, not only how large it is."""
    return profile.text_block.position_checked is not False and bool(profile.places_on(page.size))


def reach_of(page: PageFacts, block: Box, profile: FormatProfile) -> Box:
    """The block of a page, up and down to where it reaches in the profile's other places that are as wide.

    An older style that sets the same block higher makes no fault of what a paper has where the new one ends.
    """
    if not is_placed(page, profile):
        return block
    places = profile.places_on(page.size)
    _, tops, _, bottoms = zip(block, *(each for each in places if _is_as_wide(each, block)), strict=True)
    return block[0], min(tops), block[2], max(bottoms)


def _is_as_wide(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= TOLERANCE["left"] and abs(one[2] - other[2]) <= TOLERANCE["right"]


def _is_upright(page: PageFacts) -> bool:
    """Whether the page is higher than wide as displayed, turned or not, and does not stand on its head."""
    on_its_head = sum(line.turned == 180 for line in page.lines) > len(page.lines) / 2
    return page.width <= page.height and page.box_problem is None and not on_its_head


def _has_a_size_asked(page: PageFacts, profile: FormatProfile) -> bool:
    return not profile.page_sizes or name_of(page.size, profile.size_tolerance) in profile.page_sizes


def _nearest(boxes: Sequence[Box], reading: Reading) -> Box:
    """The box with most edges where the text ends, and of several the least far: text may end short of an edge."""
    text = reading.layout.block or boxes[0]

    def distance(box: Box) -> tuple[int, float]:
        edges = [min(MOST_SAY, abs(edge - own)) for edge, own in zip(box, text, strict=True)]
        return sum(far > AT_EDGE for far in edges), sum(edges)

    return min(boxes, key=distance)


def _size_on(page: PageFacts, profile: FormatProfile) -> tuple[float, float] | None:
    """Width and height of the block on a page; those of its usual place where the profile gives no others."""
    block, places = profile.text_block, profile.places_on(page.size)
    across = block.width or (width(places[0]) if places else None)
    down = block.height or (height(places[0]) if places else None)
    return (across, down) if across and down else None
