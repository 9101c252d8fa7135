"""Text in a line: styled spans, measured into fragments of one font with their kerning."""

from __future__ import annotations

import functools
from typing import NamedTuple

from proceedings.typeface import font_of, kerning, text_runs

Colour = tuple[float, float, float]

INK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.38, 0.38, 0.38)


class Style(NamedTuple):
    """How text is set. `size`, `tracking` (added behind each character) and `rise` are in points."""

    face: str = "serif-text"
    size: float = 10.5
    tracking: float = 0.0
    rise: float = 0.0
    colour: Colour = INK


class Span(NamedTuple):
    """Text in one style; `link` is a URI. `breaks_anywhere` marks URLs, which break behind their punctuation."""

    text: str
    style: Style = Style()
    link: str | None = None
    breaks_anywhere: bool = False


class Fragment(NamedTuple):
    """Text in one registered font; `kerns` as `typeface.kerning` gives them, `width` in points with them."""

    text: str
    font: str
    style: Style
    width: float
    kerns: tuple[float, ...] = ()
    link: str | None = None


@functools.lru_cache(maxsize=20000)
def fragments(text: str, style: Style, link: str | None = None) -> tuple[Fragment, ...]:
    """`text` cut where the font changes, each piece measured."""
    return tuple(_fragment(run, font, style, link) for font, run in text_runs(text, style.face))


def width_of(text: str, style: Style) -> float:
    """Width in points of `text`, kerned."""
    return sum((piece.width for piece in fragments(text, style)), 0.0)


def _fragment(text: str, font: str, style: Style, link: str | None) -> Fragment:
    kerns = kerning(text, font)
    natural = font_of(font).stringWidth(text, style.size)
    width = natural + sum(kerns) * style.size / 1000 + style.tracking * len(text)
    return Fragment(text, font, style, width, kerns, link)
