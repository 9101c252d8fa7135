"""The text page of PDFium: where characters stand and how they are set, in as few calls as will do.

A page has thousands of characters, so nothing here asks for all, and calls take and give plain addresses:
pypdfium2's own functions make an object of each, which takes twice the time and, to compare two, seven times.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from proceedings.inspection.pdf_fonts import without_subset_prefix
from proceedings.pdf.pdf_geometry import Matrix, PageGeometry
from proceedings.pdf.pdf_objects import printable
from proceedings.records.record import Box

ASTRAL = re.compile("[\U00010000-\U0010ffff]")
LONGEST_NAME = 128
MOST_PIECES = 400

POINTER, WHOLE, REAL, SIZE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double, ctypes.c_size_t


def _direct(function: Any, result: type, *arguments: type) -> Callable[..., Any]:  # noqa: ANN401
    """A function of PDFium called with addresses and numbers as they are."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, POINTER).value or 0)


_text_object = _direct(pdfium.FPDFText_GetTextObject, POINTER, POINTER, WHOLE)
_character_at = _direct(pdfium.FPDFText_GetCharIndexFromTextIndex, WHOLE, POINTER, WHOLE)
_origin = _direct(pdfium.FPDFText_GetCharOrigin, WHOLE, POINTER, WHOLE, POINTER, POINTER)
_box = _direct(pdfium.FPDFText_GetCharBox, WHOLE, POINTER, WHOLE, POINTER, POINTER, POINTER, POINTER)
_count_pieces = _direct(pdfium.FPDFText_CountRects, WHOLE, POINTER, WHOLE, WHOLE)
_piece = _direct(pdfium.FPDFText_GetRect, WHOLE, POINTER, WHOLE, POINTER, POINTER, POINTER, POINTER)
_text_matrix = _direct(pdfium.FPDFText_GetMatrix, WHOLE, POINTER, WHOLE, POINTER)
_font_size = _direct(pdfium.FPDFText_GetFontSize, REAL, POINTER, WHOLE)
_font = _direct(pdfium.FPDFTextObj_GetFont, POINTER, POINTER)
_base_font_name = _direct(pdfium.FPDFFont_GetBaseFontName, SIZE, POINTER, POINTER, SIZE)
_four_edges = struct.Struct("4d").unpack_from
_six_numbers = struct.Struct("6f").unpack_from


class Style(NamedTuple):
    """How a text object is set: size in points as displayed, name of the font, direction in degrees."""

    size: float
    font: str
    turned: int


class TextPage:
    """One page of text. A place is an index into `words`; boxes are as displayed.

    Styles are asked for once a text object, names once a font.
    """

    def __init__(self, text_page: pypdfium2.PdfTextPage, words: str, geometry: PageGeometry) -> None:
        """`words`: all text of the page; `geometry`: that of the page, for coordinates as displayed."""
        self.words, self.geometry = ASTRAL.sub(_surrogates, words), geometry
        self._page, self._matrix = ctypes.cast(text_page.raw, POINTER).value, displayed_matrix(geometry)
        self._unit = max(abs(self._matrix[0]), abs(self._matrix[1]))
        self._counts_alike = len(self.words) == text_page.count_chars()
        self._known: dict[int, Style] = {}
        self._styles: dict[int | None, Style] = {}
        self._names: dict[int | None, str] = {}
        self._as_it_lies = self._matrix[:4] == (1, 0, 0, -1)
        self._edges, self._set = (REAL * 4)(), pdfium.FS_MATRIX()
        edges = ctypes.addressof(self._edges)
        self._into = (edges, edges + 8, edges + 16, edges + 24)
        self._set_into = ctypes.addressof(self._set)

    def style(self, place: int) -> Style:
        """How the character at a place is set."""
        if (style := self._known.get(place)) is None:
            style = self._known[place] = self._style_of(self._character(place))
        return style

    def _style_of(self, character: int) -> Style:
        placed = _text_object(self._page, character)
        if (style := self._styles.get(placed)) is None:
            style = self._styles[placed] = self._style_read(character, placed)
        return style

    def origin(self, place: int) -> tuple[float, float]:
        """The point on the baseline where a character begins."""
        if not _origin(self._page, self._character(place), *self._into[:2]):
            return (0.0, 0.0)
        x, y, _, _ = _four_edges(self._edges)
        a, b, c, d, e, f = self._matrix
        return (finite(a * x + c * y + e), finite(b * x + d * y + f))

    def box(self, place: int) -> Box | None:
        """What bounds the shape of a character."""
        if not _box(self._page, self._character(place), *self._into):
            return None
        left, right, bottom, top = _four_edges(self._edges)
        return self._displayed(left, bottom, right, top)

    def pieces(self, start: int, end: int) -> list[Box]:
        """The boxes of the text objects of which the characters from `start` up to `end` are made."""
        first = self._character(start)
        count = self._character(end - 1) + 1 - first
        boxes = []
        for at in range(min(_count_pieces(self._page, first, count), MOST_PIECES)):
            _piece(self._page, at, *self._into)
            left, top, right, bottom = _four_edges(self._edges)
            if left == right and top == bottom:
                continue  # a character without a place
            if box := self._displayed(left, bottom, right, top):
                boxes.append(box)
        return boxes

    def _style_read(self, character: int, placed: int | None) -> Style:
        if not _text_matrix(self._page, character, self._set_into):
            return Style(0.0, "", 0)
        a, b, c, d, _, _ = _six_numbers(self._set)
        size = _font_size(self._page, character) * math.hypot(c, d) * self._unit
        return Style(finite(size), self._font_name(placed), self._turned(a, b))

    def _turned(self, a: float, b: float) -> int:
        """Degrees anticlockwise, as displayed, of a direction in the page's own coordinates."""
        i, j, k, m, _, _ = self._matrix
        if (b == 0 == j and a * i > 0) or not (math.isfinite(a) and math.isfinite(b)):
            return 0
        return round(math.degrees(math.atan2(-(j * a + m * b), i * a + k * b))) % 360

    def _font_name(self, placed: int | None) -> str:
        font = _font(placed) if placed else None
        if font not in self._names:
            name = ctypes.create_string_buffer(LONGEST_NAME)
            known = font and _base_font_name(font, name, LONGEST_NAME) <= LONGEST_NAME
            self._names[font] = _base_name(name.value) if known else ""
        return self._names[font]

    def _character(self, at: int) -> int:
        """PDFium's number of the character at a place in its text."""
        return at if self._counts_alike else int(_character_at(self._page, at))

    def _displayed(self, x0: float, y0: float, x1: float, y1: float) -> Box | None:
        """A box of the page's own coordinates as displayed; None where it is beyond all measure."""
        a, b, c, d, e, f = self._matrix
        if self._as_it_lies:
            x0, y0, x1, y1 = x0 + e, f - y0, x1 + e, f - y1
        else:
            x0, y0, x1, y1 = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        if not math.isfinite(x0 + x1 + y0 + y1):
            return None
        left, right = (x0, x1) if x0 <= x1 else (x1, x0)
        return (left, y0, right, y1) if y0 <= y1 else (left, y1, right, y0)


def displayed_matrix(geometry: PageGeometry) -> Matrix:
    """The map from the page's own coordinates to points from the top left as displayed."""
    a, b, c, d, e, f = geometry.matrix
    area = a * d - b * c
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def _base_name(name: bytes) -> str:
    return without_subset_prefix(printable(name.decode("utf-8", "replace")))


def _surrogates(astral: re.Match[str]) -> str:
    """The two halves by which PDFium counts a character beyond the first 65,536, as letters of mathematics are."""
    code = ord(astral[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def finite(number: float) -> float:
    """The number in hundredths, 0 for one beyond all measure."""
    if -1e9 < number < 1e9:
        hundredths = number * 100
        nearest = round(hundredths)
        if -0.49 < hundredths - nearest < 0.49:  # what Python's own rounding comes to, in a third of the time
            return nearest / 100
    return round(number, 2) + 0.0 if math.isfinite(number) else 0.0  # never -0.0
