"""What a paper is cited with: the book that it stands in, its whole title, its pages, and a DOI that is final."""

from __future__ import annotations

import re

import msgspec

from proceedings.identifiers import is_pending, sound_doi
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper, Person
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record import Record
from proceedings.records.volume import PartOf, Volume

OWN_PAGES_NOTE = "Pages of the workshop's own copy"


class Book(Record):
    """The book that the papers are cited in: the volume, or the joint volume that it is a part of."""

    title: str = ""
    series: str | None = None
    number: str | None = None
    editors: tuple[Person, ...] = ()
    publisher: str | None = None
    place: str | None = None
    isbn: str | None = None
    doi: str | None = None
    url: str | None = None
    year: int | None = None
    month: int | None = None
    note: str | None = None


def book_of(volume: Volume, policy: PublisherPolicy) -> Book:
    """The book of an edition; what the joint volume does not say comes from the volume."""
    joint = volume.part_of or PartOf()
    named = volume.publisher_name or (policy.name if volume.publisher != "own" else None)
    return Book(
        title=joint.title or volume.title,
        series=joint.series or volume.series,
        number=settled(joint.number if volume.part_of else volume.number),
        editors=joint.editors or volume.editors,
        publisher=joint.publisher or named,
        place=volume.event.place,
        isbn=settled(joint.isbn if volume.part_of else volume.isbn),
        doi=sound_doi(joint.doi if volume.part_of else volume.doi) if is_final(volume, policy) else None,
        url=volume.url,
        year=volume.known_year,
        month=volume.event.start.month if volume.event.start else None,
        note=OWN_PAGES_NOTE if policy.paginates == "publisher" and not volume.part_of else None,
    )


def lacking(book: Book) -> list[str]:
    """What styles of bibliographies ask of every book, and the edition does not say."""
    asked = {"year": book.year, "publisher": book.publisher, "place": book.place}
    return [name for name, value in asked.items() if not value]


def settled(identifier: str | None) -> str | None:
    """An identifier that exists; None for one that is pending."""
    return None if is_pending(identifier) else identifier or None


def is_final(subject: Paper | Volume, policy: PublisherPolicy) -> bool:
    """Whether the DOI of a paper or volume is ours to register or has been registered; else it is provisional."""
    return policy.registers_doi == "us" or bool(subject.published)


def own_doi(paper: Paper, policy: PublisherPolicy) -> str | None:
    """The paper's DOI where it is final and has its form, else None."""
    return sound_doi(paper.doi) if is_final(paper, policy) else None


def cited(edition: Edition, pagination: Pagination) -> list[tuple[Paper, Placement]]:
    """The papers that get an entry, in volume order, each with the pages it is cited by."""
    papers = {paper.id: paper for paper in edition.papers}
    placed = ((papers[each.paper], each) for each in pagination.placements if each.paper in papers)
    return [(paper, as_published(paper, placement)) for paper, placement in placed if is_cited(paper, placement)]


def is_cited(paper: Paper, placement: Placement) -> bool:
    """Whether a paper gets an entry: its file is there, or it has pages in the publisher's book, which has the file."""
    return placement.present or bool(paper.published and paper.published.first_page)


def there(edition: Edition, pagination: Pagination) -> list[tuple[Paper, Placement]]:
    """Those of the cited papers whose files are here."""
    present = {each.paper for each in pagination.placements if each.present}
    return [(paper, placement) for paper, placement in cited(edition, pagination) if paper.id in present]


def as_published(paper: Paper, placement: Placement) -> Placement:
    """The paper's place with the pages of the publisher's book, once they are known."""
    if paper.published is None or paper.published.first_page is None:
        return placement
    first = paper.published.first_page
    last = max(first, paper.published.last_page or first)
    return msgspec.structs.replace(placement, first_page=first, last_page=last)


def as_in_the_book(edition: Edition, pagination: Pagination) -> Pagination:
    """The pagination with the pages of the publisher's book, once those of all papers are known; else as it is."""
    papers = {paper.id: paper for paper in edition.papers}
    published = [papers[each.paper].published for each in pagination.placements if each.paper in papers]
    if len(published) < len(pagination.placements) or not all(each and each.first_page for each in published):
        return pagination
    placements = tuple(as_published(papers[each.paper], each) for each in pagination.placements)
    return msgspec.structs.replace(pagination, placements=placements)


def note_of(book: Book, paper: Paper) -> str | None:
    """The book's note, which is of pages that are not the publisher's."""
    return None if paper.published and paper.published.first_page else book.note


def bare_acronym(volume: Volume) -> str:
    """The acronym of the event, else of the volume, without the year: `DLS` of `DLS 2021`, `DLS'21` and `DLS2021`."""
    year = str(volume.year or "")
    named = volume.event.acronym or volume.acronym or ""
    return re.sub(rf"[\s-]*({year}|['’]{year[-2:]})$", "", named) if year else named


def whole_title(paper: Paper) -> str:
    """Title and subtitle."""
    return f"{paper.title}: {paper.subtitle}" if paper.subtitle else paper.title
