"""A font whose glyphs are drawn as a shaper places them, each still known by the characters that it shows."""

from __future__ import annotations

import functools
import re
from itertools import islice
from typing import NamedTuple

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

FIRST_CODE = 0xF0000
"""From here on the codes of a subset stand for glyphs, not for characters."""

_LONG_CODE = re.compile("<([0-9A-F]{5,6})>")


class Glyph(NamedTuple):
    """A glyph as it is drawn: `sign` stands for it in its font. Lengths are in 1/1000 em.

    It is drawn `right` and `up` from where the pen is; then the pen moves by `advance`.
    """

    sign: str
    advance: float
    right: float = 0.0
    up: float = 0.0


class GlyphFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A reportlab font that also draws glyphs without a character of their own."""

    def __init__(self, name: str, file: str) -> None:
        """`name` is the face's, `file` the path of its TrueType font."""
        # asciiReadable would embed all of ASCII into every subset
        super().__init__(name, file, asciiReadable=False, shapable=False)
        self.spelt: dict[int, str] = {}
        self.codes: dict[tuple[int, str], int] = {}

    @functools.cached_property
    def shaper(self) -> uharfbuzz.Font:
        """The font as the shaper knows it."""
        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self.face._ttf_data)))

    def glyphs(self, text: str, features: tuple[str, ...], *, leftwards: bool) -> tuple[Glyph, ...]:
        """The glyphs of a text that runs in one direction, from left to right."""
        text = text.replace("\u00a0", " ")  # as reportlab writes it elsewhere; readers put words in order at spaces
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        uharfbuzz.shape(self.shaper, buffer, {"liga": False, "clig": False} | dict.fromkeys(features, True))
        drawn = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        spelt = _spelt([(each.cluster, at.x_advance) for each, at in drawn], text)
        scale = 1000 / self.shaper.face.upem
        return tuple(
            Glyph(self._sign(each.codepoint, part), at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for (each, at), part in zip(drawn, spelt, strict=True)
        )

    def _sign(self, glyph: int, part: str) -> str:
        """The sign that stands for a glyph where it shows `part` of a text."""
        code = self.codes.setdefault((glyph, part), FIRST_CODE + len(self.codes))
        if code not in self.spelt:
            self.spelt[code] = part
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.shaper.get_glyph_h_advance(glyph) * 1000 / self.shaper.face.upem
        return chr(code)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (as reportlab calls it)
        """Write the font, and say of every glyph which characters it shows, also beyond U+FFFF."""
        before = len(doc.idToObject)
        super().addObjects(doc)
        for name, stream in islice(doc.idToObject.items(), before, None):
            if name.startswith("toUnicodeCMap:"):
                stream.content = _LONG_CODE.sub(self._characters, stream.content)

    def _characters(self, code: re.Match[str]) -> str:
        number = int(code[1], 16)
        return f"<{self.spelt.get(number, chr(number)).encode('utf-16-be').hex().upper()}>"


def _spelt(glyphs: list[tuple[int, int]], text: str) -> list[str]:
    """The part of `text` that each glyph shows; `glyphs` are their clusters and advances.

    Of several glyphs of one cluster the widest shows all of it, and the others nothing.
    """
    starts = sorted({start for start, _ in glyphs})
    parts = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
    by_width = sorted(range(len(glyphs)), key=lambda number: -glyphs[number][1])
    return [part for _, part in sorted((number, parts.pop(glyphs[number][0], "")) for number in by_width)]
