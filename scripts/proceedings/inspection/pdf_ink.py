"""Ink, text and images of pages as PDFium draws them: the second opinion beside pikepdf.

Pages are rendered grey at 72 dpi without annotations; a pixel below 250 of 255 is ink. At this resolution
a box of ink is right within 0.75 pt. Rows are read as bytes, which is faster than importing an array library.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from proceedings.boxes import bounds
from proceedings.inspection.ink_cut import Area, ink_bounds, ink_parts, ink_runs, row_numbers
from proceedings.inspection.ink_shapes import Pixels, long_rules, panels
from proceedings.inspection.pdf_lines import LineReader
from proceedings.inspection.pdf_text_page import TextPage
from proceedings.pdf.pdf_geometry import BAND, Matrix, PageGeometry, displayed_box
from proceedings.pdf.pdf_objects import PdfValue
from proceedings.records.facts import ImageFacts, TextLine
from proceedings.records.record import Box

PAPER_WHITE = 250

MOST_PIXELS = 8_000_000
"""Larger pages are drawn smaller: A0 at 72 dpi has as many."""

INK_TABLE = bytes([1] * PAPER_WHITE + [0] * (256 - PAPER_WHITE))
GUTTER = 9.0
"""Points of white that part two columns: the narrowest gutter in use has 12, a word space up to 6."""

SHORTEST_RULE, NARROWEST_PANEL = 72.0, 5.0
"""Points: no word is so long that its letters touch one another over an inch, no stem of text so broad."""

GARBLED = re.compile("[\ufffd\ue000-\uf8ff\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters without a Unicode value. PDFium writes U+0002 and U+FFFE for hyphens at line ends: those are fine."""

MOST_IMAGES, DEEPEST_FORM, INCH = 200, 12, 72.0


class Ink(NamedTuple):
    """Ink of one page, as in PageFacts."""

    whole: Box | None
    head: tuple[Box, ...]
    foot: tuple[Box, ...]
    body: Box | None
    parts: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    panels: tuple[Box, ...] = ()


def ink_of(page: pypdfium2.PdfPage, geometry: PageGeometry) -> Ink:
    """Where the page has ink, in points from the top left as displayed; `geometry` gives the true size."""
    across, down = page.get_size()
    if min(across, down) < 1:  # PDFium shows nothing of a page whose CropBox lies outside its MediaBox
        return Ink(None, (), (), None)
    scale = min(1.0, (MOST_PIXELS / max(across * down, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
    # Pixels are as PDFium sees the page, which knows no UserUnit.
    points = (geometry.width / bitmap.width, geometry.height / bitmap.height)
    pixels = Pixels(bytes(bitmap.buffer).translate(INK_TABLE), bitmap.stride, bitmap.width)
    rows = _rows(pixels)
    numbers = row_numbers(rows)
    parts = ink_parts(rows, numbers, max(1, round(GUTTER / points[0])))
    head_end, foot_start = math.ceil(BAND * bitmap.height), math.ceil((1 - BAND) * bitmap.height)
    head, foot = ink_runs(rows, 0, head_end), ink_runs(rows, foot_start, bitmap.height)
    body = ink_bounds(rows, head_end, foot_start)
    inked = [*head, *([body] if body else []), *foot]
    return Ink(
        whole=_box(bounds(inked) if inked else None, points),
        head=_boxes(head, points),
        foot=_boxes(foot, points),
        body=_box(body, points),
        parts=_boxes(parts, points),
        rules=_boxes(long_rules(pixels, max(1, round(SHORTEST_RULE / points[0]))), points),
        panels=_boxes(panels(numbers, bitmap.width, parts, max(1, round(NARROWEST_PANEL / points[0]))), points),
    )


def _rows(pixels: Pixels) -> list[bytes]:
    """The rows of pixels, 1 for ink and 0 for white."""
    ink, stride, width = pixels
    return [ink[start : start + width] for start in range(0, len(ink), stride)]


def _boxes(areas: list[Area], points: tuple[float, float]) -> tuple[Box, ...]:
    return tuple(box for area in areas if (box := _box(area, points)))


def _box(area: Box | None, points: tuple[float, float]) -> Box | None:
    if area is None:
        return None
    x0, y0, x1, y1 = area
    across, down = points
    return (round(x0 * across, 2), round(y0 * down, 2), round(x1 * across, 2), round(y1 * down, 2))


def text_of(page: pypdfium2.PdfPage, geometry: PageGeometry, *, suspect: bool) -> tuple[str, int, tuple[TextLine, ...]]:
    """All text of the page in the order of drawing, how many of its characters have no Unicode value, and its lines.

    `suspect`: a font of the page has no map to Unicode. PDFium then gives glyph numbers for characters,
    which may look like letters, so each one is asked for.
    """
    text_page = page.get_textpage()
    try:
        words = str(text_page.get_text_range())
        garbled = len(GARBLED.findall(words))
        if suspect:
            unmapped = (pdfium.FPDFText_HasUnicodeMapError(text_page, at) for at in range(text_page.count_chars()))
            garbled = max(garbled, sum(each == 1 for each in unmapped))
        return words, garbled, tuple(LineReader(TextPage(text_page, words, geometry)).lines())
    finally:
        text_page.close()


def count_characters(text: str) -> int:
    """Characters that are not white space."""
    return len("".join(text.split()))


def images_of(page: pypdfium2.PdfPage, number: int, geometry: PageGeometry) -> Iterator[ImageFacts]:
    """Raster images at least an inch wide or high as placed; masks and one-pixel gradients are left out."""
    found = 0
    for image, matrix in _placed_images(page):
        facts = _image_facts(image, matrix, number, geometry)
        if found == MOST_IMAGES:
            return
        if facts is None:
            continue
        bits, is_mask = _bits(page, image)
        if not is_mask:
            found += 1
            yield msgspec.structs.replace(facts, bits=bits)


def _placed_images(page: pypdfium2.PdfPage) -> Iterator[tuple[PdfValue, Matrix]]:
    """Image objects with the matrix that maps the unit square to the page, forms entered."""
    count = pdfium.FPDFPage_CountObjects(page)
    yield from _images_among((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), (1, 0, 0, 1, 0, 0), 0)


def _images_among(objects: Iterator[PdfValue], outer: Matrix, depth: int) -> Iterator[tuple[PdfValue, Matrix]]:
    for each in objects:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield each, _product(_matrix_of(each), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            count = pdfium.FPDFFormObj_CountObjects(each)
            inner = (pdfium.FPDFFormObj_GetObject(each, at) for at in range(count))
            yield from _images_among(inner, _product(_matrix_of(each), outer), depth + 1)


def _matrix_of(placed: PdfValue) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(placed, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _image_facts(image: PdfValue, matrix: Matrix, number: int, geometry: PageGeometry) -> ImageFacts | None:
    across, down = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(image, across, down) or min(across.value, down.value) < 2:
        return None
    a, b, c, d, e, f = matrix
    unit = 1 / max(abs(geometry.matrix[0]), abs(geometry.matrix[1]))
    width, height = unit * (a * a + b * b) ** 0.5, unit * (c * c + d * d) ** 0.5
    if max(width, height) < INCH or min(width, height) <= 0:
        return None
    edges = [(e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d)]
    xs, ys = [x for x, _ in edges], [y for _, y in edges]
    return ImageFacts(
        page=number,
        box=displayed_box(geometry, (min(xs), min(ys), max(xs), max(ys))),
        width=across.value,
        height=down.value,
        dpi=round(min(across.value * INCH / width, down.value * INCH / height), 1),
    )


def _bits(page: pypdfium2.PdfPage, image: PdfValue) -> tuple[int, bool]:
    """Bits a pixel, and whether it is a stencil mask: one bit a pixel and no colour space."""
    metadata = pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFImageObj_GetImageMetadata(image, page, metadata)
    bits = int(metadata.bits_per_pixel)
    return bits, bits <= 1 and int(metadata.colorspace) == pdfium.FPDF_COLORSPACE_UNKNOWN
