"""How large the file is and in which version of PDF it is written."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

MEGABYTE = 1_000_000


def file_size(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A file larger than the profile allows."""
    facts = reading.facts
    most = rules.profile.most_bytes
    if most is not None and facts.bytes > most:
        size, limit = facts.bytes / MEGABYTE, most / MEGABYTE
        yield finding("file-size", f"{place(paper)} has {size:.1f} MB; at most {limit:g} MB are asked.", paper=paper.id)


def pdf_version(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A version of PDF outside the range that the profile names."""
    facts = reading.facts
    oldest, newest = rules.profile.oldest_pdf_version, rules.profile.newest_pdf_version
    version = facts.pdf_version
    if version and ((oldest and version < oldest) or (newest and version > newest)):
        message = f"{place(paper)} is written as PDF {version}; asked is {oldest or 'any'} to {newest or 'any'}."
        yield finding("pdf-version", message, paper=paper.id)
