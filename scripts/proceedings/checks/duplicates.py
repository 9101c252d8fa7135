"""The same file under two ids: one of them is the wrong paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, listed, place
from proceedings.checks.swapped_files import swapped_files
from proceedings.codes import finding
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper


def duplicate_pdf(papers: Sequence[tuple[Paper, PaperFacts]], _: Rules) -> Iterator[Finding]:
    """One finding for each group of papers with the same bytes.

    It stands at the paper whose title the file does not have; where no first page tells, at the first of them.
    """
    same: dict[str, list[Paper]] = defaultdict(list)
    for paper, facts in papers:
        if facts.pages:
            same[facts.sha256].append(paper)
    swapped = swapped_files(papers) if any(len(group) > 1 for group in same.values()) else {}
    for group in same.values():
        if len(group) > 1:
            wrong = [paper for paper in group if paper.id in swapped]
            first = wrong[0] if wrong else group[0]
            others = listed([place(paper) for paper in group if paper is not first])
            message = f"{place(first)} is the same file as {others}."
            owner = swapped.get(first.id)
            remedy = None
            if owner:
                message += f" Its first page has the title of paper {owner}."
                remedy = f"Ask the authors of paper {first.id} for their file and put it in place as {place(first)}."
            yield finding("duplicate-pdf", message, paper=first.id, page=1 if owner else None, remedy=remedy)
