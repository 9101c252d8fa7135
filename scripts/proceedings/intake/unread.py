"""What of a paper's file could not be read: nothing follows from it but its own fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from proceedings.problem import Place
from proceedings.records.paper import Paper
from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.naming import NAMES

BLOCK = "reproducibility"


def without_unread(paper: Paper, faults: Collection[Place]) -> Paper:
    """The paper as it can be checked; `faults` are the places in its file that could not be read.

    An item of its block with such a place says nothing but its id, and badges have nothing said against them where
    artifacts were not read on which they may stand.
    """
    block, dropped = paper.reproducibility, {each for each in faults if each and isinstance(each[-1], int)}
    inside = [_as_read(each[:4], dropped) for each in faults if each[:1] == (BLOCK,)]
    if block is None or not inside:
        return paper
    items = {kind: tuple(_items(block, kind, inside)) for kind in NAMES}
    if "artifacts" in lost_kinds(faults):
        items["badges"] = ()
    return replace(paper, reproducibility=replace(block, **items))


def lost_kinds(faults: Iterable[Place]) -> frozenset[str]:
    """The kinds of items of which at least one was not read, or its id."""
    inside = (each for each in faults if each[:1] == (BLOCK,))
    return frozenset(str(each[1]) for each in inside if len(each) in (2, 3) or each[3:] == ("id",))


def refers_to(at: Place) -> frozenset[str]:
    """The kinds of items, one of which a reference at this place names; none, if no reference stands there."""
    if at[:1] != (BLOCK,):
        return frozenset()
    key, inner = at[3:4], at[4:5]
    if key == ("implementation",):
        return frozenset(("software", "artifacts"))
    if key == ("supports",):
        return frozenset(("contributions",))
    return frozenset(map(str, inner)) if key in (("uses",), ("setup",)) else frozenset()


def _as_read(at: Place, dropped: Collection[Place]) -> Place:
    """The place in the paper that was read of what stands at a place in the file; nowhere, if it was dropped."""
    place: Place = ()
    for number, step in enumerate(at):
        if at[: number + 1] in dropped:
            return ()
        if isinstance(step, int):
            step -= sum(each[:-1] == at[:number] and each[-1] in range(step) for each in dropped)
        place = (*place, step)
    return place


def _items(block: Reproducibility, kind: str, faults: Sequence[Place]) -> Iterator[Record]:
    for number, item in enumerate(getattr(block, kind)):
        keys = {place[3] for place in faults if place[1:3] == (kind, number) and len(place) > 3}
        identifier = {"id": item.id} if hasattr(item, "id") else {}
        yield type(item)(**identifier) if keys.intersection(item.__struct_fields__) else item
