"""What sticks out, each culprit once: parts of one float, lines at one edge, things in one place of many pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from proceedings.checks.overflow import SIDES, Overflow
from proceedings.reading.culprit import Culprit, culprit_of
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.record import Box, Record

SAME_EDGE, SAME_PLACE = 1.5, 2.0
"""Points by which edges of one table differ, and boxes that are in the same place of several pages."""

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
    groups: list[tuple[PageFacts, Stray, list[Overflow]]] = []
    of_a_side: dict[tuple[int, str], list[int]] = defaultdict(list)
    for page, each in found:
        stray, known = _named([each], page, reading), of_a_side[page.number, each.side]
        at = next((at for at in known if _belong_together(groups[at][1], stray)), None)
        if at is None:
            known.append(len(groups))
            groups.append((page, stray, [each]))
        else:
            groups[at][2].append(each)
    # A group is named anew once it is whole, because names are looked for among all lines of a page.
    named = [_named(parts, page, reading) if len(parts) > 1 else stray for page, stray, parts in groups]
    return list(_over_pages(_lists(named)))


def _named(parts: Sequence[Overflow], page: PageFacts, reading: Reading) -> Stray:
    """Parts of one page and side as one, with what they are."""
    boxes = tuple(box for part in parts for box in part.boxes)
    whole = Overflow(page=page.number, side=parts[0].side, beyond=max(part.beyond for part in parts), boxes=boxes)
    culprit = culprit_of(boxes, page, reading.facts.images, whole.side)
    return Stray(overflow=whole, culprit=culprit, pages=(page.number,))


def _belong_together(known: Stray, new: Stray) -> bool:
    """Whether two parts at one side of a page are of one float, by caption or width, or where columns of text end."""
    if "words" in (known.culprit.kind, new.culprit.kind):
        both = known.culprit.kind == new.culprit.kind
        return both and known.overflow.side in ("top", "bottom") and _end_alike(known, new)
    if known.culprit.owner and known.culprit.owner == new.culprit.owner:
        return True
    one, other = known.overflow.box, new.overflow.box
    as_wide = abs(one[0] - other[0]) <= SAME_EDGE and abs(one[2] - other[2]) <= SAME_EDGE
    distinct = known.culprit.owner and new.culprit.owner and "rules" not in (known.culprit.kind, new.culprit.kind)
    return as_wide and not distinct


def _lists(groups: Sequence[Stray]) -> Iterator[Stray]:
    """Lines of text that end at one edge as one, over all pages, if they are as many as a list has."""
    aligned: dict[int, list[int]] = {}
    near: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, each in enumerate(groups):
        if each.culprit.kind == "words":
            step = int(_edge(each) // SAME_EDGE)
            beside = [known for near_by in (step - 1, step, step + 1) for known in near[each.overflow.side, near_by]]
            first = min((known for known in beside if _end_alike(groups[known], each)), default=at)
            if first == at:
                near[each.overflow.side, step].append(at)
            aligned.setdefault(first, []).append(at)
    lists = {first: own for first, own in aligned.items() if len(own) >= A_LIST * len({groups[at].pages for at in own})}
    inside = {at for own in lists.values() for at in own[1:]}
    for at, each in enumerate(groups):
        if at in lists:
            yield _as_list([groups[own] for own in lists[at]])
        elif at not in inside:
            yield each


def _edge(stray: Stray) -> float:
    return stray.overflow.box[SIDES.index(stray.overflow.side)]


def _end_alike(one: Stray, other: Stray) -> bool:
    return one.overflow.side == other.overflow.side and abs(_edge(one) - _edge(other)) <= SAME_EDGE


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
    near: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for each in groups:
        x, y = (int(edge // SAME_PLACE) for edge in each.overflow.box[:2])
        known = near[each.culprit.name, x, y]
        at = next((at for at in known if _is_repeated(together[at], each)), None)
        if at is not None:
            together[at] = msgspec.structs.replace(together[at], pages=(*together[at].pages, *each.pages))
            continue
        for across in (x - 1, x, x + 1):
            for down in (y - 1, y, y + 1):
                near[each.culprit.name, across, down].append(len(together))
        together.append(each)
    return together


def _is_repeated(known: Stray, each: Stray) -> bool:
    """Whether the same thing stands in the same place of a later page."""
    boxes = zip(known.overflow.box, each.overflow.box, strict=True)
    later = not each.culprit.owner and known.pages[-1] < each.pages[0]
    return later and all(abs(a - b) <= SAME_PLACE for a, b in boxes)
