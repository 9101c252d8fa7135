"""The ink of a page cut along white into its smallest parts: text lines of each column, rules, figures.

A recursive XY cut: rows of white part what stands below each other, broad columns of white what stands beside.
Pixels are bytes, 0 for white and 1 for ink; rows are added up as one long integer each, which no loop in Python beats
and which needs no array library. Each row is made into one but once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from operator import or_

Area = tuple[int, int, int, int]
"""(left, top, right, bottom) in pixels, right and bottom exclusive."""

Part = tuple[Area, bool]
"""An area, and whether it may have parts of its own."""

MOST_PARTS = 400
DEEPEST_CUT = 12


def row_numbers(rows: list[bytes]) -> list[int]:
    """The rows of pixels as one long integer each."""
    return [int.from_bytes(row, "little") if 1 in row else 0 for row in rows]


def ink_parts(rows: list[bytes], numbers: list[int], gutter: int) -> list[Area]:
    """Areas of ink with white around them, in the order of the cut, from top and left; at most `MOST_PARTS`.

    `rows`: the pixels of the page, and their `numbers`. `gutter`: how many columns of white part two areas, which must
    be more than a word space has; one row of white is enough.
    """
    areas: list[Part] = [((0, 0, len(rows[0]), len(rows)), True)]
    for _ in range(DEEPEST_CUT):
        cut: list[Part] = []
        for at, (area, open_to_cuts) in enumerate(areas, 1):
            if not open_to_cuts:
                cut.append((area, False))
                continue
            parts = list(_cut(rows, numbers, area, gutter))
            room = MOST_PARTS - len(cut) - (len(areas) - at)
            if len(parts) > room:
                parts = _lines_of(parts)
            cut += parts if len(parts) <= room else [(area, False)]
        areas = cut
        if not any(open_to_cuts for _, open_to_cuts in areas):
            break
    return [area for area, _ in areas]


def ink_bounds(rows: list[bytes], top: int, bottom: int) -> Area | None:
    """What bounds the ink of rows `top` to `bottom` (exclusive); None where there is none."""
    inked = [at for at in range(top, bottom) if 1 in rows[at]]
    if not inked:
        return None
    left, right = min(rows[at].find(1) for at in inked), max(rows[at].rfind(1) for at in inked)
    return (left, inked[0], right + 1, inked[-1] + 1)


def ink_runs(rows: list[bytes], top: int, bottom: int) -> list[Area]:
    """The same for each run of rows without white between."""
    runs = runs_of(bytes([1 in row for row in rows[top:bottom]]), 1)
    return [area for start, end in runs if (area := ink_bounds(rows, top + start, top + end))]


def runs_of(profile: bytes, white: int) -> Iterator[tuple[int, int]]:
    """(start, end) of stretches of ink with at least so much white between."""
    for run in _runs(white).finditer(profile):
        yield run.span()


@functools.cache
def _runs(white: int) -> re.Pattern[bytes]:
    return re.compile(rb"\x01(?:\x00{0,%d}\x01+)*" % (white - 1))


def _cut(rows: list[bytes], numbers: list[int], area: Area, gutter: int) -> Iterator[Part]:
    """The parts of an area one level down, without the white around them."""
    x0, y0, x1, y1 = area
    width = len(rows[0])
    for top, bottom in runs_of(bytes([1 in row[x0:x1] for row in rows[y0:y1]]), 1):
        sum_of_rows = functools.reduce(or_, numbers[y0 + top : y0 + bottom]).to_bytes(width, "little")
        columns = list(runs_of(sum_of_rows[x0:x1], gutter))
        for left, right in columns:
            yield (x0 + left, y0 + top, x0 + right, y0 + bottom), len(columns) > 1 and bottom - top > 1


def _lines_of(parts: list[Part]) -> list[Part]:
    """The same with what stands beside each other as one: all that there is room for on a page of a thousand dots."""
    lines: dict[tuple[int, int], Area] = {}
    for (x0, y0, x1, y1), _ in parts:
        left, _, right, _ = lines.get((y0, y1), (x0, y0, x1, y1))
        lines[y0, y1] = (min(left, x0), y0, max(right, x1), y1)
    return [(area, False) for area in lines.values()]
