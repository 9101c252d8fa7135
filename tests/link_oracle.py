"""Where links lead, read by pypdf: an opinion that shares no code with what wrote the files.

Names are resolved by walking the name tree as a viewer does, by its limits; so a tree out of order fails here.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
from pypdf.generic import ArrayObject, ByteStringObject, IndirectObject, NameObject, TextStringObject


class Landing(NamedTuple):
    """An internal link: its page, its rectangle, and the page and view where it lands; pages from 0."""

    page: int
    rect: tuple[float, ...]
    target: int | None
    view: tuple[str, ...]


class LinkOracle:
    """A PDF whose internal links can be followed."""

    def __init__(self, pdf: Path | bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
        self.root: Any = self.reader.trailer["/Root"]
        references: list[Any] = [page.indirect_reference for page in self.reader.pages]
        self.pages = {reference.idnum: number for number, reference in enumerate(references)}

    def landings(self) -> list[Landing]:
        """All internal links in page order; a target of None leads nowhere."""
        found = []
        for number, page in enumerate(self.reader.pages):
            for reference in _plain(page.get("/Annots")) or ():
                link: Any = _plain(reference)
                if link is None or link.get("/Subtype") != "/Link":
                    continue
                action = _plain(link.get("/A"))
                if action is not None and action.get("/S") != "/GoTo":
                    continue
                goal = action.raw_get("/D") if action is not None else link.get("/Dest") and link.raw_get("/Dest")
                if goal is None:
                    continue
                rect = tuple(round(float(value), 2) for value in link["/Rect"])
                found.append(Landing(number, rect, *self.follow(goal)))
        return found

    def follow(self, goal: Any) -> tuple[int | None, tuple[str, ...]]:
        """The page (from 0) and the view of a destination."""
        goal = _plain(goal)
        if isinstance(goal, NameObject):
            goal = _plain((_plain(self.root.get("/Dests")) or {}).get(goal))
        elif isinstance(goal, (TextStringObject, ByteStringObject)):
            goal = self._look_up(goal.original_bytes)
        if isinstance(goal, dict):
            goal = _plain(goal.get("/D"))
        if not isinstance(goal, ArrayObject) or not goal:
            return None, ()
        target = list.__getitem__(goal, 0)
        page = self.pages.get(target.idnum) if isinstance(target, IndirectObject) else None
        return page, tuple(_view(value) for value in list(goal)[1:])

    def _look_up(self, name: bytes) -> Any:
        node = _plain((_plain(self.root.get("/Names")) or {}).get("/Dests"))
        while node is not None:
            names = _plain(node.get("/Names")) or []
            for key, value in zip(names[::2], names[1::2], strict=False):
                if _plain(key).original_bytes == name:
                    return _plain(value)
            node = next((kid for kid in map(_plain, _plain(node.get("/Kids")) or ()) if _holds(kid, name)), None)
        return None

    def bookmarks(self) -> list[tuple[int, str, int | None]]:
        """(level, title, page) of every bookmark, in reading order."""
        found: list[tuple[int, str, int | None]] = []

        def walk(item: Any, level: int) -> None:
            while item is not None:
                action = _plain(item.get("/A"))
                goal = action.raw_get("/D") if action is not None and "/D" in action else item.get("/Dest")
                found.append((level, str(item["/Title"]), self.follow(goal)[0]))
                walk(_plain(item.get("/First")), level + 1)
                item = _plain(item.get("/Next"))

        walk(_plain((_plain(self.root.get("/Outlines")) or {}).get("/First")), 0)
        return found


def _holds(kid: Any, name: bytes) -> bool:
    low, high = (_plain(limit).original_bytes for limit in kid["/Limits"])
    return bool(low <= name <= high)


def _plain(value: Any) -> Any:
    return value.get_object() if value is not None else None


def _view(value: Any) -> str:
    value = _plain(value)
    return f"{float(value):.2f}" if isinstance(value, (int, float)) else str(value)
