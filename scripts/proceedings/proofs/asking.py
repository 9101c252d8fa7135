"""What is asked of the authors of a paper, what the chairs settle themselves, and what they have accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from proceedings.codes import all_codes
from proceedings.email_addresses import ADDRESS
from proceedings.papers_folder import CAMERA_READY
from proceedings.proofs.author_words import author_words
from proceedings.proofs.build import Papers
from proceedings.proofs.ladder_view import ON_THE_LADDER, described_codes
from proceedings.proofs.page import Urgency
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.report.findings_view import finding_views
from proceedings.report.page import FindingView
from proceedings.reproducibility.ladder import Rung
from proceedings.severity import COLLECTED

URGENCIES: dict[Severity, Urgency] = {"error": "blocking", "warning": "doubtful", "info": "optional"}
UNSTATED = ON_THE_LADDER[Rung.STATED]
TOLD_ELSEWHERE = frozenset({*ON_THE_LADDER.values(), "approval-missing", COLLECTED})
"""What is said better elsewhere: on the ladder, at the approval, in the paper's state."""
NO_ADDRESS = "(an e-mail address)"


def concerns(paper: Paper, papers: Papers) -> tuple[tuple[Urgency, tuple[FindingView, ...]], ...]:
    """What is asked of the authors, by urgency, the gravest first; urgencies of which there is nothing are left out.

    Whatever blocks the paper is asked, though a section of its own says it too.
    """
    asked = [each for each in _own(paper, papers) if not each.waived and not all_codes()[each.code].chairs]
    groups = (
        (urgency, [each for each in asked if each.severity == severity and _is_asked_here(each)])
        for severity, urgency in URGENCIES.items()
    )
    return tuple((urgency, _views(map(as_asked, found), paper, papers)) for urgency, found in groups if found)


def unstated(paper: Paper, papers: Papers) -> tuple[FindingView, ...]:
    """What is not even named of the reproducibility block, where that blocks nothing and is asked for."""
    own = _own(paper, papers)
    if UNSTATED in described_codes(own):
        return ()
    found = [each for each in own if not each.waived and each.code == UNSTATED]
    return _views((as_asked(each) for each in found if not _is_asked_here(each)), paper, papers)


def settled_here(paper: Paper, papers: Papers) -> tuple[FindingView, ...]:
    """What the chairs look after."""
    found = [each for each in _own(paper, papers) if not each.waived and all_codes()[each.code].chairs]
    return _views((each for each in found if each.code not in TOLD_ELSEWHERE), paper, papers)


def accepted(paper: Paper, papers: Papers) -> tuple[FindingView, ...]:
    """What the chairs have waived."""
    return _views((each for each in _own(paper, papers) if each.waived), paper, papers)


def as_asked(finding: Finding) -> Finding:
    """The finding worded for the authors, who do not see the metadata's files.

    Of a cure that is the chairs', what is for the program that the paper was written with stays; so does a cure that
    another finding on the paper, such as its certificate, has made superfluous.
    """
    known = all_codes()[finding.code]
    rest = finding.remedy.removeprefix(known.remedy) if finding.remedy.startswith(known.remedy) else ""
    ask = "" if finding.remedy in _left_alone() else known.ask
    return msgspec.structs.replace(finding, remedy=f"{ask}{rest}" if ask else finding.remedy)


def _left_alone() -> set[str]:
    """What is said in place of a cure where there is nothing to do."""
    return {code.leave for code in all_codes().values() if code.leave}


def _is_asked_here(finding: Finding) -> bool:
    return finding.severity == "error" or finding.code not in TOLD_ELSEWHERE


def _own(paper: Paper, papers: Papers) -> Sequence[Finding]:
    return papers.findings.get(paper.id, ())


def _views(findings: Iterable[Finding], paper: Paper, papers: Papers) -> tuple[FindingView, ...]:
    file = papers.files.get(paper.id)
    names = {paper.id: file.file or f"{paper.id}{CAMERA_READY}"} if file else {}
    views = finding_views(findings, papers.edition, names, papers.pictures.get(paper.id, ()))
    return tuple(_seen_from_here(each, paper) for each in views)


def _seen_from_here(view: FindingView, paper: Paper) -> FindingView:
    """The view in words for authors, with its picture's link from `output/proofs/` and without addresses."""
    picture = view.picture
    return msgspec.structs.replace(
        view,
        message=_told(view.message, paper),
        remedy=_told(view.remedy, paper),
        waiver=None if view.waiver is None else _told(view.waiver, paper),
        picture=picture
        and msgspec.structs.replace(picture, link=f"../report/{picture.link}", alt=_told(picture.alt, paper)),
    )


def _told(text: str, paper: Paper) -> str:
    return _without_addresses(author_words(text, paper.id), paper)


def _without_addresses(text: str, paper: Paper) -> str:
    if "@" not in text:
        return text
    for address in _addresses(paper):
        text = re.sub(re.escape(address), NO_ADDRESS, text, flags=re.IGNORECASE)
    return ADDRESS.sub(NO_ADDRESS, text)


def _addresses(paper: Paper) -> Iterator[str]:
    """The authors' addresses; those that are none by their form are quoted by findings too."""
    yield from (each.email for each in paper.authors if each.email)
