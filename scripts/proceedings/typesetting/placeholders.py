"""Pages that stand in for papers that are not there."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.names import set_author_list
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Bookmark, Pagination, Placement, Standing, TypesetPart
from proceedings.typesetting.grid import PageGrid, page_grid
from proceedings.typesetting.inline import GREY, Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.pages import Page, stack
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, Rule, paragraph, tagged
from proceedings.typesetting.tags import Tag

WITH_PUBLISHER = "The publisher collects the camera-ready paper; no copy of it has come here."
WHY: Mapping[Standing, str] = {
    "missing": "The camera-ready paper has not arrived, or its file cannot be used.",
    "refused": "The paper’s new file has more pages than its place in the volume.",
    "withdrawn": "This paper was withdrawn after publication. Its page numbers and identifiers stay with it.",
}


def placeholders(edition: Edition, pagination: Pagination) -> tuple[bytes, TypesetPart]:
    """For each paper that is not present one page saying so, then blank pages up to its last page, all with folios."""
    grid = page_grid(pagination.page_size)
    papers = {paper.id: paper for paper in edition.papers}
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    for placement in pagination.placements:
        if not placement.present:
            bookmarks.append(Bookmark(title=placement.paper, page=len(pages) + 1))
            paper = papers[placement.paper]
            pages += _pages(paper, placement, _why(edition, paper, placement.standing), grid)
    content = print_pages(
        pages, grid, Imprint(f"{edition.volume.title}: Placeholders", language=edition.volume.language)
    )
    return content, TypesetPart(pages=len(pages), bookmarks=tuple(bookmarks))


def _why(edition: Edition, paper: Paper, standing: Standing) -> str:
    return WITH_PUBLISHER if standing == "missing" and edition.volume.is_with_publisher(paper) else WHY[standing]


def _pages(paper: Paper, placement: Placement, why: str, grid: PageGrid) -> list[Page]:
    rows = tuple(stack(_rows(paper, why, grid), grid.left, grid.top + 6 * grid.leading, grid.measure))
    first = Page(rows, kind="opening", folio=str(placement.first_page), recto=placement.first_page % 2 == 1)
    labels = range(placement.first_page + 1, placement.last_page + 1)
    return [first, *(Page(kind="opening", folio=str(label), recto=label % 2 == 1) for label in labels)]


def _rows(paper: Paper, why: str, grid: PageGrid) -> list[Row]:
    shape = Shape(grid.measure, "centre")
    title = Style("serif-semibold", 1.5 * grid.size)
    plain = Style("serif", grid.size)
    half = grid.measure / 3
    return [
        *tagged(
            paragraph(title_spans(paper.title or f"Paper {paper.id}", title), shape, 1.5 * grid.leading), Tag("H1")
        ),
        Row(grid.leading),
        *paragraph([Span(set_author_list(paper.authors), plain)], shape, grid.leading),
        Row(3 * grid.leading, rules=(Rule(1.5 * grid.leading, half, half),)),
        *paragraph([Span(why, plain)], shape, grid.leading),
        *paragraph([Span(f"Paper {paper.id}", plain._replace(colour=GREY))], shape, grid.leading),
    ]
