"""Sections that the template or the call asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.letters import key_of
from proceedings.reading.reading import Reading
from proceedings.reading.sections import run_in_name, section_words
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import listed

FEWEST_LINES = 20
"""A paper with fewer lines of text is a scan or garbled, which is another finding."""

NUMBER = re.compile(r"^\W*(?:\d{1,2}|[A-Z]|[IVX]+)(?:\.\d+)*[.)]?\s+")


def section_missing(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """The sections of the profile that neither a heading nor the beginning of a paragraph names."""
    if sum(len(page.lines) for page in reading.facts.pages) < FEWEST_LINES:
        return
    asked_for = [section for section in rules.profile.sections or () if _is_asked_for(section, rules)]
    missing = [section for section in asked_for if not has_section(reading, section)]
    if not missing:
        return
    names = listed([quoted(section_words(section).title) for section in missing])
    what = "the section" if len(missing) == 1 else "the sections"
    found = "no heading was found for it" if len(missing) == 1 else "no headings were found for them"
    asked = rules.profile.title or rules.profile.name
    yield finding(
        "section-missing", f"{place(paper)} lacks {what} {names} that {asked} asks for: {found}.", paper=paper.id
    )


def _is_asked_for(section: str, rules: Rules) -> bool:
    """Publishers began to ask for some sections in a certain year."""
    since = section_words(section).since
    return since is None or rules.volume.year is None or rules.volume.year >= since


def has_section(reading: Reading, section: str) -> bool:
    """Whether the paper has it, under a heading of its own or as a paragraph that begins with its name."""
    words = section_words(section)
    if any(words.names(heading) for heading in reading.headings):
        return True
    if words.opens and any(
        line.text.startswith(words.opens) for page in reading.facts.pages[:2] for line in page.lines
    ):
        return True
    names = (run_in_name(NUMBER.sub("", line.text)) for page in reading.facts.pages for line in page.lines)
    return any(name[:1].isupper() and words.fits(name) and len(key_of(name)) > 3 for name in names)
