"""The deposit with Crossref: one conference with its proceedings and papers, in the order of schema 5.3.1."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from proceedings.artifacts.items import ListedPaper
from proceedings.bibliography.bibtex import volume_key
from proceedings.bibliography.cited_book import Book, settled
from proceedings.deposits.crossref_paper import paper_element
from proceedings.deposits.crossref_parts import (
    LONGEST_WORDS,
    contributors,
    doi_data,
    language,
    publication_date,
    short_line,
)
from proceedings.deposits.listing import is_address, is_registrable
from proceedings.deposits.xml_text import Element, Part, document, holder, line, mark
from proceedings.identifiers import is_isbn, is_issn, same_doi_key
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation
from proceedings.records.volume import Crossref, Editor, Volume
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import date_span

SCHEMA = "5.3.1"
NAMESPACE = f"http://www.crossref.org/schema/{SCHEMA}"
NAMESPACES = {
    "xmlns": NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "xmlns:fr": "http://www.crossref.org/fundref.xsd",
    "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
    "xmlns:rel": "http://www.crossref.org/relations.xsd",
    "xsi:schemaLocation": f"{NAMESPACE} https://www.crossref.org/schemas/crossref{SCHEMA}.xsd",
    "version": SCHEMA,
}
MOST_SPONSORS = 10
LONGEST_NUMBER = 32
"""Characters that the number of a volume in its series may have."""

_NUMBER = re.compile(r"(\d{1,15})(?:st|nd|rd|th)?\.?(?:\s+edition)?", re.IGNORECASE)


def crossref(edition: Edition, papers: Sequence[ListedPaper], book: Book) -> bytes:
    """The batch with all papers that have a DOI of their own; the edition lacks nothing that Crossref asks for."""
    volume = edition.volume
    conference = holder(
        "conference",
        contributors("editor", [(editor, _institutions(editor)) for editor in volume.editors]),
        _event(edition),
        _series(volume, book) if _is_series(volume) else _proceedings(volume, book),
        *(paper_element(each, volume, book) for each in registered(papers)),
    )
    return document(holder("doi_batch", _head(edition), holder("body", conference), attributes=NAMESPACES))


def registered(papers: Sequence[ListedPaper]) -> list[ListedPaper]:
    """The papers whose DOI Crossref can register: it has the form that Crossref takes, and no other has it too."""
    times = Counter(same_doi_key(each.doi) for each in papers if each.doi)
    return [each for each in papers if is_registrable(each.doi) and times[same_doi_key(each.doi or "")] == 1]


def conference_number(edition: str | None) -> str | None:
    """`3` of `3rd`, for registries that take the number alone; None where it is told in other words."""
    found = _NUMBER.fullmatch((edition or "").strip())
    return found[1] if found else None


def _institutions(editor: Editor) -> list[Affiliation]:
    """The editor's institution, of which one line is known."""
    return [Affiliation(name=editor.affiliation)] if editor.affiliation else []


def _head(edition: Edition) -> Element:
    """The day of the edition is the version: Crossref takes a batch again only if it is later than the last one."""
    volume, who = edition.volume, edition.volume.crossref or Crossref()
    day = edition.printed_date or datetime.date(volume.year or 1970, 1, 1)
    stamp = f"{day:%Y%m%d}000000"
    return holder(
        "head",
        line("doi_batch_id", f"{volume_key(volume)[:80]}-{stamp}"),
        line("timestamp", stamp),
        holder("depositor", line("depositor_name", who.depositor), line("email_address", who.email)),
        line("registrant", who.registrant),
    )


def _event(edition: Edition) -> Element:
    event, volume = edition.volume.event, edition.volume
    return holder(
        "event_metadata",
        line("conference_name", event.name or volume.title),
        line("conference_acronym", (event.acronym or "")[:127]),
        *(line("conference_sponsor", each.name[:LONGEST_WORDS]) for each in edition.sponsors[:MOST_SPONSORS]),
        line("conference_number", conference_number(volume.edition)),
        short_line("conference_location", event.place),
        line("conference_date", date_span(event.start, event.end), _days(event.start, event.end or event.start)),
    )


def _days(start: datetime.date | None, end: datetime.date | None) -> dict[str, str | None]:
    days = {name: day for name, day in (("start", start), ("end", end)) if day}
    parts = ("day", "month", "year")
    return {f"{name}_{part}": f"{getattr(day, part):02d}" for name, day in days.items() for part in parts}


def _is_series(volume: Volume) -> bool:
    """Whether Crossref can be told of the series: it asks for an ISSN with it."""
    return bool(volume.series) and is_issn(settled(volume.issn) or "")


def _series(volume: Volume, book: Book) -> Element:
    series = holder("series_metadata", holder("titles", line("title", volume.series)), line("issn", volume.issn))
    return holder("proceedings_series_metadata", series, *_about(volume, book, "simple_series"))


def _proceedings(volume: Volume, book: Book) -> Element:
    about = _about(volume, book, "monograph")
    return holder("proceedings_metadata", *about, attributes={"language": language(volume.language)})


def _about(volume: Volume, book: Book, kind: str) -> Iterator[Part]:
    """What is told of the book, in a series or not; without an ISBN, as a book of which kind it has none."""
    publisher = book.publisher or (volume.crossref.registrant if volume.crossref else None)
    isbn = book.isbn if book.isbn and is_isbn(book.isbn) else None
    yield line("proceedings_title", plain_title(volume.title))
    if kind == "simple_series" and len(book.number or "") <= LONGEST_NUMBER:
        yield line("volume", book.number)
    yield holder("publisher", line("publisher_name", (publisher or "")[:LONGEST_WORDS]))
    yield publication_date(book)
    yield line("isbn", isbn, {"media_type": "electronic"}) or mark("noisbn", {"reason": kind})
    if is_registrable(book.doi) and is_address(volume.url):
        yield doi_data(book.doi, volume.url)
