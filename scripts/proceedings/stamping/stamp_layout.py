"""Stamp layout: where each line of a page's stamp stands, to the point.

The stamper draws what is computed here, and the check for collisions asks for the same boxes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from proceedings.bidi import CONTROLS
from proceedings.pdf.pdf_geometry import BAND
from proceedings.records.placement import PageStamp, StampLine, StampPlace
from proceedings.records.record import Box
from proceedings.running_heads import MOST_WORDS, cut_titles
from proceedings.typeface import needs_shaping, normalised, string_width
from proceedings.typesetting.inline import Style
from proceedings.typesetting.lines import whole_line

STAMP_FACE = "serif"
"""The face of every stamp, by its name in `typeface.FACES`."""

HEAD_BASELINE = 34.0
"""First baseline of the head where the stamp names none, in points from the top of the page."""

FOOT_BASELINE = 24.0
"""Last baseline of the foot, in points from the bottom of the page."""

LEADING = 1.2
ASCENT = 1.0
DESCENT = 0.34
"""The tallest and the deepest letters of the face (a capital with two accents, a Q), in ems."""

SET_APART = 4.0
"""Points of white more between a line and smaller ones below it, such as a folio and the imprint."""

SMALLEST_SIZE = 6.0
SMALLEST_HEAD = 7.0
"""Points: a running head is cut before it gets any smaller."""

GAP = 9.0
"""White between two lines that stand side by side, in points."""

Band = Literal["head", "foot"]


class SetLine(NamedTuple):
    """A line as it is drawn: `x` and `baseline` in points from the top left of the page as displayed."""

    place: StampPlace
    text: str
    size: float
    x: float
    baseline: float
    width: float

    @property
    def box(self) -> Box:
        """All that the line may cover, in points from the top left of the page as displayed."""
        return (
            self.x,
            self.baseline - ASCENT * self.size,
            self.x + self.width,
            self.baseline + DESCENT * self.size,
        )


class _Slot(NamedTuple):
    """A line with its baseline and its size before it is fitted to the width."""

    line: StampLine
    baseline: float
    size: float


def stamp_boxes(stamp: PageStamp, width: float, height: float) -> tuple[Box, ...]:
    """The boxes of all lines of a stamp on a page of this displayed size in points."""
    return tuple(line.box for line in set_lines(stamp, width, height))


def set_lines(stamp: PageStamp, width: float, height: float) -> tuple[SetLine, ...]:
    """All lines of a stamp, fitted to a page of this displayed size; every box lies within the page's two bands.

    Lines of the head stack downwards, lines of the foot upwards. A line that is too wide is set smaller,
    down to 6 points (7 in the head), and then shortened at a word, or broken in two in the middle of the foot; lines
    side by side leave the shorter one its size.
    """
    left, right = _edges(stamp, width)
    slots = [*_head(stamp, height), *_foot(stamp, height, right - left)]
    placed: list[SetLine] = []
    for slot in sorted(slots, key=lambda slot: line_width(slot.line.text, slot.size)):
        if line := _placed(slot, left, right, placed):
            placed.append(line)
    return tuple(sorted(placed, key=lambda line: (line.baseline, line.x)))


def _edges(stamp: PageStamp, width: float) -> tuple[float, float]:
    left, right = max(0.0, stamp.left), min(width, stamp.right)
    return (left, right) if left < right else (0.1 * width, 0.9 * width)


def _head(stamp: PageStamp, height: float) -> list[_Slot]:
    """The head's lines from its first baseline downwards; as far up as the band's lower edge asks for."""
    slots = []
    for lines in _sides(stamp.lines, "head"):
        between = _below(lines)[-1][1]
        room = BAND * height - between - DESCENT * lines[-1].size
        factor = min(1.0, BAND * height / (HEAD_BASELINE + between + DESCENT * lines[-1].size))
        start = factor * max(HEAD_BASELINE, min(stamp.head or HEAD_BASELINE, room))
        slots += [_Slot(line, start + factor * below, factor * line.size) for line, below in _below(lines)]
    return slots


def _foot(stamp: PageStamp, height: float, room: float) -> list[_Slot]:
    """The foot's lines, the last on the foot's baseline; where they are too many for the band, all shrink."""
    slots = []
    whole = [part for line in stamp.lines for part in _broken(line, room)]
    for lines in _sides(whole, "foot"):
        between = _below(lines)[-1][1]
        factor = min(1.0, BAND * height / (FOOT_BASELINE + between + ASCENT * lines[0].size))
        start = height - factor * (FOOT_BASELINE + between)
        slots += [_Slot(line, start + factor * below, factor * line.size) for line, below in _below(lines)]
    return slots


def _broken(line: StampLine, room: float) -> tuple[StampLine, ...]:
    """A line in the middle of the foot that no size makes fit: in two, behind a sentence if both halves then fit.

    A citation is worth a line more; the title of a joint volume alone may be as wide as the page.
    """
    words, smallest = line.text.split(" "), min(SMALLEST_SIZE, line.size)
    divisible = 2 <= len(words) <= MOST_WORDS
    if line.place != "foot-centre" or not divisible or line_width(line.text, smallest) <= room:
        return (line,)
    halves = [(" ".join(words[:count]), " ".join(words[count:])) for count in range(1, len(words))]
    widest = {pair: max(line_width(half, smallest) for half in pair) for pair in halves}
    ends = [pair for pair in halves if pair[0].endswith(".") and pair[1][:1].isupper() and widest[pair] <= room]
    best = min(ends or halves, key=widest.__getitem__)
    return tuple(msgspec.structs.replace(line, text=half) for half in best)


def _sides(lines: Sequence[StampLine], band: Band) -> list[list[StampLine]]:
    """The lines of a band by side, without empty sides and lines that show nothing."""
    sides = [
        [line for line in lines if line.place == f"{band}-{side}" and line.text.strip() and line.size > 0]
        for side in ("left", "centre", "right")
    ]
    return [side for side in sides if side]


def _below(lines: Sequence[StampLine]) -> list[tuple[StampLine, float]]:
    """Each line with the distance of its baseline from the first one's; a larger line keeps the rest away."""
    placed, distance = [(lines[0], 0.0)], 0.0
    for above, line in pairwise(lines):
        distance += LEADING * line.size + (SET_APART if above.size > line.size else 0.0)
        placed.append((line, distance))
    return placed


def _placed(slot: _Slot, left: float, right: float, placed: Sequence[SetLine]) -> SetLine | None:
    """The line in the room that the lines beside it leave; None where that holds not even a letter."""
    side = slot.line.place.partition("-")[2]
    beside = [line.box for line in placed if _stands_beside(line, slot)]
    middle = (left + right) / 2
    if side == "left":
        right = min([right, *(box[0] - GAP for box in beside)])
    elif side == "right":
        left = max([left, *(box[2] + GAP for box in beside)])
    else:
        half = min([right - middle, *(max(box[0] - middle, middle - box[2]) - GAP for box in beside)])
        left, right = middle - half, middle + half
    smallest = SMALLEST_HEAD if slot.line.place.startswith("head") else SMALLEST_SIZE
    text, size = fitted(normalised(slot.line.text, CONTROLS), slot.size, right - left, smallest)
    if not text:
        return None
    width = line_width(text, size)
    x = {"left": left, "right": right - width}.get(side, middle - width / 2)
    return SetLine(slot.line.place, text, size, x, slot.baseline, width)


def _stands_beside(line: SetLine, slot: _Slot) -> bool:
    return line.place != slot.line.place and abs(line.baseline - slot.baseline) < max(line.size, slot.size)


def line_width(text: str, size: float) -> float:
    """Width in points of a line of a stamp."""
    if not needs_shaping(text):
        return string_width(text, STAMP_FACE, size)
    return whole_line(text, Style(STAMP_FACE, size)).width


def fitted(text: str, size: float, room: float, smallest: float = SMALLEST_SIZE) -> tuple[str, float]:
    """The text and size in points at which a line is no wider than `room`; an empty text where nothing fits."""
    text = text.strip()
    natural = line_width(text, size)
    if natural <= room:
        return text, size
    smallest = min(smallest, size)
    if natural * smallest <= room * size:
        return text, int(100 * size * room / natural) / 100
    return shortened(text, smallest, room), smallest


def shortened(text: str, size: float, room: float) -> str:
    """The text cut at a word, with an ellipsis, so that it is no wider than `room`.

    Of parts with wide spaces between them only the longest is cut: the folio beside a title stays.
    """
    parts = re.split(r"(\s{2,})", text)
    longest = max(range(0, len(parts), 2), key=lambda number: len(parts[number]))
    for cut in cut_titles(parts[longest]):
        short = "".join((*parts[:longest], cut, *parts[longest + 1 :]))
        if line_width(short, size) <= room:
            return short
    return ""
