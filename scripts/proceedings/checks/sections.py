"""Sections that the template or the call asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.letters import key_of
from proceedings.reading.reading import Reading
from proceedings.reading.sections import SectionWords, run_in_name, section_words
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import listed

NUMBER = re.compile(r"^\W*(?:\d{1,2}|[A-Z]|[IVX]+)(?:\.\d+)*[.)]?\s+")


def section_missing(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """The sections of the profile that neither a heading nor the beginning of a paragraph names, by their weight.

    That pages hold no text at all is another finding.
    """
    if not any(page.lines for page in reading.facts.pages):
        return
    asked_for = [section_words(section) for section in rules.profile.sections or ()]
    missing = [words for words in asked_for if _is_asked_for(words, rules) and not has_section(reading, words)]
    for severity in dict.fromkeys(words.severity for words in missing):
        alike = [quoted(words.title) for words in missing if words.severity == severity]
        message = f"{place(paper)} lacks {_said_of(alike, rules.profile.title or rules.profile.name)}."
        yield finding("section-missing", message, paper=paper.id, severity=severity)


def _said_of(names: Sequence[str], asked: str) -> str:
    """`the section “Keywords” that Springer LNCS asks for: no heading was found for it`."""
    if len(names) == 1:
        return f"the section {names[0]} that {asked} asks for: no heading was found for it"
    return f"the sections {listed(names)} that {asked} asks for: no headings were found for them"


def _is_asked_for(words: SectionWords, rules: Rules) -> bool:
    """Publishers began to ask for some sections in a certain year."""
    return words.since is None or rules.volume.year is None or rules.volume.year >= words.since


def has_section(reading: Reading, words: SectionWords) -> bool:
    """Whether the paper has it, under a heading of its own or as a paragraph that begins with its name."""
    if any(words.names(heading) for heading in reading.headings):
        return True
    if words.opens and any(
        line.text.startswith(words.opens) for page in reading.facts.pages[:2] for line in page.lines
    ):
        return True
    names = (run_in_name(NUMBER.sub("", line.text)) for page in reading.facts.pages for line in page.lines)
    return any(name[:1].isupper() and words.fits(name) and len(key_of(name)) > 3 for name in names)
