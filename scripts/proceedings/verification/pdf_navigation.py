"""Reads labels, links, destinations and the outline of a PDF with pypdf's raw objects.

Each named destination is resolved once, by one walk over the name tree; trees and outlines with circles end.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    TextStringObject,
)

from proceedings.verification.readback import BookmarkRead, Link, Navigation, Rect, Target, View

Page = tuple[int, DictionaryObject]

NOT_SHOWN = 2 | 32
"""The flags of an annotation by which no reader shows it: Hidden and NoView."""


def read_navigation(reader: PdfReader, pages: list[Page]) -> Navigation:
    """Everything that leads somewhere. `pages` are object numbers and dictionaries in page order."""
    root = resolved(reader.trailer["/Root"])
    numbers = {number: index for index, (number, _) in enumerate(pages)}
    names, in_order = _named_destinations(root)
    compass = _Compass(numbers, names)
    targets = compass.all_targets()
    return Navigation(
        labels=tuple(_labels(root, len(pages))),
        links=tuple(_links(pages, compass)),
        bookmarks=tuple(_bookmarks(root, compass)),
        destinations=targets,
        lost_destinations=len(names) - len(targets),
        sorted_names=in_order,
    )


def resolved(thing: Any) -> Any:  # noqa: ANN401 (an object of pypdf)
    """The object behind a reference; None for a null or a missing one."""
    found = thing.get_object() if isinstance(thing, IndirectObject) else thing
    return None if isinstance(found, NullObject) else found


def entry(table: Any, key: str) -> Any:  # noqa: ANN401 (an object of pypdf)
    """The resolved value of `key`, None where `table` is no dictionary or lacks it."""
    return resolved(table.raw_get(key)) if isinstance(table, DictionaryObject) and key in table else None


def elements(array: Any) -> list[Any]:  # noqa: ANN401 (an object of pypdf)
    """The elements of an array as they stand there, references unresolved; none of anything else."""
    return list(list.__iter__(array)) if isinstance(array, ArrayObject) else []


class _Compass:
    """Resolves destinations of one file."""

    def __init__(self, numbers: dict[int, int], names: dict[bytes, Any]) -> None:
        self.numbers = numbers
        self.names = names
        self._known: dict[bytes, Target | None] = {}

    def target(self, destination: Any) -> Target | None:  # noqa: ANN401 (an object of pypdf)
        """Where a destination leads: explicit, named, or a dictionary with /D. None: nowhere."""
        found = resolved(destination)
        if isinstance(found, NameObject | TextStringObject | ByteStringObject):
            return self._named(name_bytes(found))
        return self._followed(found, 3)

    def _named(self, name: bytes) -> Target | None:
        """Where a name leads; looked up once, since many links lead to one place."""
        if name not in self._known:
            self._known[name] = self._followed(resolved(self.names.get(name)), 2)
        return self._known[name]

    def _followed(self, found: Any, steps: int) -> Target | None:  # noqa: ANN401 (an object of pypdf)
        """A name leads to an array, sometimes by way of a dictionary; never further."""
        for _ in range(steps):
            if isinstance(found, NameObject | TextStringObject | ByteStringObject):
                found = resolved(self.names.get(name_bytes(found)))
            elif isinstance(found, DictionaryObject):
                found = entry(found, "/D")
        return self._explicit(found) if isinstance(found, ArrayObject) and found else None

    def of_action(self, holder: DictionaryObject) -> tuple[str, Any]:
        """(`internal`, `web` or `other`, what it leads to) of a link or bookmark."""
        if entry(holder, "/Dest") is not None:
            return "internal", entry(holder, "/Dest")
        action = entry(holder, "/A")
        kind = entry(action, "/S")
        if kind == "/GoTo":
            return "internal", entry(action, "/D")
        if kind == "/URI":
            return "web", entry(action, "/URI")
        return "other", kind

    def all_targets(self) -> dict[str, Target]:
        """All named destinations that lead somewhere."""
        found = ((name.decode("utf-8", "backslashreplace"), self._named(name)) for name in self.names)
        return {name: target for name, target in found if target is not None}

    def _explicit(self, place: ArrayObject) -> Target | None:
        first = list.__getitem__(place, 0)
        if isinstance(first, IndirectObject):
            page = self.numbers.get(first.idnum)
        else:
            page = int(first) if isinstance(first, int) and 0 <= first < len(self.numbers) else None
        return None if page is None else Target(page, view_of(place))


def view_of(place: ArrayObject) -> View:
    """The fit and its coordinates; a zoom of 0 means what null means: keep the reader's."""
    fit, *rest = [resolved(each) for each in list.__iter__(place)][1:] or ["/XYZ"]
    numbers = [round(float(each), 2) if isinstance(each, int | float) else None for each in rest]
    if fit == "/XYZ" and len(numbers) >= 3 and numbers[2] == 0:
        numbers[2] = None
    while numbers and numbers[-1] is None:
        numbers.pop()
    return (str(fit), *numbers)


def name_bytes(name: Any) -> bytes:  # noqa: ANN401 (an object of pypdf)
    """A name or string as the bytes that are compared in a name tree."""
    if isinstance(name, TextStringObject):
        return bytes(name.original_bytes)
    if isinstance(name, bytes):
        return bytes(name)
    return str(name)[1:].encode("utf-8", "surrogatepass")


def _named_destinations(root: Any) -> tuple[dict[bytes, Any], bool]:  # noqa: ANN401 (an object of pypdf)
    """All named destinations, unresolved, and whether the tree is sorted as binary search needs it."""
    table: dict[bytes, Any] = {}
    order: list[bytes] = []
    for name, place in leaves(entry(entry(root, "/Names"), "/Dests"), "/Names"):
        if isinstance(name, TextStringObject | ByteStringObject):
            order.append(name_bytes(name))
            table.setdefault(order[-1], place)
    old = entry(root, "/Dests")
    for name, place in dict.items(old) if isinstance(old, DictionaryObject) else ():
        table.setdefault(name_bytes(name), place)
    return table, all(before < after for before, after in itertools.pairwise(order))


def leaves(root: Any, key: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 (an object of pypdf)
    """The pairs of a name or number tree, in order; each node once, whatever points at it."""
    waiting, seen = [root], set()
    while waiting:
        node = resolved(waiting.pop())
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        kids = entry(node, "/Kids")
        waiting.extend(reversed(elements(kids)))
        flat = elements(entry(node, key))
        yield from ((resolved(first), second) for first, second in zip(flat[::2], flat[1::2], strict=False))


def _links(pages: list[Page], compass: _Compass) -> Iterator[Link]:
    for index, (_, page) in enumerate(pages):
        for each in elements(entry(page, "/Annots")):
            annotation = resolved(each)
            if entry(annotation, "/Subtype") == "/Link":
                yield _link(index, annotation, compass)


def _link(page: int, annotation: DictionaryObject, compass: _Compass) -> Link:
    rect = rectangle(entry(annotation, "/Rect"))
    kind, goal = compass.of_action(annotation)
    hidden = is_hidden(annotation)
    if kind == "internal":
        return Link(page, rect, "internal", compass.target(goal), _spelled(goal), hidden)
    return Link(page, rect, "web" if kind == "web" else "other", None, _spelled(goal), hidden)


def is_hidden(annotation: DictionaryObject) -> bool:
    """Whether its flags say that an annotation is not shown."""
    flags = entry(annotation, "/F")
    return isinstance(flags, int) and bool(flags & NOT_SHOWN)


def _spelled(goal: Any) -> str:  # noqa: ANN401 (an object of pypdf)
    if isinstance(goal, ByteStringObject):
        return bytes(goal).decode("latin-1")
    return str(goal) if isinstance(goal, str) else ""


def rectangle(box: Any) -> Rect:  # noqa: ANN401 (an object of pypdf)
    """A rectangle with its corners in order, in tenths of a point; noughts for one that is not there."""
    numbers = [resolved(each) for each in elements(box)]
    if len(numbers) != 4 or not all(isinstance(each, int | float) for each in numbers):
        return (0.0, 0.0, 0.0, 0.0)
    x0, y0, x1, y1 = (round(float(each), 1) for each in numbers)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _bookmarks(root: Any, compass: _Compass) -> Iterator[BookmarkRead]:  # noqa: ANN401 (an object of pypdf)
    outline = entry(root, "/Outlines")
    seen = {id(outline)}  # an item may name the outline itself as its neighbour
    waiting = [(entry(outline, "/First"), 0)]
    while waiting:
        item, level = waiting.pop()
        if not isinstance(item, DictionaryObject) or id(item) in seen:
            continue
        seen.add(id(item))
        kind, goal = compass.of_action(item)
        title = str(entry(item, "/Title") or "")
        yield BookmarkRead(title, level, compass.target(goal) if kind == "internal" else None, _does(kind, goal))
        waiting.append((entry(item, "/Next"), level))
        waiting.append((entry(item, "/First"), level + 1))


def _does(kind: str, goal: Any) -> str:  # noqa: ANN401 (an object of pypdf)
    return {"internal": "GoTo", "web": "URI"}.get(kind, str(goal or "").removeprefix("/"))


def _labels(root: Any, count: int) -> list[str]:  # noqa: ANN401 (an object of pypdf)
    """The label of every page; without a label tree, plain numbers from 1."""
    ranges = {int(start): resolved(how) for start, how in leaves(entry(root, "/PageLabels"), "/Nums")}
    labels, start, how = [], 0, None
    for page in range(count):
        if page in ranges:
            start, how = page, ranges[page]
        labels.append(_label(how, page - start) if ranges else str(page + 1))
    return labels


def _label(how: Any, offset: int) -> str:  # noqa: ANN401 (an object of pypdf)
    number = int(entry(how, "/St") or 1) + offset
    prefix = str(entry(how, "/P") or "")
    spelled = {"/D": str(number), "/R": roman(number), "/A": _letters(number)}
    spelled |= {"/r": spelled["/R"].lower(), "/a": spelled["/A"].lower()}
    return prefix + spelled.get(entry(how, "/S"), "")


def roman(number: int) -> str:
    """A roman numeral in capitals."""
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    written = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _letters(number: int) -> str:
    """A to Z, then AA to ZZ, as the PDF standard counts."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
