"""What an author approves, and whether somebody has."""

from __future__ import annotations

from proceedings.approvals import approval_line, changed_since, printed_metadata_sha256
from proceedings.proofs.build import Papers
from proceedings.proofs.page import ApprovalView
from proceedings.records.edition import Approval
from proceedings.records.paper import Paper
from proceedings.wording import date_words, listed


def approval_view(paper: Paper, papers: Papers) -> ApprovalView | None:
    """The state of the paper's approval; None for a paper that gets no pages, or whose file does not come here."""
    file = papers.files.get(paper.id)
    if paper.status != "accepted" or papers.standings.get(paper.id) == "with-publisher":
        return None
    if file is None or not file.pages:
        return ApprovalView(sentence="There is nothing to approve before the PDF is here and can be read.", asked=False)
    metadata = printed_metadata_sha256(paper)
    own = [each for each in papers.edition.approvals or () if each.id == paper.id]
    sentence, asked = _state(own, file.sha256, metadata)
    return ApprovalView(
        sentence=sentence,
        asked=asked,
        pdf_sha256=file.sha256,
        metadata_sha256=metadata,
        line=approval_line(paper.id, file.sha256, metadata),
    )


def _state(approvals: list[Approval], pdf: str, metadata: str) -> tuple[str, bool]:
    """The words, and whether an approval is still asked for."""
    for each in approvals:
        if not changed_since(each, pdf, metadata):
            return f"{_given(each)}: the paper is as it was then, and nothing more is needed. Thank you.", False
    if approvals:
        last = max(approvals, key=lambda each: each.line)
        changed = changed_since(last, pdf, metadata)
        verb = "has" if len(changed) == 1 else "have"
        return f"{_given(last)}; {listed(changed)} {verb} changed since. Please approve it again.", True
    return "Nobody has approved the paper yet.", True


def _given(approval: Approval) -> str:
    day = f" on {date_words(approval.date)}" if approval.date else ""
    return f"{approval.who or 'Somebody'} approved{day}"
