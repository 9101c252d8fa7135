"""Draws stamps: each page's lines as one form XObject with its own embedded fonts."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from proceedings.pdf.pdf_dictionaries import copied
from proceedings.records.placement import PageStamp
from proceedings.stamping.stamp_layout import STAMP_FACE, SetLine, set_lines
from proceedings.typeface import FIRST_FACE, font_of, needs_shaping, text_runs
from proceedings.typesetting.inline import Style
from proceedings.typesetting.lines import whole_line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class StampSheet(NamedTuple):
    """A stamp and the displayed size, in points, of the page that it goes on."""

    stamp: PageStamp
    width: float
    height: float


def stamp_forms(pdf: Pdf, sheets: Sequence[StampSheet]) -> list[pikepdf.Object | None]:
    """For each sheet a form XObject in `pdf`, in points from the bottom left of the page as displayed.

    None for a stamp without lines. Fonts are subsets, embedded once for all forms.
    """
    lines = [set_lines(*sheet) for sheet in sheets]
    if not any(lines):
        return [None] * len(lines)
    with Pdf.open(io.BytesIO(_drawing(sheets, lines))) as drawing:
        fonts = pdf.copy_foreign(drawing.make_indirect(_fonts(drawing)))
        contents = [page.obj.Contents.read_bytes() for page in drawing.pages]
    return [
        _form(pdf, sheet, content, fonts) if drawn else None
        for sheet, content, drawn in zip(sheets, contents, lines, strict=True)
    ]


def _drawing(sheets: Sequence[StampSheet], lines: Sequence[Sequence[SetLine]]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    font_of(FIRST_FACE)
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0, initialFontName=FIRST_FACE)
    for sheet, drawn in zip(sheets, lines, strict=True):
        canvas.setPageSize((sheet.width, sheet.height))
        for line in drawn:
            _draw(canvas, line, sheet.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, line: SetLine, height: float) -> None:
    if needs_shaping(line.text):
        from proceedings.typesetting.lettering import write_line

        write_line(canvas, whole_line(line.text, Style(STAMP_FACE, line.size)), line.x, height - line.baseline)
        return
    text = canvas.beginText(line.x, height - line.baseline)
    for font, run in text_runs(line.text, STAMP_FACE):
        text.setFont(font, line.size)
        text.textOut(run)
    canvas.drawText(text)


def _fonts(drawing: Pdf) -> Dictionary:
    """The drawing's fonts; each subset gets a tag of its own, which printers use to tell subsets apart."""
    fonts = drawing.pages[0].obj.Resources.Font
    for font in fonts.values():
        descriptor = font.FontDescriptor
        digest = hashlib.sha256(descriptor.FontFile2.read_bytes()).digest()
        tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
        name = str(font.BaseFont).rpartition("+")[2].lstrip("/")
        font.BaseFont = descriptor.FontName = Name(f"/{tag}+{name}")
    return copied(fonts)


def _form(pdf: Pdf, sheet: StampSheet, content: bytes, fonts: pikepdf.Object) -> pikepdf.Object:
    return pdf.make_stream(
        b"0 g\n" + content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(sheet.width, 4), round(sheet.height, 4)]),
        Resources=Dictionary(Font=fonts),
    )
