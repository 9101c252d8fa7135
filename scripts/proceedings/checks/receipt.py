"""The receipt of the author's own check, confirmed: it is silent where file, rules and checker are the same."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checker_version import library_digest
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.receipts import Receipt, read_receipt, receipt_for
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import listed


def receipt_mismatch(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A warning where the authors checked another file; information where they checked by other rules."""
    facts = reading.facts
    if not paper.receipt:
        return
    sent = read_receipt(paper.receipt)
    if sent is None:
        message = f'metadata/papers/{paper.id}.yml: "{paper.receipt}" is no receipt of a check.'
        remedy = "Copy the line that `make check-paper` ends with, or delete the key `receipt`."
        yield finding("receipt-mismatch", message, paper=paper.id, remedy=remedy)
        return
    ours = receipt_for(facts.sha256, rules.profile, library_digest())
    if sent.file != ours.file:
        message = f"{place(paper)} is not the file that its authors checked: the receipt is for another one."
        yield finding("receipt-mismatch", message, paper=paper.id)
    elif differences := list(_differences(sent, ours)):
        message = f"{place(paper)} is the file that its authors checked, with {listed(differences)}."
        remedy = "Nothing: the findings of this run count."
        yield finding("receipt-mismatch", message, paper=paper.id, severity="info", remedy=remedy)


def _differences(sent: Receipt, ours: Receipt) -> Iterator[str]:
    if sent.rules != ours.rules:
        same_name = sent.profile == ours.profile
        yield f"other values of the profile {ours.profile}" if same_name else f"the profile {sent.profile}"
    if sent.checker != ours.checker:
        yield "another version of the checker"
