"""ACM's e-rights XML (`erights_record`): every paper with its authors, or the papers alone as a table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.bibliography.cited_book import book_of, whole_title
from proceedings.bundles.acm_names import day, first_name, last_name, paper_type
from proceedings.countries import country_name
from proceedings.deposits.xml_text import Element, document, holder, one_line
from proceedings.identifiers import sound_orcid
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import Placement

SOURCE = "Bindery"
"""The system that papers come from."""


def erights_xml(edition: Edition, placements: Sequence[Placement], *, people: bool) -> bytes:
    """The papers in the order of their pages. Every element stands there, empty where nothing is known.

    Without `people` nobody's address and affiliation is in it, so that it can be shown around.
    """
    papers = {paper.id: paper for paper in edition.papers}
    numbered = enumerate(placements, 1)
    return document(
        holder(
            "erights_record",
            _parent(edition),
            *(_paper(papers[each.paper], each, number, edition, people=people) for number, each in numbered),
        )
    )


def _parent(edition: Edition) -> Element:
    volume = edition.volume
    book = book_of(volume, load_policy("acm"))
    return holder(
        "parent_data",
        _said("proceeding", book.title),
        _said("volume", book.number or ""),
        _said("issue", ""),
        _said("issue_date", day(volume.event.start)),
        _said("source", SOURCE),
    )


def _paper(paper: Paper, placement: Placement, number: int, edition: Edition, *, people: bool) -> Element:
    return holder(
        "paper",
        _said("paper_type", paper_type(paper.type)),
        _said("art_submission_date", day(paper.dates.submitted)),
        _said("art_approval_date", day(paper.dates.accepted)),
        _said("paper_title", whole_title(paper)),
        _said("event_tracking_number", paper.id),
        _said("published_article_number", str(number)),
        _said("start_page", page_of(placement, placement.first_page)),
        _said("end_page", page_of(placement, placement.last_page)),
        holder("authors", *_authors(paper, people=people)),
        _said("section", edition.session_title(placement.session)),
        _said("sequence_no", str(number)),
    )


def page_of(placement: Placement, page: int) -> str:
    """The page, where the paper's own pages are in the volume; a placeholder's says nothing."""
    return str(page) if placement.present else ""


def _authors(paper: Paper, *, people: bool) -> Iterator[Element]:
    for number, author in enumerate(paper.authors, 1):
        name = (
            _said("prefix", ""),
            _said("first_name", first_name(author)),
            _said("middle_name", ""),
            _said("last_name", last_name(author)),
            _said("suffix", author.suffix or ""),
        )
        about = _about(author, paper, number) if people else (_said("sequence_no", str(number)),)
        yield holder("author", *name, *about, _said("role", "author"))


def _about(author: Author, paper: Paper, number: int) -> tuple[Element, ...]:
    places = paper.affiliations_of(author)
    return (
        holder("affiliations", *(_affiliation(each, place) for place, each in enumerate(places, 1))),
        _said("email_address", author.email or ""),
        _said("sequence_no", str(number)),
        _said("contact_author", "Y" if author.corresponding else "N"),
        _said("ACM_profile_id", ""),
        _said("ACM_client_no", ""),
        _said("ORCID", sound_orcid(author.orcid) or ""),
    )


def _affiliation(affiliation: Affiliation, place: int) -> Element:
    return holder(
        "affiliation",
        _said("department", affiliation.department or ""),
        _said("institution", affiliation.name),
        _said("city", affiliation.city or ""),
        _said("state_province", affiliation.region or ""),
        _said("country", country_name(affiliation.country) if affiliation.country else ""),
        _said("sequence_no", str(place)),
    )


def _said(name: str, text: str) -> Element:
    words = one_line(text)
    return Element(name, content=(words,) if words else (), is_text=True)
