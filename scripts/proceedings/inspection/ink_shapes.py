"""Straight shapes in the ink of a page: rules as tables have them, and areas that are filled throughout.

Text has neither: there is white between words, and in each line of letters. Pixels are those of `ink_cut`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_

from proceedings.boxes import bounds, shared_width, width
from proceedings.inspection.ink_cut import Area

MOST_RULES, MOST_PANELS = 100, 100
MOST_RUNS = 4000
"""So many stretches of ink are looked at; pages with more are photographs."""

THICKEST = 3
"""Pixels; what is thicker is no rule."""

COMMON = 0.9
"""Of the width of a shape, so much is the same from row to row: corners are round, a rule may end in a letter."""

STEP = 6
"""Rows of pixels that are looked at together: letters that are inked so high are narrow."""

LOWEST = 10
"""Pixels; a panel holds a line of text."""


def long_rules(rows: Sequence[bytes], shortest: int) -> list[Area]:
    """Horizontal rules of at least so many pixels, with white above and below, from the top; at most `MOST_RULES`."""
    rules = []
    for x0, y0, x1, y1 in _joined(_long_runs(rows, shortest)):
        beside = [rows[y][x0:x1] for y in (y0 - 1, y1) if 0 <= y < len(rows)]
        if y1 - y0 <= THICKEST and all(2 * sum(row) <= len(row) for row in beside):
            rules.append((x0, y0, x1, y1))
    return rules[:MOST_RULES]


def panels(numbers: Sequence[int], width: int, narrowest: int) -> list[Area]:
    """Areas of at least so many pixels across that are ink throughout, from the top; at most `MOST_PANELS`.

    `numbers`: the rows of pixels as `row_numbers` gives them, each `width` wide.
    """
    found = _joined(_solid_runs(numbers, width, narrowest))
    whole = dict.fromkeys(_extended(area, numbers) for area in found)
    return [area for area in whole if area[3] - area[1] >= LOWEST][:MOST_PANELS]


def _long_runs(rows: Sequence[bytes], shortest: int) -> Iterator[Area]:
    """Stretches of ink within one row of pixels each."""
    width, pixels, run = len(rows[0]), b"".join(rows), bytes([1]) * shortest
    at = pixels.find(run)
    for _ in range(MOST_RUNS):
        if at < 0:
            return
        end = pixels.find(0, at)
        end = len(pixels) if end < 0 else end
        y, x0 = divmod(at, width)
        x1 = min(x0 + end - at, width)  # ink at both edges of the page goes on in the next row
        if x1 - x0 >= shortest:
            yield (x0, y, x1, y + 1)
        at = pixels.find(run, at + x1 - x0)


def _solid_runs(numbers: Sequence[int], width: int, narrowest: int) -> Iterator[Area]:
    """Stretches that are ink over `STEP` rows of pixels."""
    run = bytes([1]) * narrowest
    for y in range(0, len(numbers) - STEP + 1, STEP):
        solid = reduce(and_, numbers[y : y + STEP])
        if not solid:
            continue
        columns = solid.to_bytes(width, "little")
        at = columns.find(run)
        while at >= 0:
            end = columns.find(0, at)
            end = width if end < 0 else end
            yield (at, y, end, y + STEP)
            at = columns.find(run, end)


def _joined(runs: Iterable[Area]) -> list[Area]:
    """What is common to runs below each other, which are given from the top; those as wide are one shape."""
    done: list[Area] = []
    growing: list[Area] = []
    for x0, y0, x1, y1 in runs:
        done += [each for each in growing if each[3] < y0]
        growing = [each for each in growing if each[3] >= y0]
        above = next((each for each in growing if each[3] == y0 and _as_wide(each, (x0, y0, x1, y1))), None)
        if above is not None:
            growing.remove(above)
            x0, y0, x1 = max(x0, above[0]), above[1], min(x1, above[2])
        growing.append((x0, y0, x1, y1))
    return sorted([*done, *growing], key=lambda area: (area[1], area[0]))


def _as_wide(one: Area, other: Area) -> bool:
    return shared_width(one, other) >= COMMON * width(bounds([one, other]))


def _extended(area: Area, numbers: Sequence[int]) -> Area:
    """The area up and down to where its ink ends."""
    x0, y0, x1, y1 = area
    inked = int.from_bytes(bytes([1]) * (x1 - x0), "little") << 8 * x0
    while y0 > 0 and numbers[y0 - 1] & inked == inked:
        y0 -= 1
    while y1 < len(numbers) and numbers[y1] & inked == inked:
        y1 += 1
    return (x0, y0, x1, y1)
