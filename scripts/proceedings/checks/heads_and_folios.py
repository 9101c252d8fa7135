"""Page numbers and running heads of the authors' own, by whether the template wants them."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import page_range

FEWEST_PAGES = 3
"""Pages on which heads and numbers show that they run: the first page often has none, and one alone repeats nothing."""


def page_number_present(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding for all folios of a paper."""
    folios = reading.running.folios
    if rules.profile.page_numbers == "unwanted" and folios:
        first, last = folios[0], folios[-1]
        printed = page_range(first.number, last.number)
        noun = "number" if len(folios) == 1 else "numbers"
        message = f"{place(paper, [each.page for each in folios])}: the file has the page {noun} {printed} of its own."
        yield finding("page-number-present", message, paper=paper.id, page=first.page, box=first.line.box)


def running_head_present(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding for all running heads of a paper."""
    heads = reading.running.heads
    if rules.profile.running_heads == "unwanted" and heads:
        pages = sorted({each.page for each in heads})
        first = quoted(heads[0].line.text)
        message = f"{place(paper, pages)}: the file has running heads of its own, the first {first}."
        yield finding("running-head-present", message, paper=paper.id, page=pages[0], box=heads[0].line.box)


def page_number_missing(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A paper without the page numbers that the template has."""
    if rules.profile.page_numbers == "wanted" and not reading.running.folios:
        yield from _missing("page-number-missing", "page numbers", paper, reading, rules)


def running_head_missing(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A paper without the running heads that the template has."""
    if rules.profile.running_heads == "wanted" and not reading.running.heads:
        yield from _missing("running-head-missing", "running heads", paper, reading, rules)


def _missing(code: str, what: str, paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    if len(reading.facts.pages) >= FEWEST_PAGES:
        asked = rules.profile.title or rules.profile.name
        yield finding(code, f"{place(paper)} has no {what}; {asked} has them.", paper=paper.id)
