"""The submission to dblp: the proceedings with their table of contents, in the order of its document type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from proceedings.artifacts.items import ListedPaper
from proceedings.bibliography.cited_book import Book, whole_title
from proceedings.deposits.crossref import conference_number
from proceedings.deposits.listing import is_address, paper_address
from proceedings.deposits.xml_text import Element, Part, document, holder, line
from proceedings.names import display_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Person
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import date_span, doi_url, page_range

DOCTYPE = 'dblpsubmission SYSTEM "dblpsubmission.dtd"'


def dblp(edition: Edition, papers: Sequence[ListedPaper], book: Book) -> bytes:
    """The book with its papers under their sessions; the edition lacks nothing that dblp asks for."""
    proceedings = holder(
        "proceedings",
        *(_person("editor", editor) for editor in book.editors),
        line("title", plain_title(book.title)),
        line("publisher", book.publisher),
        line("year", str(book.year)),
        line("isbn", book.isbn),
        line("doi", book.doi),
        _conference(edition),
        holder("series", line("title", book.series)) if book.series else None,
        holder("toc", *_contents(edition, papers)),
    )
    return document(holder("dblpsubmission", proceedings), DOCTYPE)


def _conference(edition: Edition) -> Element:
    event, volume = edition.volume.event, edition.volume
    return holder(
        "conf",
        line("acronym", event.acronym or volume.acronym),
        line("number", conference_number(volume.edition)),
        line("location", event.place),
        line("date", date_span(event.start, event.end)),
        line("url", event.url if is_address(event.url) else None),
        line("partof", event.colocated_with),
    )


def _contents(edition: Edition, papers: Sequence[ListedPaper]) -> Iterator[Part]:
    """Each session with its papers; one that came late stands with its session, wherever its pages are."""
    by_session = sorted(papers, key=lambda each: each.placement.session)
    for session, listed in groupby(by_session, key=lambda each: each.placement.session):
        yield line("section", plain_title(edition.session_title(session)))
        yield from (_paper(each, edition) for each in listed)


def _paper(listed: ListedPaper, edition: Edition) -> Element:
    paper, place = listed.paper, listed.placement
    return holder(
        "publ",
        *(_person("author", author) for author in paper.authors),
        line("title", plain_title(whole_title(paper))),
        line("pages", page_range(place.first_page, place.last_page, dash="-")),
        line("doi", listed.doi),
        line("ee", doi_url(listed.doi) if listed.doi else paper_address(edition.volume, paper.id)),
    )


def _person(role: str, person: Person) -> Part:
    return line(role, display_name(person), {"original": person.native.name if person.native else None})
