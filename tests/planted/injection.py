"""Plants something on a page of a finished PDF, whoever made it: drawn above the page, with embedded fonts."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, String
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pdf_figure_defects import picture
from pdf_makers import edit_pdf
from planted.sheets import Sheet
from planted.slugs import font_named
from proceedings.profile import load_profile

Plant = Callable[[Path, Sheet], object]
"""Changes the PDF at this path, which is a paper of this sheet."""

Paint = Callable[[Canvas, Sheet], None]
"""Draws on a canvas of the page's size; PDF coordinates."""


def draw_on(page: int, paint: Paint) -> Plant:
    """Draw above one page: from 1, or -1 for the last one."""

    def plant(path: Path, sheet: Sheet) -> None:
        layer = _layer(sheet, paint)

        def change(pdf: pikepdf.Pdf) -> None:
            with pikepdf.open(io.BytesIO(layer)) as above:
                _page(pdf, page).add_overlay(above.pages[0])

        edit_pdf(path, change)

    return plant


def draw_on_all(paint: Callable[[Canvas, Sheet, int], None], first: int = 1) -> Plant:
    """Draw above every page from `first` on; `paint` is told which it is."""

    def plant(path: Path, sheet: Sheet) -> None:
        def change(pdf: pikepdf.Pdf) -> None:
            for number, page in enumerate(pdf.pages, 1):
                if number < first:
                    continue
                layer = _layer(sheet, lambda canvas, sheet, number=number: paint(canvas, sheet, number))
                with pikepdf.open(io.BytesIO(layer)) as above:
                    page.add_overlay(above.pages[0])

        edit_pdf(path, change)

    return plant


def _layer(sheet: Sheet, paint: Paint) -> bytes:
    layer = io.BytesIO()
    canvas = Canvas(layer, pagesize=sheet.size, initialFontName=font_named(sheet.faces[0]), invariant=1)
    paint(canvas, sheet)
    canvas.showPage()
    canvas.save()
    return layer.getvalue()


def _page(pdf: pikepdf.Pdf, number: int) -> pikepdf.Page:
    return pdf.pages[number - 1 if number > 0 else number]


def from_the_judged_block(paint: Paint) -> Paint:
    """The same paint on a sheet whose block reaches where the profile has it, in all places that are as wide."""

    def painted(canvas: Canvas, sheet: Sheet) -> None:
        places = load_profile(sheet.name).places_on(sheet.size)
        left, _, right, _ = places[0]
        tops, feet = zip(*((top, foot) for x0, top, x1, foot in places if (x0, x1) == (left, right)), strict=True)
        paint(canvas, sheet.but(block=(left, min(tops), right, max(feet))))

    return painted


# Ink beyond the block: everything ends `points` beyond one of its edges
def word_beyond(points: float, black: str = "grey") -> Paint:
    """A word at the right edge; `black`: as the grey 0, or as red, green and blue 0."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        font, size = font_named(sheet.faces[0]), sheet.body
        if black == "rgb":
            canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont(font, size)
        canvas.drawRightString(sheet.block[2] + points, _row(sheet), "unhyphenatable")

    return paint


def rule_beyond(points: float, edge: str = "right") -> Paint:
    """A rule as a table has it, across the right or left edge, or one above or below the block."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        left, top, right, foot = sheet.block
        canvas.setLineWidth(0.6)
        y = _row(sheet) + sheet.leading * 0.3
        if edge == "bottom":
            y = sheet.size[1] - foot - points + 0.3
            canvas.line(left, y, left + 120, y)
        elif edge == "top":
            y = sheet.size[1] - top + points - 0.3
            canvas.line(left, y, left + 120, y)
        elif edge == "left":
            canvas.line(left - points, y, left + 60, y)
        else:
            canvas.line(right - 60, y, right + points, y)

    return paint


def path_beyond(points: float) -> Paint:
    """A filled curve, such as a plot without a frame."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        right, y = sheet.block[2], _row(sheet)
        shape = canvas.beginPath()
        shape.moveTo(right - 40, y)
        shape.curveTo(right - 20, y + 40, right, y + 40, right + points, y + 20)
        shape.lineTo(right + points, y)
        shape.close()
        canvas.setFillGray(0.4)
        canvas.drawPath(shape, stroke=0, fill=1)

    return paint


def figure_beyond(points: float, edge: str = "right") -> Paint:
    """A raster picture of 300 dpi and more."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        left, top, right, foot = sheet.block
        high = sheet.size[1]
        x, y = {
            "right": (right - 70 + points, _row(sheet) - 20),
            "left": (left - points, _row(sheet) - 20),
            "top": (left + 20, high - top + points - 70),
            "bottom": (left + 20, high - foot - points),
        }[edge]
        canvas.drawImage(ImageReader(picture(320)), x, y, 70, 70)

    return paint


def table_beyond(points: float) -> Paint:
    """Three rules and cells between them."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        right, y = sheet.block[2] + points, _row(sheet)
        canvas.setFillGray(1)
        canvas.rect(right - 160, y - 4, 160, 44, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.5)
        for height in (0, 14, 36):
            canvas.line(right - 160, y + height, right, y + height)
        canvas.setFont(font_named(sheet.faces[0]), 8)
        for row, cells in enumerate((("Machine", "Ranks", "Time"), ("Alder", "256", "361"))):
            for column, cell in enumerate(cells):
                canvas.drawString(right - 156 + 52 * column, y + 24 - 20 * row, cell)

    return paint


def _row(sheet: Sheet) -> float:
    """The height of a line in the middle of the block."""
    return sheet.size[1] - (sheet.block[1] + sheet.block[3]) / 2


def rule_in_gutter(points: float, rows: int = 6) -> Paint:
    """The words of a table of the left column reach so far into the gutter, on some rows."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        edge = (sheet.block[0] + sheet.block[2] - sheet.gutter) / 2
        y = _row(sheet)
        canvas.setFillGray(1)
        canvas.rect(edge - 110, y - 4, 110 + points, rows * sheet.leading + 6, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(font_named(sheet.faces[0]), sheet.body)
        for row in range(rows):
            canvas.drawRightString(edge + points, y + row * sheet.leading, "a cell of the wide table")

    return paint


# What stands beside the block
def turned_text(words: str, x: float = 24.0, size: float = 16.0) -> Paint:
    """Text that climbs the left margin."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        canvas.saveState()
        canvas.translate(x, sheet.size[1] * 0.3)
        canvas.rotate(90)
        canvas.setFillGray(0.5)
        canvas.setFont(font_named(sheet.faces[0]), size)
        canvas.drawString(0, 0, words)
        canvas.restoreState()

    return paint


def watermark(words: str, degrees: float) -> Paint:
    """Large grey words through the middle of the page, turned so far."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        canvas.translate(sheet.size[0] / 2, sheet.size[1] / 2)
        canvas.rotate(degrees)
        canvas.setFillGray(0.8)
        canvas.setFont(font_named(sheet.faces[0]), 70)
        canvas.drawCentredString(0, -25, words)

    return paint


def foot_lines(*lines: str, depth: float = 22.0, size: float = 8.0) -> Paint:
    """Centred lines below the block."""

    def paint(canvas: Canvas, sheet: Sheet) -> None:
        canvas.setFont(font_named(sheet.faces[0]), size)
        for number, line in enumerate(lines):
            y = sheet.size[1] - sheet.block[3] - depth - number * size * 1.2
            canvas.drawCentredString(sheet.size[0] / 2, y, line)

    return paint


def off_white_panel(canvas: Canvas, sheet: Sheet) -> None:
    """A picture whose background is 254 of 255, across the right margin."""
    pixels = io.BytesIO(b"P5 200 200 255\n" + bytes([254]) * 40_000)
    canvas.drawImage(ImageReader(pixels), sheet.block[2] + 4, _row(sheet) - 20, 40, 40)


def invisible_things(canvas: Canvas, sheet: Sheet) -> None:
    """A white box in the margin and a black one that a clip hides."""
    canvas.setFillGray(1)
    canvas.rect(sheet.block[2] + 2, _row(sheet), 30, 80, stroke=0, fill=1)
    clip = canvas.beginPath()
    clip.rect(sheet.block[0], _row(sheet), 20, 1)
    canvas.saveState()
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillGray(0)
    canvas.rect(sheet.block[2], 10, 100, 400, stroke=0, fill=1)
    canvas.restoreState()


def wide_figure(canvas: Canvas, sheet: Sheet) -> None:
    """A figure over both columns at the head of the block, as figure* sets it."""
    left, top, right, _ = sheet.block
    y = sheet.size[1] - top
    canvas.setFillGray(1)
    canvas.rect(left - 2, y - 160, right - left + 4, 164, stroke=0, fill=1)
    canvas.setFillGray(0.3)
    canvas.setLineWidth(0.5)
    canvas.rect(left, y - 130, right - left, 128)
    for step in range(40):
        canvas.rect(left + 6 + step * (right - left - 12) / 40, y - 128, 5, 10 + 2.5 * step, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(font_named(sheet.faces[0]), 9)
    canvas.drawString(left, y - 146, "Figure 2: Waiting time of all machines side by side over the week of the runs.")


# What pages and files say of themselves
def page_boxes(page: int | None, **boxes: tuple[float, ...]) -> Plant:
    """Set boxes of one page, or of all with None: `MediaBox=(0, 0, 700, 900)`."""

    def change(pdf: pikepdf.Pdf) -> None:
        for each in pdf.pages if page is None else [_page(pdf, page)]:
            for name, box in boxes.items():
                each.obj[f"/{name}"] = Array(list(box))

    return lambda path, _: edit_pdf(path, change)


def within_larger_media(path: Path, sheet: Sheet) -> None:
    """The page as it was, as the crop of a sheet that is larger by 40 pt on all sides."""
    wide, high = sheet.size
    page_boxes(None, MediaBox=(-40, -40, wide + 40, high + 40), CropBox=(0, 0, wide, high))(path, sheet)


def on_paper_of(width: float, height: float) -> Plant:
    """Every page on other paper, its contents where they were from the top left."""

    def plant(path: Path, sheet: Sheet) -> None:
        drop = sheet.size[1] - height
        page_boxes(None, MediaBox=(0, drop, width, sheet.size[1]))(path, sheet)

    return plant


def document_information(**entries: str) -> Plant:
    """Set entries of the information dictionary: `Title="untitled"`."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.docinfo[f"/{key}"] = String(value)

    return lambda path, _: edit_pdf(path, change)
