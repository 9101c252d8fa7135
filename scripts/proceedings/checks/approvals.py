"""Approvals of the authors: one for each paper as it stands now, once the chair has begun to enter them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.approvals import approval_line, changed_since, printed_metadata_sha256
from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import place
from proceedings.codes import finding
from proceedings.records.edition import Approval
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import listed

LIST = "metadata/approvals.csv"


def approval_missing(holdings: Holdings) -> Iterator[Finding]:
    """Papers that are there without a valid line; information while nobody said anything, a warning once voided.

    An edition without `metadata/approvals.csv` asks for none.
    """
    if holdings.edition.approvals is None:
        return
    for paper in holdings.accepted:
        reading = holdings.readings.get(paper.id)
        if reading is not None and reading.facts.pages:
            own = [each for each in holdings.edition.approvals if each.id == paper.id]
            yield from _judged(paper, reading.facts, own)


def _judged(paper: Paper, facts: PaperFacts, approvals: Sequence[Approval]) -> Iterator[Finding]:
    metadata = printed_metadata_sha256(paper)
    if any(not changed_since(each, facts.sha256, metadata) for each in approvals):
        return
    remedy = (
        "Send the authors their proof page; when they agree, enter the line "
        f"`{approval_line(paper.id, facts.sha256, metadata)}` in {LIST}."
    )
    if not approvals:
        message = f"{place(paper)}: {LIST} holds no approval of paper {paper.id}."
        yield finding("approval-missing", message, paper=paper.id, remedy=remedy)
        return
    last = max(approvals, key=lambda each: each.line)
    changed = changed_since(last, facts.sha256, metadata)
    who = f"{last.who or 'somebody'} approved paper {paper.id}" + (f" on {last.date}" if last.date else "")
    message = (
        f"{LIST}, line {last.line}: {who}; {listed(changed)} {'has' if len(changed) == 1 else 'have'} changed since."
    )
    yield finding("approval-missing", message, paper=paper.id, severity="warning", remedy=remedy)
