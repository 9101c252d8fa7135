"""Rows: what stands under one another in a column, with what must stay together."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from proceedings.typesetting.grid import BASELINE
from proceedings.typesetting.inline import INK, Colour, Span
from proceedings.typesetting.lines import Line, Shape, one_line, set_lines


class PlacedLine(NamedTuple):
    """A line whose baseline is `drop` points under the row's top; `shift` moves it right."""

    drop: float
    line: Line
    shift: float = 0.0


class Rule(NamedTuple):
    """A horizontal rule, points from the row's top and left."""

    drop: float
    x: float
    width: float
    weight: float = 0.4
    colour: Colour = INK


class Picture(NamedTuple):
    """An image file, its box in points from the row's top and left."""

    path: str
    x: float
    drop: float
    width: float
    height: float


class Row(NamedTuple):
    """A horizontal slice of a column, `height` points tall; nothing in it is ever torn apart.

    `keep`: no column ends behind it. `space`: it vanishes at the top and the bottom of a column.
    `link`: a URI under the whole row. `anchor`: a named destination at its top.
    `resumed`: the rows that stand in its place where a column begins with it.
    """

    height: float
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Picture, ...] = ()
    keep: bool = False
    space: bool = False
    link: str | None = None
    anchor: str | None = None
    resumed: tuple[Row, ...] = ()


def space(height: float) -> Row:
    """White space that is dropped where a column begins or ends, kept with what follows."""
    return Row(height, space=True)


def sink(height: float) -> Row:
    """White space that stays, at the top of an opening page too."""
    return Row(height, keep=True)


def paragraph(spans: Sequence[Span], shape: Shape, leading: float, language: str | None = None) -> list[Row]:
    """A paragraph's rows, of which two at least stay together at its beginning and at its end."""
    return without_widows(row_of(line, leading) for line in set_lines(spans, shape, language))


def row_of(line: Line, leading: float) -> Row:
    """One line as a row of the baseline grid."""
    return Row(leading, (PlacedLine(BASELINE * leading, line),))


def without_widows(rows: Iterable[Row]) -> list[Row]:
    """Keep the first two and the last two rows together; three rows are not divided."""
    listed = list(rows)
    held = {0, len(listed) - 2} if len(listed) > 1 else set()
    return [row._replace(keep=True) if position in held else row for position, row in enumerate(listed)]


def kept_together(rows: Iterable[Row], with_next: bool = False) -> list[Row]:
    """Hold all rows on one page; `with_next` also holds them to the row that follows."""
    listed = list(rows)
    last = len(listed) - 1
    return [row._replace(keep=with_next or position < last) for position, row in enumerate(listed)]


def hung(row: Row, mark: Span, x: float = 0.0) -> Row:
    """Hang a mark (a bullet, a number, an item's tag) at `x` before the row's first line."""
    placed = PlacedLine(row.lines[0].drop, one_line([mark], x))
    return row._replace(lines=(placed, *row.lines))


def beside(left: Sequence[Row], right: Sequence[Row], shift: float) -> list[Row]:
    """Two stacks of rows of the same height side by side, the right one moved by `shift` points."""
    moved = [_shifted(row, shift) for row in right]
    empty = Row(0.0, space=True)
    deep = max(len(left), len(moved))
    pairs = zip([*left, *[empty] * (deep - len(left))], [*moved, *[empty] * (deep - len(moved))], strict=True)
    return [
        Row(
            max(one.height, other.height),
            one.lines + other.lines,
            one.rules + other.rules,
            one.pictures + other.pictures,
            keep=one.keep or other.keep,
            space=one.space and other.space,
            link=one.link or other.link,
            anchor=one.anchor or other.anchor,
        )
        for one, other in pairs
    ]


def beside_picture(picture: Picture, rows: Sequence[Row], shift: float) -> list[Row]:
    """Rows moved by `shift` points, a picture at the left of the first ones, which it holds on its page."""
    moved, foot = beside([], rows, shift), picture.drop + picture.height
    moved.append(Row(max(0.0, foot - sum(row.height for row in moved))))
    tops = itertools.accumulate((row.height for row in moved), initial=0.0)
    held = [row._replace(keep=True, space=False) if top < foot else row for row, top in zip(moved, tops, strict=False)]
    return [held[0]._replace(pictures=(picture,)), *held[1:-1], held[-1]._replace(keep=False)]


def _shifted(row: Row, shift: float) -> Row:
    return row._replace(
        lines=tuple(placed._replace(shift=placed.shift + shift) for placed in row.lines),
        rules=tuple(rule._replace(x=rule.x + shift) for rule in row.rules),
        pictures=tuple(picture._replace(x=picture.x + shift) for picture in row.pictures),
    )
