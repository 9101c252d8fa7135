"""Severity: what a finding weighs in this edition, and whether the chair has accepted it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from proceedings.codes import all_codes
from proceedings.folding import folded_words
from proceedings.records.edition import Edition, Waiver
from proceedings.records.finding import Finding, Severity, Weight
from proceedings.records.volume import Volume

COLLECTED = "camera-ready-missing"
"""What is information of a paper whose file the publisher collects."""

ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def weigh_findings(findings: Iterable[Finding], edition: Edition, *, strict: bool) -> tuple[Finding, ...]:
    """All findings with their severity in this edition, waivers applied, in the order a reader wants.

    The profile's table holds; proceedings.yml overrides it. While the phase is `collecting`, what is
    merely not there yet is information until its deadline, unless `strict`.
    """
    softened = set() if strict else awaited_codes(edition)
    elsewhere = {paper.id for paper in edition.papers if edition.volume.is_with_publisher(paper)}
    table = edition.profile.severities
    weighed = []
    for finding in findings:
        ours = edition.volume.severities.get(finding.code) or weight_by_profile(finding, table.get(finding.code))
        allowed = finding.code in softened or (finding.code == COLLECTED and finding.paper in elsewhere)
        weight = "info" if allowed and ours != "off" else ours
        if weight != "off":
            waived = any(covers(waiver, finding, edition.as_of) for waiver in edition.waivers)
            weighed.append(msgspec.structs.replace(finding, severity=weight, waived=waived))
    return in_reading_order(weighed, edition)


def weight_by_profile(finding: Finding, asked: Weight | None) -> Weight:
    """What a finding weighs where the profile asks `asked` of its code; None: the profile is silent.

    The profile's word holds, and makes no case graver that its check found milder than usual: a warning for one bare
    ?? that may be no reference stays one under a profile that calls the code an error. A case that its check found
    graver weighs what the profile says too: where the publisher sets the pages again, a far overflow blocks nothing.
    """
    usual = all_codes()[finding.code].severity
    if asked is None or asked == "off":
        return asked or finding.severity
    is_mild = ORDER[finding.severity] > ORDER[usual]
    return finding.severity if is_mild and ORDER[finding.severity] > ORDER[asked] else asked


def awaited_codes(edition: Edition) -> set[str]:
    """The codes that say "not there yet" and may still say so: the phase is collecting, no deadline has passed."""
    volume = edition.volume
    if volume.phase != "collecting":
        return set()
    return {
        code
        for code, known in all_codes().items()
        if known.absence and not deadline_passed(volume, code, edition.as_of)
    }


def deadline_passed(volume: Volume, code: str, today: datetime.date | None) -> bool:
    """Whether what `code` misses is overdue: `rights` for forms, `camera_ready` for all the rest."""
    deadline = volume.deadlines.get("rights" if code.startswith("rights") else "camera_ready")
    return deadline is not None and today is not None and today > deadline


def covers(waiver: Waiver, finding: Finding, today: datetime.date | None) -> bool:
    """Whether a waiver still holds and names this finding.

    Who wrote a paper is accepted person by person: a waiver of one author's coming must not hide that another went.
    A waiver of such a code therefore names the `person` too; given and family name may stand in either order.
    """
    expired = waiver.until is not None and today is not None and today > waiver.until
    meant = waiver.code == finding.code and waiver.paper == finding.paper
    return not expired and meant and (not all_codes()[finding.code].by_name or names_person(waiver, finding))


def names_person(waiver: Waiver, finding: Finding) -> bool:
    """Whether the waiver's person is the finding's; a finding about nobody asks for no name."""
    if not finding.people:
        return True
    return sorted(folded_words(waiver.person or "")) in [sorted(folded_words(name)) for name in finding.people]


def in_reading_order(findings: Sequence[Finding], edition: Edition) -> tuple[Finding, ...]:
    """The volume's own findings first, then paper by paper in volume order, the gravest first."""
    place = {paper.id: number for number, paper in enumerate(edition.papers)}
    return tuple(
        sorted(
            findings,
            key=lambda each: (
                each.paper is not None,
                place.get(each.paper or "", len(place)),
                each.paper or "",
                ORDER[each.severity],
                each.code,
                each.page or 0,
                each.message,
            ),
        )
    )


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a volume from being handed over: errors that nobody waived."""
    return tuple(finding for finding in findings if finding.severity == "error" and not finding.waived)
