"""The page grid: margins and measure from the page size, one baseline grid, heads and folios."""

from __future__ import annotations

from typing import NamedTuple

from proceedings.page_sizes import A4, Size
from proceedings.records.record import Record

BASELINE = 0.74
"""Where in a line of the grid its baseline lies, from the top, as a share of the leading."""


class PageGrid(Record):
    """A page's text block. All lengths in points; `top` is the text block's distance from the page's top.

    The measure holds about 70 characters of `size`; the foot is wider than the head, as books have it.
    """

    width: float = A4[0]
    height: float = A4[1]
    left: float = 0.0
    top: float = 0.0
    measure: float = 0.0
    lines: int = 40
    leading: float = 13.5
    size: float = 10.5
    columns: int = 1
    gutter: float = 18.0

    @property
    def depth(self) -> float:
        """Height of the text block."""
        return self.lines * self.leading

    @property
    def column_measure(self) -> float:
        """Width of one column."""
        return (self.measure - (self.columns - 1) * self.gutter) / self.columns

    @property
    def head_baseline(self) -> float:
        """Baseline of the running head, from the top of the page."""
        return self.top - 20.0

    @property
    def foot_baseline(self) -> float:
        """Baseline of a folio at the foot, from the top of the page."""
        return self.top + self.depth + 30.0


class GridSize(NamedTuple):
    """Type size and leading of a grid, in points, for a full and for a small page."""

    size: float
    leading: float


TEXT = GridSize(10.5, 13.5)
SMALL = GridSize(9.25, 12.0)


def page_grid(page_size: Size, type_size: GridSize = TEXT, columns: int = 1) -> PageGrid:
    """The grid of a page of `page_size` (width, height): A4 gives a measure of 372 points, LNCS trim 346."""
    width, height = page_size
    measure = min(0.787 * width, max(372.0, 0.45 * width))
    narrow = measure < 360.0
    size, leading = (type_size.size - 0.5, type_size.leading - 0.75) if narrow else type_size
    lines = int(0.755 * height / leading)
    return PageGrid(
        width=width,
        height=height,
        left=(width - measure) / 2,
        top=0.43 * (height - lines * leading),
        measure=measure,
        lines=lines,
        leading=leading,
        size=size,
        columns=columns,
    )
