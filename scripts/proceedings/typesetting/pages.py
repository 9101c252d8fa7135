"""Fill columns and pages with rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Literal, NamedTuple

import msgspec

from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Colour
from proceedings.typesetting.rows import Row

SHORTEST_END = 8
"""Lines of the grid that a last page holds at least, where the pages before it can spare them."""

AT_ONCE = 2000
"""More rows than any page holds."""

PageKind = Literal["opening", "running", "bare"]
"""`opening`: folio at the foot; `running`: head and folio at the top; `bare`: neither."""


class PlacedRow(NamedTuple):
    """A row with its top left corner, in points from the page's top left, and its column's width."""

    x: float
    y: float
    width: float
    row: Row


class Panel(NamedTuple):
    """A filled rectangle under everything else, in points from the page's top left."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Page(NamedTuple):
    """One page before it is drawn; `folio` is set by `with_folios`."""

    rows: tuple[PlacedRow, ...] = ()
    panels: tuple[Panel, ...] = ()
    kind: PageKind = "bare"
    head: str = ""
    folio: str = ""
    recto: bool = True


def flow(rows: Iterable[Row], grid: PageGrid, head: str = "", above: Sequence[Row] = ()) -> list[Page]:
    """Pages for all rows, the first an opening page; with several columns the last page's are balanced.

    `above` stands over all columns of the first page. Rows are taken as pages need them, so that they may be made then.
    """
    pages: list[Page] = []
    coming = iter(rows)
    rest = list(islice(coming, AT_ONCE))
    top = sum(row.height for row in above)
    while rest or not pages:
        columns, rest = _page_of_columns(rest, grid, grid.depth - top)
        rest += islice(coming, max(0, AT_ONCE - len(rest)))
        placed = _placed(columns, grid, grid.top + top)
        pages.append(Page((*_placed([above], grid, grid.top, grid.measure), *placed), kind="running", head=head))
        above, top = (), 0.0
    return [pages[0]._replace(kind="opening"), *pages[1:]]


def flow_without_a_short_end(
    rows: Sequence[Row], grid: PageGrid, head: str = "", above: Sequence[Row] = ()
) -> list[Page]:
    """As `flow`; white space is drawn together and the opening raised where that saves a page.

    A last page of a few lines that remains gets more of them: the pages before it run a little short.
    """
    tight = [row._replace(height=row.height / 2) if row.space else row for row in rows]
    ways = [(rows, above), (tight, above), (tight, _raised(above)) if above else (_raised(tight), above)]
    rows, above = min(ways, key=lambda way: len(flow(way[0], grid, head, way[1])))
    pages = flow(rows, grid, head, above)
    for fewer in range(1, SHORTEST_END) if _ends_short(pages, grid) else ():
        shorter = flow(rows, msgspec.structs.replace(grid, lines=grid.lines - fewer), head, above)
        if len(shorter) == len(pages) and not _ends_short(shorter, grid):
            return shorter
    return pages


def _raised(rows: Sequence[Row]) -> list[Row]:
    """An opening whose sink is a quarter as deep."""
    return [row._replace(height=row.height / 4) for row in rows[:1]] + list(rows[1:])


def _ends_short(pages: Sequence[Page], grid: PageGrid) -> bool:
    deepest = max((placed.y + placed.row.height for placed in pages[-1].rows), default=grid.top)
    return len(pages) > 1 and deepest - grid.top < SHORTEST_END * grid.leading - 0.01


def with_folios(pages: Sequence[Page], first_page: int) -> list[Page]:
    """Pages with their folios, counted from `first_page`; an odd page is a recto."""
    return [page._replace(folio=str(label), recto=label % 2 == 1) for label, page in enumerate(pages, first_page)]


def _page_of_columns(rows: list[Row], grid: PageGrid, depth: float) -> tuple[list[list[Row]], list[Row]]:
    """The columns of the next page, and the rows that are left."""
    taken, rest = _columns(rows, depth, grid.columns)
    if grid.columns > 1 and not rest:
        taken = _balanced(rows, grid, depth)
    return taken, rest


def _placed(
    columns: Sequence[Sequence[Row]], grid: PageGrid, top: float, measure: float | None = None
) -> tuple[PlacedRow, ...]:
    width = measure or grid.column_measure
    return tuple(
        placed
        for number, column in enumerate(columns)
        for placed in stack(column, grid.left + number * (width + grid.gutter), top, width)
    )


def stack(rows: Sequence[Row], x: float, y: float, width: float) -> list[PlacedRow]:
    """Rows one under another, from (x, y) in points from the page's top left."""
    placed = []
    for row in rows:
        placed.append(PlacedRow(x, y, width, row._replace(resumed=()) if row.resumed else row))
        y += row.height
    return placed


def _columns(rows: list[Row], depth: float, count: int) -> tuple[list[list[Row]], list[Row]]:
    """Up to `count` columns no deeper than `depth`, cut where nothing is kept together if there is such a place."""
    columns: list[list[Row]] = []
    start = 0
    while start < len(rows) and len(columns) < count:
        if rows[start].space:
            start += 1
            continue
        if resumed := rows[start].resumed:
            rows = [*rows[:start], *resumed, *rows[start + 1 :]]
        end = _last_cut(rows, start, depth)
        column = rows[start:end]
        while column and column[-1].space:
            column.pop()
        columns.append(column)
        start = end
    while start < len(rows) and rows[start].space:
        start += 1
    return columns, rows[start:]


def _last_cut(rows: Sequence[Row], start: int, depth: float) -> int:
    """The row that begins the next column."""
    used, fitting = 0.0, start
    while fitting < len(rows) and (used + rows[fitting].height <= depth + 0.01 or fitting == start):
        used += rows[fitting].height
        fitting += 1
    if fitting == len(rows):
        return fitting
    cut = fitting
    while cut > start and not _may_end_at(rows, cut):
        cut -= 1
    return cut if cut > start else fitting


def _may_end_at(rows: Sequence[Row], cut: int) -> bool:
    before = rows[cut - 1]
    return not before.keep and not (before.space and cut > 1 and rows[cut - 2].keep)


def _balanced(rows: list[Row], grid: PageGrid, deepest: float) -> list[list[Row]]:
    """The rows in the shallowest columns that hold them all."""
    depth = min(sum(row.height for row in rows) / grid.columns, deepest)
    columns, rest = _columns(rows, depth, grid.columns)
    while depth < deepest and (rest or any(column and column[-1].keep for column in columns)):
        depth += grid.leading / 2
        columns, rest = _columns(rows, min(depth, deepest), grid.columns)
    return columns
