"""What the chair accepted: a waiver that is over, or that covers nothing, is a finding itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from proceedings.codes import all_codes, finding
from proceedings.records.edition import Edition, Waiver
from proceedings.records.finding import Finding
from proceedings.severity import covers
from proceedings.wording import date_words

FILE = "metadata/waivers.yml"


def waiver_findings(edition: Edition, findings: Sequence[Finding], *, complete: bool) -> Iterator[Finding]:
    """Expired and unused waivers of the edition; `findings` are all weighed ones, those that follow from others too.

    They are the volume's: authors can do nothing about them. Without the findings of all stages (`complete`) none
    is called unused. Waivers of unknown papers and codes are the intake's.
    """
    known = {paper.id for paper in edition.papers}
    absent = {each.paper for each in findings if each.paper is not None and _is_absence_of_file(each)}
    for number, waiver in enumerate(edition.waivers, 1):
        if waiver.code not in all_codes() or (waiver.paper is not None and waiver.paper not in known):
            continue
        lasting = msgspec.structs.replace(waiver, until=None)
        needed = any(covers(lasting, each, edition.as_of) for each in findings)
        if _is_over(waiver, edition):
            yield _expired(waiver, number, needed=needed)
        elif complete and not needed and waiver.paper not in absent:
            message = f"{_named(waiver, number)} covers no finding of this edition."
            if all_codes()[waiver.code].by_name and not waiver.person:
                message += " A waiver of this code must name the `person` whom the finding names."
            yield finding("waiver-unused", message)


def _is_absence_of_file(found: Finding) -> bool:
    known = all_codes()[found.code]
    return known.absence and known.severity == "error"


def _is_over(waiver: Waiver, edition: Edition) -> bool:
    return waiver.until is not None and edition.as_of is not None and edition.as_of > waiver.until


def _expired(waiver: Waiver, number: int, *, needed: bool) -> Finding:
    """A warning where its finding counts again, information where there is none any more."""
    day = date_words(waiver.until) if waiver.until else ""
    now = "the finding counts again" if needed else "no such finding is left"
    message = f"{_named(waiver, number)} held until {day}; {now}."
    return finding("waiver-expired", message, severity=None if needed else "info")


def _named(waiver: Waiver, number: int) -> str:
    """`metadata/waivers.yml, entry 2: the waiver of gutter for paper 017 (Ed Chair)`."""
    whose = f"for paper {waiver.paper}" if waiver.paper is not None else "for the volume"
    by = f" ({waiver.by})" if waiver.by else ""
    of = f"{waiver.code} ({waiver.person})" if waiver.person else waiver.code
    return f"{FILE}, entry {number}: the waiver of {of} {whose}{by}"
