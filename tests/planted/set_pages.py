"""Pages of a finished paper set anew: columns of text in which a place is left free, or a few lines alone."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from pdf_makers import edit_pdf
from planted import prose
from planted.injection import Paint, Plant, _layer, _page
from planted.sheets import Sheet
from planted.slugs import broken, font_named, justified

Column = tuple[float, float]
"""Where a column begins and ends."""


def alone_on(page: int, paint: Paint) -> Plant:
    """Draw on a page in place of all that was there."""

    def plant(path: Path, sheet: Sheet) -> None:
        layer = _layer(sheet, paint)

        def change(pdf: pikepdf.Pdf) -> None:
            with pikepdf.open(io.BytesIO(layer)) as drawn:
                new, old = pdf.copy_foreign(drawn.pages[0].obj), _page(pdf, page).obj
                old.Contents, old.Resources = new.Contents, new.Resources

        edit_pdf(path, change)

    return plant


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of the sheet, from the left."""
    left, _, right, _ = sheet.block
    width = (right - left - sheet.gutter * (sheet.columns - 1)) / sheet.columns
    starts = (left + number * (width + sheet.gutter) for number in range(sheet.columns))
    return tuple((start, start + width) for start in starts)


def few_lines(canvas: Canvas, sheet: Sheet, y: float) -> None:
    """Four lines from a height on, and two in each further column."""
    for number, column in enumerate(columns_of(sheet)):
        for row, words in enumerate(_lines(sheet, column)[: 2 if number else 4]):
            justified(canvas, words, sheet, column[0], y - row * sheet.leading, column[1] - column[0])


def full_columns(canvas: Canvas, sheet: Sheet, parted: Column, top: float, bottom: float) -> None:
    """All columns full of text, but for what lies between two heights of the `parted` one."""
    head, foot = (sheet.size[1] - edge for edge in (sheet.block[1], sheet.block[3]))
    for column in columns_of(sheet):
        lines = _lines(sheet, column)
        for row in range(int((head - foot) / sheet.leading)):
            y = head - (row + 0.8) * sheet.leading
            if column != parted or not bottom < y < top:
                justified(canvas, lines[row % len(lines)], sheet, column[0], y, column[1] - column[0])


def _lines(sheet: Sheet, column: Column) -> list[list[str]]:
    """The words of full lines of a column."""
    text = " ".join(prose.paragraph(number) for number in range(8))
    lines = broken(text, font_named(sheet.faces[0]), sheet.body, column[1] - column[0])
    return [line.split() for line in lines[:-1]]
