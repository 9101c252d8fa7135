"""Lines above and below a text block that are no part of it: heads, feet, page numbers, the notices of page 1."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from proceedings.boxes import shared_height
from proceedings.checks.overflow import is_row_outside
from proceedings.reading.folios import LONE, SMALLEST
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.record import Box

APART = 8.0
"""Points of white between the text and a head or a foot; between lines of text there is less."""

NEXT_ROW = 1.4
"""Type sizes from one baseline of a notice to the next, at most."""

TOO_SHORT = 3
"""In so few pages no head need come back on another page."""

NOTICE = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|copyright|licen[cs]ed? |creative commons|permission to|rights reserved|"
    r"\bIS[BS]N\b|\bdoi\b|doi\.org|arxiv|ceur-ws|proceedings|\bproc\.|(?:conference|workshop|symposium) on|"
    r"to appear|accepted (?:for|to|at|by|in)|submitted to|published (?:by|in|at)|pre-?print|manuscript received",
    re.IGNORECASE,
)
"""What the notices say that publishers, organisers and servers set on page 1."""


def lines_apart(reading: Reading, blocks: Mapping[int, Box]) -> dict[int, list[TextLine]]:
    """Of each page: what runs from page to page, and what stands by its look outside the block of the page."""
    found: dict[int, list[TextLine]] = defaultdict(list)
    for number, line in reading.running.lines():
        found[number].append(line)
    pages = reading.facts.pages
    for page in pages:
        if page.number in blocks:
            block = blocks[page.number]
            for outside in _outside(page.lines, block):
                found[page.number] += _lone_number(outside)
                found[page.number] += _notices(outside) if page.number == pages[0].number else ()
                found[page.number] += _lone_row(outside, page.lines) if len(pages) <= TOO_SHORT else ()
    return found


def _outside(lines: Sequence[TextLine], block: Box) -> Iterator[list[list[TextLine]]]:
    """The rows of text above the block, then those below it, each from the edge of the page."""
    outside = [line for line in lines if line.turned == 0 and is_row_outside(line.box, block)]
    for inwards in (1, -1):
        rows: list[list[TextLine]] = []
        own = [line for line in outside if (line.box[1] < block[1]) == (inwards > 0)]
        for line in sorted(own, key=lambda line: inwards * line.baseline):
            if rows and shared_height(line.box, rows[-1][0].box) > 0:
                rows[-1].append(line)
            else:
                rows.append([line])
        yield rows


def _lone_number(rows: Sequence[Sequence[TextLine]]) -> Sequence[TextLine]:
    """A page number, which may stand on one page alone: nothing else in its row, nothing beyond it."""
    first = rows[0] if rows else ()
    return first if len(first) == 1 and first[0].size >= SMALLEST and LONE.fullmatch(first[0].text.strip()) else ()


def _lone_row(rows: Sequence[Sequence[TextLine]], lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The only row there, if it is set apart from all else."""
    if len(rows) != 1:
        return ()
    others = [line for line in lines if line not in rows[0]]
    near = any(shared_height(line.box, other.box) > -APART for line in rows[0] for other in others)
    return () if near else rows[0]


def _notices(rows: Sequence[Sequence[TextLine]]) -> Iterator[TextLine]:
    """The rows that make up a notice: what one of them says, it says for those next to it."""
    parts: list[list[TextLine]] = []
    for row in rows:
        last = parts[-1][-1] if parts else None
        if last and abs(row[0].baseline - last.baseline) <= NEXT_ROW * max(row[0].size, last.size):
            parts[-1] += row
        else:
            parts.append([*row])
    for part in parts:
        if NOTICE.search(" ".join(line.text for line in part)):
            yield from part
