"""The table of contents: sessions, whole titles, authors, leaders, page labels, a link under each entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.typesetting.book import heading, opening, unbroken_names
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Fragment, Span, Style, fragments, width_of
from proceedings.typesetting.lines import Line, Shape, set_lines
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import Row, kept_together, paragraph, row_of, space, within
from proceedings.typesetting.tags import Tag

DOT_PITCH = 5.2
FOLIO_ROOM = 34.0
AUTHOR_INDENT = 14.0


def contents_rows(
    edition: Edition, pagination: Pagination, front: Sequence[tuple[str, str]], grid: PageGrid
) -> list[Row]:
    """The contents up to the last paper; `front` are (title, roman label) of the front matter's own sections."""
    rows = opening("Contents", grid)
    rows += as_contents(
        entry([Span(title, _style(grid))], label, grid, f"bindery:page.{label}") for title, label in front
    )
    papers = {paper.id: paper for paper in edition.papers}
    for session, placements in pagination.by_session():
        rows += _session_heading(edition, session, grid)
        found: list[list[Row]] = []
        for placement in placements:
            paper = papers[placement.paper]
            link = f"bindery:paper.{paper.id}"
            title = title_spans(paper.title or f"Paper {paper.id}", _style(grid))
            names = unbroken_names(paper.authors)
            listed = entry(title, str(placement.first_page), grid, link, names, ", ".join(paper.awards))
            found.append([*listed, space(grid.leading / 2)])
        rows += as_contents(found)
    return rows


def back_entries(entries: Iterable[tuple[str, int, str]], grid: PageGrid) -> list[Row]:
    """(title, page label, part stem) of what stands behind the papers, all together."""
    rows = as_contents(
        entry([Span(title, _style(grid))], str(label), grid, f"bindery:part.{stem}") for title, label, stem in entries
    )
    return [space(grid.leading / 2), *kept_together(rows)] if rows else []


def held_to_last_paper(papers: list[Row], back: list[Row]) -> list[Row]:
    """The contents with its last entries on one page, so that none of them stands on a page alone."""
    start = max((number for number, row in enumerate(papers[:-1]) if row.space), default=len(papers))
    return [*papers[:start], *kept_together(papers[start:], with_next=True), *back] if back else papers


def entry(
    title: list[Span], label: str, grid: PageGrid, link: str | None = None, names: str = "", mark: str = ""
) -> list[Row]:
    """One entry: the title broken before the folio's room, leaders on a grid of their own, the authors under it.

    `mark` stands in italics behind the authors. Without a label there are no leaders.
    """
    shape = Shape(grid.measure - FOLIO_ROOM, "left", indent=AUTHOR_INDENT)
    lines = set_lines(title, shape) or set_lines([Span("–", _style(grid))], shape)
    tag = Tag()
    rows = [row_of(line, grid.leading, tag) for line in lines[:-1]]
    last = with_leaders(lines[-1], label, grid.measure, _style(grid)) if label else lines[-1]
    rows += [row_of(last, grid.leading, tag)]
    if names or mark:
        plain, italic = Style("serif", grid.size - 1.0), Style("serif-italic", grid.size - 1.0)
        indented = Shape(grid.measure - FOLIO_ROOM, "left", AUTHOR_INDENT, AUTHOR_INDENT)
        between = " · " if names and mark else ""
        rows += paragraph([Span(names, plain), Span(between, plain), Span(mark, italic)], indented, grid.leading)
    return [row._replace(link=link) for row in kept_together(rows)]


def with_leaders(line: Line, label: str, measure: float, style: Style) -> Line:
    """`line` carried to the right edge by dots that stand under one another in all entries, and `label` at the edge."""
    end = line.x + line.width
    folio = fragments(label, style)
    folio_left = measure - width_of(label, style)
    first = int((end + 6.0) / DOT_PITCH) + 1
    last = int((folio_left - 6.0) / DOT_PITCH)
    dot = fragments(".", style)[0]._replace(leader=True)
    pieces = list(line.pieces)
    if last > first:
        pieces.append(_gap(first * DOT_PITCH - end, style))
        pieces += [dot._replace(width=DOT_PITCH, kerns=((DOT_PITCH - dot.width) * 1000 / style.size,))] * (last - first)
        end = last * DOT_PITCH
    pieces += [_gap(folio_left - end, style), *folio]
    return Line(line.x, tuple(pieces), measure - line.x)


def as_contents(entries: Iterable[list[Row]]) -> list[Row]:
    """Entries as a table of contents, for readers who do not see it."""
    return within([row for each in entries for row in within(each, "TOCI")], "TOC")


def _gap(width: float, style: Style) -> Fragment:
    """White space of a given width that is copied as one space; a no-break space, since no line is justified by it."""
    blank = fragments("\u00a0", style)[0]
    return blank._replace(width=width, kerns=((width - blank.width) * 1000 / style.size,))


def _session_heading(edition: Edition, number: int, grid: PageGrid) -> list[Row]:
    session = edition.sessions[number] if number < len(edition.sessions) else None
    return heading(session.title, grid) if session and session.title else [space(grid.leading)]


def _style(grid: PageGrid) -> Style:
    return Style("serif", grid.size)
