"""Text in a line: styled spans, measured into fragments of one font with their kerning."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from proceedings.bidi import RIGHT_TO_LEFT, base_level, embedding_levels, visual_order
from proceedings.typeface import FACES, font_of, kerning, needs_shaping, text_runs

if TYPE_CHECKING:
    from proceedings.glyph_font import Glyph

Colour = tuple[float, float, float]

INK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.38, 0.38, 0.38)

SOFT_HYPHEN = "\u00ad"
"""The hyphen of a word that is broken at the end of a line: looks like any other, and is no part of the word."""


class Style(NamedTuple):
    """How text is set. `size`, `tracking` (added behind each character) and `rise` are in points."""

    face: str = "serif-text"
    size: float = 10.5
    tracking: float = 0.0
    rise: float = 0.0
    colour: Colour = INK


class Span(NamedTuple):
    """Text in one style; `link` is a URI. `breaks_anywhere` marks URLs, which break behind their punctuation.

    `level` is odd where the text runs to the left.
    """

    text: str
    style: Style = Style()
    link: str | None = None
    breaks_anywhere: bool = False
    level: int = 0


class Fragment(NamedTuple):
    """Text in one registered font; `kerns` as `typeface.kerning` gives them, `width` in points with them.

    `glyphs`, from left to right, where its characters are not drawn one by one. `leader`: it leads the eye and says
    nothing.
    """

    text: str
    font: str
    style: Style
    width: float
    kerns: tuple[float, ...] = ()
    link: str | None = None
    level: int = 0
    glyphs: tuple[Glyph, ...] = ()
    leader: bool = False


@functools.lru_cache(maxsize=20000)
def fragments(text: str, style: Style, link: str | None = None, level: int = 0) -> tuple[Fragment, ...]:
    """`text` cut where the font changes, each piece measured."""
    return tuple(_fragment(run, font, style, link, level) for font, run in text_runs(text, style.face))


def directed(spans: Sequence[Span]) -> Sequence[Span]:
    """The spans of a paragraph, cut where the direction changes in which they are read."""
    if not any(RIGHT_TO_LEFT.search(span.text) for span in spans):
        return spans
    text = "".join(span.text for span in spans)
    levels = iter(embedding_levels(text, base_level(text)))
    return [
        span._replace(text="".join(sign for _, sign in signs), level=level)
        for span in spans
        for level, signs in groupby([(next(levels), sign) for sign in span.text], key=lambda pair: pair[0])
    ]


LEVEL = attrgetter("level")


def drawn(pieces: Sequence[Fragment]) -> Iterator[Fragment]:
    """The pieces of a line from left to right."""
    if not any(map(LEVEL, pieces)):
        yield from pieces
        return
    for directed_by_levels, group in groupby(pieces, key=lambda piece: piece.level > 0):
        run = list(group)
        yield from (run[place] for place in visual_order([each.level for each in run])) if directed_by_levels else run


def space_behind(pieces: Sequence[Fragment], span: Span) -> Fragment:
    """The space between two words; where they run left it has their font, so that they are one run for a reader."""
    if span.level % 2 and pieces and pieces[-1].level == span.level:
        return _fragment(" ", pieces[-1].font, pieces[-1].style, span.link, span.level)
    return fragments(" ", span.style, span.link, span.level)[0]


def is_spelled(piece: Fragment) -> bool:
    """Whether it has to be said what a piece spells, since that cannot be told from its signs."""
    return bool(piece.glyphs) and not piece.level


def width_of(text: str, style: Style) -> float:
    """Width in points of `text`, kerned."""
    return sum((piece.width for piece in fragments(text, style)), 0.0)


def _fragment(text: str, font: str, style: Style, link: str | None, level: int) -> Fragment:
    if text != " " and (level % 2 or needs_shaping(text)):
        glyphs = font_of(font).glyphs(text, FACES[font].features, leftwards=level % 2 == 1)
        style = style._replace(size=style.size * FACES[font].scale, tracking=0.0)
        width = sum(glyph.advance for glyph in glyphs) * style.size / 1000
        return Fragment(text, font, style, width, (), link, level, glyphs)
    kerns = kerning(text, font)
    natural = font_of(font).stringWidth(text, style.size)
    width = natural + sum(kerns) * style.size / 1000 + style.tracking * len(text)
    return Fragment(text, font, style, width, kerns, link, level)


def words_of(pieces: Iterable[Fragment]) -> str:
    """What pieces of a line say, without leaders and without the hyphens of broken words."""
    said = "".join(piece.text for piece in pieces if not piece.leader)
    return " ".join(said.replace(SOFT_HYPHEN, "").split())
