"""Rows: what stands under one another in a column, with what must stay together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from proceedings.typesetting.grid import BASELINE
from proceedings.typesetting.inline import INK, Colour, Span
from proceedings.typesetting.lines import Line, Shape, one_line, set_lines
from proceedings.typesetting.tags import Tag, below, nested


class PlacedLine(NamedTuple):
    """A line whose baseline is `drop` points under the row's top; `shift` moves it right.

    `tag`: the element of the document that it belongs to; without one it is a paragraph of its own.
    """

    drop: float
    line: Line
    shift: float = 0.0
    tag: Tag | None = None


class Rule(NamedTuple):
    """A horizontal rule, points from the row's top and left; one with `rounded` ends and no width is a dot."""

    drop: float
    x: float
    width: float
    weight: float = 0.4
    colour: Colour = INK
    rounded: bool = False


class Picture(NamedTuple):
    """An image file, its box in points from the row's top and left; `alt` says what it shows.

    `held`: how the camera was, a key of `UPRIGHT`.
    """

    path: str
    x: float
    drop: float
    width: float
    height: float
    alt: str = ""
    held: int = 1

    def upright(self, x: float, foot: float) -> tuple[float, ...]:
        """The matrix, as PDF writes it, that shows the image upright in its box; (x, foot) is the lower left corner."""
        a, b, c, d, e, f = UPRIGHT[self.held]
        width, height = self.width, self.height
        return (a * width, b * height, c * width, d * height, x + e * width, foot + f * height)


UPRIGHT = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""By the Orientation of Exif, what turns the unit square of an image upright; from 5 on it stands on its side."""


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
    tag = Tag()
    return without_widows(row_of(line, leading, tag) for line in set_lines(spans, shape, language))


def row_of(line: Line, leading: float, tag: Tag | None = None) -> Row:
    """One line as a row of the baseline grid."""
    return Row(leading, (PlacedLine(BASELINE * leading, line, tag=tag),))


def tagged(rows: Iterable[Row], tag: Tag) -> list[Row]:
    """The rows as one element of the document."""
    return [_retagged(row, lambda _: tag) for row in rows]


def within(rows: Iterable[Row], *roles: str, place: int = 0) -> list[Row]:
    """The rows, whatever they are, within a new element, or within several that stand in one another."""
    parent = nested(roles, place)
    moved = below(lambda _: parent)
    return [_retagged(row, moved) for row in rows]


def list_item(rows: Iterable[Row]) -> list[Row]:
    """The rows as an item of a list: the mark that hangs before them, and its body."""
    listed, item = list(rows), Tag("LI")
    body, label = Tag("LBody", item), Tag("Lbl", item)
    tags = {placed.tag for row in listed for placed in row.lines} - {None}
    if sorted(tag.role for tag in tags if tag) in (["P"], ["Lbl", "P"]):  # one paragraph is the body itself
        return [_retagged(row, lambda tag: label if tag and tag.role == "Lbl" else body) for row in listed]
    moved = below(lambda tag: item if tag.role == "Lbl" else body)
    return [_retagged(row, moved) for row in listed]


def _retagged(row: Row, new: Callable[[Tag | None], Tag]) -> Row:
    lines = tuple([PlacedLine(drop, line, shift, new(tag)) for drop, line, shift, tag in row.lines])
    return row._replace(lines=lines, resumed=tuple([_retagged(each, new) for each in row.resumed]))


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


def without_lone_ends(groups: Sequence[Sequence[Row]]) -> list[Row]:
    """Groups of rows, each on one page, of which neither the first nor the last stands on a page alone."""
    held = {0, len(groups) - 2} if len(groups) > 1 else set()
    return [row for number, group in enumerate(groups) for row in kept_together(group, with_next=number in held)]


def hung(row: Row, mark: Span, x: float = 0.0, tag: Tag | None = None) -> Row:
    """Hang a mark (a bullet, a number, an item's tag) at `x` before the row's first line; as a label by default."""
    placed = PlacedLine(row.lines[0].drop, one_line([mark], x), tag=tag or Tag("Lbl"))
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
        lines=tuple([PlacedLine(drop, line, x + shift, tag) for drop, line, x, tag in row.lines]),
        rules=tuple([rule._replace(x=rule.x + shift) for rule in row.rules]),
        pictures=tuple([picture._replace(x=picture.x + shift) for picture in row.pictures]),
    )
