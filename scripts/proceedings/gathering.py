"""From the findings of all stages to those of the edition: weighed, overruled, traced to their causes, waived."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import UNSET

from proceedings.causes import full_causes, overruled, without_consequences
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.severity import in_reading_order, weigh_findings
from proceedings.waivers import waiver_findings


def gathered_findings(
    findings: Sequence[Finding],
    edition: Edition,
    *,
    strict: bool,
    complete: bool = True,
) -> tuple[Finding, ...]:
    """Every finding that the edition reports, in reading order. `strict` is that of `weigh_findings`.

    A cause that is `off` in this edition explains nothing, a waived one does. `complete`: these are the findings
    of all stages, so that a waiver which covers none of them is unused.
    """
    weighed = overruled(weigh_findings(findings, edition, strict=strict))
    on_waivers = weigh_findings(waiver_findings(edition, weighed, complete=complete), edition, strict=strict)
    reported = without_consequences(weighed, full_causes(findings))
    return in_reading_order([*map(_as_reported, reported), *on_waivers], edition)


def _as_reported(finding: Finding) -> Finding:
    """The finding without its list of pages, which its message has and which has served to find its cause."""
    return msgspec.structs.replace(finding, pages=UNSET) if finding.pages else finding
