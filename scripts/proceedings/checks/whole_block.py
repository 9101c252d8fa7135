"""The text block of the paper as a whole: whether it is moved or larger than the template's on most pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from proceedings.checks.overflow import SIDES, TOLERANCE, Side, beyond, counted_ink, grown, moved
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

SHARE_OF_PAGES = 0.6
"""So many of the pages show what is the whole paper's fault."""

LINES_AT_THE_SIDE = 5
"""So many lines of a page pass the left or the right side where the text does; a wide table has fewer of them."""


SAME_HEIGHT = 4.0
"""Points by which pages differ that begin at one height: a rule stands there, a line of text a little lower."""


ROOM = 5.0
"""Points of white beyond the text from which it is moved, not only larger: text that begins lower than a rule has 4."""


class WholeBlock(Record):
    """By how many points the paper's text block stands to the right and down, and is larger beyond that at which sides.

    All are 0 or empty where most pages keep within the template's. `pages` are those that do not, `of` so many.
    """

    across: float = 0.0
    down: float = 0.0
    larger: dict[Side, float] = {}
    pages: tuple[int, ...] = ()
    of: int = 0

    def own(self, block: Box) -> Box:
        """Where the paper has the template's block."""
        return grown(moved(block, self.across, self.down), self.larger)

    @property
    def sides(self) -> frozenset[Side]:
        """At which sides the block passes the template's: a single line there is no news."""
        ahead: dict[Side, float] = {"left": -self.across, "right": self.across, "top": -self.down, "bottom": self.down}
        return frozenset(side for side in SIDES if ahead[side] > 0 or side in self.larger)


def whole_block(
    text: Box | None,
    pages: Sequence[PageFacts],
    blocks: Mapping[int, Box],
    apart: Mapping[int, Collection[TextLine]],
    *,
    placed: bool,
) -> WholeBlock:
    """What most of the pages have in common; `text` is the paper's measured text block.

    `apart` are the lines of each page that are no part of it. `placed`: the block has a place, not only a size.
    """
    if text is None or not pages:
        return WholeBlock()
    block = blocks[pages[0].number]
    ink = {page.number: counted_ink(page, blocks[page.number], apart.get(page.number, ())) for page in pages}
    passed = beyond(_with_ink(text, list(ink.values())), block)
    across = _move(passed, "left", "right") if placed else 0.0
    down = _move(passed, "top", "bottom") if placed else 0.0
    rest = {"left": across, "right": -across, "top": down, "bottom": -down}
    larger = {side: passed[side] + rest[side] for side in SIDES if passed[side] + rest[side] > TOLERANCE[side]}
    sides = [side for side in SIDES if _is_out(passed, side)]
    showing = [page.number for page in pages if _shows(page, ink[page.number], blocks[page.number], sides)]
    if not sides or len(showing) < SHARE_OF_PAGES * len(pages):
        return WholeBlock()
    return WholeBlock(across=across, down=down, larger=larger, pages=tuple(showing), of=len(pages))


def _with_ink(text: Box, pages: Sequence[Sequence[Box]]) -> Box:
    """The text block up and down to where the ink of two pages begins and ends: short papers begin them with floats."""
    tops = sorted(min(box[1] for box in ink) for ink in pages if ink)
    bottoms = sorted((max(box[3] for box in ink) for ink in pages if ink), reverse=True)
    top = next((below for above, below in pairwise(tops) if below - above <= SAME_HEIGHT), text[1])
    bottom = next((above for below, above in pairwise(bottoms) if below - above <= SAME_HEIGHT), text[3])
    return text[0], min(text[1], top), text[2], max(text[3], bottom)


def _is_out(passed: Mapping[Side, float], side: Side) -> bool:
    return passed[side] > TOLERANCE[side]


def _move(passed: Mapping[Side, float], back: Side, ahead: Side) -> float:
    """How far the block must move to have the text within: only where the other side has room for that."""
    for side, other, sign in ((back, ahead, -1), (ahead, back, 1)):
        if _is_out(passed, side) and -passed[other] >= ROOM:
            return sign * min(passed[side], -passed[other])
    return 0.0


def _shows(page: PageFacts, counted: Sequence[Box], block: Box, sides: Sequence[Side]) -> bool:
    """Whether the text of a page passes one of these sides of its block by more than the tolerance."""
    lines = [beyond(line.box, block) for line in page.lines if line.turned == 0]
    ink = [beyond(box, block) for box in counted]
    return any(
        sum(each[side] > TOLERANCE[side] for each in lines) >= LINES_AT_THE_SIDE
        if side in ("left", "right")
        else any(each[side] > TOLERANCE[side] for each in ink)
        for side in sides
    )
