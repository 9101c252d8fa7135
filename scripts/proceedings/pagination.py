"""Pagination: every paper's first and last page in the volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from proceedings.page_sizes import A4, Size, to_the_fraction
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination, Placement, Standing
from proceedings.records.volume import Volume


def archival_papers(edition: Edition) -> tuple[Paper, ...]:
    """The papers that get pages, in volume order."""
    return tuple(paper for paper in edition.papers if paper.status == "accepted")


def is_usable(facts: PaperFacts | None) -> bool:
    """Whether the paper's own pages can go into the volume."""
    return facts is not None and bool(facts.pages) and facts.condition == "readable"


def first_page_of(edition: Edition) -> int:
    """The label of the first paper's first page: 1, or what the joint volume's editor gave."""
    part_of = edition.volume.part_of
    return part_of.first_page if part_of else 1


class _Claim(NamedTuple):
    """What a paper of the ledger takes of the pages kept for it. `closes`: the papers behind it are paginated anew."""

    standing: Standing = "present"
    pages: int = 0
    blanks_after: int = 0
    closes: bool = False


class _Lead(NamedTuple):
    """Pages in front of a paper, and the label of the one among them that opens its session."""

    pages: int = 0
    session_page: int | None = None


def assign_pages(edition: Edition, facts: Mapping[str, PaperFacts]) -> Pagination:
    """Place all archival papers: those of the ledger where it says, all others behind them in volume order.

    A paper that is not there keeps its pages free: those of the ledger, or the expected ones.
    """
    papers = {paper.id: paper for paper in edition.papers}
    lengths = {paper: len(each.pages) for paper, each in facts.items() if is_usable(each)}
    page, anew = first_page_of(edition), False
    placements: list[Placement] = []
    opening: int | None = None  # the page that opened the session of papers that are gone
    for line in edition.ledger:
        claim = _claim(line, papers.get(line.id), lengths.get(line.id), edition.volume)
        placement = _placement(line.id, page, claim, edition, placements, kept=None if anew else line.first_page)
        if not claim.pages:
            opening = _opening_before(line, page, edition.volume) or opening
        else:
            placements.append(_opened(placement, opening, placements, edition))
            opening = None
            page = placement.last_page + placement.blanks_after + 1
        anew = anew or claim.closes
        page = page if anew else line.first_page + line.pages
    placed = {placement.paper for placement in placements}
    for paper in archival_papers(edition):
        if paper.id not in placed:
            length = lengths.get(paper.id)
            claim = _Claim("present", length) if length else _Claim("missing", max(1, paper.expected_pages))
            placements.append(_placement(paper.id, page, claim, edition, placements))
            page = placements[-1].last_page + 1
    if _appendix_would_be_verso(page, placements, papers, edition.volume):
        placements[-1] = msgspec.structs.replace(placements[-1], blanks_after=placements[-1].blanks_after + 1)
        page += 1
    return Pagination(
        first_page=first_page_of(edition),
        placements=tuple(placements),
        next_page=page,
        page_size=page_size(facts[each.paper] for each in placements if each.paper in facts),
    )


def _appendix_would_be_verso(
    page: int, placements: Sequence[Placement], papers: Mapping[str, Paper], volume: Volume
) -> bool:
    """Whether the artifact appendix, a part of the volume, would begin on a left-hand page right behind a paper."""
    if page % 2 or not volume.appendix_in_volume or not placements:
        return False
    follows = placements[-1].last_page + placements[-1].blanks_after + 1 == page
    return follows and any(papers[each.paper].reproducibility for each in placements if each.paper in papers)


def _claim(line: LedgerLine, paper: Paper | None, length: int | None, volume: Volume) -> _Claim:
    """What becomes of the pages that the ledger keeps for a paper; `length` is that of its file, None without one."""
    if paper is None or paper.status != "accepted":
        if paper and paper.status == "withdrawn" and is_published(volume):
            return _Claim("withdrawn", 1)
        return _Claim(closes=volume.on_withdrawn == "repaginate")
    if length is None:
        return _Claim("missing", line.pages)
    if length > line.pages:
        if volume.on_longer == "end":
            return _Claim()
        moves = volume.on_longer == "repaginate"
        return _Claim("present", length, closes=True) if moves else _Claim("refused", line.pages)
    left = line.pages - length
    return _Claim(
        "present",
        length,
        blanks_after=left if volume.on_shorter == "blank" else 0,
        closes=left > 0 and volume.on_shorter == "repaginate",
    )


def _placement(
    paper: str, page: int, claim: _Claim, edition: Edition, before: Sequence[Placement], kept: int | None = None
) -> Placement:
    """The claim behind what ends in front of `page`, led in as the volume wants, or at the page `kept` for it.

    In front of a kept page stand the pages that led in when it was given out: those that just fill what is free.
    """
    sessions = edition.sessions
    session = next((number for number, each in enumerate(sessions) if paper in each.papers), len(sessions))
    lead = _lead(page, edition.volume, opens=_opens(session, before, edition))
    if kept is not None and page + lead.pages != kept:
        page, lead = kept, _Lead()
    return Placement(
        paper=paper,
        session=session,
        first_page=page + lead.pages,
        last_page=page + lead.pages + claim.pages - 1,
        standing=claim.standing,
        blanks_before=lead.pages,
        session_page=lead.session_page,
        blanks_after=claim.blanks_after,
    )


def _opening_before(line: LedgerLine, page: int, volume: Volume) -> int | None:
    """The label of the page that opened a session in front of a paper, which was given out behind `page`."""
    lead = _lead(page, volume, opens=volume.session_pages)
    return lead.session_page if page + lead.pages == line.first_page else None


def _opened(placement: Placement, opening: int | None, before: Sequence[Placement], edition: Edition) -> Placement:
    """The placement with the page that opens its session in front of the gap that those before it have left."""
    if opening is None or placement.session_page or not _opens(placement.session, before, edition):
        return placement
    return msgspec.structs.replace(placement, session_page=opening)


def _opens(session: int, before: Sequence[Placement], edition: Edition) -> bool:
    """Whether a page of its own stands in front of a session whose first paper this is."""
    titled = session < len(edition.sessions) and bool(edition.sessions[session].title)
    return edition.volume.session_pages and titled and all(each.session != session for each in before)


def _lead(page: int, volume: Volume, *, opens: bool) -> _Lead:
    """What stands from `page` on in front of a paper: a session's page is a recto, and papers may have to be."""
    session_page = page + (page + 1) % 2 if opens else None
    first = page if session_page is None else session_page + 1
    first += (first + 1) % 2 if volume.papers_start_on == "recto" else 0
    return _Lead(first - page, session_page)


def is_published(volume: Volume) -> bool:
    """Whether the workshop itself has published the volume, so that nothing can be taken out of it any more."""
    return volume.phase == "delivered" and load_policy(volume.publisher).is_own_publication


def page_size(facts: Iterable[PaperFacts]) -> Size:
    """Width and height in points of the volume's own pages: the commonest of its papers', to the fraction if named."""
    width, height = commonest_size([page for paper in facts for page in paper.pages])
    return to_the_fraction((float(width), float(height)))


def commonest_size(pages: Iterable[PageFacts]) -> tuple[int, int]:
    """The size that most pages have, of equals the one that comes first; A4 where there are no pages."""
    sizes = Counter(map(size_of, pages))
    return max(sizes, key=sizes.__getitem__, default=(round(A4[0]), round(A4[1])))


def size_of(page: PageFacts) -> tuple[int, int]:
    """Width and height of the page as displayed, in whole points."""
    return round(page.width), round(page.height)
