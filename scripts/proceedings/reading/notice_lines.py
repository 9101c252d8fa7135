"""Where templates set what is no text of the paper: above the abstract, in small print, at head and foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.reading.body_text import usual_size
from proceedings.reading.front_page import FrontPage
from proceedings.reading.running_lines import RunningLines
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

UPPER_PART = 0.4
"""Where neither abstract nor title was found, this part of page 1 is its front."""

EDGE = 0.075
"""Lines in this part of the page's height, from its top or bottom, stand in its margin."""

SMALLER = 0.93
"""Small print is smaller than this part of the usual size."""

STEEP = (30, 60, 120, 150, 210, 240, 300, 330)
"""Between these angles in pairs, text runs across the page, as a watermark does."""

LARGE, LINES_BELOW = 1.5, 3
"""A watermark is larger than so many usual sizes; upright, it lies over so many lines: an axis label covers none."""


class PlacedLine(Record):
    """A line and its page."""

    page: int = 1
    line: TextLine = TextLine()


def front_lines(pages: Sequence[PageFacts], front: FrontPage | None) -> tuple[PlacedLine, ...]:
    """The lines of page 1 above its abstract, and those in the margins beside it."""
    page = pages[0]
    start = front.abstract_line if front else None
    end = start.baseline if start else UPPER_PART * page.height
    return tuple(PlacedLine(page=page.number, line=line) for line in page.lines if line.turned or line.baseline < end)


def small_print(pages: Sequence[PageFacts]) -> tuple[PlacedLine, ...]:
    """The lines of page 1 that are smaller than its text, in a margin or turned: notices, footnotes, stamps."""
    page, usual = pages[0], usual_size(pages)
    return tuple(
        PlacedLine(page=page.number, line=line)
        for line in page.lines
        if line.turned or line.size < SMALLER * usual or is_in_margin(line, page)
    )


def is_in_margin(line: TextLine, page: PageFacts) -> bool:
    """Whether a line stands near the upper or lower edge of its page."""
    return line.baseline < EDGE * page.height or line.baseline > (1 - EDGE) * page.height


def running_text(running: RunningLines) -> tuple[PlacedLine, ...]:
    """Heads and feet that are repeated from page to page."""
    return tuple(PlacedLine(page=each.page, line=each.line) for each in (*running.heads, *running.feet))


def across(pages: Sequence[PageFacts]) -> Iterator[PlacedLine]:
    """Large text that runs across a page or lies over its text: a watermark."""
    usual = usual_size(pages)
    for page in pages:
        for line in page.lines:
            if line.size > LARGE * usual and (_is_slanted(line) or _lies_over(line, page) >= LINES_BELOW):
                yield PlacedLine(page=page.number, line=line)


def _is_slanted(line: TextLine) -> bool:
    return any(low <= line.turned <= high for low, high in zip(STEEP[::2], STEEP[1::2], strict=True))


def _lies_over(line: TextLine, page: PageFacts) -> int:
    """How many other lines have their middle height within this one, and some of their width."""
    left, top, right, foot = line.box
    return sum(
        other is not line and other.box[0] < right and other.box[2] > left and top < sum(other.box[1::2]) / 2 < foot
        for other in page.lines
    )


def distinct(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines without repetition, in page order."""
    return sorted(dict.fromkeys(lines), key=lambda each: each.page)
