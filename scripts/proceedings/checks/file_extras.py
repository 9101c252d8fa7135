"""What a file brings beside its pages: scripts, attachments, forms, reviewers' notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted

REMARK_KINDS = {
    "Text": "note",
    "FreeText": "text box",
    "Highlight": "highlight",
    "Underline": "underline",
    "Squiggly": "underline",
    "StrikeOut": "strike-out",
    "Caret": "insertion mark",
    "Stamp": "stamp",
    "Ink": "drawing",
    "Line": "line",
    "Square": "frame",
    "Circle": "circle",
    "Redact": "redaction",
}


def active_content(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """JavaScript, programs to start, media: nothing that a reader of proceedings expects."""
    facts = reading.facts
    if facts.active:
        message = f"{place(paper)} does more than show pages: {listed(facts.active)}."
        yield finding("active-content", message, paper=paper.id)


def attachment(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Files embedded in the PDF."""
    facts = reading.facts
    if facts.attachments:
        message = f"{place(paper)} has {counted(len(facts.attachments), 'file')} attached: {listed(facts.attachments)}."
        yield finding("attachment", message, paper=paper.id)


def form(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Fields that a reader could fill in."""
    facts = reading.facts
    if facts.xfa:
        yield finding("form", f"{place(paper)} is an XFA form, which only Acrobat shows.", paper=paper.id)
    elif facts.form_fields:
        fields = counted(facts.form_fields, "form field")
        yield finding("form", f"{place(paper)} has {fields} to fill in.", paper=paper.id)


def review_annotation(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Notes and highlights that were left in; one finding, placed at the first."""
    facts = reading.facts
    if not facts.annotations:
        return
    kinds = Counter(REMARK_KINDS.get(remark.kind, f"{remark.kind} annotation") for remark in facts.annotations)
    remarks = [_counted(number, kind) for kind, number in sorted(kinds.items())]
    first = facts.annotations[0]
    words = f' The first says: "{first.contents[:80]}".' if first.contents else ""
    where = place(paper, (remark.page for remark in facts.annotations))
    message = f"{where}: remarks were left in the file: {listed(remarks)}.{words}"
    yield finding("review-annotation", message, paper=paper.id, page=first.page, box=first.box)


def _counted(number: int, kind: str) -> str:
    return f"{number:,} {kind}es" if number > 1 and kind.endswith("x") else counted(number, kind)
