"""What a paper says of its artifacts itself, so that nobody is asked for it twice."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.own_sections import AVAILABILITY, DESCRIPTION, artifact_heading
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import OwnSection


def artifacts_described(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """The paper's own artifact description, where the edition asks for what it tells."""
    if not rules.volume_is_known or rules.volume.reproducibility == "off":
        return
    heading = artifact_heading(reading)
    if heading:
        message = (
            f"{place(paper, [heading.page])}: the paper describes its artifacts itself, under {quoted(heading.text)}."
        )
        yield finding("artifacts-described", message, paper=paper.id, page=heading.page, box=heading.box)


def own_sections(holdings: Holdings) -> list[OwnSection]:
    """For each paper that has one, the section in which it describes its artifacts, or else says where they are."""
    return [section for paper, reading in holdings.papers if (section := _own_section(paper, reading))]


def _own_section(paper: Paper, reading: Reading) -> OwnSection | None:
    for section in (DESCRIPTION, AVAILABILITY):
        if heading := artifact_heading(reading, section):
            describes = section == DESCRIPTION
            return OwnSection(paper=paper.id, title=heading.text, page=heading.page, describes=describes)
    return None
