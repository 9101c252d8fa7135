"""Writes the letters of a line into a page: fonts, kerning, and what shaped letters spell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from proceedings.typeface import font_of
from proceedings.typesetting.inline import Fragment, Style, drawn, is_spelled
from proceedings.typesetting.lines import Line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def write_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Write a line with its kerning and widened spaces as one text object, so that it is found and copied as one."""
    write_marked(canvas, [("", list(drawn(line.pieces)))], x, y, line.space_added)


def write_marked(
    canvas: Canvas, marked: Iterable[tuple[str, list[Fragment]]], x: float, y: float, space_added: float
) -> None:
    """The same with the pieces of a line as they are drawn, each run of them behind the operator that marks it."""
    codes = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    for opening, pieces in marked:
        codes += [opening] if opening else []
        for spelled, group in groupby(pieces, key=is_spelled):
            run = list(group)
            codes.extend(_spelled(canvas, run, space_added) if spelled else _set(canvas, run, space_added))
        codes += ["EMC"] if opening else []
    canvas._code.append(" ".join([*codes, "ET"]))


def _spelled(canvas: Canvas, pieces: list[Fragment], space_added: float) -> Iterator[str]:
    spelling = "".join(piece.text for piece in pieces)
    yield f"/Span <</ActualText <{text_string(spelling)}>>> BDC"
    yield from _set(canvas, pieces, space_added)
    yield "EMC"


def _set(canvas: Canvas, pieces: Iterable[Fragment], space_added: float) -> Iterator[str]:
    for look, alike in groupby(pieces, key=lambda piece: (piece.font, piece.style)):
        yield from _shown(canvas, look[0], look[1], list(alike), space_added)


def text_string(text: str) -> str:
    """A text as hexadecimal digits of UTF-16 behind its mark."""
    return f"\ufeff{text}".encode("utf-16-be").hex().upper()


_Sign = tuple[int, int, float, float, float]
"""A font's subset and a code in it; how far the pen moves behind and before it (1/1000 em), and up for it (points)."""


def _shown(canvas: Canvas, font: str, style: Style, pieces: list[Fragment], space_added: float) -> list[str]:
    """Operators that set the look, and one TJ per font subset and height."""
    red, green, blue = style.colour
    codes = [f"{red:g} {green:g} {blue:g} rg {style.tracking:g} Tc {style.rise:g} Ts"]
    signs = [sign for piece in pieces for sign in _signs(canvas, font, piece, space_added)]
    for (subset, up), shown in groupby(signs, key=itemgetter(0, 4)):
        name = font_of(font).getSubsetInternalName(subset, canvas._doc)
        rise = f"{style.rise + up:.3f} Ts " if up else ""
        codes.append(f"{rise}{name} {style.size:g} Tf [{_strings(canvas, list(shown))}] TJ")
        codes += [f"{style.rise:g} Ts"] if up else []
    return codes


def _signs(canvas: Canvas, font: str, piece: Fragment, space_added: float) -> Iterator[_Sign]:
    """The characters or glyphs of a piece, in its font's subsets."""
    text = "".join(glyph.sign for glyph in piece.glyphs) or piece.text
    codes = [(subset, code) for subset, part in font_of(font).splitString(text, canvas._doc) for code in part]
    if piece.glyphs:
        width = font_of(font).face.getCharWidth
        for (subset, code), glyph in zip(codes, piece.glyphs, strict=True):
            behind = round(glyph.advance - glyph.right - width(ord(glyph.sign)), 1)
            yield subset, code, behind, round(glyph.right, 1), glyph.up * piece.style.size / 1000
        return
    kerns = piece.kerns or (0.0,) * len(codes)
    if piece.text == " ":
        kerns = (space_added * 1000 / piece.style.size,)
    for (subset, code), kern in zip(codes, kerns, strict=True):
        yield subset, code, kern, 0.0, 0.0


def _strings(canvas: Canvas, signs: list[_Sign]) -> str:
    """The inside of a TJ array; its numbers move left, so they are the negative of what is added."""
    parts, run = [], bytearray()
    for _, code, behind, before, _ in signs:
        if before:
            parts += [f"({canvas._escape(bytes(run))})"] if run else []
            parts.append(f"{-before:.1f}")
            run = bytearray()
        run.append(code)
        if behind:
            parts.append(f"({canvas._escape(bytes(run))}) {-behind:.1f}")
            run = bytearray()
    if run:
        parts.append(f"({canvas._escape(bytes(run))})")
    return " ".join(parts)
