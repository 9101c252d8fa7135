"""Can the file be used at all? One finding for a file that cannot, and nothing else is checked then."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted


def not_a_pdf(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """A web page, an office document, an empty file under the name of a PDF."""
    facts = reading.facts
    if facts.condition == "not-a-pdf":
        yield finding("not-a-pdf", f"{place(paper)} is not a PDF: {facts.problem}.", paper=paper.id)


def damaged_pdf(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """A file that readers refuse or do not agree on; a warning where it was mended without loss."""
    facts = reading.facts
    if facts.condition == "damaged":
        yield finding("damaged-pdf", f"{place(paper)} is damaged: {facts.problem}.", paper=paper.id)
    elif facts.pages and facts.problem:
        message = f"{place(paper)}: {facts.problem}; {_all(len(facts.pages))} could be read all the same."
        yield finding("damaged-pdf", message, paper=paper.id, severity="warning")


def _all(pages: int) -> str:
    return "its one page" if pages == 1 else f"all {counted(pages, 'page')}"


def password(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """A file that nobody can open without its password."""
    facts = reading.facts
    if facts.condition == "password":
        yield finding("password", f"{place(paper)}: {facts.problem}.", paper=paper.id)


def encrypted(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """A file that opens without a password and is encrypted all the same, as a rule to restrict its use."""
    facts = reading.facts
    if facts.condition == "encrypted":
        yield finding("encrypted", f"{place(paper)} is encrypted, so it cannot be stamped.", paper=paper.id)
