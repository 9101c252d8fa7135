"""What a paper says of its artifacts itself, so that nobody is asked for it twice."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.own_sections import artifact_heading
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper


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
