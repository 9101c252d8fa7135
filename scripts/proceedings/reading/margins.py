"""The outermost lines of the pages: what stands in the bands in which heads, feet and folios are set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

BAND = 0.2
"""The part of the height of a page at its top and bottom in which heads, feet and folios stand; some blocks are low."""

ROWS = 3
"""So many rows of text, counted from the edge of the page, may be head or foot."""

SAME_ROW, SAME_HEIGHT = 2.5, 2.0
"""Points by which baselines differ within one row, and of one head or folio from page to page."""

Band = Literal["head", "foot"]


class Running(Record):
    """A line in the head or foot band of a page."""

    page: int = 1
    band: Band = "head"
    line: TextLine = TextLine()


def outer_lines(pages: Iterable[PageFacts], numbers: Iterable[tuple[int, TextLine]] = ()) -> tuple[Running, ...]:
    """The lines of the outermost rows of all pages, from the edge of the page; the `numbers` given are left out."""
    left_out = set(numbers)
    found: list[Running] = []
    for page in pages:
        lines = [line for line in page.lines if line.turned == 0 and (page.number, line) not in left_out]
        head = [line for line in lines if line.baseline < BAND * page.height]
        foot = [line for line in lines if line.baseline > (1 - BAND) * page.height]
        bands: tuple[tuple[Band, list[TextLine]], ...] = (("head", head), ("foot", foot))
        for band, bound in bands:
            running = [Running(page=page.number, band=band, line=line) for line in bound]
            found += [each for rows in in_rows(running) for row in rows[:ROWS] for each in row]
    return tuple(found)


def in_rows(lines: Sequence[Running]) -> Iterator[list[list[Running]]]:
    """For each page and band its rows, the outermost first; the lines of a row from left to right."""
    for (_, band), own in groupby(sorted(lines, key=lambda each: (each.page, each.band)), lambda e: (e.page, e.band)):
        inwards = 1 if band == "head" else -1
        rows: list[list[Running]] = []
        for each in sorted(own, key=lambda each: inwards * each.line.baseline):
            if rows and abs(each.line.baseline - rows[-1][0].line.baseline) <= SAME_ROW:
                rows[-1].append(each)
            else:
                rows.append([each])
        yield [sorted(row, key=lambda each: each.line.box[0]) for row in rows]
