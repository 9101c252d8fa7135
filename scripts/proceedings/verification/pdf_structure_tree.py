"""Reads the structure tree of a PDF with pypdf's raw objects: how many elements of which type stand on which page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pypdf.generic import DictionaryObject, IndirectObject

from proceedings.verification.pdf_navigation import elements, entry, resolved

LONGEST_ROLE_CHAIN = 16


class _Element(NamedTuple):
    """An element in the order of reading: its place there, its parent's (-1 for none), and the page that it names."""

    place: int
    parent: int
    kind: str
    page: int | None


def read_elements(root: Any, numbers: Mapping[int, int]) -> dict[int | None, Counter[str]]:  # noqa: ANN401 (an object of pypdf)
    """Elements by page and standard type. `numbers`: the pages by their object numbers.

    An element stands on the page that it names, else on the first one that is named below it, else on its parent's.
    What names none at the top of the tree stands for the whole file, and on no page.
    """
    tree = entry(root, "/StructTreeRoot")
    roles = entry(tree, "/RoleMap")
    walked = list(_walk(tree, numbers))
    below: dict[int, int] = {}
    for each in reversed(walked):
        page = below.pop(each.place, None) if each.page is None else each.page
        if page is not None:
            below[each.parent] = page
            if each.parent >= 0 or each.page is not None:
                below[each.place] = page
    counted: dict[int | None, Counter[str]] = {}
    pages: list[int | None] = []
    for each in walked:
        pages.append(below.get(each.place, pages[each.parent] if each.parent >= 0 else None))
        counted.setdefault(pages[-1], Counter())[_standard(each.kind, roles)] += 1
    return counted


def _walk(tree: Any, numbers: Mapping[int, int]) -> Iterator[_Element]:  # noqa: ANN401 (an object of pypdf)
    """The elements, parents first, each once whatever points at it."""
    seen: set[int] = set()
    waiting = [(node, -1) for node in reversed(_kids(tree, seen)) if "/S" in node]
    place = 0
    while waiting:
        node, parent = waiting.pop()
        kids = _kids(node, seen)
        content = (kid for kid in kids if "/S" not in kid)
        page = next((page for each in (node, *content) if (page := _page(each, numbers)) is not None), None)
        yield _Element(place, parent, str(entry(node, "/S")), page)
        waiting.extend((kid, place) for kid in reversed(kids) if "/S" in kid)
        place += 1


def _kids(node: Any, seen: set[int]) -> list[DictionaryObject]:  # noqa: ANN401 (an object of pypdf)
    """Elements and pieces of content below an element, those alone that were not seen yet; bare numbers left out."""
    kids = node.raw_get("/K") if isinstance(node, DictionaryObject) and "/K" in node else None
    found = []
    for kid in elements(resolved(kids)) or [kids]:
        if isinstance(kid, IndirectObject):
            if kid.idnum in seen:
                continue
            seen.add(kid.idnum)
        if isinstance(thing := resolved(kid), DictionaryObject):
            found.append(thing)
    return found


def _page(node: DictionaryObject, numbers: Mapping[int, int]) -> int | None:
    """The page that an element or a piece of content names."""
    page = node.raw_get("/Pg") if "/Pg" in node else None
    return numbers.get(page.idnum) if isinstance(page, IndirectObject) else None


def _standard(kind: str, roles: Any) -> str:  # noqa: ANN401 (an object of pypdf)
    """The type that a file's own one stands for, without its slash."""
    for _ in range(LONGEST_ROLE_CHAIN):
        role = entry(roles, kind)
        if role is None or str(role) == kind:
            break
        kind = str(role)
    return kind.removeprefix("/")
