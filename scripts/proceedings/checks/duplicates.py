"""The same file under two ids: one of them is the wrong paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import listed, place
from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper


def duplicate_pdf(holdings: Holdings) -> Iterator[Finding]:
    """One finding for each group of papers with the same bytes.

    It stands at the paper whose title the file does not have; where no first page tells, at the first of them.
    """
    same: dict[str, list[Paper]] = defaultdict(list)
    for paper, reading in holdings.papers:
        if reading.facts.pages:
            same[reading.facts.sha256].append(paper)
    for group in same.values():
        if len(group) > 1:
            wrong = [paper for paper in group if paper.id in holdings.swapped]
            first = wrong[0] if wrong else group[0]
            others = listed([place(paper) for paper in group if paper is not first])
            message = f"{place(first)} is the same file as {others}."
            owner = holdings.swapped.get(first.id)
            remedy = None
            if owner:
                message += f" Its first page has the title of paper {owner}."
                remedy = f"Ask the authors of paper {first.id} for their file and put it in place as {place(first)}."
            yield finding("duplicate-pdf", message, paper=first.id, page=1 if owner else None, remedy=remedy)
