"""Edges of ink drawn again, eight times as finely as the page was: right within 0.2 pt."""

from __future__ import annotations

import ctypes
import functools
import math
from collections.abc import Sequence
from operator import or_

import pypdfium2
import pypdfium2.raw as pdfium

from proceedings.inspection.ink_cut import runs_of
from proceedings.inspection.ink_edges import LEFT, RIGHT, TOP, sharp_parts
from proceedings.inspection.pdf_ink import INK_TABLE, MOST_PIXELS
from proceedings.pdf.pdf_geometry import PageGeometry
from proceedings.records.facts import TextLine
from proceedings.records.record import Box

FINER = 8
INWARDS, OUTWARDS = 2, 1
"""Pixels of 72 dpi on both sides of an edge that are drawn: no edge lies farther from where it seemed."""

MOST_DRAWN = 12
"""So many edges of a page are drawn again; the others stay as they were."""

MOST_BYTES = 4 << 20
"""So many bytes of drawing are gone through again for the edges of one page."""

WHITE = 0xFFFFFFFF


def with_sharp_edges(
    page: pypdfium2.PdfPage, geometry: PageGeometry, parts: Sequence[Box], lines: Sequence[TextLine], drawing: int
) -> tuple[Box, ...]:
    """The parts of the page's ink, those edges finely that may pass a text block; `drawing`: bytes of it on the page.

    A page that takes long to draw is drawn again less often, or not at all.
    """
    across, down = map(math.ceil, page.get_size())
    if not parts or across * down > MOST_PIXELS:
        return tuple(parts)
    points = (geometry.width / across, geometry.height / down)

    def draw(part: Box, edge: int) -> float | None:
        finely = _drawn_edge(page, (across, down), [round(each / points[at % 2]) for at, each in enumerate(part)], edge)
        return None if finely is None else finely * points[edge % 2]

    most = min(MOST_DRAWN, MOST_BYTES // max(drawing, 1))
    return sharp_parts(parts, lines, (geometry.width, geometry.height), draw, most)


def _drawn_edge(page: pypdfium2.PdfPage, size: tuple[int, int], area: Sequence[int], edge: int) -> float | None:
    """Where the ink of an area ends at an edge, in pixels of 72 dpi.

    Ink that goes on beyond what is drawn belongs to another part.
    """
    before, after = (OUTWARDS, INWARDS) if edge in (LEFT, TOP) else (INWARDS, OUTWARDS)
    start, end = max(0, area[edge] - before), min(size[edge % 2], area[edge] + after)
    window = list(area)
    window[edge % 2], window[edge % 2 + 2] = start, end
    rows = _rows(page, size, window, edge)
    profile = _columns(rows) if edge in (LEFT, RIGHT) else bytes([1 in row for row in rows])
    if edge in (LEFT, TOP):
        ends = [first for first, _ in runs_of(profile, 1) if first > 0 or start == 0]
    else:
        ends = [last for _, last in runs_of(profile, 1) if last < len(profile) or end == size[edge % 2]]
    return min((start + each / FINER for each in ends), key=lambda at: abs(at - area[edge]), default=None)


def _columns(rows: Sequence[bytes]) -> bytes:
    """1 for each column with ink."""
    numbers = [int.from_bytes(row, "little") for row in rows]
    return functools.reduce(or_, numbers).to_bytes(len(rows[0]), "little")


def _rows(page: pypdfium2.PdfPage, size: tuple[int, int], window: Sequence[int], edge: int) -> list[bytes]:
    """The rows of a window of the page, 1 for ink; pixels are fine across the edge alone."""
    finer = (FINER, 1) if edge in (LEFT, RIGHT) else (1, FINER)
    x0, y0, x1, y1 = (each * finer[at % 2] for at, each in enumerate(window))
    bitmap = pdfium.FPDFBitmap_CreateEx(x1 - x0, y1 - y0, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, x1 - x0, y1 - y0, WHITE)
        whole = finer[0] * size[0], finer[1] * size[1]
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -x0, -y0, *whole, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * (y1 - y0)).translate(INK_TABLE)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return [pixels[start : start + x1 - x0] for start in range(0, len(pixels), stride)]
