"""The paper as it will stand in the volume, in its indexes and in what others cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from proceedings.bibliography.cited_book import as_published, whole_title
from proceedings.editorial.tables import affiliation_words
from proceedings.identifiers import is_pending
from proceedings.names import author_list, display_name
from proceedings.proofs.build import Papers
from proceedings.proofs.page import Appearance, AuthorView
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import Placement
from proceedings.records.volume import Volume
from proceedings.stamping.stamp_design import citation, doi_words
from proceedings.typesetting.math_text import plain_title
from proceedings.typesetting.people import affiliation_line
from proceedings.wording import licence_label, page_list, page_range

FROZEN = ("frozen", "delivered")


def appearance(paper: Paper, papers: Papers) -> Appearance:
    """Everything of the paper that readers will see."""
    numbers = {key: number for number, key in enumerate(_used_affiliations(paper), 1)}
    placement = papers.placements.get(paper.id)
    return Appearance(
        title=whole_title(paper),
        authors=tuple(_author(each, numbers) for each in paper.authors),
        affiliations=tuple(_affiliation(paper.affiliations[key]) for key in numbers),
        facts=tuple((name, value) for name, value in _facts(paper, papers, placement) if value),
        abstract=tuple(part.strip() for part in re.split(r"\n\s*\n", paper.abstract or "") if part.strip()),
        citation=_citation(paper, placement, papers) if placement and placement.present else "",
        bibtex=papers.bibtex.get(paper.id, "").strip(),
    )


def page_words(placement: Placement | None, volume: Volume, *, noun: bool = False) -> str:
    """`17–24`, or `pages 17–24`, and whether that is settled; empty for a paper that gets no pages."""
    if placement is None:
        return ""
    numbers = range(placement.first_page, placement.last_page + 1)
    pages = page_list(numbers) if noun else page_range(placement.first_page, placement.last_page)
    if not placement.present:
        return f"{pages}, kept for the paper"
    return pages if volume.phase in FROZEN else f"{pages}, which may still move"


def _used_affiliations(paper: Paper) -> dict[str, None]:
    """The keys of the affiliations that an author has, in the order of the authors."""
    return dict.fromkeys(key for each in paper.authors for key in each.affiliations if key in paper.affiliations)


def _author(author: Author, numbers: Mapping[str, int]) -> AuthorView:
    remarks = (
        ("corresponding author", author.corresponding),
        ("equal contribution", author.equal_contribution),
    )
    return AuthorView(
        name=display_name(author),
        native=author.native.name if author.native else "",
        places=tuple(numbers[key] for key in dict.fromkeys(author.affiliations) if key in numbers),
        orcid=author.orcid or "",
        remarks=tuple(words for words, holds in remarks if holds),
    )


def _affiliation(affiliation: Affiliation) -> str:
    words = affiliation_line(affiliation_words(affiliation), affiliation.country)
    return f"{words} (ROR {affiliation.ror})" if affiliation.ror else words


def _facts(paper: Paper, papers: Papers, placement: Placement | None) -> Iterator[tuple[str, str]]:
    volume = papers.edition.volume
    licence = paper.licence or volume.licence
    yield "Volume", volume.part_of.title if volume.part_of and volume.part_of.title else volume.title
    yield "Session", papers.sessions.get(paper.id, "")
    yield "Pages", page_words(placement, volume)
    yield "Pages in the publisher’s book", _published_pages(paper)
    yield "DOI", "pending: it is not assigned yet" if is_pending(paper.doi) else doi_words(paper, papers.policy)
    yield "Licence", licence_label(licence) if licence else ""
    yield "Running title", plain_title(paper.short_title) if paper.short_title else ""
    yield "Keywords", ", ".join(paper.keywords)
    yield "Awards", ", ".join(paper.awards)


def _published_pages(paper: Paper) -> str:
    book = paper.published
    if book is None or book.first_page is None:
        return ""
    return page_range(book.first_page, book.last_page or book.first_page)


def _citation(paper: Paper, placement: Placement, papers: Papers) -> str:
    parts = (
        author_list(paper.authors),
        plain_title(whole_title(paper)),
        f"In: {citation(papers.edition.volume, as_published(paper, placement))}",
        doi_words(paper, papers.policy),
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
