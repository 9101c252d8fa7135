"""Pages with nothing on them, or nothing but a running head and a page number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from proceedings.boxes import height
from proceedings.checks.overflow import TALLEST_LINE, goes_with, ink_but
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.profile import FormatProfile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Box

SLACK = 3.0
"""Points by which running text may leave its block."""


def blank_page(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding for all blank pages of a paper."""
    blank = blank_pages(reading, rules.profile)
    if blank:
        pages = [page.number for page in blank]
        verb = "is" if len(blank) == 1 else "are"
        message = f"{place(paper, pages)} {verb} blank."
        yield finding("blank-page", message, paper=paper.id, pages=pages, box=blank[0].box)


def blank_pages(reading: Reading, profile: FormatProfile) -> list[PageFacts]:
    """The blank pages of a paper."""
    running = reading.running
    known = [(each.page, each.line) for each in (*running.heads, *running.feet)]
    heads: dict[int, list[TextLine]] = defaultdict(list)
    for number, line in (*known, *((folio.page, folio.line) for folio in running.folios)):
        heads[number].append(line)
    pages = reading.facts.pages
    return [page for page in pages if _is_blank(page, heads[page.number], profile.places_on(page.size))]


def _is_blank(page: PageFacts, heads: Collection[TextLine], blocks: Sequence[Box]) -> bool:
    """No ink and no text; or heads and feet with their rules, and lines above and below every place of the block."""
    if page.ink is None:
        return page.characters == 0 and page.box_problem is None
    rest = [ink for ink in ink_but(page, heads) if not any(goes_with(ink, line.box) for line in heads)]
    if not blocks:
        return not rest
    top, bottom = min(block[1] for block in blocks) - SLACK, max(block[3] for block in blocks) + SLACK
    return all(height(ink) <= TALLEST_LINE and (ink[3] < top or ink[1] > bottom) for ink in rest)
