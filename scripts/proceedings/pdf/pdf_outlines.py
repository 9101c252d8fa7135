"""Outlines: the bookmarks of a PDF, walked safely, counted and built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pikepdf import Dictionary, Name, Object, Pdf

from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_objects import entry, integer, text_string


class OutlineEntry(NamedTuple):
    """A bookmark to be made: title, explicit destination, level from 0.

    `below` is the root of an outline already in the same PDF whose items become the last ones below it.
    """

    title: str
    destination: Object
    level: int = 0
    below: Object | None = None


def outline_items(outline: object) -> Iterator[Object]:
    """All items below an outline's root, parents first. A link back to it or to an item already met is cut off."""
    pending: list[Object] = [outline] if isinstance(outline, Dictionary) else []
    visited = {root.objgen for root in pending}
    while pending:
        parent = pending.pop()
        holder, key = parent, "/First"
        while isinstance(item := holder.get(key), Dictionary):
            if not item.is_indirect or item.objgen in visited:
                del holder[key]
                break
            visited.add(item.objgen)
            yield item
            pending.append(item)
            holder, key = item, "/Next"


def mend_outline(outline: Object) -> int:
    """Set every item's parent, neighbours and count from the chain of first and next; return how many there are."""
    count = sum(1 for _ in outline_items(outline))
    _link_children(outline)
    return count


def build_outline(pdf: Pdf, entries: Sequence[OutlineEntry]) -> Object:
    """An outline of these entries, parents first; the top level is shown, what is below stays folded."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    children: list[list[Object]] = [[]]
    parents = [root]
    for each in entries:
        level = min(each.level, len(parents) - 1)
        while len(parents) > level + 1:
            _close(parents.pop(), children.pop())
        item = pdf.make_indirect(Dictionary(Title=text_string(each.title), Dest=each.destination))
        children[-1].append(item)
        parents.append(item)
        children.append(list(_children(each.below)) if each.below is not None else [])
    while len(parents) > 1:
        _close(parents.pop(), children.pop())
    _set_children(root, children[0], is_open=True)
    return root


def _children(parent: Object) -> Iterator[Object]:
    item = parent.get("/First")
    while isinstance(item, Dictionary):
        yield item
        item = item.get("/Next")


def _set_children(parent: Object, children: Sequence[Object], *, is_open: bool) -> None:
    """Chain `children` below `parent`; the count is that of the items shown when it is open, negative when closed."""
    if not children:
        return
    for before, after in pairwise(children):
        before.Next, after.Prev = after, before
    drop(children[0], "/Prev")
    drop(children[-1], "/Next")
    for child in children:
        child.Parent = parent
    parent.First, parent.Last = children[0], children[-1]
    shown = len(children) + sum(max(0, _count(child)) for child in children)
    parent.Count = shown if is_open else -shown


def _count(item: Object) -> int:
    """How many items are shown below this one; what an author's file says there may be anything."""
    return integer(entry(item, "/Count"))


def _close(parent: Object, children: Sequence[Object]) -> None:
    _set_children(parent, children, is_open=False)


def _link_children(root: Object) -> None:
    """Bottom up, so that a parent's count sees those of its children."""
    parents = [root, *outline_items(root)]
    for parent in reversed(parents):
        was_open = parent is root or _count(parent) > 0
        drop(parent, "/Last")
        drop(parent, "/Count")
        _set_children(parent, list(_children(parent)), is_open=was_open)
