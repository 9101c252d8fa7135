"""Strip plots on a logarithmic axis: a dot for each number with its label beside it, stacked where they are crowded.

More dots than can be stacked are counted in bars, each from one number to a multiple of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.typesetting.grid import BASELINE, PageGrid
from proceedings.typesetting.inline import GREY, Span, width_of
from proceedings.typesetting.lines import Line, one_line
from proceedings.typesetting.marks import BAR, HAIR, dot, number_style, radius, upright
from proceedings.typesetting.rows import PlacedLine, Row, Rule
from proceedings.typesetting.tags import Tag

DOT_TO_LABEL = 1.5
BETWEEN_MARKS = 4.0
BETWEEN_NUMBERS = 5.0
TICK, BELOW_TICK = 3.0, 1.5
MOST_LEVELS = 9
MOST_BARS = 16
BAR_GAP = 1.5
BAR_LINES = 3


class Mark(NamedTuple):
    """A number above 0, the short label of its dot, and where that leads."""

    number: float
    label: str
    link: str | None = None


class Axis(NamedTuple):
    """A logarithmic axis from one number to another over a width in points that begins at `left`."""

    low: float
    high: float
    left: float
    width: float

    def at(self, number: float) -> float:
        """Where a number lies, in points from the row's left."""
        return self.left + self.width * math.log(number / self.low) / math.log(self.high / self.low)


class _Stacked(NamedTuple):
    mark: Mark
    level: int


def strip_plot(marks: Sequence[Mark], width: float, grid: PageGrid, alt: str) -> Row:
    """The plot as one row, whole lines of the grid deep."""
    tag = Tag("Figure", alt=alt)
    widest = max(width_of(mark.label, number_style(grid)) for mark in marks)
    axis = _axis(marks, radius(grid), width - 2 * radius(grid) - DOT_TO_LABEL - widest)
    stacked = _stacked(marks, axis, grid)
    return _dots(stacked, axis, width, grid, tag) if stacked else _bars(marks, width, grid, tag)


def _axis(marks: Sequence[Mark], left: float, width: float) -> Axis:
    """An axis from the least number to the largest, over a power of ten at least."""
    least, largest = (pick(mark.number for mark in marks) for pick in (min, max))
    return Axis(least, max(largest, 10 * least), left, width)


def _stacked(marks: Sequence[Mark], axis: Axis, grid: PageGrid) -> list[_Stacked]:
    """Each mark on the lowest level on which nothing is in its way; none where there are too few levels for all."""
    ends: list[float] = []
    found = []
    for mark in sorted(marks, key=lambda mark: mark.number):
        x = axis.at(mark.number) - radius(grid)
        level = next((number for number, end in enumerate(ends) if end <= x), len(ends))
        if level == MOST_LEVELS:
            return []
        ends[level : level + 1] = [x + _mark_width(mark, grid) + BETWEEN_MARKS]
        found.append(_Stacked(mark, level))
    return found


def _mark_width(mark: Mark, grid: PageGrid) -> float:
    return 2 * radius(grid) + DOT_TO_LABEL + width_of(mark.label, number_style(grid))


def _dots(stacked: Sequence[_Stacked], axis: Axis, width: float, grid: PageGrid, tag: Tag) -> Row:
    pitch = 0.75 * grid.leading
    depth = _whole_lines((1 + max(each.level for each in stacked)) * pitch + 0.35 * grid.leading, grid)
    lines, rules = [], []
    for mark, level in stacked:
        baseline = depth - 0.35 * grid.leading - level * pitch
        x = axis.at(mark.number)
        label = one_line([Span(mark.label, number_style(grid, GREY), mark.link)])
        lines.append(PlacedLine(baseline, label, x + radius(grid) + DOT_TO_LABEL, tag))
        rules.append(dot(x, baseline - 0.24 * grid.size, grid))
    for number, line, left in _axis_numbers([each.mark.number for each in stacked], axis, width, grid):
        lines.append(PlacedLine(depth + BASELINE * grid.leading + BELOW_TICK, line, left, tag))
        rules.append(upright(axis.at(number), depth, TICK))
    return Row(depth + grid.leading, tuple(lines), (*rules, Rule(depth, axis.left, axis.width, HAIR, GREY)))


def _whole_lines(height: float, grid: PageGrid) -> float:
    return math.ceil(height / grid.leading) * grid.leading


def _axis_numbers(
    numbers: Sequence[float], axis: Axis, width: float, grid: PageGrid
) -> Iterator[tuple[float, Line, float]]:
    """The least and the largest number, and the others from the most frequent on, as far as there is room.

    Each with its line and where this begins.
    """
    often = [number for number, _ in Counter(numbers).most_common()]
    taken: list[tuple[float, float]] = []
    for number in dict.fromkeys([min(numbers), max(numbers), *often]):
        line = one_line([Span(plain_number(number), number_style(grid))])
        left = max(0.0, min(axis.at(number) - line.width / 2, width - line.width))
        if all(left > end + BETWEEN_NUMBERS or left + line.width < start - BETWEEN_NUMBERS for start, end in taken):
            taken.append((left, left + line.width))
            yield number, line, left


def plain_number(number: float) -> str:
    """`1,024`; below ten with a digit behind the point where there is one."""
    return f"{number:,.0f}" if number >= 10 or number == round(number) else f"{number:.1g}"


class Bar(NamedTuple):
    """How many (`number`) are at least `low` and less than `high`."""

    low: float
    high: float
    number: int


def bars_of(numbers: Sequence[float]) -> list[Bar]:
    """Bars that each reach from a power of two to the next, or of four or ten where there would be too many."""
    bars: list[Bar] = []
    for base in (2, 4, 10):
        counts = Counter(_power_below(number, base) for number in numbers)
        powers = range(min(counts), max(counts) + 1)
        bars = [Bar(float(base) ** power, float(base) ** (power + 1), counts[power]) for power in powers]
        if len(bars) <= MOST_BARS:
            break
    return bars


def _power_below(number: float, base: int) -> int:
    power = math.floor(math.log(number, base) + 1e-9)
    return power - 1 if float(base) ** power > number else power


def _bars(marks: Sequence[Mark], width: float, grid: PageGrid, tag: Tag) -> Row:
    """Bars with their counts on them, and the numbers at which they begin below."""
    bars = bars_of([mark.number for mark in marks])
    axis = Axis(bars[0].low, bars[-1].high, 0.0, width)
    depth, most = (BAR_LINES + 1) * grid.leading, max(bar.number for bar in bars)
    lines, rules = [], []
    for bar in bars:
        left, right = axis.at(bar.low), axis.at(bar.high)
        height = BAR_LINES * grid.leading * bar.number / most
        rules.append(upright((left + right) / 2, depth - height, height, right - left - BAR_GAP, BAR))
        count = one_line([Span(f"{bar.number:,}", number_style(grid))])
        lines.append(PlacedLine(depth - height - 3.0, count, (left + right - count.width) / 2, tag))
    below = [(bar.low, axis.at(bar.low)) for bar in bars]
    for number, x in [*below, (bars[-1].high, width)]:
        words = one_line([Span(plain_number(number), number_style(grid))])
        shift = min(max(x - words.width / 2, 0.0), width - words.width)
        lines.append(PlacedLine(depth + BASELINE * grid.leading + BELOW_TICK, words, shift, tag))
    return Row(depth + grid.leading, tuple(lines), (*rules, Rule(depth, 0.0, width, HAIR, GREY)))
