"""Pages of made text lines, as the inspection finds them: no PDF is needed to test what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proceedings.boxes import bounds
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts, PaperFacts, TextLine
from proceedings.records.record import Box

ONE_COLUMN = ((135.0, 480.0),)
TWO_COLUMNS = ((71.0, 289.0), (306.0, 524.0))
A4 = (595.276, 841.89)
WORDS = "so that every line of running text is long enough to be one of a paragraph and tells something"


def line(
    text: str, x: float, baseline: float, *, size: float = 10, font: str = "CMR10", width: float | None = None
) -> TextLine:
    """A line from `x` on; as wide as its letters usually are."""
    right = x + (0.45 * size * len(text) if width is None else width)
    return TextLine(
        text=text, box=(x, baseline - 0.7 * size, right, baseline + 0.2 * size), baseline=baseline, size=size, font=font
    )


def text_lines(
    columns: Iterable[tuple[float, float]] = ONE_COLUMN,
    *,
    size: float = 10,
    leading: float = 12,
    first: float = 126,
    last: float = 663,
    font: str = "CMR10",
) -> list[TextLine]:
    """Full columns of running text."""
    rows = int((last - first + 0.01) / leading) + 1
    return [
        line(f"Row {row} {WORDS}", left, first + row * leading, size=size, font=font, width=right - left)
        for left, right in columns
        for row in range(rows)
    ]


def page(
    number: int,
    lines: Sequence[TextLine],
    size: tuple[float, float] = A4,
    ink: Sequence[Box] = (),
    rules: Sequence[Box] = (),
    panels: Sequence[Box] = (),
) -> PageFacts:
    """A page with these lines; `ink` are the boxes of what is no text, beside long `rules` and filled `panels`."""
    width, height = size
    boxes = (*(each.box for each in lines), *ink, *rules, *panels)
    return PageFacts(
        number=number,
        width=width,
        height=height,
        lines=tuple(lines),
        ink=bounds(boxes) if boxes else None,
        ink_boxes=boxes,
        rules=tuple(rules),
        panels=tuple(panels),
        characters=2000,
    )


def paper_of(*pages: Sequence[TextLine], size: tuple[float, float] = A4) -> PaperFacts:
    """A paper of pages with these lines."""
    sheets = tuple(page(number, lines, size) for number, lines in enumerate(pages, 1))
    return PaperFacts(paper="017", sha256="0" * 64, pages=sheets)


def reading_of(*pages: Sequence[TextLine], size: tuple[float, float] = A4) -> Reading:
    """The reading of such a paper."""
    return Reading(paper_of(*pages, size=size))
