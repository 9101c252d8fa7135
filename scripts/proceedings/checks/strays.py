"""What sticks out, each culprit once: parts of one float, lines at one edge, things in one place of many pages."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from proceedings.checks.overflow import Overflow
from proceedings.reading.culprit import Culprit, culprit_of
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.record import Box, Record

SAME_EDGE, SAME_PLACE = 1.5, 2.0
"""Points by which edges of one table differ, and boxes that are in the same place of several pages."""

CELL = 4.0
"""Points; wider than the same place is."""

A_LIST = 3
"""So many lines of a page that stick out to one edge have one cause; fewer are overfull each for itself."""


class Stray(Record):
    """What sticks out, and what it is; `pages` are all on which it does so, `lines` how many lines of text it is."""

    overflow: Overflow = Overflow()
    culprit: Culprit = Culprit()
    pages: tuple[int, ...] = ()
    lines: int = 1


def strays(found: Iterable[tuple[PageFacts, Overflow]], reading: Reading) -> list[Stray]:
    """Each culprit once, in the order of pages."""
    pages = {page.number: page for page in reading.facts.pages}
    groups: list[Stray] = []
    beside: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for page, each in found:
        stray = _named([each], page, reading)
        near = beside[each.page, each.side]
        at = next((at for at in near if _belong_together(groups[at], stray)), None)
        if at is None:
            near.append(len(groups))
            groups.append(stray)
        else:
            groups[at] = _named([groups[at].overflow, each], pages[each.page], reading)
    return list(_over_pages(_lists(groups)))


def _named(parts: Sequence[Overflow], page: PageFacts, reading: Reading) -> Stray:
    """Parts of one page and side as one, with what they are."""
    boxes = tuple(box for part in parts for box in part.boxes)
    whole = Overflow(page=page.number, side=parts[0].side, beyond=max(part.beyond for part in parts), boxes=boxes)
    culprit = culprit_of(boxes, page, reading.facts.images, whole.side)
    return Stray(overflow=whole, culprit=culprit, pages=(page.number,))


def _belong_together(known: Stray, new: Stray) -> bool:
    """Whether two parts at one side of a page are of one float, by caption or width, or where two columns end."""
    if known.culprit.kind == new.culprit.kind == "words":
        return known.overflow.side in ("top", "bottom") and _end_alike(known, new)
    if known.culprit.owner and known.culprit.owner == new.culprit.owner:
        return True
    one, other = known.overflow.box, new.overflow.box
    as_wide = abs(one[0] - other[0]) <= SAME_EDGE and abs(one[2] - other[2]) <= SAME_EDGE
    distinct = known.culprit.owner and new.culprit.owner and "rules" not in (known.culprit.kind, new.culprit.kind)
    return as_wide and not distinct


def _lists(groups: Sequence[Stray]) -> Iterator[Stray]:
    """Lines of text that end at one edge as one, over all pages, if they are as many as a list has."""
    ends, aligned = _Places(), defaultdict[int, list[int]](list)
    for at, each in enumerate(groups):
        if each.culprit.kind == "words":
            near = ends.near(each.overflow.side, [_end(each)])
            first = next((known for known in near if _end_alike(groups[known], each)), at)
            if first == at:
                ends.add(at, each.overflow.side, [_end(each)])
            aligned[first].append(at)
    lists = {first: own for first, own in aligned.items() if len(own) >= A_LIST * len({groups[at].pages for at in own})}
    inside = {at for own in lists.values() for at in own[1:]}
    for at, each in enumerate(groups):
        if at in lists:
            yield _as_list([groups[line] for line in lists[at]])
        elif at not in inside:
            yield each


def _end_alike(one: Stray, other: Stray) -> bool:
    return one.overflow.side == other.overflow.side and abs(_end(one) - _end(other)) <= SAME_EDGE


def _end(stray: Stray) -> float:
    """Where it ends at the side at which it sticks out."""
    return stray.overflow.box[{"left": 0, "top": 1, "right": 2, "bottom": 3}[stray.overflow.side]]


def _as_list(lines: Sequence[Stray]) -> Stray:
    first = lines[0]
    boxes: tuple[Box, ...] = tuple(box for each in lines if each.pages == first.pages for box in each.overflow.boxes)
    beyond = max(each.overflow.beyond for each in lines)
    return Stray(
        overflow=msgspec.structs.replace(first.overflow, boxes=boxes, beyond=beyond),
        culprit=first.culprit,
        pages=tuple(sorted({number for each in lines for number in each.pages})),
        lines=len(lines),
    )


def _over_pages(groups: Iterable[Stray]) -> list[Stray]:
    """What has no caption and stands in the same place of several pages once, as a logo or a frame does."""
    together: list[Stray] = []
    corners = _Places()
    for each in groups:
        name, corner = each.culprit.name, each.overflow.box[:2]
        at = next((at for at in corners.near(name, corner) if _is_repeated(together[at], each)), None)
        if at is None:
            corners.add(len(together), name, corner)
            together.append(each)
        else:
            together[at] = msgspec.structs.replace(together[at], pages=(*together[at].pages, *each.pages))
    return together


def _is_repeated(known: Stray, each: Stray) -> bool:
    alike = known.culprit.name == each.culprit.name and not each.culprit.owner and known.pages[-1] < each.pages[0]
    boxes = zip(known.overflow.box, each.overflow.box, strict=True)
    return alike and all(abs(a - b) <= SAME_PLACE for a, b in boxes)


class _Places:
    """Numbers of things by a name and a place, so that of a thousand strays only what is near is compared."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[str, tuple[int, ...]], list[int]] = defaultdict(list)

    def add(self, number: int, name: str, place: Sequence[float]) -> None:
        self._cells[name, _cell(place)].append(number)

    def near(self, name: str, place: Sequence[float]) -> list[int]:
        """What has this name and may be in the same place, in the order of numbers."""
        cells = itertools.product(*((each - 1, each, each + 1) for each in _cell(place)))
        return sorted(number for cell in cells for number in self._cells.get((name, cell), ()))


def _cell(place: Sequence[float]) -> tuple[int, ...]:
    return tuple(math.floor(each / CELL) for each in place)
