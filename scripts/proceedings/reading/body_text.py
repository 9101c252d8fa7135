"""The type of running text: what most characters of a paper are set in."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from proceedings.boxes import shared_width, width
from proceedings.reading.typefaces import family_of
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

T = TypeVar("T")

SIZES_PER_POINT, LEADINGS_PER_POINT = 10, 4
"""Sizes fall into bins of 0.1 pt, distances of baselines into bins of 0.25 pt."""

SAME_SIZE = 0.15
"""Points by which lines of one size differ."""

CLOSEST, WIDEST = 0.8, 2.5
"""Distances of neighbouring lines, in sizes of their type: less is an index or an accent, more is another paragraph."""


class BodyType(Record):
    """Running text: size and leading in points, the font of most of it, and its family; None where nothing tells.

    `characters`: how many of this size there are.
    """

    size: float | None = None
    leading: float | None = None
    font: str = ""
    family: str | None = None
    characters: int = 0


def body_type(pages: Sequence[PageFacts]) -> BodyType:
    """The type in which most text of these pages is set; pages of references and appendices are better left out."""
    lines = [line for page in pages for line in upright(page)]
    size = _usual_size(lines)
    if size is None:
        return BodyType()
    body = [line for line in lines if is_of_size(line, size)]
    font = heaviest((line.font, len(line.text)) for line in body) or ""
    characters = sum(len(line.text) for line in body)
    leading = _leading(pages, size)
    return BodyType(size=size, leading=leading, font=font, family=_family(body), characters=characters)


def usual_size(pages: Sequence[PageFacts]) -> float:
    """The size in points of most characters of the pages, to 0.1 pt; 0 where there is no text."""
    return _usual_size_of(_Same(pages))


class _Same:
    """Pages that are told from others by being the same, not by a comparison, which would take as long as reading."""

    def __init__(self, pages: Sequence[PageFacts]) -> None:
        self.pages = pages

    def __hash__(self) -> int:
        return id(self.pages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.pages is self.pages


@functools.lru_cache(maxsize=2)
def _usual_size_of(paper: _Same) -> float:
    """The same, remembered for the last paper and its front: half a dozen readers ask for it in turn."""
    return _usual_size([line for page in paper.pages for line in upright(page)]) or 0.0


def upright(page: PageFacts) -> list[TextLine]:
    """The lines of a page that are read as it lies."""
    return [line for line in page.lines if line.turned == 0]


def is_of_size(line: TextLine, size: float) -> bool:
    """Whether a line is set in this size."""
    return abs(line.size - size) <= SAME_SIZE


def _usual_size(lines: Iterable[TextLine]) -> float | None:
    return heaviest(
        (round(line.size * SIZES_PER_POINT) / SIZES_PER_POINT, len(line.text)) for line in lines if line.size > 0
    )


def _family(lines: Iterable[TextLine]) -> str | None:
    """The family of most characters; formulas and symbols are no running text."""
    families = ((family_of(line.font), len(line.text)) for line in lines)
    return heaviest((family, weight) for family, weight in families if family not in ("math", "symbol"))


def _leading(pages: Sequence[PageFacts], size: float) -> float | None:
    """The usual distance from one baseline to the next: the median of those in the fullest bin."""
    distances = [distance for page in pages for distance in _distances(page, size)]
    usual = heaviest((round(distance * LEADINGS_PER_POINT), 1) for distance in distances)
    if usual is None:
        return None
    close = sorted(each for each in distances if round(each * LEADINGS_PER_POINT) == usual)
    return round(close[len(close) // 2], 2)


def _distances(page: PageFacts, size: float) -> Iterator[float]:
    """From each body line of a page down to the next one that stands under it."""
    lines = sorted((line for line in upright(page) if is_of_size(line, size)), key=lambda line: line.baseline)
    for number, line in enumerate(lines):
        for below in lines[number + 1 :]:
            distance = below.baseline - line.baseline
            if distance > WIDEST * size:
                break
            if distance >= CLOSEST * size and _stands_under(below, line):
                yield distance
                break


def _stands_under(below: TextLine, line: TextLine) -> bool:
    """Whether two lines share at least half of the narrower one's width."""
    return shared_width(below.box, line.box) >= 0.5 * min(width(below.box), width(line.box))


def heaviest(weighed: Iterable[tuple[T, int]]) -> T | None:
    """The thing with the largest sum of weights, the first met of several; None for no things."""
    sums: dict[T, int] = {}
    for thing, weight in weighed:
        sums[thing] = sums.get(thing, 0) + weight
    return max(sums, key=sums.__getitem__) if sums else None
