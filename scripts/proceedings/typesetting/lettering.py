"""Writes the letters of a line into a page: fonts, kerning, and what shaped letters spell."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from proceedings.typeface import font_of
from proceedings.typesetting.inline import Fragment, Style, drawn, is_spelled
from proceedings.typesetting.lines import Line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def write_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Write a line with its kerning and widened spaces as one text object, so that it is found and copied as one."""
    write_marked(canvas, [("", list(drawn(line.pieces)))], x, y, line.space_added)


def write_marked(
    canvas: Canvas, marked: Iterable[tuple[str, Sequence[Fragment]]], x: float, y: float, space_added: float
) -> None:
    """The same with the pieces of a line as they are drawn, each run of them behind the operator that marks it."""
    codes = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    for opening, pieces in marked:
        if opening:
            codes.append(opening)
        if any(map(GLYPHS, pieces)):
            for spelled, group in groupby(pieces, key=is_spelled):
                run = list(group)
                codes.extend(_spelled(canvas, run, space_added) if spelled else _set(canvas, run, space_added))
        else:
            _write_plain(codes, canvas, pieces, space_added)
        if opening:
            codes.append("EMC")
    codes.append("ET")
    canvas._code.append(" ".join(codes))


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


GLYPHS = attrgetter("glyphs")

_Sign = tuple[int, int, float, float, float]
"""A font's subset and a code in it; how far the pen moves behind and before it (1/1000 em), and up for it (points)."""

_Run = tuple[int, str]
"""A font's subset, and what stands in a TJ array for some letters in it, but for the outermost brackets."""

_Case = dict[str, dict[str, tuple[tuple[float, ...], tuple[_Run, ...]]]]
"""By font and text, kerns and runs of what has been written."""

_CASES: WeakKeyDictionary[Canvas, _Case] = WeakKeyDictionary()
"""What has been written into each document: a font gives a letter the same code every time, and words come again."""


def _shown(canvas: Canvas, font: str, style: Style, pieces: list[Fragment], space_added: float) -> list[str]:
    """Operators that set the look, and one TJ per font subset and height."""
    look, size = _look(style)
    codes = [look]
    signs = [sign for piece in pieces for sign in _signs(canvas, font, piece, space_added)]
    for (subset, up), shown in groupby(signs, key=itemgetter(0, 4)):
        name = font_of(font).getSubsetInternalName(subset, canvas._doc)
        rise = f"{style.rise + up:.3f} Ts " if up else ""
        codes.append(f"{rise}{name} {size} Tf [{_strings(canvas, list(shown))}] TJ")
        codes += [f"{style.rise:g} Ts"] if up else []
    return codes


def _write_plain(codes: list[str], canvas: Canvas, pieces: Iterable[Fragment], space_added: float) -> None:
    """The same for pieces whose characters are drawn one by one, each text as it was written before."""
    cases = _CASES.setdefault(canvas, {})
    font, style, number, head, inside = "", Style(), -1, "", ""
    for piece in pieces:
        text, kerns = piece.text, piece.kerns
        if piece.font != font or (piece.style is not style and piece.style != style):
            if inside:
                codes.append(_array(head, inside))
            font, style, number, inside = piece.font, piece.style, -1, ""
            case = cases.setdefault(font, {})
            look, size = _look(style)
            codes.append(look)
        kept = case.get(text)
        if kept is None or kept[0] is not kerns or (space_added and text == " "):
            kept = kerns, _runs(canvas, piece, space_added)
            if not space_added or text != " ":
                case[text] = kept
        for subset, run in kept[1]:
            if subset != number:
                if inside:
                    codes.append(_array(head, inside))
                head = f"{font_of(font).getSubsetInternalName(subset, canvas._doc)} {size} Tf ["
                number, inside = subset, ""
            inside += run
    if inside:
        codes.append(_array(head, inside))


def _array(head: str, inside: str) -> str:
    return f"{head}({inside[:-2]}] TJ" if inside.endswith(OPENED) else f"{head}({inside})] TJ"


OPENED = " ("
"""Behind a kern, the bracket of the letters that follow."""


@functools.cache
def _look(style: Style) -> tuple[str, str]:
    """The operators that set colour, tracking and rise, and the size."""
    red, green, blue = style.colour
    return f"{red:g} {green:g} {blue:g} rg {style.tracking:g} Tc {style.rise:g} Ts", f"{style.size:g}"


def _runs(canvas: Canvas, piece: Fragment, space_added: float) -> tuple[_Run, ...]:
    """The letters of a piece, in runs of one subset."""
    signs = _signs(canvas, piece.font, piece, space_added)
    return tuple((subset, _inside(canvas, alike)) for subset, alike in groupby(signs, key=itemgetter(0)))


def _inside(canvas: Canvas, signs: Iterable[_Sign]) -> str:
    """What stands between the outermost brackets of a TJ array; behind a last kern, the bracket of what follows."""
    parts: list[str] = []
    run = bytearray()
    for _, code, behind, *_ in signs:
        run.append(code)
        if behind:
            parts.append(f"{canvas._escape(bytes(run))}) {-behind:.1f} (")
            run.clear()
    return "".join([*parts, canvas._escape(bytes(run)) if run else ""])


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
