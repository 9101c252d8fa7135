"""The pages of an index: collated entries with page labels that are links, in two columns, under their letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from proceedings.collation import index_letter
from proceedings.records.placement import Bookmark, Pagination, TypesetPart
from proceedings.records.volume import Volume
from proceedings.typesetting.book import opening
from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.pages import flow_without_a_short_end, with_folios
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, kept_together, list_item, paragraph, space, tagged, within
from proceedings.typesetting.tags import Tag


class IndexLine(NamedTuple):
    """An entry as it is printed, the text it is sorted under, and (page label, paper id) of each of its papers."""

    text: str
    sorted_as: str
    pages: tuple[tuple[int, str], ...]


def index_part(
    title: str, lines: Sequence[IndexLine], pagination: Pagination, first_page: int, volume: Volume
) -> tuple[bytes, TypesetPart]:
    """The PDF of an index and its record; no entry gives no pages. `lines` are in order.

    Behind a part of a joint volume come another's pages, and the index is its editor's: there are no pages either.
    """
    if not lines or volume.part_of:
        return b"", TypesetPart()
    wide = page_grid(pagination.page_size, SMALL)
    grid = page_grid(pagination.page_size, SMALL, columns=2)
    above = opening(title, page_grid(pagination.page_size))
    pages = flow_without_a_short_end(_rows(lines, grid), grid, title, above)
    about = Imprint(f"{volume.title}: {title}", language=volume.language)
    content = print_pages(with_folios(pages, first_page), wide, about)
    return content, TypesetPart(pages=len(pages), bookmarks=(Bookmark(title=title, page=1),))


def _rows(lines: Sequence[IndexLine], grid: PageGrid) -> list[Row]:
    rows: list[Row] = []
    for letter, group in groupby(lines, key=lambda line: index_letter(line.sorted_as)):
        listed = [row for line in group for row in list_item(entry_rows(line, grid))]
        rows += [*letter_heading(letter, grid), *within(listed, "L")]
    return rows


def letter_heading(letter: str, grid: PageGrid, level: int = 2) -> list[Row]:
    """The letter over the entries that begin with it."""
    style = Style("serif-semibold", 1.1 * grid.size)
    rows = tagged(paragraph([Span(letter, style)], Shape(grid.column_measure, "left"), grid.leading), Tag(f"H{level}"))
    return [space(grid.leading), *kept_together(rows, with_next=True)]


def entry_rows(line: IndexLine, grid: PageGrid, depth: int = 0) -> list[Row]:
    """An entry with its pages as links; a sub-entry is `depth` steps in."""
    style = Style("serif", grid.size)
    spans = [Span(line.text, style)]
    for label, paper in line.pages:
        spans += [Span(", ", style), Span(str(label), style, f"bindery:paper.{paper}")]
    step = 1.6 * grid.size
    shape = Shape(grid.column_measure, "left", depth * step, (depth + 1) * step)
    return kept_together(paragraph(spans, shape, grid.leading))
