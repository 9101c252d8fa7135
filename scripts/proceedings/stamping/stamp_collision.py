"""Stamp collisions: an author's ink where a stamp goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proceedings.boxes import shared_height, shared_width
from proceedings.codes import finding
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.placement import PageStamp, StampOrder
from proceedings.records.record import Box
from proceedings.stamping.stamp_layout import stamp_boxes
from proceedings.wording import page_list

TOUCH = 1.0
"""Points by which two boxes may overlap: the box of a line is a little taller than its letters."""


def stamp_collisions(orders: Sequence[StampOrder], facts: Mapping[str, PaperFacts]) -> Iterator[Finding]:
    """One finding for each paper whose own ink meets its stamp; the box is the ink on the first such page."""
    for order in orders:
        met = [
            (page.number, ink)
            for page, stamp in zip(facts[order.paper].pages, order.pages, strict=True)
            for ink in ink_under_stamp(page, stamp)[:1]
        ]
        if met:
            yield collision(order.paper, met)


def collision(paper: str, met: Sequence[tuple[int, Box]]) -> Finding:
    """The finding for one paper; `met` is each page with the ink that its stamp meets."""
    where = page_list(number for number, _ in met)
    return finding(
        "stamp-collision",
        f"papers/{paper}.pdf, {where}: the paper has ink where the page number and the heads are stamped.",
        paper=paper,
        page=met[0][0],
        pages=[number for number, _ in met],
        box=met[0][1],
    )


def ink_under_stamp(page: PageFacts, stamp: PageStamp) -> list[Box]:
    """The parts of the page's ink that a line of its stamp overlaps; without parts, the runs of its head and foot."""
    boxes = stamp_boxes(stamp, page.width, page.height)
    parts = page.ink_boxes or (*page.head_ink, *page.foot_ink)
    return [ink for ink in parts if any(_meet(ink, box) for box in boxes)]


def _meet(ink: Box, stamp: Box) -> bool:
    return min(shared_width(ink, stamp), shared_height(ink, stamp)) > TOUCH
