"""Can the file be used at all? One finding for a file that cannot, and nothing else is checked then."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper


def not_a_pdf(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """A web page, an office document, an empty file under the name of a PDF."""
    if facts.condition == "not-a-pdf":
        yield finding("not-a-pdf", f"{place(paper)} is not a PDF: {facts.problem}.", paper=paper.id)


def damaged_pdf(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """A file that readers refuse or do not agree on; a warning where it was mended without loss."""
    if facts.condition == "damaged":
        yield finding("damaged-pdf", f"{place(paper)} is damaged: {facts.problem}.", paper=paper.id)
    elif facts.pages and facts.problem:
        message = f"{place(paper)}: {facts.problem}; all {len(facts.pages)} pages could be read all the same."
        yield finding("damaged-pdf", message, paper=paper.id, severity="warning")


def password(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """A file that nobody can open without its password."""
    if facts.condition == "password":
        yield finding("password", f"{place(paper)}: {facts.problem}.", paper=paper.id)


def encrypted(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """A file that opens and forbids printing, copying or changing it."""
    if facts.condition == "encrypted":
        message = f"{place(paper)} is encrypted: its owner restricts what may be done with it, so it cannot be stamped."
        yield finding("encrypted", message, paper=paper.id)
