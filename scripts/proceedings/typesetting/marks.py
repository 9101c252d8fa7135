"""The marks of plots, dots, thin lines and bars, as the rules that a row can hold, and the words over and at them."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import GREY, INK, Colour, Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.rows import Row, Rule, paragraph, tagged
from proceedings.typesetting.tags import Tag

GUIDE: Colour = (0.62, 0.62, 0.62)
BAR: Colour = (0.55, 0.55, 0.55)
HAIR = 0.4


def radius(grid: PageGrid) -> float:
    """Of a dot: it is about as high as a small letter."""
    return 0.2 * grid.size


def dot(x: float, y: float, grid: PageGrid) -> Rule:
    """A dot around (x, y), in points from the row's top left."""
    return Rule(y, x, 0.0, 2 * radius(grid), INK, rounded=True)


def guide(x: float, y: float, width: float) -> Rule:
    """A thin level line that leads from an axis to its mark."""
    return Rule(y, x, width, 0.3, GUIDE)


def upright(x: float, top: float, height: float, weight: float = HAIR, colour: Colour = GREY) -> Rule:
    """An upright line or bar around `x`, `height` points down from `top`."""
    return Rule(top + height / 2, x - weight / 2, weight, height, colour)


def number_style(grid: PageGrid, colour: Colour = INK) -> Style:
    """Numbers at marks and axes."""
    return Style("sans", 0.76 * grid.size, colour=colour)


def plot_title(words: str, width: float, grid: PageGrid) -> list[Row]:
    """What a plot is of, as a heading."""
    spans = [Span(words, Style("sans-semibold", 0.9 * grid.size))]
    return tagged(paragraph(spans, Shape(width, "left"), grid.leading), Tag("H3"))


def small_style(grid: PageGrid) -> Style:
    """What is said about a plot."""
    return Style("sans", 0.8 * grid.size)


def page_span(page: int, paper: str, grid: PageGrid) -> Span:
    """The page on which a paper begins, in grey, as a link to the paper."""
    return Span(str(page), small_style(grid)._replace(colour=GREY), f"bindery:paper.{paper}")


def small_rows(spans: Sequence[Span], width: float, grid: PageGrid) -> list[Row]:
    """A paragraph of small type, set close."""
    return paragraph(spans, Shape(width, "left"), 0.78 * grid.leading)


def small_print(spans: Sequence[Span], width: float, grid: PageGrid) -> list[Row]:
    """The same, filled up to whole lines of the grid."""
    rows = small_rows(spans, width, grid)
    depth = sum(row.height for row in rows)
    return [*rows, Row(-depth % grid.leading)]
