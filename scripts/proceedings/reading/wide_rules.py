"""Rules of tables that run from one column through the gutter into the next one.

Where such a rule meets the text beside it, ink of both columns is one box, and few lines of text may stand beside it
on the whole page: what it belongs to tells it from a rule of a float over both columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proceedings.boxes import bounds
from proceedings.reading.captions import caption_of
from proceedings.reading.columns import Column
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box

SAME_EDGE = 2.5
"""Points by which the ends of the rules of one table differ."""

BESIDE = 4.0
"""Points of white between a rule and the lines above and below it where it runs over text."""

TOLERANCE = 3.5
"""Points into the gutter: hyphens that hang in the margin, frames of listings, rounded edges of pictures."""

CENTRED = 6.0
"""Points by which the middle of a caption differs from that of its column, of a wide table from that of the page."""


def wide_rules(
    page: PageFacts, own: Sequence[TextLine], other: Sequence[TextLine], column: Column, neighbour: Column
) -> Iterator[tuple[Box, ...]]:
    """The rules of each table of a `column` that leave it for its `neighbour`, on either side of it.

    `own` and `other` are the full lines of text of the two columns. A table is one of the column where text of the
    neighbour stands beside it, or where its caption is set in the column. Rules as wide as both columns, or in the
    middle of them, are those of floats over both.
    """
    leaving = [rule for rule in page.rules if _leaves(rule, column, neighbour)]
    for rules in _tables(leaving, own):
        whole = bounds(rules)
        if any(_is_beside(whole, line.box) for line in other) or _has_caption_in(column, whole, page):
            yield rules


def _leaves(rule: Box, column: Column, neighbour: Column) -> bool:
    """Whether a rule begins in the column and ends beyond it, short of the neighbour's far edge; or mirrored."""
    inside = (column.right - column.left) / 10
    middle = (min(column.left, neighbour.left) + max(column.right, neighbour.right)) / 2
    if abs((rule[0] + rule[2]) / 2 - middle) <= CENTRED:
        return False
    if column.left < neighbour.left:
        begins = column.left - inside < rule[0] < column.right - inside
        return begins and column.right + TOLERANCE < rule[2] < neighbour.right - inside
    ends = column.left + inside < rule[2] < column.right + inside
    return ends and neighbour.left + inside < rule[0] < column.left - TOLERANCE


def _tables(rules: Iterable[Box], own: Sequence[TextLine]) -> list[tuple[Box, ...]]:
    """The rules, which are given from the top, by tables: those of one have its width and no text between them."""
    tables: list[list[Box]] = []
    for rule in rules:
        table = next((each for each in reversed(tables) if _as_wide(each[-1], rule)), None)
        if table is None or any(table[-1][3] < line.baseline < rule[1] for line in own):
            tables.append([rule])
        else:
            table.append(rule)
    return [tuple(table) for table in tables]


def _as_wide(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= SAME_EDGE and abs(one[2] - other[2]) <= SAME_EDGE


def _is_beside(table: Box, line: Box) -> bool:
    """Whether a line stands at the height of a table, or a rule runs over it or close to it."""
    return table[1] - BESIDE < line[3] and line[1] < table[3] + BESIDE


def _has_caption_in(column: Column, table: Box, page: PageFacts) -> bool:
    """Whether the table's caption is centred in the column or fills it; one over both columns does neither."""
    caption = caption_of(table, page, "Table")
    if caption is None:
        return False
    left, _, right, _ = caption.line.box
    within = column.left - CENTRED <= left and right <= column.right + CENTRED
    return within and abs(left + right - column.left - column.right) <= 2 * CENTRED
