"""The pages that open the sessions: title, chairs, and the papers with their pages."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.records.programme import Session
from proceedings.typesetting.book import chairs_line, display_lines, unbroken_names
from proceedings.typesetting.contents import as_contents, entry
from proceedings.typesetting.grid import PageGrid, page_grid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.pages import Page, flow
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, Rule, kept_together, paragraph, row_of, sink, space, tagged
from proceedings.typesetting.tags import Tag

SINK = 7


def session_pages(edition: Edition, pagination: Pagination) -> tuple[bytes, TypesetPart]:
    """One page for each session that the pagination keeps a page for, in the order of the pages."""
    grid = page_grid(pagination.page_size)
    papers = {paper.id: paper for paper in edition.papers}
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    for number, placements in pagination.by_session():
        if label := placements[0].session_page:
            session = edition.sessions[number]
            shown = [(papers[each.paper], each) for each in placements]
            bookmarks.append(Bookmark(title=session.title, page=len(pages) + 1))
            pages.append(_page(session, shown, grid)._replace(folio=str(label), recto=label % 2 == 1))
    about = Imprint(f"{edition.volume.title}: Sessions", language=edition.volume.language)
    content = print_pages(pages, grid, about)
    return content, TypesetPart(pages=len(pages), bookmarks=tuple(bookmarks))


def _page(session: Session, papers: Sequence[tuple[Paper, Placement]], grid: PageGrid) -> Page:
    """The fullest of the ways to set a session that fits on a page: with authors, with titles, with its head alone."""
    head = _head(session, grid)
    ways = ([*head, *_entries(papers, grid, names)] for names in (True, False))
    return next((pages[0] for way in ways if len(pages := flow(way, grid)) == 1), flow(head, grid)[0])


def _head(session: Session, grid: PageGrid) -> list[Row]:
    style = Style("serif-semibold", 2.0 * grid.size)
    lines = display_lines(session.title, style, grid.measure)
    title = tagged([row_of(line, 2.5 * grid.leading) for line in lines], Tag("H1"))
    chaired = chairs_line(*session.chairs)
    chairs = paragraph([Span(chaired, Style("serif", grid.size))], Shape(grid.measure, "left"), grid.leading)
    rule = Row(2 * grid.leading, rules=(Rule(grid.leading, 0.0, grid.measure),))
    return kept_together([sink(SINK * grid.leading), *title, *(chairs if chaired else ()), rule], with_next=True)


def _entries(papers: Sequence[tuple[Paper, Placement]], grid: PageGrid, with_names: bool) -> list[Row]:
    found: list[list[Row]] = []
    for paper, placement in papers:
        title = title_spans(paper.title or f"Paper {paper.id}", Style("serif", grid.size))
        names = unbroken_names(paper.authors) if with_names else ""
        link = f"bindery:paper.{paper.id}"
        lines = entry(title, str(placement.first_page), grid, link, names, ", ".join(paper.awards))
        found.append([*lines, space(grid.leading / 2)])
    return as_contents(found)
