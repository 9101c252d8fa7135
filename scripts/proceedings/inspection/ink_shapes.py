"""Straight shapes in the ink of a page: rules as tables have them, and areas that are filled throughout.

Text has neither: there is white between words, and in each line of letters. Pixels are those of `ink_cut`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import and_
from typing import NamedTuple

from proceedings.boxes import bounds, shared_width, width
from proceedings.inspection.ink_cut import Area

MOST_RULES, MOST_PANELS = 100, 100
MOST_RUNS = 2000
"""So many stretches of ink are looked at; pages with more are photographs."""

THICKEST = 3
"""Pixels; what is thicker is no rule."""

SAMPLE = 8
"""Every so many pixels of a row are looked at to see that it is not all ink."""

COMMON = 0.9
"""Of the width of a shape, so much is the same from row to row: corners are round, a rule may end in a letter."""

STEP = 6
"""Rows of pixels that are looked at together: letters that are inked so high are narrow."""

LOWEST = 12
"""Pixels; a panel holds a line of text and white around it. A line alone is lower, so that few rows are looked at."""


class Pixels(NamedTuple):
    """All pixels of a page in one string, row by row: `stride` bytes each, of which `width` are of the page."""

    ink: bytes
    stride: int
    width: int


def long_rules(pixels: Pixels, shortest: int) -> list[Area]:
    """Horizontal rules of at least so many pixels, with white above and below, from the top; at most `MOST_RULES`."""
    runs = islice(_long_runs(pixels, shortest), MOST_RUNS)
    thin = (area for area in _joined(runs) if area[3] - area[1] <= THICKEST)
    return [area for area in thin if _stands_free(area, pixels)][:MOST_RULES]


def panels(numbers: Sequence[int], width: int, parts: Iterable[Area], narrowest: int) -> list[Area]:
    """Areas of at least so many pixels across that are ink throughout, from the top; at most `MOST_PANELS`.

    `numbers`: the rows of pixels as `row_numbers` gives them, each `width` wide. `parts`: those of the page's ink.
    """
    found = _joined(islice(_solid_runs(numbers, width, _tall_bands(parts), narrowest), MOST_RUNS))
    whole = dict.fromkeys(_extended(area, numbers) for area in found)
    return [area for area in whole if area[3] - area[1] >= LOWEST][:MOST_PANELS]


def _long_runs(pixels: Pixels, shortest: int) -> Iterator[Area]:
    """Stretches of ink within one row of pixels each, and of no area that is plainly thicker than a rule."""
    ink, stride, width = pixels
    apart = THICKEST * stride
    run = bytes([1]) * shortest
    at = ink.find(run)
    while at >= 0:
        end = ink.find(0, at)
        end = len(ink) if end < 0 else end
        y, x0 = divmod(at, stride)
        x1 = min(x0 + end - at, width)  # ink at both edges of the page goes on in the next row
        above, below = (ink[max(at + off, 0) : max(at + off + x1 - x0, 0) : SAMPLE] for off in (-apart, apart))
        if x1 - x0 >= shortest and 0 in above and 0 in below:
            yield (x0, y, x1, y + 1)
        at = ink.find(run, min(end, (y + 1) * stride))


def _tall_bands(parts: Iterable[Area]) -> list[tuple[int, int]]:
    """(top, bottom) of the rows in which a part is tall enough for a panel; few of those of text are."""
    bands: list[tuple[int, int]] = []
    for top, bottom in sorted((y0, y1) for _, y0, _, y1 in parts if y1 - y0 >= LOWEST):
        if bands and top < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bottom, bands[-1][1]))
        else:
            bands.append((top, bottom))
    return bands


def _solid_runs(numbers: Sequence[int], width: int, bands: Iterable[tuple[int, int]], narrowest: int) -> Iterator[Area]:
    """Stretches that are ink over `STEP` rows of pixels."""
    run = bytes([1]) * narrowest
    for y in (y for top, bottom in bands for y in range(top, bottom - STEP + 1, STEP)):
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
        while growing and growing[0][3] < y0:
            done.append(growing.pop(0))
        above = next((each for each in growing if each[3] == y0 and _as_wide(each, (x0, y0, x1, y1))), None)
        if above is not None:
            growing.remove(above)
            x0, y0, x1 = max(x0, above[0]), above[1], min(x1, above[2])
        growing.append((x0, y0, x1, y1))
    return sorted([*done, *growing], key=lambda area: (area[1], area[0]))


def _stands_free(area: Area, pixels: Pixels) -> bool:
    """Whether the rows of pixels above and below are white for the most part."""
    x0, y0, x1, y1 = area
    starts = (y * pixels.stride for y in (y0 - 1, y1) if y >= 0)
    return all(2 * pixels.ink.count(1, start + x0, start + x1) <= x1 - x0 for start in starts)


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
