"""Headings, found by how they look: emphasised, on a line of their own, at the left edge of a column or centred."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from proceedings.boxes import bounds, width
from proceedings.reading.body_text import is_of_size, upright, usual_size
from proceedings.reading.columns import Column
from proceedings.reading.letters import key_of
from proceedings.reading.typefaces import is_bold
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

LARGER, NOT_SMALLER, SMALL_CAPITALS = 1.07, 0.94, 0.72
"""Sizes of headings in sizes of running text; small capitals that are drawn small count by their own size."""

LONGEST, FEWEST_LETTERS = 110, 3
AT_EDGE, CENTRED, ON_BASELINE = 4.0, 6.0, 2.5
"""Points by which a line may miss the left edge or the middle of its column, or a baseline."""

LONG_LINE, ONE_IN, INDENTED = 0.28, 25, 40.0
"""Lines of so much of the page's width show where columns begin: where one in so many of them does, and two at least;
what begins no more points further in is indented.

Between 0.22 and 0.34, 12 and 50, 25 and 60, no more than four of the 4,535 headings of 318 real papers come or go.
"""

NUMBER = re.compile(
    r"(?:§\s*)?((?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z](?:\.\d{1,2})*)[.):]?)(?:\s+|(?<=[.):]))(?=\S*[^\W\d_])(.+)"
)
DOT_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")
SMALL_CAPITAL_FONT = re.compile(r"csc\d*$|xsc\d*$|smallcap|small-cap|(?:sf|ec)cc\d|[-_]sc\b|sc$", re.IGNORECASE)


class Heading(Record):
    """A heading without its number; `index` is its first line's place among the lines of its page (from 0).

    `number` is as printed (`5`, `V.`, `A`), empty for none. `box` bounds all its lines, `line` is the first of them.
    """

    text: str = ""
    number: str = ""
    page: int = 1
    index: int = 0
    line: TextLine = TextLine()
    box: Box = (0.0, 0.0, 0.0, 0.0)


def headings(pages: Sequence[PageFacts]) -> tuple[Heading, ...]:
    """All headings in reading order; one that goes on over several lines is one."""
    usual = usual_size(pages)
    everywhere = text_columns([line for page in pages for line in upright(page)], _width(pages))
    return tuple(heading for page in pages for heading in _on_page(page, usual, everywhere))


def text_columns(lines: Sequence[TextLine], page_width: float) -> tuple[Column, ...]:
    """The columns in which long lines stand, from the left.

    The layout of a paper cannot be asked: it is measured in running text, which only headings tell from references.
    """
    long = [line for line in lines if width(line.box) >= LONG_LINE * page_width]
    edges = Counter(round(line.box[0]) for line in long)
    lefts: list[list[int]] = []
    for left in sorted(left for left, number in edges.items() if number >= max(2, len(long) // ONE_IN)):
        if lefts and left - lefts[-1][-1] <= INDENTED:
            lefts[-1].append(left)
        else:
            lefts.append([left])
    return tuple(_column(long, group) for group in lefts)


def _column(lines: Sequence[TextLine], lefts: Sequence[int]) -> Column:
    own = [line for line in lines if lefts[0] - 1 <= line.box[0] <= lefts[-1] + 1]
    rights = Counter(round(line.box[2]) for line in own)
    return Column(float(lefts[0]), float(max(rights, key=lambda right: (rights[right], right))))


def _width(pages: Sequence[PageFacts]) -> float:
    return max((page.width for page in pages), default=0.0)


def _on_page(page: PageFacts, usual: float, everywhere: Sequence[Column]) -> Iterator[Heading]:
    layouts = (everywhere, text_columns(upright(page), page.width))
    current: Heading | None = None
    above = last = TextLine()
    for index, line in enumerate(page.lines):
        if line.text.isdecimal():  # the line numbers of review mode
            continue
        if current and above is last and _goes_on(current, above, line):
            current, last = _joined(current, line), line
        elif _is_heading(line, page, usual, layouts):
            yield from [current] if current else []
            current, last = _heading(line, page.number, index), line
        above = line
    if current:
        yield current


def _is_heading(line: TextLine, page: PageFacts, usual: float, layouts: Sequence[Sequence[Column]]) -> bool:
    """Whether one line is a heading or the beginning of one, in the columns of the paper or in those of the page."""
    text = line.text
    if line.turned or len(text) > LONGEST or text.endswith((",", ";")) or not is_emphasised(line, usual):
        return False
    words = numbered(text)[1]
    first = next((letter for letter in words if letter.isalpha()), "")
    if first.islower() or DOT_LEADERS.search(text):
        return False
    if len(key_of(words)) < FEWEST_LETTERS and not _has_ideographs(words):
        return False
    return any(
        column is not None and _is_placed(line, column, usual) and not _has_neighbour(line, page, column)
        for column in (_own_column(line, columns) for columns in layouts)
    )


def _has_ideographs(text: str) -> bool:
    return any(letter >= "\u2e80" for letter in text)


def is_emphasised(line: TextLine, usual: float) -> bool:
    """Larger than running text, or bold or in capitals and not smaller; small capitals may be drawn smaller."""
    if line.size >= LARGER * usual:
        return True
    if line.size >= NOT_SMALLER * usual and (is_bold(line.font) or SMALL_CAPITAL_FONT.search(line.font)):
        return True
    if not line.text.isupper():  # most lines end here
        return False
    letters = [letter for letter in numbered(line.text)[1] if letter.isalpha()]
    return len(letters) >= 4 and line.size >= SMALL_CAPITALS * usual and all(letter.isupper() for letter in letters)


def numbered(text: str) -> tuple[str, str]:
    """A heading's number as printed, and its words: `("V.", "Results")`."""
    match = NUMBER.fullmatch(text.strip())
    return (match[1], match[2]) if match else ("", text.strip())


def _own_column(line: TextLine, columns: Sequence[Column]) -> Column | None:
    """The column in which the line stands; one across several columns stands in all of them."""
    middle = (line.box[0] + line.box[2]) / 2
    for column in columns:
        if column.left - AT_EDGE <= line.box[0] and line.box[2] <= column.right + 2 * AT_EDGE:
            return column
    if columns and columns[0].left - AT_EDGE <= line.box[0] and line.box[2] <= columns[-1].right + 2 * AT_EDGE:
        whole = Column(columns[0].left, columns[-1].right)
        return whole if abs(middle - (whole.left + whole.right) / 2) <= CENTRED else None
    return None


def _is_placed(line: TextLine, column: Column, usual: float) -> bool:
    """Capitals smaller than running text must be bold, centred or numbered: a reference list holds others."""
    off_edge = line.box[0] - column.left
    off_middle = abs((line.box[0] + line.box[2] - column.left - column.right) / 2)
    centred = off_middle <= CENTRED and off_edge > 2 * AT_EDGE
    if line.size < NOT_SMALLER * usual and not is_bold(line.font):
        return centred or bool(numbered(line.text)[0] and off_middle <= CENTRED)
    return centred or abs(off_edge) <= AT_EDGE


def _has_neighbour(line: TextLine, page: PageFacts, column: Column) -> bool:
    """Whether something else stands on the same baseline in the same column, as in a table."""
    return any(
        other is not line
        and not other.turned
        and abs(other.baseline - line.baseline) <= ON_BASELINE
        and other.box[0] < column.right
        and other.box[2] > column.left
        for other in page.lines
    )


def _heading(line: TextLine, page: int, index: int) -> Heading:
    number, text = numbered(line.text)
    return Heading(text=text, number=number, page=page, index=index, line=line, box=line.box)


def _goes_on(heading: Heading, above: TextLine, line: TextLine) -> bool:
    """Whether a line continues the heading `above` it: close below, in the same type, without a number of its own."""
    return (
        line.font == heading.line.font
        and is_of_size(line, heading.line.size)
        and 0 < line.baseline - above.baseline <= 1.6 * line.size
        and not numbered(line.text)[0]
    )


def _joined(heading: Heading, line: TextLine) -> Heading:
    text = heading.text[:-1] + line.text if heading.text.endswith("-") else f"{heading.text} {line.text}"
    box = bounds([heading.box, line.box])
    return Heading(text=text, number=heading.number, page=heading.page, index=heading.index, line=heading.line, box=box)
