"""Compares two pages as PDFium shows them: the last word where their objects differ.

Readers disagree about broken files (a key given twice, a name with a NUL in it), and content that closes more
than it opens is moved into a form before it is stamped. What counts then is what a reader of the page sees.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pypdfium2

from proceedings.verification.readback import BAND

MOST_PIXELS = 2_000_000
"""A4 at 144 dpi has as many; larger pages are drawn smaller."""


class Picture(NamedTuple):
    """A page as displayed, in grey: its rows of pixels from the top, and all its words."""

    rows: tuple[bytes, ...]
    words: str

    def body(self) -> tuple[bytes, ...]:
        """The rows between the head and the foot band."""
        band = int(len(self.rows) * BAND) + 1
        return self.rows[band : len(self.rows) - band]


def looks_the_same(source: Path, stamped: Path, page: int) -> bool:
    """Whether page `page` (from 0) of the stamped paper shows and says all that the author's page does.

    Between the bands every pixel must be the same, in them none may be lighter. A page that cannot be drawn is not
    the same.
    """
    try:
        before, after = picture(source, page), picture(stamped, page)
    except (pypdfium2.PdfiumError, IndexError, OSError):
        return False
    return before.body() == after.body() and _only_added(before.rows, after.rows) and _said(before.words, after.words)


def picture(path: Path, page: int) -> Picture:
    """Draw one page without annotations. Raises PdfiumError, IndexError."""
    document = pypdfium2.PdfDocument(path)
    try:
        opened = document[page]
        across, down = opened.get_size()
        scale = min(2.0, (MOST_PIXELS / max(across * down, 1.0)) ** 0.5)
        bitmap = opened.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
        pixels, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
        rows = tuple(pixels[row * stride : row * stride + width] for row in range(bitmap.height))
        return Picture(rows, str(opened.get_textpage().get_text_range()))
    finally:
        document.close()


def _only_added(before: tuple[bytes, ...], after: tuple[bytes, ...]) -> bool:
    """Whether no pixel is lighter than it was: a stamp adds ink and takes none away."""
    return len(before) == len(after) and all(
        mine == theirs or (len(mine) == len(theirs) and all(a >= b for a, b in zip(mine, theirs, strict=True)))
        for mine, theirs in zip(before, after, strict=True)
    )


def _said(before: str, after: str) -> bool:
    """Whether the author's words still come in their order, with the stamp's among them."""
    rest = iter(after.split())
    return all(word in rest for word in before.split())
