"""The bibliography index in the formats of reference managers: RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from proceedings.bibliography.bibtex import entry_key
from proceedings.bibliography.cited_book import Book, book_of, cited, note_of, own_doi, whole_title
from proceedings.names import display_name, inverted_name
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper, Person
from proceedings.records.placement import Pagination, Placement
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import doi_url, page_range

Pairs = Iterable[tuple[str, str | None]]


def write_ris(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> bytes:
    """RIS in UTF-8: one CONF record a paper, lines ended by CR LF as the format has it."""
    book = book_of(edition.volume, policy)
    lines: list[str] = []
    for paper, placement in cited(edition, pagination):
        pairs = _ris_pairs(edition, paper, placement, book, own_doi(paper, policy))
        lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value]
        lines += ["ER  - ", ""]
    return "\r\n".join([*lines, ""]).encode() if lines else b""


def write_csl_json(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> bytes:
    """CSL-JSON in UTF-8: one `paper-conference` item a paper."""
    book = book_of(edition.volume, policy)
    items = [
        _csl_item(edition, paper, placement, book, own_doi(paper, policy))
        for paper, placement in cited(edition, pagination)
    ]
    return (json.dumps(items, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _ris_pairs(edition: Edition, paper: Paper, placement: Placement, book: Book, doi: str | None) -> Pairs:
    start = edition.volume.event.start
    return [
        ("TY", "CONF"),
        ("ID", entry_key(edition.volume, paper)),
        *(("AU", inverted_name(author)) for author in paper.authors),
        ("TI", plain_title(whole_title(paper))),
        ("T2", book.title),
        ("T3", book.series),
        ("VL", book.number),
        *(("A2", inverted_name(editor)) for editor in book.editors),
        ("PY", str(book.year) if book.year else None),
        ("DA", f"{start:%Y/%m/%d}/" if start else None),
        ("SP", str(placement.first_page)),
        ("EP", str(placement.last_page)),
        ("PB", book.publisher),
        ("CY", book.place),
        ("SN", book.isbn),
        ("DO", doi),
        ("UR", (doi_url(doi) if doi else book.url or "").replace(";", "%3B")),  # a bare one parts two addresses
        *(("KW", keyword) for keyword in paper.keywords),
        ("LA", paper.language),
        ("N1", note_of(book, paper)),
    ]


def _csl_item(edition: Edition, paper: Paper, placement: Placement, book: Book, doi: str | None) -> dict[str, Any]:
    event = edition.volume.event
    item: dict[str, Any] = {
        "id": entry_key(edition.volume, paper),
        "type": "paper-conference",
        "title": plain_title(whole_title(paper)),
        "author": [_csl_name(author) for author in paper.authors],
        "container-title": book.title,
        "collection-title": book.series,
        "volume": book.number,
        "editor": [_csl_name(editor) for editor in book.editors],
        "event-title": event.name,
        "event-place": event.place,
        "issued": _csl_date(book),
        "page": page_range(placement.first_page, placement.last_page, dash="-"),
        "publisher": book.publisher,
        "ISBN": book.isbn,
        "DOI": doi,
        "URL": doi_url(doi) if doi else book.url,
        "keyword": ", ".join(paper.keywords),
        "language": paper.language,
        "note": note_of(book, paper),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(book: Book) -> dict[str, list[list[int]]] | None:
    if not book.year:
        return None
    return {"date-parts": [[book.year, book.month] if book.month else [book.year]]}


def _csl_name(person: Person) -> dict[str, str]:
    if person.literal or not person.family:
        return {"literal": display_name(person)}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {name: value for name, value in parts.items() if value}
