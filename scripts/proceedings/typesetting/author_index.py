"""The author index: collated names with the first pages of their papers, in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from proceedings.bidi import isolated
from proceedings.collation import collation_key, index_letter
from proceedings.names import index_name, sort_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Author
from proceedings.records.placement import Bookmark, Pagination, TypesetPart
from proceedings.typeface import missing_characters
from proceedings.typesetting.book import opening
from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.pages import flow_without_a_short_end, with_folios
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, kept_together, paragraph, space

TITLE = "Author Index"


class IndexEntry(NamedTuple):
    """A person as the index prints it, with (page label, paper id) of each paper."""

    author: Author
    pages: tuple[tuple[int, str], ...]


def index_entries(edition: Edition, pagination: Pagination) -> list[IndexEntry]:
    """All authors of the volume's papers, collated; one name is one entry unless two ORCIDs tell people apart."""
    papers = {paper.id: paper for paper in edition.papers}
    people: dict[tuple[str, str], Author] = {}
    pages: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for placement in pagination.placements:
        for author in (each for each in papers[placement.paper].authors if index_name(each)):
            key = _same_person(author, people)
            people[key] = _fuller(people.get(key), author)
            pages.setdefault(key, []).append((placement.first_page, placement.paper))
    found = [IndexEntry(people[key], tuple(sorted(set(pages[key])))) for key in people]
    return sorted(found, key=lambda entry: (collation_key(sort_name(entry.author)), entry.pages))


def author_index(edition: Edition, pagination: Pagination, first_page: int) -> tuple[bytes, TypesetPart]:
    """The PDF of the index and its record; no author gives no pages. `first_page` is its page label."""
    entries = index_entries(edition, pagination)
    if not entries:
        return b"", TypesetPart()
    wide = page_grid(pagination.page_size, SMALL)
    grid = page_grid(pagination.page_size, SMALL, columns=2)
    above = opening(TITLE, page_grid(pagination.page_size))
    pages = flow_without_a_short_end(_index_rows(entries, grid), grid, TITLE, above)
    content = print_pages(with_folios(pages, first_page), wide, Imprint(f"{edition.volume.title}: {TITLE}"))
    return content, TypesetPart(pages=len(pages), bookmarks=(Bookmark(title=TITLE, page=1),))


def _index_rows(entries: Sequence[IndexEntry], grid: PageGrid) -> list[Row]:
    rows: list[Row] = []
    letter = ""
    for entry in entries:
        if (own := index_letter(sort_name(entry.author))) != letter:
            letter = own
            rows += _letter_heading(letter, grid)
        rows += _entry_rows(entry, grid)
    return rows


def _letter_heading(letter: str, grid: PageGrid) -> list[Row]:
    style = Style("serif-semibold", 1.1 * grid.size)
    rows = paragraph([Span(letter, style)], Shape(grid.column_measure, "left"), grid.leading)
    return [space(grid.leading), *kept_together(rows, with_next=True)]


def _entry_rows(entry: IndexEntry, grid: PageGrid) -> list[Row]:
    style = Style("serif", grid.size)
    name = index_name(entry.author)
    native = entry.author.native.name if entry.author.native else ""
    if missing_characters(native):  # a row of boxes says nothing
        native = ""
    names = [name, native] if native and native not in name else [name]
    spans = [Span(" ".join(map(isolated, names)), style)]
    for label, paper in entry.pages:
        spans += [Span(", ", style), Span(str(label), style, f"bindery:paper.{paper}")]
    shape = Shape(grid.column_measure, "left", indent=1.6 * grid.size)
    return kept_together(paragraph(spans, shape, grid.leading))


def _same_person(author: Author, people: dict[tuple[str, str], Author]) -> tuple[str, str]:
    """The key of an entry: the printed name, and the ORCID only where it tells two people apart."""
    name = index_name(author)
    if author.orcid and (name, "") in people and people[name, ""].orcid not in (None, author.orcid):
        return name, author.orcid
    return name, ""


def _fuller(known: Author | None, author: Author) -> Author:
    """The same person with what only one of two papers says."""
    if known is None:
        return author
    return msgspec.structs.replace(known, native=known.native or author.native, orcid=known.orcid or author.orcid)
