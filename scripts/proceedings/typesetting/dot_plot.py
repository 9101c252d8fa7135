"""Dot plots: names under one another, each with a dot as far from the axis as its number, and the number behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from proceedings.typesetting.grid import BASELINE, PageGrid
from proceedings.typesetting.inline import Span, Style, width_of
from proceedings.typesetting.lines import Shape, one_line, set_lines
from proceedings.typesetting.marks import dot, guide, number_style, radius, upright
from proceedings.typesetting.rows import PlacedLine, Row
from proceedings.typesetting.tags import Tag

NAME_SHARE = 0.58
NAME_TO_AXIS = 8.0
DOT_TO_NUMBER = 3.5


class Counted(NamedTuple):
    """A name and its number."""

    name: str
    number: int


def dot_plot(counted: Sequence[Counted], width: float, step: float, grid: PageGrid, alt: str) -> list[Row]:
    """Rows of the grid, `width` points wide and one figure together; one of a number is `step` points long."""
    tag = Tag("Figure", alt=alt)
    return [_row(each, width, step, grid, tag) for each in counted]


def longest_step(counted: Sequence[Counted], width: float, grid: PageGrid) -> float:
    """The length of one with which all dots and numbers stay within the width."""
    room = (1.0 - NAME_SHARE) * width - DOT_TO_NUMBER - radius(grid)
    return min((room - width_of(f"{each.number:,}", number_style(grid))) / each.number for each in counted)


def _row(counted: Counted, width: float, step: float, grid: PageGrid, tag: Tag) -> Row:
    """A name that takes two lines has its dot beside the first."""
    axis = NAME_SHARE * width
    at = axis + step * counted.number
    names = set_lines([Span(counted.name, Style("serif", 0.95 * grid.size))], Shape(axis - NAME_TO_AXIS, "left"))
    baseline, height = BASELINE * grid.leading, len(names) * grid.leading
    number = one_line([Span(f"{counted.number:,}", number_style(grid))])
    placed = [PlacedLine(baseline + line * grid.leading, words, 0.0, tag) for line, words in enumerate(names)]
    placed.append(PlacedLine(baseline, number, at + radius(grid) + DOT_TO_NUMBER, tag))
    middle = baseline - 0.24 * grid.size
    rules = (guide(axis, middle, at - axis), upright(axis, 0.0, height), dot(at, middle, grid))
    return Row(height, tuple(placed), rules)
