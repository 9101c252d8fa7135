"""A paper's front matter in JATS 1.3: who wrote it, where it stands, what may be done with it, what goes with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from proceedings.artifacts.items import ListedPaper
from proceedings.artifacts.licences import licence_address
from proceedings.artifacts.relations import related
from proceedings.bibliography.bibtex import volume_key
from proceedings.bibliography.cited_book import Book
from proceedings.deposits.crossref import conference_number
from proceedings.deposits.jats_people import contrib_group
from proceedings.deposits.listing import is_address, paper_address
from proceedings.deposits.title_markup import Faces, title_line
from proceedings.deposits.xml_text import Element, Part, document, holder, line, mark, paragraphs, some
from proceedings.email_addresses import without_addresses
from proceedings.identifiers import is_issn, language_tag
from proceedings.records.paper import Paper
from proceedings.records.volume import Event, Volume
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import copyright_words, date_span, doi_url, licence_label

VERSION = "1.3"
DOCTYPE = (
    f'article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v{VERSION} 20210610//EN" '
    '"JATS-archivearticle1-3.dtd"'
)
FACES = Faces(raised="sup", lowered="sub", slanted="italic")

RELATED = {"IsSupplementedBy": "supplement", "References": "used", "Cites": "cited"}
"""What a related object is to the paper; that the paper is published in its volume, the whole file says."""


def front(listed: ListedPaper, volume: Volume, book: Book, holder_of_rights: str | None) -> bytes:
    """The document of one paper; there is no body."""
    root = holder(
        "article",
        holder("front", _journal_meta(volume, book), _article_meta(listed, volume, book, holder_of_rights)),
        attributes={
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "article-type": "research-article",
            "dtd-version": VERSION,
            "xml:lang": language_tag(listed.paper.language),
        },
    )
    return document(root, DOCTYPE)


def _journal_meta(volume: Volume, book: Book) -> Element:
    """The series, or the book where there is none: JATS knows books as what papers appear in by this name alone."""
    title = book.series or plain_title(book.title)
    return holder(
        "journal-meta",
        line("journal-id", volume_key(volume), {"journal-id-type": "publisher-id"}),
        some("journal-title-group", [line("journal-title", title)]),
        line("issn", volume.issn if is_issn(volume.issn or "") else None),
        line("isbn", book.isbn),
        some("publisher", [line("publisher-name", book.publisher)]),
    )


def _article_meta(listed: ListedPaper, volume: Volume, book: Book, holder_of_rights: str | None) -> Element:
    paper, place = listed.paper, listed.placement
    return holder(
        "article-meta",
        line("article-id", paper.id, {"pub-id-type": "publisher-id"}),
        line("article-id", listed.doi, {"pub-id-type": "doi"}),
        _categories(paper),
        _titles(paper),
        *contrib_group(paper),
        _publication(book),
        line("fpage", str(place.first_page)),
        line("lpage", str(place.last_page)),
        some("history", _milestones(paper)),
        _permissions(paper.licence or volume.licence, book, holder_of_rights),
        _link("self-uri", paper_address(volume, paper.id)),
        *_related(listed, book),
        some("abstract", (line("p", each) for each in paragraphs(without_addresses(paper.abstract or "")))),
        some("kwd-group", (line("kwd", each) for each in paper.keywords), {"kwd-group-type": "author"}),
        some("funding-group", _grants(paper)),
        _conference(volume),
        holder("counts", mark("page-count", {"count": str(place.pages)})),
    )


def _categories(paper: Paper) -> Part:
    subjects = [line("subject", each) for each in paper.topics]
    return some("article-categories", [some("subj-group", subjects, {"subj-group-type": "topic"})])


def _titles(paper: Paper) -> Element:
    return holder(
        "title-group",
        title_line("article-title", paper.title, FACES),
        title_line("subtitle", paper.subtitle, FACES),
        line("alt-title", plain_title(paper.short_title or ""), {"alt-title-type": "running-head"}),
    )


def _publication(book: Book) -> Part:
    month = line("month", f"{book.month:02d}" if book.month else None)
    kind = {"date-type": "pub", "publication-format": "electronic"}
    return holder("pub-date", month, line("year", str(book.year)), attributes=kind) if book.year else None


def _milestones(paper: Paper) -> Iterator[Part]:
    dates = paper.dates
    days = {"received": dates.submitted, "accepted": dates.accepted, "corrected": dates.revised}
    return (_date(kind, day) for kind, day in days.items() if day)


def _date(kind: str, day: datetime.date) -> Element:
    parts = (line("day", f"{day:%d}"), line("month", f"{day:%m}"), line("year", f"{day:%Y}"))
    return holder("date", *parts, attributes={"date-type": kind, "iso-8601-date": day.isoformat()})


def _permissions(licence: str | None, book: Book, holder_of_rights: str | None) -> Part:
    label = line("license-p", licence_label(licence) if licence else None)
    return some(
        "permissions",
        [
            line("copyright-statement", copyright_words(book.year, holder_of_rights)),
            line("copyright-year", str(book.year) if book.year else None),
            line("copyright-holder", holder_of_rights),
            some("license", [label], {"xlink:href": licence_address(licence)}),
        ],
    )


def _link(name: str, address: str | None) -> Part:
    return mark(name, {"xlink:href": address}) if address else None


def _related(listed: ListedPaper, book: Book) -> Iterator[Part]:
    """Software, data and methods by what identifies them."""
    for each in related(listed, book):
        if each.relation in RELATED:
            address = doi_url(each.identifier) if each.type == "DOI" else each.identifier
            kinds = {
                "link-type": RELATED[each.relation],
                "object-type": each.general.lower(),
                "object-id": each.identifier,
                "object-id-type": each.type.lower(),
                "xlink:href": address if is_address(address) else None,
            }
            yield line("related-object", each.title, kinds) or mark("related-object", kinds)


def _grants(paper: Paper) -> Iterator[Part]:
    for each in paper.funding:
        if each.name:
            yield holder("award-group", line("funding-source", each.name), line("award-id", each.award))


def _conference(volume: Volume) -> Part:
    """The event under its name, else its acronym, else the volume's title; None where nothing is said of it."""
    event = volume.event
    if event == Event():
        return None
    days = line("conf-date", date_span(event.start, event.end), {"iso-8601-date": _iso(event.start, event.end)})
    parts = [
        days,
        line("conf-name", event.name or (None if event.acronym else plain_title(volume.title))),
        line("conf-acronym", event.acronym),
        line("conf-num", conference_number(volume.edition)),
        line("conf-loc", event.place),
    ]
    return some("conference", parts)


def _iso(start: datetime.date | None, end: datetime.date | None) -> str | None:
    """`2019-06-20`, or `2019-06-20/2019-06-21`."""
    return "/".join(dict.fromkeys(day.isoformat() for day in (start, end) if day)) or None
