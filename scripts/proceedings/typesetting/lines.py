"""Break a paragraph into lines, all lines weighed together as Knuth and Plass do it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from proceedings.typesetting.breaking import NEVER, Atom, atoms, total_width
from proceedings.typesetting.inline import Fragment, Span, Style, directed, fragments

Align = Literal["justify", "left", "centre", "right"]

STRETCH = 0.55
SHRINK = 0.25
CONSECUTIVE_HYPHENS = 4000.0
SHORT_LAST_LINE = 900.0


class Line(NamedTuple):
    """Fragments from `x` (points from the column's left) on; `space_added` to each space fragment."""

    x: float
    pieces: tuple[Fragment, ...]
    width: float
    space_added: float = 0.0


class Shape(NamedTuple):
    """A paragraph's outline in points: the column's width, indents of its first and its further lines."""

    measure: float
    align: Align = "justify"
    first_indent: float = 0.0
    indent: float = 0.0


def set_lines(spans: Sequence[Span], shape: Shape, language: str | None = None) -> tuple[Line, ...]:
    """The paragraph's lines; none is wider than the measure. Hyphenated only where `language` is given."""
    narrowest = shape.measure - max(shape.first_indent, shape.indent)
    cut = atoms(spans, narrowest, language)
    ends = _best_ends(cut, shape) if cut else []
    starts = [0, *(end + 1 for end in ends)]
    return tuple(
        _line(cut[start : end + 1], start == 0, end == len(cut) - 1, shape)
        for start, end in zip(starts, ends, strict=False)
    )


def one_line(spans: Sequence[Span], x: float = 0.0) -> Line:
    """All spans in one line at `x`, however wide."""
    cut = atoms(spans, NEVER)
    if not cut:
        return Line(x, (), 0.0)
    return _line(cut, True, True, Shape(NEVER, "left", x))


def whole_line(text: str, style: Style) -> Line:
    """A text in one line, its spaces as they are."""
    spans = directed([Span(text, style)])
    pieces = tuple(piece for span in spans for piece in fragments(span.text, style, None, span.level))
    return Line(0.0, pieces, total_width(pieces))


def _best_ends(cut: list[Atom], shape: Shape) -> list[int]:
    """Index of each line's last atom, so that the sum of all lines' demerits is least."""
    gaps = [atom.space.width if atom.space else 0.0 for atom in cut]
    widths = list(accumulate((atom.width + gap for atom, gap in zip(cut, gaps, strict=True)), initial=0.0))
    if widths[-1] <= shape.measure - shape.first_indent:
        return [len(cut) - 1]  # two lines, each with demerits, never beat the one
    spaces = list(accumulate(gaps, initial=0.0))
    room_of_first, room_of_others = (max(shape.measure, 1.0) - each for each in (shape.first_indent, shape.indent))
    shrink = SHRINK if shape.align == "justify" else 0.0
    costs, starts = [0.0] + [NEVER] * len(cut), [-1] * (len(cut) + 1)
    for end, atom in enumerate(cut):
        if atom.cost == NEVER:
            continue
        last = end == len(cut) - 1
        tail = (atom.hyphen.width if atom.hyphen else 0.0) - gaps[end]
        width, flexibility, gap, least = widths[end + 1], spaces[end + 1], gaps[end], NEVER
        for start in range(end, -1, -1):
            room = room_of_others if start else room_of_first
            slack = room - (width - widths[start] + tail)
            flexible = flexibility - spaces[start] - gap
            if slack < -shrink * flexible - 0.001 and start < end:
                break
            if costs[start] >= least:
                continue  # a line only adds to it
            cost = costs[start] + _demerits(slack, flexible, room, atom, last, shape.align)
            if start and cut[start - 1].hyphen:
                cost += CONSECUTIVE_HYPHENS if atom.hyphen or last else 0.0
            if cost < least:
                least, starts[end + 1] = cost, start
        costs[end + 1] = least
    return _traced(starts)


def _traced(starts: list[int]) -> list[int]:
    ends, end = [], len(starts) - 1
    while end > 0:
        ends.append(end - 1)
        end = starts[end]
    return ends[::-1]


def _demerits(slack: float, flexible: float, room: float, atom: Atom, last: bool, align: Align) -> float:
    if align == "centre":
        badness = 100 * (slack / room) ** 2  # also of the last line: a balanced heading
    elif last:
        return SHORT_LAST_LINE if slack > 0.9 * room else 0.0
    elif align == "justify":
        give = (STRETCH if slack > 0 else SHRINK) * flexible
        badness = min(100 * (abs(slack) / give) ** 3 if give else 10000.0, 10000.0) + max(slack, 0.0)
    else:
        badness = 100 * (2 * slack / room) ** 2
    return (10 + badness) ** 2 + atom.cost**2 + (10 * atom.cost if atom.hyphen else 0.0)


def _line(cut: list[Atom], first: bool, last: bool, shape: Shape) -> Line:
    pieces: list[Fragment] = []
    gaps = 0
    for atom in cut[:-1]:
        pieces.extend(atom.pieces)
        if atom.space:
            pieces.append(atom.space)
            gaps += 1
    pieces.extend(cut[-1].pieces)
    if cut[-1].hyphen:
        pieces.append(cut[-1].hyphen)
    indent = shape.first_indent if first else shape.indent
    width = total_width(pieces)
    slack = shape.measure - indent - width
    added = slack / gaps if shape.align == "justify" and gaps and (not last or slack < 0) else 0.0
    shift = slack / 2 if shape.align == "centre" else slack if shape.align == "right" else 0.0
    return Line(indent + shift, tuple(pieces), width + added * gaps, added)
