"""Pages that show text and hold none: scans, and text turned into outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings.boxes import area, common_box, height, width
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.facts import ImageFacts, PageFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted

FEW_CHARACTERS = 20
"""A page number and a word beside a scan. Of 2,900 pages of real papers two have no text; the next has 38 letters."""

SCANNED_PART = 0.5
"""Pictures over half of the page or more, with no text beside them, are a scan."""

FEWEST_ROWS = 15
"""A page of figures has hardly a row of ink that looks like a line of text, a page of text has dozens."""

NOTHING = (0.0, 0.0, 0.0, 0.0)

LOWEST_ROW, HIGHEST_ROW, SHORTEST_ROW = 3.0, 20.0, 72.0
"""Points: how high a line of text is, and how long at least."""


def no_searchable_text(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """An error where most pages have no text, a warning for single pages of which it is sure that they show some."""
    facts = reading.facts
    mute = [page for page in facts.pages if _is_mute(page)]
    if 2 * len(mute) > len(facts.pages):
        where = f"{len(mute)} of {counted(len(facts.pages), 'page')}"
        what = "it is a picture" if len(mute) == 1 else "they are pictures"
        message = f"{place(paper)} has no text on {where}: {what} of text."
        yield finding("no-searchable-text", message, paper=paper.id, page=mute[0].number, box=mute[0].box)
        return
    drawn = [page for page in mute if is_scan(page, facts.images) or _is_outlined(page)]
    if drawn:
        verb = "is a picture" if len(drawn) == 1 else "are pictures"
        message = f"{place(paper, [page.number for page in drawn])} {verb} without any text."
        yield finding(
            "no-searchable-text",
            message,
            paper=paper.id,
            page=drawn[0].number,
            box=drawn[0].box,
            severity="warning",
        )


def _is_mute(page: PageFacts) -> bool:
    return page.ink is not None and page.characters < FEW_CHARACTERS


def is_scan(page: PageFacts, images: Iterable[ImageFacts]) -> bool:
    """Whether pictures, one or the strips of one, cover the page and it has no text of its own."""
    boxes = (image.box for image in images if image.page == page.number)
    covered = sum(area(common_box(box, page.box) or NOTHING) for box in boxes if box is not None)
    return _is_mute(page) and covered >= SCANNED_PART * area(page.box)


def _is_outlined(page: PageFacts) -> bool:
    """Whether the ink of the page stands in rows like text, which is then drawn as outlines."""
    rows = [ink for ink in page.ink_boxes if LOWEST_ROW <= height(ink) <= HIGHEST_ROW and width(ink) >= SHORTEST_ROW]
    return len(rows) >= FEWEST_ROWS
