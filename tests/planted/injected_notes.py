"""Notes drawn in the margin of a finished page, with and without a box, and floats of which a part lies there."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from planted.cases import Place
from planted.injection import Paint, _row
from planted.set_pages import columns_of, full_columns
from planted.sheets import Box, Sheet
from planted.slugs import broken, font_named

SIZE, INSIDE, AWAY, LED = 6.5, 3.0, 6.0, 140.0
"""Type size of a note, white within its box, white between it and the block, and the line that leads to it."""


def note_box(words: str, side: str = "right", fill: float | None = 0.7, led: bool = True) -> Paint:
    """A note in a rounded box with this grey, as todonotes sets it; None leaves it white. `led`: a line leads to it."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        left, top, right, bottom = _place(sheet, words, side)
        canvas.setLineWidth(0.4)
        canvas.setStrokeGray(0)
        canvas.setFillGray(1 if fill is None else fill)
        high = sheet.size[1]
        canvas.roundRect(left, high - bottom, right - left, bottom - top, 2.5, stroke=1, fill=1)
        if led:
            inner, into = (right, LED) if side == "left" else (left, -LED)
            canvas.line(inner, high - bottom + 4, inner + into, high - bottom + 4)
        _words(canvas, sheet, words, side)

    return paint


def bare_note(words: str, side: str = "right") -> Paint:
    """The same words with nothing around them."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        _words(canvas, sheet, words, side)

    return paint


def note_place(words: str, side: str = "right") -> Place:
    """Where the box of such a note is, from the top left of the sheet's page."""
    return lambda sheet: _place(sheet, words, side)


def wide_diagram(canvas: Canvas, sheet: Sheet) -> None:
    """A figure of filled boxes with words in them, the last of which lies in the margin; text is above and below."""
    left, y = sheet.block[2] - 200, _row(sheet)
    full_columns(canvas, sheet, columns_of(sheet)[-1], y + 40, y - 70)
    canvas.setLineWidth(0.5)
    for number, label in enumerate(("Reader", "Queue", "Ranks")):
        x = left + 10 + number * 98
        canvas.setFillGray(0.8)
        canvas.rect(x, y, 34, 20, stroke=1, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(font_named(sheet.faces[0]), 7)
        canvas.drawString(x + 4, y + 7, label)
        if number:
            canvas.line(x - 64, y + 10, x, y + 10)
    canvas.setFont(font_named(sheet.faces[0]), min(9.0, sheet.body))
    canvas.drawString(left + 10, y - 50, "Figure 7: How a batch goes")


def wide_coloured_table(canvas: Canvas, sheet: Sheet) -> None:
    """A table of the column whose last column, with a tint behind it, lies in the margin."""
    left, right, y = sheet.block[2] - 180, sheet.block[2], _row(sheet)
    full_columns(canvas, sheet, columns_of(sheet)[-1], y + 80, y - 20)
    canvas.setFillGray(0.85)
    canvas.rect(right + 4, y, 30, 44, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setLineWidth(0.5)
    for height in (0, 28, 44):
        canvas.line(left, y + height, right + 36, y + height)
    canvas.setFont(font_named(sheet.faces[0]), sheet.body)
    for row, cells in enumerate((("Machine and its network", "Gain"), ("Alder with two switches", "12.5"))):
        canvas.drawString(left + 4, y + 33 - 20 * row, cells[0])
        canvas.drawString(right + 6, y + 33 - 20 * row, cells[1])
    canvas.setFont(font_named(sheet.faces[0]), min(9.0, sheet.body))
    canvas.drawString(left + 10, y + 52, "Table 7: What each machine gains")


def tinted_box(canvas: Canvas, sheet: Sheet) -> None:
    """A box of the text itself, as wide as its column, with a tint and words."""
    (left, right), y = columns_of(sheet)[0], _row(sheet)
    full_columns(canvas, sheet, columns_of(sheet)[0], y + 30, y - 20)
    canvas.setFillGray(0.85)
    canvas.rect(left, y - 5, right - left, 24, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(font_named(sheet.faces[0]), sheet.body)
    canvas.drawString(left + 5, y + 3, "Place late ranks together.")


def _place(sheet: Sheet, words: str, side: str) -> Box:
    """A box as wide as the margin allows, with the words in it, beside text in the upper part of the block."""
    left, _, right, _ = sheet.block
    room = left if side == "left" else sheet.size[0] - right
    width = min(room - 2 * AWAY, 80.0)
    x = left - AWAY - width if side == "left" else right + AWAY
    top = sheet.block[1] + 200
    return (x, top, x + width, top + len(_lines(sheet, words, width)) * 1.2 * SIZE + 2 * INSIDE)


def _lines(sheet: Sheet, words: str, width: float) -> list[str]:
    return broken(words, font_named(sheet.faces[0]), SIZE, width - 2 * INSIDE)


def _words(canvas: Canvas, sheet: Sheet, words: str, side: str) -> None:
    left, top, right, _ = _place(sheet, words, side)
    y = sheet.size[1] - top - INSIDE
    canvas.setFillGray(0)
    canvas.setFont(font_named(sheet.faces[0]), SIZE)
    for number, line in enumerate(_lines(sheet, words, right - left)):
        canvas.drawString(left + INSIDE, y - SIZE * (0.9 + 1.2 * number), line)
