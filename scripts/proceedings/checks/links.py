"""Internal links that lead nowhere in the author's own file."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted


def broken_link(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper, with the targets that are missing."""
    facts = reading.facts
    broken = facts.links.broken
    if not broken:
        return
    targets = list(dict.fromkeys(link.target for link in broken))
    number = f"{counted(len(broken), 'link')} {'leads' if len(broken) == 1 else 'lead'}"
    message = f"{place(paper, (link.page for link in broken))}: {number} nowhere; missing: {listed(targets)}."
    yield finding("broken-link", message, paper=paper.id, page=broken[0].page, box=broken[0].box)
