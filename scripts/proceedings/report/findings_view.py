"""Findings as the report shows them: in a paper's row, for the volume, and by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from proceedings.codes import Code, all_codes
from proceedings.records.edition import Edition, Waiver
from proceedings.records.finding import Finding
from proceedings.records.paper import Author, Paper
from proceedings.records.pictures import PagePicture
from proceedings.report.page import Cause, CodeView, FindingView, PaperMark
from proceedings.report.picture_view import picture_view
from proceedings.severity import ORDER, blocking, covers
from proceedings.tallies import tallies
from proceedings.wording import counted, date_words

MAIL_LINK_LIMIT = 1800
"""Longer mail links are cut or refused by mail programs; the addresses are then only shown."""


CAUSES_AT_MOST = 5


def causes(findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """The codes that block most papers, the commonest first."""
    pairs = dict.fromkeys((each.code, each.paper) for each in blocking(findings) if each.paper is not None)
    common = Counter(code for code, _ in pairs).most_common(CAUSES_AT_MOST)
    return tuple(Cause(code=code, anchor=_anchor(code), papers=counted(number, "paper")) for code, number in common)


def _anchor(code: str) -> str:
    return f"code-{code}"


def finding_views(
    findings: Iterable[Finding],
    edition: Edition,
    files: Mapping[str, str],
    pictures: Sequence[PagePicture] = (),
    *,
    named: bool = False,
) -> tuple[FindingView, ...]:
    """The gravest first, waived ones last; `named` says whose each is, `files` are the PDFs that are there, by id."""
    shown = {(each.paper, each.page): each for each in pictures}
    ordered = sorted(findings, key=lambda each: (each.waived, ORDER[each.severity]))
    return tuple(_view(each, edition, files, named, shown) for each in ordered)


def _view(
    finding: Finding,
    edition: Edition,
    files: Mapping[str, str],
    named: bool,
    shown: Mapping[tuple[str, int], PagePicture],
) -> FindingView:
    picture = shown.get((finding.paper or "", finding.page or 0))
    file = files.get(finding.paper or "") if finding.page is not None else None
    return FindingView(
        severity=finding.severity,
        code=finding.code,
        paper=finding.paper if named else None,
        page=finding.page,
        page_link=f"{author_file(file)}#page={finding.page}" if file else None,
        message=finding.message,
        remedy=finding.remedy,
        waiver=_waiver_words(finding, edition) if finding.waived else None,
        picture=picture_view(picture, finding) if picture else None,
    )


def author_file(name: str) -> str:
    """The author's PDF, seen from the report."""
    return f"../../papers/{quote(name, safe='')}"


def _waiver_words(finding: Finding, edition: Edition) -> str:
    waiver = next((each for each in edition.waivers if covers(each, finding, edition.as_of)), Waiver())
    by = f" by {waiver.by}" if waiver.by else ""
    until = f" until {date_words(waiver.until)}" if waiver.until else ""
    return f"{by}{until}: {waiver.reason}" if waiver.reason else f"{by}{until}."


def code_views(findings: Sequence[Finding], edition: Edition, anchors: Mapping[str, str]) -> tuple[CodeView, ...]:
    """One entry a code, the gravest and commonest first, with everybody it concerns."""
    grouped: dict[str, list[Finding]] = {}
    for each in findings:
        grouped.setdefault(each.code, []).append(each)
    papers = {each.id: each for each in edition.papers}
    order = sorted(grouped, key=lambda code: _weight(code, grouped[code]))
    return tuple(_code_view(code, grouped[code], papers, anchors, edition) for code in order)


def _weight(code: str, findings: Sequence[Finding]) -> tuple[bool, int, int, str]:
    open_ones = [ORDER[each.severity] for each in findings if not each.waived]
    return not open_ones, min(open_ones, default=0), -len(findings), code


def _code_view(
    code: str, findings: Sequence[Finding], papers: Mapping[str, Paper], anchors: Mapping[str, str], edition: Edition
) -> CodeView:
    known = all_codes().get(code, Code())
    concerned = {each.paper for each in findings if each.paper is not None}
    ids = [id for id in papers if id in concerned] + sorted(concerned - papers.keys())
    unsettled = {each.paper for each in findings if not each.waived and each.severity != "info"}
    addresses = tuple(
        dict.fromkeys(address for id in ids if id in unsettled and id in papers for address in contacts(papers[id]))
    )
    return CodeView(
        code=code,
        anchor=_anchor(code),
        severity=min((each.severity for each in findings), key=ORDER.__getitem__),
        tallies=tallies(findings),
        what=known.what,
        remedy=known.remedy,
        papers=tuple(PaperMark(id=id, anchor=anchors.get(id)) for id in ids),
        of_the_volume=any(each.paper is None for each in findings),
        addresses=addresses,
        mail_link=mail_link(addresses, f"{edition.volume.acronym or edition.volume.title}: {code}"),
    )


def contacts(paper: Paper) -> tuple[str, ...]:
    """The addresses to write to."""
    return tuple(each.email for each in contact_people(paper) if each.email)


def contact_people(paper: Paper) -> tuple[Author, ...]:
    """Whom to write to: the corresponding authors, else the first author who has an address."""
    known = [each for each in paper.authors if each.email]
    return tuple([each for each in known if each.corresponding] or known[:1])


def mail_link(addresses: Sequence[str], subject: str) -> str | None:
    """A mail to all of them, unseen by one another; None for nobody and where the link would be too long."""
    hidden = ",".join(quote(each, safe="@") for each in addresses)
    link = f"mailto:?bcc={hidden}&subject={quote(subject, safe='')}"
    return link if addresses and len(link) <= MAIL_LINK_LIMIT else None
