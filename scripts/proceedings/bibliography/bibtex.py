"""The bibliography index of the volume as BibTeX: one @proceedings and one @inproceedings a paper.

Each entry stands alone (no crossref). Missing papers have none, and a DOI that the publisher will register
stays out until it is adopted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from proceedings.bibliography.cited_book import Book, book_of, cited, note_of, own_doi, whole_title
from proceedings.bibliography.latex_text import latex_address, latex_name, latex_text
from proceedings.bibliography.titles import bibtex_title, names_in
from proceedings.names import bibtex_name
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper, Person
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record import Record
from proceedings.records.volume import Volume
from proceedings.wording import MONTHS, doi_url, listed, page_range

ADDRESSES = frozenset(("doi", "isbn", "url", "conference_url"))
LONGEST_KEY = 40
"""So many letters of a name are in a key and in the name of a folder: no file system takes more than 255 bytes."""


class BibliographyError(ValueError):
    """BibTeX that does not read back as it was written."""


class BibtexEntry(Record):
    """One entry; the values of its fields are in LaTeX and without their outer braces."""

    kind: str = "inproceedings"
    key: str = ""
    fields: dict[str, str] = {}


def volume_key(volume: Volume) -> str:
    """`dls2019`: acronym and year in ASCII, the year once; `volume` where there is neither."""
    named = volume.acronym or volume.event.acronym or volume.short_title or ""
    ascii_only = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "", ascii_only)[:LONGEST_KEY]
    year = str(volume.year or "")
    return (stem if year in stem else stem + year) or "volume"


def entry_key(volume: Volume, paper: Paper) -> str:
    """`dls2019-017`: the same on every run, whatever page the paper starts on."""
    return f"{volume_key(volume)}-{paper.id}"


def write_bibtex(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> str:
    """The BibTeX index. Raises BibliographyError when it does not read back as written."""
    wanted = tuple(entries(edition, pagination, policy))
    written = bibtex_text(wanted)
    read = read_bibtex(written)
    changed = [each.key for each in wanted if read.get(each.key) != each.fields]
    if changed:
        raise BibliographyError(
            f"proceedings.bib: {listed(changed)} would not read back as written. "
            "Look for braces and backslashes in their titles, names and keywords."
        )
    return written


def bibtex_text(wanted: Iterable[BibtexEntry]) -> str:
    """The entries as BibTeX, in their order."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat

    blocks: list[Block] = [
        Entry(each.kind, each.key, [Field(name, _delimited(name, value)) for name, value in each.fields.items()])
        for each in wanted
    ]
    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # the library is untyped here
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    return str(write_string(Library(blocks), unparse_stack=[], bibtex_format=layout))


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """The fields of every entry by key. Raises BibliographyError naming the entries that do not parse."""
    return {entry.key: entry.fields for entry in read_entries(text)}


def read_entries(text: str) -> tuple[BibtexEntry, ...]:
    """Every entry as it is written. Raises BibliographyError naming those that do not parse."""
    from bibtexparser.entrypoint import parse_string

    library = parse_string(text)
    if library.failed_blocks:
        lines = listed([str((block.start_line or 0) + 1) for block in library.failed_blocks])
        raise BibliographyError(
            f"proceedings.bib, line {lines}: entries that do not parse, or whose key or field is there twice."
        )
    return tuple(
        BibtexEntry(kind=each.entry_type, key=each.key, fields={field.key: str(field.value) for field in each.fields})
        for each in library.entries
    )


def entries(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> Iterator[BibtexEntry]:
    """The entry of the volume, then those of its papers; months are BibTeX's own abbreviations."""
    book = book_of(edition.volume, policy)
    names = names_in(paper.abstract or "" for paper in edition.papers)
    volume_fields = {"title": bibtex_title(book.title, names), **_book_fields(book), "key": _sorted_by(book, edition)}
    yield BibtexEntry(kind="proceedings", key=volume_key(edition.volume), fields=filled(volume_fields))
    for paper, placement in cited(edition, pagination):
        fields = _paper_fields(paper, placement, book, names) | _doi_fields(own_doi(paper, policy))
        yield BibtexEntry(key=entry_key(edition.volume, paper), fields=filled(fields))


def _paper_fields(paper: Paper, placement: Placement, book: Book, names: Set[str]) -> dict[str, str | None]:
    of_book = _book_fields(book)
    return {
        "author": _names(paper.authors),
        "title": bibtex_title(whole_title(paper), names),
        "booktitle": bibtex_title(book.title, names),
        "editor": of_book.pop("editor"),
        "series": of_book.pop("series"),
        "volume": of_book.pop("volume"),
        "pages": page_range(placement.first_page, placement.last_page, dash="--"),
        "note": latex_text(note_of(book, paper) or ""),
        **of_book,
        "keywords": latex_text(", ".join(paper.keywords)),
    }


def _doi_fields(doi: str | None) -> dict[str, str | None]:
    """The paper's own DOI and address, which take the place of the book's, or nothing at all."""
    return {"doi": doi, "url": doi_url(doi) if doi else None}


def _book_fields(book: Book) -> dict[str, str | None]:
    return {
        "editor": _names(book.editors),
        "series": latex_text(book.series or ""),
        "volume": latex_text(book.number or ""),
        "year": str(book.year) if book.year else None,
        "month": MONTHS[book.month - 1][:3].lower() if book.month else None,
        "publisher": latex_text(book.publisher or ""),
        "address": latex_text(book.place or ""),
        "isbn": book.isbn,
        "doi": book.doi,
        "url": book.url,
    }


def _sorted_by(book: Book, edition: Edition) -> str | None:
    """What styles sort and label a book by that has no editors."""
    return None if book.editors else latex_text(edition.volume.acronym or book.title)


def _names(people: Sequence[Person]) -> str:
    return " and ".join(latex_name(bibtex_name(person)) for person in people)


def filled(fields: Mapping[str, str | None]) -> dict[str, str]:
    """The fields that say something."""
    return {name: latex_address(value) if name in ADDRESSES else value for name, value in fields.items() if value}


def _delimited(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"
