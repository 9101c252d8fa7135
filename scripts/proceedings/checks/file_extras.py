"""What a file brings beside its pages: scripts, attachments, forms, reviewers' notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from proceedings.checks.rules import Rules, listed, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.facts import ExtraFacts, PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted, page_list, with_pages

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
        what = with_pages((each.name, each.page) for each in facts.active)
        message = f"{place(paper)} does more than show pages: {listed(what)}."
        yield _placed("active-content", message, paper, facts.active)


def attachment(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Files embedded in the PDF."""
    facts = reading.facts
    if facts.attachments:
        files = with_pages((each.name, each.page) for each in facts.attachments)
        message = f"{place(paper)} has {counted(len(facts.attachments), 'file')} attached: {listed(files)}."
        yield _placed("attachment", message, paper, facts.attachments)


def form(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Fields that a reader could fill in."""
    facts = reading.facts
    fields = facts.form_fields
    if facts.xfa:
        yield _placed("form", f"{place(paper)} is an XFA form, which only Acrobat shows.", paper, fields)
    elif fields:
        pages = page_list(each.page for each in fields if each.page)
        where = f" ({pages})" if pages else ""
        message = f"{place(paper)} has {counted(len(fields), 'form field')} to fill in{where}"
        yield _placed("form", f"{message}{_signed(facts)}.", paper, fields)


def _signed(facts: PaperFacts) -> str:
    """What becomes of the digital signatures among the fields; nothing where there are none."""
    if not facts.signatures:
        return ""
    these = "is a digital signature, which" if facts.signatures == 1 else "are digital signatures, which"
    one = "it does" if facts.signatures == 1 else "they do"
    return f"; {facts.signatures} {these} holds for the file as it came: on stamped pages {one} not"


def _placed(code: str, message: str, paper: Paper, extras: Iterable[ExtraFacts]) -> Finding:
    """The finding at the first of these that lies on a page; without a place where none does."""
    on_pages = [each for each in extras if each.page]
    first = min(on_pages, key=lambda each: (each.page or 0, each.box is None), default=ExtraFacts())
    return finding(code, message, paper=paper.id, page=first.page, box=first.box)


def review_annotation(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Notes and highlights that were left in; one finding, placed at the first."""
    facts = reading.facts
    if not facts.annotations:
        return
    kinds = Counter(REMARK_KINDS.get(remark.kind, f"{remark.kind} annotation") for remark in facts.annotations)
    remarks = [_counted(number, kind) for kind, number in sorted(kinds.items())]
    first = facts.annotations[0]
    words = f" The first says {quoted(first.contents)}." if first.contents else ""
    where = place(paper, (remark.page for remark in facts.annotations))
    message = f"{where}: remarks were left in the file: {listed(remarks)}.{words}"
    yield finding("review-annotation", message, paper=paper.id, page=first.page, box=first.box)


def _counted(number: int, kind: str) -> str:
    return f"{number:,} {kind}es" if number > 1 and kind.endswith("x") else counted(number, kind)
