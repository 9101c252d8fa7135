"""Pagination: every paper's first and last page in the volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from proceedings.page_sizes import A4, Size, to_the_fraction
from proceedings.records.edition import Edition
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination, Placement


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


def assign_pages(edition: Edition, facts: Mapping[str, PaperFacts]) -> Pagination:
    """Place all archival papers one after the other; a missing one keeps its expected pages free."""
    page = first = first_page_of(edition)
    recto = edition.volume.papers_start_on == "recto"
    session_of = {paper: number for number, session in enumerate(edition.sessions) for paper in session.papers}
    placements = []
    papers = archival_papers(edition)
    for paper in papers:
        known = facts.get(paper.id)
        present = is_usable(known)
        length = len(known.pages) if known and present else max(1, paper.expected_pages)
        blanks = 1 if recto and page % 2 == 0 else 0
        page += blanks
        placements.append(
            Placement(
                paper=paper.id,
                session=session_of.get(paper.id, len(edition.sessions)),
                first_page=page,
                last_page=page + length - 1,
                present=present,
                blanks_before=blanks,
            )
        )
        page += length
    return Pagination(
        first_page=first,
        placements=tuple(placements),
        next_page=page,
        page_size=page_size(facts[paper.id] for paper in papers if paper.id in facts),
    )


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
