"""The same file under two ids: one of them is the wrong paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper


def duplicate_pdf(papers: Sequence[tuple[Paper, PaperFacts]], _: Rules) -> Iterator[Finding]:
    """One finding for each group of papers with the same bytes, at the first of them."""
    same: dict[str, list[Paper]] = defaultdict(list)
    for paper, facts in papers:
        if facts.pages:
            same[facts.sha256].append(paper)
    for group in same.values():
        if len(group) > 1:
            others = listed([place(paper) for paper in group[1:]])
            message = f"{place(group[0])} is the same file as {others}."
            yield finding("duplicate-pdf", message, paper=group[0].id)
