"""What the papers used, as bars: the tallies of the appendix's plots."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.report.page import UsageRow, UsageView
from proceedings.reproducibility.usage import Sort, tallies_of

MOST_ROWS = 12


def usage_views(edition: Edition, papers: Sequence[Paper]) -> tuple[UsageView, ...]:
    """A view of each sort of things of which papers share any, all bars on one scale."""
    sorts = [sort for sort in tallies_of(edition, papers).sorts() if sort.usage.shared]
    longest = max((len(use.papers) for sort in sorts for use in sort.usage.uses), default=1)
    return tuple(_view(sort, longest, len(papers)) for sort in sorts)


def _view(sort: Sort, longest: int, papers: int) -> UsageView:
    shown = [(use.name, len(use.papers)) for use in sort.usage.most_used(MOST_ROWS)]
    rows = tuple(UsageRow(name=name, papers=count, share=round(100 * count / longest)) for name, count in shown)
    return UsageView(title=sort.title, sentence=sort.sentence(len(rows), papers), rows=rows)
