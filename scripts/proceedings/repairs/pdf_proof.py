"""The proof of a repair: every page drawn before and after, and not one pixel different.

Pages are drawn in colour at 72 dpi, at which a page box that moves by whole points moves by whole pixels, and what
it shows stays the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from proceedings.pdf.pdf_objects import PdfValue
from proceedings.wording import counted

MOST_PIXELS = 8_000_000
"""Larger pages are drawn smaller: A0 at 72 dpi has as many."""


class Shift(NamedTuple):
    """By how many points a page's content moves to the right and down when its box is changed; mostly by none."""

    right: int = 0
    down: int = 0


def difference(before: bytes, after: bytes, *, annotations: bool, shifts: Sequence[Shift] = ()) -> str | None:
    """Where two files look different, as a clause; None where every page shows the same.

    `annotations`: whether these are drawn too. `shifts`: one a page; what either page shows must then be on the
    other, moved so, and beyond the edge of the smaller one there must be nothing but white.
    """
    try:
        return _difference(before, after, annotations, shifts)
    except pypdfium2.PdfiumError:
        return "the repaired file cannot be drawn"


def _difference(before: bytes, after: bytes, annotations: bool, shifts: Sequence[Shift]) -> str | None:
    documents = [pypdfium2.PdfDocument(content) for content in (before, after)]
    try:
        old, new = documents
        if len(old) != len(new):
            return f"it would have {counted(len(new), 'page')} instead of {len(old)}"
        for number in range(len(old)):
            shift = shifts[number] if shifts else Shift()
            if _page_differs(old[number], new[number], annotations, shift):
                return f"page {number + 1} would look different"
        return None
    finally:
        for document in documents:
            document.close()


def _page_differs(old: PdfValue, new: PdfValue, annotations: bool, shift: Shift) -> bool:
    """Draw both pages onto one sheet that holds them both, their content in the same place."""
    right, down = shift
    sizes = [page.get_size() for page in (old, new)]
    if right == down == 0 and sizes[0] != sizes[1]:
        return True
    # The content keeps its place on the sheet, so that the box that moves it to the right lies further left.
    places = [(max(0, right), max(0, down)), (max(0, -right), max(0, -down))]
    corners = [(x + width, y + height) for (x, y), (width, height) in zip(places, sizes, strict=True)]
    sheet = ceil(max(x for x, _ in corners)), ceil(max(y for _, y in corners))
    drawn = [_drawn(page, place, sheet, annotations) for page, place in zip((old, new), places, strict=True)]
    return drawn[0] != drawn[1]


def _drawn(page: PdfValue, place: tuple[int, int], sheet: tuple[int, int], annotations: bool) -> bytes:
    """The pixels of a white sheet (width, height in points) with the page at `place` on it."""
    scale = min(1.0, (MOST_PIXELS / (sheet[0] * sheet[1])) ** 0.5)
    across, down = (ceil(side * scale) for side in sheet)
    bitmap = pypdfium2.PdfBitmap.new_native(across, down, pdfium.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
    (x, y), (width, height) = place, page.get_size()
    matrix = pdfium.FS_MATRIX(scale, 0, 0, scale, x * scale, y * scale)
    edges = pdfium.FS_RECTF(x * scale, y * scale, (x + width) * scale, (y + height) * scale)
    flags = pdfium.FPDF_ANNOT if annotations else 0
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, edges, flags)
    page.close()
    return bytes(bitmap.buffer)
