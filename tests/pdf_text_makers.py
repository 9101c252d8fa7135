"""Makers of PDFs whose text is unusual and right: other scripts, turned pages, two columns, numbered lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from pdf_makers import A4, edit_pdf, given, register_vera

HEBREW, ARABIC, CHINESE, KANA = 0x5D0, 0x628, 0x4E00, 0x3042
SCRIPT_LETTERS = {HEBREW: 27, ARABIC: 19, CHINESE: 2000, KANA: 80}


def in_another_script(path: Path, first: int) -> Path:
    """A paper whose letters mean those of the script that begins at `first`; its shapes are none, its codes are."""

    def letter(match: re.Match[bytes]) -> bytes:
        code = int(match[2], 16)
        if code <= 0x40:
            return match[0]
        return b"%b<%04X>" % (match[1], first + code % SCRIPT_LETTERS[first])

    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.objects:
            if isinstance(font, Dictionary) and font.get("/Type") == Name.Font:
                unicode_map = font.ToUnicode.read_bytes()
                font.ToUnicode.write(re.sub(rb"(<[0-9A-F]{2}>\s*)<([0-9A-F]{4})>", letter, unicode_map))

    return edit_pdf(given(path), change)


def drawn_pdf(path: Path, draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Path:
    """One page in Vera, drawn by the caller."""
    register_vera()
    canvas = Canvas(str(path), pagesize=size, initialFontName="Vera", invariant=1)
    canvas.setFont("Vera", 10)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def in_one_object(canvas: Canvas, x: float, y: float, *words: tuple[str, float]) -> None:
    """Words on one baseline in one text object, each followed by so much white in points."""
    text = canvas.beginText(x, y)
    for word, white in words:
        text.textOut(word)
        text.moveCursor(canvas.stringWidth(word) + white, 0)
    canvas.drawText(text)
