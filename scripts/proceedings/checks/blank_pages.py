"""Pages with nothing on them, or nothing but a running head and a page number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Box

SLACK = 3.0
"""Points by which running text may leave its block."""


def blank_page(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding for all blank pages of a paper."""
    facts = reading.facts
    blank = [page.number for page in facts.pages if is_blank(page, rules.profile.places_on(page.size))]
    if blank:
        verb = "is" if len(blank) == 1 else "are"
        yield finding("blank-page", f"{place(paper, blank)} {verb} blank.", paper=paper.id, page=blank[0])


def is_blank(page: PageFacts, blocks: Sequence[Box]) -> bool:
    """No ink and no text; or, where places of the text block are known, all ink above and below every one of them."""
    if page.ink is None:
        return page.characters == 0 and page.box_problem is None
    if not blocks or page.body_ink is not None or not (page.head_ink or page.foot_ink):
        return False
    top, bottom = min(block[1] for block in blocks), max(block[3] for block in blocks)
    above = all(ink[3] < top - SLACK for ink in page.head_ink)
    return above and all(ink[1] > bottom + SLACK for ink in page.foot_ink)
