"""The bibliography index of the volume as BibTeX: one @proceedings and one @inproceedings a paper.

Each entry stands alone (no crossref). Missing papers have none, and a DOI that the publisher will register
stays out until it is adopted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from proceedings.bibliography.latex_text import bibtex_title, latex_name, latex_text
from proceedings.names import bibtex_name
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition, PartOf, Volume
from proceedings.records.paper import PENDING, Paper, Person
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record import Record

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

OWN_PAGES_NOTE = "Pages of the workshop's own copy"


class BibliographyError(ValueError):
    """BibTeX that does not read back as it was written."""


class Book(Record):
    """The book that the papers are cited in: the volume, or the joint volume that it is a part of."""

    title: str = ""
    series: str | None = None
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
        editors=joint.editors or volume.editors,
        publisher=joint.publisher or named,
        place=volume.event.place,
        isbn=settled(joint.isbn if volume.part_of else volume.isbn),
        doi=settled(joint.doi if volume.part_of else volume.doi) if policy.registers_doi == "us" else None,
        url=volume.url,
        year=volume.year or (volume.event.start.year if volume.event.start else None),
        month=volume.event.start.month if volume.event.start else None,
        note=OWN_PAGES_NOTE if policy.paginates == "publisher" and not volume.part_of else None,
    )


def settled(identifier: str | None) -> str | None:
    """An identifier that exists; None for one that is pending."""
    return identifier if identifier and identifier != PENDING else None


def own_doi(paper: Paper, policy: PublisherPolicy) -> str | None:
    """The paper's DOI where it is ours to register, else None: it is provisional."""
    return settled(paper.doi) if policy.registers_doi == "us" else None


def cited(edition: Edition, pagination: Pagination) -> list[tuple[Paper, Placement]]:
    """The papers that get an entry, in volume order: those that are there."""
    papers = {paper.id: paper for paper in edition.papers}
    return [(papers[each.paper], each) for each in pagination.placements if each.present and each.paper in papers]


def volume_key(volume: Volume) -> str:
    """`dls2019`: acronym and year in ASCII, the year once; `volume` where there is neither."""
    named = volume.acronym or volume.event.acronym or volume.short_title or ""
    ascii_only = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "", ascii_only)
    year = str(volume.year or "")
    return (stem if year in stem else stem + year) or "volume"


def entry_key(volume: Volume, paper: Paper) -> str:
    """`dls2019-017`: the same on every run, whatever page the paper starts on."""
    return f"{volume_key(volume)}-{paper.id}"


def write_bibtex(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> str:
    """The BibTeX index. Raises BibliographyError when it does not read back as written."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat

    wanted = dict(entries(edition, pagination, policy))
    blocks: list[Block] = [
        Entry(kind, key, [Field(name, value) for name, value in fields.items()])
        for key, (kind, fields) in wanted.items()
    ]
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    written = write_string(Library(blocks), unparse_stack=[], bibtex_format=layout)
    if read_bibtex(written) != {key: _as_read(fields) for key, (_, fields) in wanted.items()}:
        raise BibliographyError("proceedings.bib: BibTeX does not read back as it was written.")
    return str(written)


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """The fields of every entry by key. Raises BibliographyError naming the blocks that do not parse."""
    from bibtexparser.entrypoint import parse_string

    library = parse_string(text)
    if library.failed_blocks:
        lines = ", ".join(str((block.start_line or 0) + 1) for block in library.failed_blocks)
        raise BibliographyError(f"proceedings.bib: the entries at lines {lines} do not parse or have a key twice.")
    return {entry.key: {field.key: str(field.value) for field in entry.fields} for entry in library.entries}


def entries(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy
) -> Iterable[tuple[str, tuple[str, dict[str, str]]]]:
    """Key, type and fields of every entry; values are in braces, months are BibTeX's own abbreviations."""
    book = book_of(edition.volume, policy)
    yield volume_key(edition.volume), ("proceedings", _filled(_proceedings_fields(book)))
    for paper, placement in cited(edition, pagination):
        fields = _paper_fields(paper, placement, book, own_doi(paper, policy))
        yield entry_key(edition.volume, paper), ("inproceedings", _filled(fields))


def _proceedings_fields(book: Book) -> dict[str, str | None]:
    return {"title": bibtex_title(book.title), **_book_fields(book)}


def _paper_fields(paper: Paper, placement: Placement, book: Book, doi: str | None) -> dict[str, str | None]:
    pages = dict.fromkeys((str(placement.first_page), str(placement.last_page)))
    title = f"{paper.title}: {paper.subtitle}" if paper.subtitle else paper.title
    common = _book_fields(book)
    return {
        "author": _names(paper.authors),
        "title": bibtex_title(title),
        "booktitle": bibtex_title(book.title),
        **{name: common.pop(name) for name in ("editor", "series")},
        "pages": "--".join(pages),
        "note": latex_text(book.note) if book.note else None,
        **common,
        "doi": doi,
        "url": f"https://doi.org/{doi}" if doi else None,
        "keywords": latex_text(", ".join(paper.keywords)),
    }


def _book_fields(book: Book) -> dict[str, str | None]:
    return {
        "editor": _names(book.editors),
        "series": latex_text(book.series or ""),
        "year": str(book.year) if book.year else None,
        "month": MONTHS[book.month - 1] if book.month else None,
        "publisher": latex_text(book.publisher or ""),
        "address": latex_text(book.place or ""),
        "isbn": book.isbn,
        "doi": book.doi,
        "url": book.url,
    }


def _names(people: Sequence[Person]) -> str:
    return " and ".join(latex_name(bibtex_name(person)) for person in people)


def _filled(fields: dict[str, str | None]) -> dict[str, str]:
    return {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}


def _as_read(fields: dict[str, str]) -> dict[str, str]:
    return {name: value.removeprefix("{").removesuffix("}") for name, value in fields.items()}
