"""The title in the document's properties, where the file goes out as the authors made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.folding import folded
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

FILE_NAME = re.compile(
    r"(?:.*[\\/])?[^\\/]{1,80}\.(?:docx?|odt|rtf|pdf|tex|dvi|e?ps|indd|pptx?|pages|txt|qxd)(?: - .*)?", re.IGNORECASE
)
OF_PROGRAM = re.compile(
    r"(?:Microsoft (?:Office )?(?:Word|PowerPoint)|OpenOffice\S*|LibreOffice\S*) - .*", re.IGNORECASE
)
EMPTY_WORD = re.compile(
    r"(?:untitled|unbenannt|sans titre|sin título|document|dokument|paper|manuscript|main|draft|template|title|"
    r"paper title|camera[- ]?ready|final(?: version)?|article|submission|no title|без названия)[\s_-]*\d{0,4}",
    re.IGNORECASE,
)
ANOTHER = 0.5
"""A title less like the paper's than this is another one."""


def document_info(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A title that a program or another paper left there. None at all is no fault: it is set from the metadata."""
    title = " ".join(reading.facts.document_info.get("Title", "").split())
    if rules.policy.delivers != "original" or not title:
        return
    if what := _fault(title, paper, reading):
        message = f"{place(paper)}: the title in the document's properties is {quoted(title)}, {what}."
        yield finding("document-info", message, paper=paper.id)


def _fault(title: str, paper: Paper, reading: Reading) -> str | None:
    if folded(title) == folded(paper.title):
        return None
    if OF_PROGRAM.fullmatch(title) or FILE_NAME.fullmatch(title):
        return "the name of a file"
    if EMPTY_WORD.fullmatch(title):
        return "no title"
    return "not the paper's title" if _is_another(title, paper, reading) else None


def _is_another(title: str, paper: Paper, reading: Reading) -> bool:
    """Whether the title is neither like that of the paper, which page 1 shows, nor found there itself."""
    here, asked = folded(title), folded(paper.title)
    page = folded(" ".join(line.text for line in reading.facts.pages[0].lines))
    if not here or not asked or asked not in page:  # what page 1 does not show is another finding
        return False
    if here in page or here in asked or asked in here:
        return False
    return SequenceMatcher(None, here, asked, autojunk=False).ratio() < ANOTHER
