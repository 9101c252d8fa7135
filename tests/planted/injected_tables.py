"""Tables drawn on a page of their own: in a column, too wide for it, or over both columns, with text around them."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from planted import prose
from planted.cases import Place
from planted.injection import Paint
from planted.set_pages import columns_of, few_lines, full_columns
from planted.sheets import Box, Sheet
from planted.slugs import font_named

ROW, DEEP = 14.0, 48.0
"""Points from rule to cell, and from the first rule to the last."""


def ruled_table(points: float, side: str = "left", few: bool = False) -> Paint:
    """A table of the column on this side, its rules so many points too wide for it.

    `few`: a few lines of text in both columns are all that the page has; else both columns are full around the table.
    """

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        column = columns_of(sheet)[side == "right"]
        y = _top(sheet, few)
        if few:
            few_lines(canvas, sheet, y - DEEP - 40)
        else:
            full_columns(canvas, sheet, column, y + 26, y - DEEP - 10)
        _caption(canvas, sheet, (column[0] + column[1]) / 2, y)
        _table(canvas, sheet, _across(sheet, points, side), y)

    return paint


def place_of(points: float, side: str = "left", few: bool = False) -> Place:
    """Where the rules of such a table are, from the top left of the sheet's page."""

    def place(sheet: Sheet) -> Box:
        top = sheet.size[1] - _top(sheet, few)
        left, right = _across(sheet, points, side)
        return (left, top, right, top + DEEP)

    return place


def table_over_both(share: float) -> Paint:
    """A table in the middle of both columns, as wide as this share of them, alone at the head of a page."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        left, _, right, _ = sheet.block
        y, off = _top(sheet, few=True), (right - left) * (1 - share) / 2
        few_lines(canvas, sheet, y - DEEP - 40)
        _caption(canvas, sheet, (left + right) / 2, y)
        _table(canvas, sheet, (left + off, right - off), y)

    return paint


def tables_side_by_side(canvas: Canvas, sheet: Sheet) -> None:
    """Two tables of different widths over both columns, under one caption in the middle."""
    left, _, right, _ = sheet.block
    y, part = _top(sheet, few=True), left + (right - left) * 0.6
    few_lines(canvas, sheet, y - DEEP - 40)
    _caption(canvas, sheet, (left + right) / 2, y)
    _table(canvas, sheet, (left, part - 8), y)
    _table(canvas, sheet, (part + 8, right), y)


def _across(sheet: Sheet, points: float, side: str) -> tuple[float, float]:
    left, right = columns_of(sheet)
    return (left[0], left[1] + points) if side == "left" else (right[0] - points, right[1])


def _top(sheet: Sheet, few: bool) -> float:
    """The height of the first rule: near the head of the block, or in the middle of it."""
    head = sheet.size[1] - sheet.block[1]
    return head - 30 if few else (head + sheet.size[1] - sheet.block[3]) / 2


def _caption(canvas: Canvas, sheet: Sheet, middle: float, y: float) -> None:
    canvas.setFillGray(0)
    canvas.setFont(font_named(sheet.faces[0]), min(9.0, sheet.body))
    canvas.drawCentredString(middle, y + 6, "Table 6: Waiting time by machine")


def _table(canvas: Canvas, sheet: Sheet, across: tuple[float, float], y: float) -> None:
    """Three rules, and cells that keep to the inner part of their width."""
    left, right = across
    canvas.setLineWidth(0.5)
    for down in (0, ROW + 2, DEEP):
        canvas.line(left, y - down, right, y - down)
    canvas.setFillGray(0)
    canvas.setFont(font_named(sheet.faces[0]), min(8.0, sheet.body))
    for row, cells in enumerate(prose.TABLE[:3]):
        for column, cell in enumerate(cells[:3]):
            canvas.drawString(left + 6 + column * (right - left) / 5, y - 11 - row * ROW, cell)
