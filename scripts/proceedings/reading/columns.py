"""Columns and the text block of a paper, measured where its running text begins and ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from proceedings.boxes import width
from proceedings.reading.body_text import heaviest, is_of_size
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

FEWEST_LINES = 8
"""A page with fewer lines of running text, as one of figures, does not say how many columns the paper has."""

COVERED = 0.2
"""Of the lines that cross the fullest place of a page, so many may cross its gutter: heads, abstracts, wide tables."""

WIDEST_PAGE = 5000.0
"""Points; wider ones are no pages of a book, and another finding says so."""

NARROWEST_COLUMN, NARROWEST_GUTTER = 60.0, 4.0
"""Points."""

AT_EDGE = 1.0
"""Points by which the edges of full lines differ: side bearings, protruding hyphens."""

FULL_WIDTH = 0.65
"""Of the paper's text width; a single column must be so wide to be one of a paper with one column."""

SHORTEST_LINE = 0.5
"""In widths of its column; shorter lines, as the last of a paragraph, do not tell where a column ends."""


class Column(NamedTuple):
    """Where the full lines of a column begin and end, in points from the left."""

    left: float
    right: float


class Layout(Record):
    """The columns of a paper and its text block in points, None where too little running text tells.

    `by_page`: the number of columns of each page that says so. `block` reaches from the left edge of the first
    column to the right edge of the last one, from a type size above the usual first baseline to the usual last one.
    """

    count: int | None = None
    by_page: dict[int, int] = {}
    columns: tuple[Column, ...] = ()
    block: Box | None = None

    @property
    def gutter(self) -> float | None:
        """The space between the first two columns; None for one column."""
        return self.columns[1].left - self.columns[0].right if len(self.columns) > 1 else None


def layout_of(pages: Sequence[PageFacts], size: float | None) -> Layout:
    """The layout of the pages' running text, which is of this `size`; every page votes with its lines."""
    if size is None:
        return Layout()
    lines = {page.number: _within(page, size) for page in pages if page.width <= WIDEST_PAGE}
    cut = {page.number for page in pages if page.number in lines and _is_cut(page, lines[page.number], size)}
    by_page = _votes({number: own for number, own in lines.items() if len(own) >= FEWEST_LINES and number not in cut})
    if len(cut) > len(by_page):
        return Layout()
    count = heaviest((columns, len(lines[number])) for number, columns in by_page.items())
    if count is None:
        return Layout()
    agreeing = [lines[number] for number, columns in by_page.items() if columns == count]
    columns = _columns([line for own in agreeing for line in own], count)
    return Layout(count=count, by_page=by_page, columns=columns, block=_block(agreeing, columns, size))


def _within(page: PageFacts, size: float) -> list[TextLine]:
    """The page's lines of this size that do not reach beyond its sides."""
    return [line for line in page.lines if is_of_size(line, size) and line.box[0] >= 0 and line.box[2] <= page.width]


def _is_cut(page: PageFacts, within: Sequence[TextLine], size: float) -> bool:
    """Whether a page that is too small for its text shows no more how it was set."""
    return len(within) < (1 - COVERED) * sum(is_of_size(line, size) for line in page.lines)


def _votes(lines: Mapping[int, Sequence[TextLine]]) -> dict[int, int]:
    """The columns of each page; one whose text fills only one of the columns, as a last page may, does not say."""
    stretches = {number: found for number, own in lines.items() if (found := _stretches(own))}
    left = min((each[0].left for each in stretches.values()), default=0)
    right = max((each[-1].right for each in stretches.values()), default=0)
    full = {
        number: each
        for number, each in stretches.items()
        if len(each) > 1 or each[0].right - each[0].left >= FULL_WIDTH * (right - left)
    }
    return {number: len(each) for number, each in (full or stretches).items()}


def _stretches(lines: Sequence[TextLine]) -> list[Column]:
    """The stretches that more lines cross than a gutter's share of the most, wide enough for a column."""
    begun: Counter[int] = Counter()
    for line in lines:
        left, right = round(line.box[0]), round(line.box[2])
        if left < right:
            begun[left] += 1
            begun[right] -= 1
    places = sorted(begun)
    crossed = list(accumulate(begun[place] for place in places))
    enough = COVERED * max(crossed, default=0)
    found: list[Column] = []
    for (start, end), times in zip(pairwise(places), crossed, strict=False):
        if times <= enough:
            continue
        if found and start - found[-1].right <= NARROWEST_GUTTER:
            found[-1] = Column(found[-1].left, end - 1)
        else:
            found.append(Column(start, end - 1))
    return [column for column in found if column.right - column.left >= NARROWEST_COLUMN] or found[:1]


def _columns(lines: Sequence[TextLine], count: int) -> tuple[Column, ...]:
    """The measured edges of each column: where most of its lines begin, and where most of its long lines end."""
    stretches = _stretches(lines)
    if len(stretches) != count:
        return ()
    return tuple(_measured(stretch, lines) for stretch in stretches)


def _measured(stretch: Column, lines: Sequence[TextLine]) -> Column:
    full = stretch.right - stretch.left
    own = [
        line
        for line in lines
        if width(line.box) >= SHORTEST_LINE * full
        and line.box[0] > stretch.left - full / 2
        and line.box[2] < stretch.right + full / 2
    ]
    return Column(_usual([line.box[0] for line in own], 0.25), _usual([line.box[2] for line in own], 0.75))


def _block(pages: Iterable[Sequence[TextLine]], columns: Sequence[Column], size: float) -> Box | None:
    """The text block: its height from the baselines with which the columns usually begin and end."""
    if not columns:
        return None
    tops, bottoms = [], []
    for lines in pages:
        for column in columns:
            own = [line.baseline for line in lines if _is_in(line, column)]
            if own:
                tops.append(min(own))
                bottoms.append(max(own))
    if not tops:  # lines without an extent are in no column
        return None
    top, bottom = _reached(tops, -1) - size, _reached(bottoms, 1)
    return (columns[0].left, round(top, 1), columns[-1].right, round(bottom, 1))


def _is_in(line: TextLine, column: Column) -> bool:
    return line.box[0] >= column.left - AT_EDGE and line.box[2] <= column.right + 2 * AT_EDGE


def _reached(baselines: Sequence[float], outwards: int) -> float:
    """The outermost baseline that two columns reach, so that a single one that is too long does not count."""
    ordered = sorted(baselines, key=lambda each: -outwards * each)
    for outer, inner in pairwise(ordered):
        if abs(outer - inner) <= AT_EDGE:
            return outer
    return ordered[0]


def _usual(edges: Sequence[float], part: float) -> float:
    """The edge that so many of the edges around the commonest have on their left, to 0.1 pt.

    Letters have white on both sides, so that the edge of the column is where the outer quarter of its lines ends.
    """
    ordered = sorted(edges)
    begin, most, end = 0, 0, 0
    for start, first in enumerate(ordered):
        while end < len(ordered) and ordered[end] - first <= AT_EDGE:
            end += 1
        if end - start > most:
            begin, most = start, end - start
    return round(ordered[begin + int(part * (most - 1))], 1) if most else 0.0
