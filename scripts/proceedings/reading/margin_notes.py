"""Notes in the margins beside the columns, and which of them stand in a box, as notes of the authors to themselves do.

A box is known by its fill, by ink around the words on the sides that are free, or by a line that leads to it from the
text. Text of the paper stands beside a note: what a wide figure or table has in the margin is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from proceedings.boxes import bounds, common_box, overlap, shared_width
from proceedings.reading.body_text import SAME_SIZE
from proceedings.reading.captions import captions, is_prose, usual_width
from proceedings.reading.columns import Column
from proceedings.records.facts import ImageFacts, PageFacts, TextLine
from proceedings.records.record import Box, Record

SLIGHT = 2.0
"""Points by which boxes of text and of ink differ, and by which a note may reach into its column."""

AWAY = 4.0
"""Points of white, at least, between the column and a box: what is nearer is a part of the column that is too wide."""

FRAMED = 2.0
"""Points of white, at least, between words and the frame around them."""

LED = 14.0
"""Points between the end of a line that leads to a note and its words: the white of the margin is in between."""

ROW_APART = 1.8
"""Type sizes from one baseline of a note to the next, at most."""

ACROSS = 2
"""So many rules that run from the column through the margin are those of a table."""

FEWEST_WORDS = 3
"""A line in the running text's size or larger has as many; it need not be long, as the last of a paragraph is not."""


class MarginNote(Record):
    """A note with its box. `boxed`: something is drawn around its words or leads to them.

    `lines` stand in the margin alone, `joined` ones hold words of the text beside them too.
    """

    page: int = 1
    box: Box = (0.0, 0.0, 0.0, 0.0)
    lines: tuple[TextLine, ...] = ()
    joined: tuple[TextLine, ...] = ()
    boxed: bool = False


class _Row(NamedTuple):
    """What stands on one line of a margin; the `line` of text goes on in the column unless it is `alone`."""

    box: Box
    line: TextLine
    alone: bool


class _Margin(NamedTuple):
    """One side of a page, as if it were the right one: x grows outwards from the edge of the outermost column."""

    page: PageFacts
    column: Column
    side: Literal["left", "right"]

    def seen(self, box: Box) -> Box:
        """A box as seen so; seen twice, it is the box again."""
        if self.side == "right":
            return box
        return (-box[2], box[1], -box[0], box[3])

    @property
    def edge(self) -> float:
        """Where the column ends."""
        return self.column.right if self.side == "right" else -self.column.left

    def is_outside(self, box: Box, away: float = -SLIGHT) -> bool:
        """Whether a box lies wholly in the margin, so far away from the column."""
        return self.seen(box)[0] >= self.edge + away


def margin_notes(
    pages: Iterable[PageFacts],
    columns: Sequence[Column],
    size: float,
    running: Collection[tuple[int, TextLine]],
    images: Sequence[ImageFacts],
) -> tuple[MarginNote, ...]:
    """The notes of a paper with these columns, whose running text is of this `size`; `running` lines are none."""
    if not columns:
        return ()
    return tuple(
        note
        for page in pages
        for margin in (_Margin(page, columns[0], "left"), _Margin(page, columns[-1], "right"))
        for note in _notes(margin, size, running, [image for image in images if image.page == page.number])
    )


def _notes(
    margin: _Margin, size: float, running: Collection[tuple[int, TextLine]], images: Sequence[ImageFacts]
) -> Iterator[MarginNote]:
    page = margin.page
    upright = [line for line in page.lines if line.turned == 0 and (page.number, line) not in running]
    pictures = [image.box for image in images if image.box is not None]
    filled = [panel for panel in page.panels if margin.is_outside(panel, AWAY) and not _is_on(panel, pictures)]
    left = list(filled)
    for stack in _stacks([*_rows_alone(margin, upright), *_rows_joined(margin, upright)]):
        words = bounds([row.box for row in stack])
        fills = [panel for panel in filled if _touch(panel, words)]
        left = [panel for panel in left if panel not in fills]
        drawn = bool(fills) or (margin.is_outside(words, SLIGHT) and _is_drawn(words, margin))
        of_float = _is_on(words, pictures) or _is_of_a_table(words, margin)
        yield MarginNote(
            page=page.number,
            box=bounds([words, *fills]),
            lines=tuple(row.line for row in stack if row.alone),
            joined=tuple(row.line for row in stack if not row.alone),
            boxed=drawn and not of_float and _has_text_beside(words, margin, size),
        )
    for panel in left:  # it is too narrow for its words, which begin on it and go on in the column
        joined = tuple(line for line in upright if _touch(panel, line.box))
        if joined and _has_text_beside(panel, margin, size):
            yield MarginNote(page=page.number, box=panel, joined=joined, boxed=True)


def _is_on(box: Box, pictures: Iterable[Box]) -> bool:
    return any(overlap(box, picture) > 0.5 for picture in pictures)


def _rows_alone(margin: _Margin, lines: Iterable[TextLine]) -> Iterator[_Row]:
    return (_Row(line.box, line, True) for line in lines if margin.is_outside(line.box))


def _rows_joined(margin: _Margin, lines: Iterable[TextLine]) -> Iterator[_Row]:
    """Words of the margin that were read as the end of a line of the column: white parts their ink from that line's."""
    outside = [ink for ink in margin.page.ink_boxes if margin.is_outside(ink)]
    for line in lines:
        start, _, end, _ = margin.seen(line.box)
        if start < margin.edge - SLIGHT and end > margin.edge + SLIGHT:
            ends = [ink for ink in outside if ink[1] < line.baseline <= ink[3] + SLIGHT]
            yield from (_Row(ink, line, False) for ink in ends if abs(margin.seen(ink)[2] - end) <= SLIGHT)


def _stacks(rows: Iterable[_Row]) -> list[list[_Row]]:
    """The rows of a margin by notes: those of one stand close below each other."""
    stacks: list[list[_Row]] = []
    for row in sorted(rows, key=lambda each: each.line.baseline):
        above = next((each for each in stacks if _goes_on(each[-1], row)), None)
        if above is None:
            stacks.append([row])
        else:
            above.append(row)
    return stacks


def _goes_on(above: _Row, row: _Row) -> bool:
    near = row.line.baseline - above.line.baseline <= ROW_APART * max(row.line.size, above.line.size)
    return near and shared_width(row.box, above.box) > 0


def _touch(panel: Box, words: Box) -> bool:
    """Whether a fill lies behind words, or beside them where it is too narrow for them."""
    return common_box(panel, (words[0] - SLIGHT, words[1], words[2] + SLIGHT, words[3])) is not None


def _is_drawn(words: Box, margin: _Margin) -> bool:
    return _is_framed(words, margin) or _is_led_to(words, margin)


def _is_framed(words: Box, margin: _Margin) -> bool:
    """Whether there is ink beyond the words outwards, above and below; a line that leads there joins it to the text."""
    _, top, _, bottom = words
    beside = [line.box for line in margin.page.lines if line.box[1] < bottom and line.box[3] > top]
    right = max(margin.seen(box)[2] for box in (words, *beside))
    around = [margin.seen(ink) for ink in margin.page.ink_boxes if common_box(ink, words)]
    return any(ink[2] - right >= FRAMED and top - ink[1] >= FRAMED and ink[3] - bottom >= FRAMED for ink in around)


def _is_led_to(words: Box, margin: _Margin) -> bool:
    """Whether a line leads from the text to the words."""
    rules = [margin.seen(rule) for rule in margin.page.rules if words[1] - SLIGHT < rule[1] < words[3] + SLIGHT]
    start = margin.seen(words)[0]
    return any(rule[0] < margin.edge < rule[2] - AWAY and abs(start - rule[2]) <= LED for rule in rules)


def _is_of_a_table(words: Box, margin: _Margin) -> bool:
    """Whether several rules run from the column to behind the words."""
    end = margin.seen(words)[2] - SLIGHT
    rules = [margin.seen(rule) for rule in margin.page.rules]
    return sum(rule[0] < margin.edge and rule[2] >= end for rule in rules) >= ACROSS


def _has_text_beside(box: Box, margin: _Margin, size: float) -> bool:
    """Whether running text or a heading of the outermost column stands at the height of a box."""
    page, column, usual = margin.page, margin.column, usual_width(margin.page)
    named = [caption.line for caption in captions(page)]
    beside = (
        line
        for line in page.lines
        if line.turned == 0 and box[1] - size < line.baseline < box[3] + size and line not in named
    )
    return any(
        column.left - SLIGHT <= (line.box[0] + line.box[2]) / 2 <= column.right + SLIGHT
        and (is_prose(line, usual) or (line.size >= size - SAME_SIZE and len(line.text.split()) >= FEWEST_WORDS))
        for line in beside
    )
