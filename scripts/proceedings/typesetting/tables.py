"""Tables with horizontal rules only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from proceedings.typesetting.grid import BASELINE, PageGrid
from proceedings.typesetting.inline import Colour, Span
from proceedings.typesetting.lines import Align, Line, Shape, set_lines
from proceedings.typesetting.rows import PlacedLine, Row, Rule
from proceedings.typesetting.tags import Tag

HEAVY, LIGHT = 0.7, 0.35
GAP = 10.0
HAIR = 0.4


class Column(NamedTuple):
    """A column's share of the measure and how its cells are set."""

    share: float
    align: Align = "left"


Cells = Sequence[Sequence[Span]]


def table(
    columns: Sequence[Column], rows: Sequence[Cells], grid: PageGrid, links: Sequence[str | None] = ()
) -> list[Row]:
    """A table whose first row is its head, ruled above, under the head and below; a row is never divided.

    `links` are the URIs under whole rows, the head's first.
    """
    whole = Tag("Table")
    roles = ["TH", *["TD"] * (len(rows) - 1)]
    pairs = zip(rows, roles, strict=True)
    set_rows = [_row(columns, cells, grid, Tag("TR", whole), role) for cells, role in pairs]
    set_rows = [row._replace(link=link) for row, link in zip(set_rows, [*links, *[None] * len(set_rows)], strict=False)]
    rule = Rule(0.0, 0.0, grid.measure, HEAVY)
    set_rows[0] = set_rows[0]._replace(rules=(rule, rule._replace(drop=set_rows[0].height, weight=LIGHT)), keep=True)
    last = set_rows[-1]
    set_rows[-1] = last._replace(rules=(*last.rules, rule._replace(drop=last.height)))
    if len(set_rows) > 2:
        set_rows[-2] = set_rows[-2]._replace(keep=True)
    return set_rows


def shaded(row: Row, columns: Sequence[Column], colours: Sequence[Colour | None], grid: PageGrid) -> Row:
    """The row with cells filled by colours, from the left; a hair of paper stays between them."""
    fills, x = [], 0.0
    for column, colour in zip(columns, colours, strict=False):
        width = column.share * grid.measure
        if colour:
            fills.append(Rule(row.height / 2, x + HAIR, width - 2 * HAIR, row.height - 2 * HAIR, colour))
        x += width
    return row._replace(rules=(*fills, *row.rules))


def _row(columns: Sequence[Column], cells: Cells, grid: PageGrid, tag: Tag, role: str) -> Row:
    leading, pad = grid.leading * 0.92, grid.leading * 0.12
    placed: list[PlacedLine] = []
    x, depth = 0.0, 1
    for column, spans in zip(columns, cells, strict=False):
        width = column.share * grid.measure
        # centred cells hold a number or a word and need no gap of their own
        gap = 0.0 if column.align == "centre" else GAP
        lines = set_lines(spans, Shape(width - gap, column.align)) or (Line(0.0, (), 0.0),)  # an empty cell is one too
        shift = x + (gap if column.align == "right" else 0.0)
        cell = Tag(role, tag)
        drops = (pad + (number + BASELINE) * leading for number in range(len(lines)))
        placed += [PlacedLine(drop, line, shift, cell) for drop, line in zip(drops, lines, strict=True)]
        depth = max(depth, len(lines))
        x += width
    return Row(depth * leading + 2 * pad, tuple(placed))
