"""The number of columns, and what reaches into the white between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.boxes import bounds
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.profile import FormatProfile
from proceedings.reading.columns import Layout
from proceedings.reading.culprit import culprit_of
from proceedings.reading.gutter import Intruder, intruders
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.wording import counted, page_list

WORTH_A_WARNING = 6.0
"""Points into the gutter; what reaches in less is information, within the tolerance of `intruders` it is nothing."""

NARROWER = 1.5
"""Points by which the measured gutter may be narrower than the template's: letters have bearings of their own."""


def column_count(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A paper whose running text stands in another number of columns than the template's."""
    asked, layout = rules.profile.columns, reading.layout
    if asked is None or layout.count is None or layout.count == asked:
        return
    pages = [number for number, columns in layout.by_page.items() if columns == layout.count]
    message = (
        f"{place(paper)} has its text in {counted(layout.count, 'column')} ({page_list(pages)}); "
        f"the template has {counted(asked, 'column')}."
    )
    text = [line.box for line in reading.text_pages[pages[0] - 1].lines]
    yield finding("column-count", message, paper=paper.id, page=pages[0], box=bounds(text) if text else None)


def has_columns_of(reading: Reading, profile: FormatProfile) -> bool:
    """Whether the paper's text is set in the template's columns; in others, nothing else of its text is comparable."""
    return reading.layout.count is not None and reading.layout.count == (profile.columns or reading.layout.count)


def gutter(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Columns closer to each other than the template's, or parts of a column that reach into the gutter."""
    measured = reading.layout.gutter
    if not rules.profile.gutter or measured is None or not has_columns_of(reading, rules.profile):
        return
    if measured < min(rules.profile.gutter) - NARROWER:
        asked = " or ".join(f"{points:g}" for points in rules.profile.gutter)
        message = f"{place(paper)} has {measured:.0f} pt of white between its columns; the template has {asked} pt."
        page = next(number for number, columns in reading.layout.by_page.items() if columns > 1)
        yield finding("gutter", message, paper=paper.id, page=page, box=_white(reading.layout))
    elif found := list(intruders(reading)):
        yield _intrusion(paper, reading, found)


def _white(layout: Layout) -> Box | None:
    """The space between the first two columns, as high as the text block."""
    if layout.block is None:
        return None
    left, right = layout.columns[:2]
    return left.right, layout.block[1], right.left, layout.block[3]


def _how_far(worst: Intruder, reading: Reading) -> str:
    """`9 pt into the space between the columns`, or through it."""
    if worst.points <= (reading.layout.gutter or worst.points):
        return f"{worst.points:.0f} pt into the space between the columns"
    return f"{worst.points:.0f} pt beyond the column, into the next one"


def _intrusion(paper: Paper, reading: Reading, found: Sequence[Intruder]) -> Finding:
    """One finding for all of them, at the worst."""
    worst = max(found, key=lambda each: each.points)
    page = reading.facts.pages[worst.page - 1]
    culprit = culprit_of(worst.parts, page, reading.facts.images, worst.side)
    others = sorted({each.page for each in found} - {worst.page})
    also = f" It also happens on {page_list(others)}." if others else ""
    reaches = "reach" if culprit.several else "reaches"
    message = f"{place(paper, [worst.page])}: {culprit.name} {reaches} {_how_far(worst, reading)}.{also}"
    severity: Severity = "warning" if worst.points >= WORTH_A_WARNING else "info"
    pages = [worst.page, *others]
    return finding("gutter", message, paper=paper.id, page=worst.page, pages=pages, box=worst.box, severity=severity)
