"""Plants pages that show text and hold none."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pdf_figure_defects import picture
from pdf_makers import edit_pdf
from planted.injection import Paint, Plant, draw_on
from planted.sheets import Sheet


def instead_of(page: int, paint: Paint) -> Plant:
    """Nothing on a page but what is drawn."""

    def plant(path: Path, sheet: Sheet) -> None:
        edit_pdf(path, lambda pdf: pdf.pages[page - 1].obj.__setitem__("/Contents", pdf.make_stream(b"")))
        draw_on(page, paint)(path, sheet)

    return plant


def scan_in_strips(canvas: Canvas, sheet: Sheet) -> None:
    """A picture of the page, cut into twelve strips as some scanners write it."""
    wide, high = sheet.size
    strip = ImageReader(picture(1200))
    for row in range(12):
        canvas.drawImage(strip, 0, row * high / 12, wide, high / 12)


def outlined_text(canvas: Canvas, sheet: Sheet) -> None:
    """Rows of shapes as wide and as far from each other as letters."""
    left, top, right, foot = sheet.block
    wide = (right - left - sheet.gutter) / sheet.columns
    for row in range(int((foot - top) / sheet.leading) - 1):
        y = sheet.size[1] - top - (row + 1) * sheet.leading
        for column in range(sheet.columns):
            for letter in range(int(wide / 5)):
                x = left + column * (wide + sheet.gutter) + 5 * letter
                canvas.rect(x, y, 3, sheet.body * (0.45 if letter % 3 else 0.7), stroke=0, fill=1)
