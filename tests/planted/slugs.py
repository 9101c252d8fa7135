"""The parts of a made paper as slugs: paragraphs, headings, a figure, a table, references."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pdf_figure_defects import picture
from planted import prose
from planted.sheets import Sheet
from proceedings.typeface import FACES, _font_file, font_of

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
"""A system font with Hebrew; where it is absent, nothing is set in Hebrew."""

Draw = Callable[[Canvas, float, float], None]
"""Draws at (left edge of the column, top of the slug), in PDF coordinates."""


class Slug(NamedTuple):
    """A line of type or a picture: the height it takes, the height that must be free for it, what draws it."""

    height: float
    draw: Draw
    need: float = 0.0
    floats: bool = False


@functools.cache
def font_named(name: str) -> str:
    """Source Serif or Sans, registered and embedded under the PostScript name of another font."""
    bold = any(part in name for part in ("BX", "TB", "Medi", "Bold"))
    face = ("sans-semibold" if "Sans" in name or "Biolinum" in name else "serif-bold") if bold else "serif"
    font_of(face)  # first, since reportlab takes a second font of one PostScript name for the first
    font = TTFont(name, str(_font_file(FACES[face])), asciiReadable=False, shapable=False)
    font.face.name = name.encode()
    pdfmetrics.registerFont(font)
    return name


def face_for(text: str, sheet: Sheet) -> str:
    """The sheet's face, or one that has the script of the text."""
    if any("\u3040" <= letter <= "\u9fff" for letter in text):
        font_of("han")
        return "han"
    if any("\u0590" <= letter <= "\u06ff" for letter in text):
        pdfmetrics.registerFont(TTFont("DejaVuSans", str(DEJAVU), asciiReadable=False, shapable=False))
        return "DejaVuSans"
    return font_named(sheet.faces[0])


def broken(text: str, font: str, size: float, width: float, indent: float = 0.0) -> list[str]:
    """Greedy lines of at most `width`; the first one is shorter by `indent`."""
    lines, line = [], ""
    for word in text.split():
        room = width - (indent if not lines else 0)
        if line and pdfmetrics.stringWidth(f"{line} {word}", font, size) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def justified(
    canvas: Canvas, words: list[str], sheet: Sheet, left: float, y: float, width: float, font: str = ""
) -> None:
    """One line of running text, its words spread over the width."""
    size, font = sheet.body, font or font_named(sheet.faces[0])
    own = [pdfmetrics.stringWidth(word, font, size) for word in words]
    gap = (width - sum(own)) / max(len(words) - 1, 1)
    text = canvas.beginText()
    text.setFont(font, size)
    for place, (word, wide) in enumerate(zip(words, own, strict=True), 1):
        text.setTextOrigin(left, y)
        text.textOut(word if place == len(words) else f"{word} ")
        left += wide + gap
    canvas.drawText(text)


def manuscript(sheet: Sheet, width: float) -> Iterator[Slug]:
    """The paper's parts in order as slugs of this width."""
    inset = 0.0 if sheet.abstract_in_column else 28.35
    small = min(sheet.body, 9.0)
    for heading, text in sheet.opening:
        yield from _run_in(sheet, heading, text, width, inset, small)
    yield _space(sheet.leading / 2)
    for number, title in enumerate(prose.SECTIONS, 1):
        yield from _heading(sheet, f"{sheet.numbering(number)}{title}", number)
        added = [text for place, text in sheet.inserted if place == number]
        for text in [*added, *prose.section(number, sheet.paragraphs)]:
            yield from _paragraph(sheet, text, width)
        if number == 3:
            yield _figure(sheet, width)
        if number == 5:
            yield _table(sheet, width)
    yield from _unnumbered(sheet, sheet.closing, width)
    if sheet.references_heading:
        yield from _heading(sheet, sheet.references_heading, 0)
        for number, reference in enumerate(prose.REFERENCES, 1):
            yield from _reference(sheet, number, reference, width)
    yield from _unnumbered(sheet, sheet.appendix, width)


def _unnumbered(sheet: Sheet, parts: tuple[tuple[str, str], ...], width: float) -> Iterator[Slug]:
    for heading, text in parts:
        yield from _heading(sheet, heading, 0)
        for each in text.split("\n"):
            yield from _paragraph(sheet, each, width)


def _space(height: float) -> Slug:
    return Slug(height, lambda *_: None)


def _text_line(font: str, size: float, line: str, down: float, right: float = 0.0) -> Draw:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x + right, y - down, line)

    return draw


def _run_in(sheet: Sheet, heading: str, text: str, width: float, inset: float, size: float) -> Iterator[Slug]:
    """A heading with its text: on a line of its own, or run in where it ends with a sign."""
    bold, down = font_named(sheet.faces[1]), size
    if heading[-1].isalpha() or heading.startswith("ACM"):
        yield Slug(size * 1.4, _text_line(bold, size + 1, heading, size, inset), 3 * size)
        lines = broken(text, font_named(sheet.faces[0]), size, width - 2 * inset)
    else:
        first = pdfmetrics.stringWidth(f"{heading} ", bold, size)
        lines = broken(text, font_named(sheet.faces[0]), size, width - 2 * inset, first)

        def draw(canvas: Canvas, x: float, y: float, line: str = lines[0]) -> None:
            _text_line(bold, size, heading, down, inset)(canvas, x, y)
            _text_line(font_named(sheet.faces[0]), size, line, down, inset + first)(canvas, x, y)

        yield Slug(size * 1.2, draw, 3 * size)
        lines = lines[1:]
    for line in lines:
        yield Slug(size * 1.2, _text_line(font_named(sheet.faces[0]), size, line, down, inset))
    yield _space(6)


def _heading(sheet: Sheet, title: str, number: int) -> Iterator[Slug]:
    shown = title.upper() if sheet.capitals else title
    font, size = font_named(sheet.faces[2]), sheet.body if sheet.capitals else sheet.body + 2
    width = (sheet.block[2] - sheet.block[0] - sheet.gutter * (sheet.columns - 1)) / sheet.columns
    indent = (width - pdfmetrics.stringWidth(shown, font, size)) / 2 if sheet.capitals else 0.0

    def draw(canvas: Canvas, x: float, y: float) -> None:
        _text_line(font, size, shown, 18, indent)(canvas, x, y)
        canvas.bookmarkHorizontal(f"section.{number or title}", x, y)
        canvas.addOutlineEntry(title, f"section.{number or title}")

    yield Slug(24.0, draw, 24.0 + 2 * sheet.leading)


def _paragraph(sheet: Sheet, text: str, width: float) -> Iterator[Slug]:
    font, indent = face_for(text, sheet), 12.0
    lines = broken(text, font, sheet.body, width, indent)
    for number, line in enumerate(lines):
        words, first, last = line.split(), number == 0, number == len(lines) - 1

        def draw(
            canvas: Canvas, x: float, y: float, words: list[str] = words, first: bool = first, last: bool = last
        ) -> None:
            shift = indent if first else 0.0
            wide = pdfmetrics.stringWidth(" ".join(words), font, sheet.body) if last else width - shift
            justified(canvas, words, sheet, x + shift, y - 0.8 * sheet.leading, wide, font)

        yield Slug(sheet.leading, draw)


def _reference(sheet: Sheet, number: int, text: str, width: float) -> Iterator[Slug]:
    size = min(9.0, sheet.body)
    font = font_named(sheet.faces[0])
    for place, line in enumerate(broken(text, font, size, width - 18)):
        if place == 0:
            yield Slug(size * 1.2, _text_line(font, size, f"[{number}] {line}", size))
        else:
            yield Slug(size * 1.2, _text_line(font, size, line, size, 16))


def _caption(sheet: Sheet, label: str, text: str, width: float) -> list[str]:
    return broken(f"{label} {text}", font_named(sheet.faces[0]), min(9.0, sheet.body), width)


def _figure(sheet: Sheet, width: float) -> Slug:
    lines = _caption(sheet, "Fig. 1." if sheet.name in ("lncs", "ieee") else "Figure 1:", prose.FIGURE_CAPTION, width)
    size, high = min(9.0, sheet.body), 110.0

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.rect(x + 20, y - high + 10, width - 40, high - 20)
        for step in range(12):
            canvas.line(x + 22 + step * 8, y - high + 12, x + 22 + step * 8, y - high + 14 + step * 5)
        canvas.drawImage(ImageReader(picture(200)), x + width - 70, y - 60, 40, 40)
        for place, line in enumerate(lines):
            _text_line(font_named(sheet.faces[0]), size, line, high + size * (1 + 1.2 * place))(canvas, x, y)

    return Slug(high + 12 + len(lines) * size * 1.2, draw, floats=True)


def _table(sheet: Sheet, width: float) -> Slug:
    lines = _caption(sheet, "Table 1.", prose.TABLE_CAPTION, width)
    size = min(9.0, sheet.body)
    below = len(lines) * size * 1.2 + 6

    def draw(canvas: Canvas, x: float, y: float) -> None:
        font = font_named(sheet.faces[0])
        for place, line in enumerate(lines):
            _text_line(font, size, line, size * (1 + 1.2 * place))(canvas, x, y)
        for row, cells in enumerate(prose.TABLE):
            for column, cell in enumerate(cells):
                _text_line(font, size, cell, below + 12 + 12 * row, 6 + column * (width - 12) / 4)(canvas, x, y)
        canvas.setLineWidth(0.4)
        for rule in (0, 16, 16 + 12 * (len(prose.TABLE) - 1)):
            canvas.line(x, y - below - rule, x + width, y - below - rule)

    return Slug(below + 16 + 12 * len(prose.TABLE) + 8, draw, floats=True)
