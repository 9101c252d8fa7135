"""Pages that show text and hold none: scans, and text turned into outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings.boxes import area
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
"""A picture over half of the page or more, with no text beside it, is a scan."""


def no_searchable_text(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """An error where most pages have no text, a warning for single scanned pages."""
    facts = reading.facts
    mute = [page for page in facts.pages if page.ink is not None and page.characters < FEW_CHARACTERS]
    if 2 * len(mute) > len(facts.pages):
        where = f"{len(mute)} of {counted(len(facts.pages), 'page')}"
        what = "it is a picture" if len(mute) == 1 else "they are pictures"
        message = f"{place(paper)} has no text on {where}: {what} of text."
        yield finding("no-searchable-text", message, paper=paper.id, page=mute[0].number)
        return
    scanned = [page.number for page in facts.pages if is_scan(page, facts.images)]
    if scanned:
        verb = "is a picture" if len(scanned) == 1 else "are pictures"
        message = f"{place(paper, scanned)} {verb} without any text."
        yield finding("no-searchable-text", message, paper=paper.id, page=scanned[0], severity="warning")


def is_scan(page: PageFacts, images: Iterable[ImageFacts]) -> bool:
    """Whether the page is one large picture and has no text of its own."""
    mute = page.ink is not None and page.characters < FEW_CHARACTERS
    return mute and any(_covers(image, page) for image in images)


def _covers(image: ImageFacts, page: PageFacts) -> bool:
    if image.page != page.number or image.box is None:
        return False
    return area(image.box) >= SCANNED_PART * page.width * page.height
