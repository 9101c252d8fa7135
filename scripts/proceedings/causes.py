"""Root causes: a finding that follows from another of the same paper is told in that one's message.

What follows from what is data: `swallows` and `overrules` in finding_codes.toml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from proceedings.codes import all_codes
from proceedings.records.finding import Finding
from proceedings.severity import ORDER
from proceedings.wording import listed, page_list

Origin = tuple[str | None, str]
"""Paper and code of a finding."""


def full_causes(findings: Iterable[Finding]) -> frozenset[Origin]:
    """Which of the checks' findings, as yet unweighed, are causes: those no milder than their code's usual case.

    One scanned page among many explains nothing of what was found on the others.
    """
    codes = all_codes()
    return frozenset(
        (each.paper, each.code)
        for each in findings
        if codes[each.code].swallows
        and ORDER[each.severity] <= ORDER[codes[each.code].swallows_from or codes[each.code].severity]
    )


def without_consequences(findings: Sequence[Finding], causes: frozenset[Origin]) -> tuple[Finding, ...]:
    """The weighed findings without those that follow from a cause among them, in the same order.

    A cause swallows nothing that weighs more than itself, so that no error hides behind a note. A cause that is
    swallowed hands on what follows from it. The message of the cause says what is not listed.
    """
    grouped: dict[str | None, list[Finding]] = defaultdict(list)
    for each in findings:
        grouped[each.paper].append(each)
    swallowed: dict[int, list[Finding]] = defaultdict(list)
    gone: set[int] = set()
    for of_paper in grouped.values():
        explaining = _explaining(of_paper, causes)
        parents = {id(each): cause for each in of_paper if (cause := _cause(each, explaining))}
        for each in of_paper:
            if id(each) in parents:
                gone.add(id(each))
                swallowed[id(_root(each, parents))].append(each)
    return tuple(_telling(each, swallowed[id(each)]) for each in findings if id(each) not in gone)


def _explaining(of_paper: Iterable[Finding], causes: frozenset[Origin]) -> list[Finding]:
    """The causes among a paper's findings, of those that weigh alike the first, for it explains what others would."""
    first: dict[tuple[object, ...], Finding] = {}
    for each in of_paper:
        if (each.paper, each.code) in causes:
            first.setdefault((each.code, each.severity, each.waived, each.pages), each)
    return list(first.values())


def _cause(finding: Finding, explaining: Iterable[Finding]) -> Finding | None:
    """The finding that this one follows from; the first one where there are several.

    A cause on some pages explains what is found on these alone, one without pages what is found anywhere. Who wrote the
    paper follows from nothing that was waived: a waiver of such a finding names the person.
    """
    for each in explaining:
        if each.waived and finding.people:
            continue
        follows = finding.code in all_codes()[each.code].swallows and _is_on_its_pages(finding, each)
        if follows and ORDER[each.severity] <= ORDER[finding.severity]:
            return each
    return None


def _is_on_its_pages(finding: Finding, cause: Finding) -> bool:
    if not cause.pages:
        return True
    own = finding.pages or ([] if finding.page is None else [finding.page])
    return bool(own) and set(own) <= set(cause.pages)


def _root(finding: Finding, parents: dict[int, Finding]) -> Finding:
    while id(finding) in parents:
        finding = parents[id(finding)]
    return finding


def _telling(cause: Finding, consequences: Sequence[Finding]) -> Finding:
    """The cause with what was left out: `2 findings that follow from it are not listed: 2 × gutter (pages 3, 5)`."""
    if not consequences:
        return cause
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for each in consequences:
        by_code[each.code].append(each)
    number = len(consequences)
    lead = "1 finding that follows from it is" if number == 1 else f"{number:,} findings that follow from it are"
    named = [_summed_up(code, findings) for code, findings in sorted(by_code.items())]
    return msgspec.structs.replace(cause, message=f"{cause.message} {lead} not listed: {listed(named)}.")


def _summed_up(code: str, findings: Sequence[Finding]) -> str:
    """`gutter`, `gutter (page 3)` or `2 × gutter (pages 3, 5)`."""
    pages = page_list(page for each in findings for page in each.pages or filter(None, [each.page]))
    times = f"{len(findings):,} × " if len(findings) > 1 else ""
    return f"{times}{code} ({pages})" if pages else f"{times}{code}"


def overruled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings as they weigh beside an authority on their paper, such as a certificate or an own description.

    What it covers is information, however grave it was, and has no cure but to leave it so. An authority that changes
    nothing is left out; the others say what they changed.
    """
    codes = all_codes()
    above = {(each.paper, code): each.code for each in findings for code in codes[each.code].overrules}
    changed: dict[Origin, set[str]] = defaultdict(set)
    for each in findings:
        authority = above.get((each.paper, each.code))
        if authority is not None and each.severity != "info":
            changed[each.paper, authority].add(each.code)
    return tuple(
        _beside(each, above.get((each.paper, each.code)), changed[each.paper, each.code])
        for each in findings
        if not codes[each.code].overrules or changed[each.paper, each.code]
    )


def _beside(finding: Finding, authority: str | None, changed: set[str]) -> Finding:
    if authority is not None:
        return msgspec.structs.replace(finding, severity="info", remedy=all_codes()[authority].leave)
    if changed:
        message = f"{finding.message} It makes information of {listed(sorted(changed))}."
        return msgspec.structs.replace(finding, message=message)
    return finding
