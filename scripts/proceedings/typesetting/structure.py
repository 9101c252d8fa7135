"""The structure of a document in the making: its elements, and which marked content of which page each holds."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from proceedings.typesetting.tags import Tag


class MarkedContent(NamedTuple):
    """Marked content of a page (from 0)."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link's annotation on a page (from 0), by its number among all."""

    page: int
    number: int


class Element:
    """An element with its kids in the order of reading; `place` goes before the order in which they are drawn."""

    __slots__ = ("alt", "goal", "kids", "page", "place", "role")

    def __init__(
        self, role: str, place: int = 0, alt: str = "", goal: str | None = None, page: int | None = None
    ) -> None:
        """Nothing stands in it yet; `goal` is a link's URI, `page` the one on which a section begins (from 0)."""
        self.role, self.place, self.alt, self.goal, self.page = role, place, alt, goal, page
        self.kids: list[Element | MarkedContent | Annotation] = []

    def in_order(self) -> list[Element | MarkedContent | Annotation]:
        """The kids as they are read."""
        places = [kid.place if isinstance(kid, Element) else 0 for kid in self.kids]
        if not any(places):
            return self.kids
        return [kid for _, kid in sorted(zip(places, self.kids, strict=True), key=itemgetter(0))]


class Structure:
    """Elements by their tags, in sections that begin where a page opens something."""

    def __init__(self) -> None:
        """An empty document."""
        self.document = Element("Document")
        self.pages: list[list[Element]] = []
        self.annotations: list[Element] = []
        self._section = self.document
        self._made: dict[Tag, Element] = {}
        self._level = 0

    def begin_page(self, *, opens: bool) -> None:
        """What follows is on a further page."""
        self.pages.append([])
        if opens or self._section is self.document:
            self._section = Element("Sect", page=len(self.pages) - 1)

    def element(self, tag: Tag | None) -> Element:
        """The element of a tag, made where it is met first; no tag is a paragraph of its own."""
        if tag is None:
            return self._joined(Element("P"), None)
        if tag not in self._made:
            self._made[tag] = self._joined(Element(self._levelled(tag.role), tag.place, tag.alt), tag.within)
        return self._made[tag]

    def figure(self, alt: str) -> Element:
        """A picture that says what it shows."""
        return self._joined(Element("Figure", alt=alt), None)

    def link(self, element: Element, goal: str) -> Element:
        """A link in an element; it goes on where what was added last leads to the same."""
        last = element.kids[-1] if element.kids else None
        if isinstance(last, Element) and last.goal == goal:
            return last
        made = Element("Link", goal=goal)
        element.kids.append(made)
        return made

    def mark(self, element: Element) -> int:
        """The number of the next marked content of the page, which is the element's."""
        marked = self.pages[-1]
        element.kids.append(MarkedContent(len(self.pages) - 1, len(marked)))
        marked.append(element)
        return len(marked) - 1

    def annotate(self, link: Element) -> int:
        """The number of the next annotation of all, which is the link's."""
        link.kids.append(Annotation(len(self.pages) - 1, len(self.annotations)))
        self.annotations.append(link)
        return len(self.annotations) - 1

    def _joined(self, element: Element, within: Tag | None) -> Element:
        if within is None and not self._section.kids:
            self.document.kids.append(self._section)
        (self.element(within) if within else self._section).kids.append(element)
        return element

    def _levelled(self, role: str) -> str:
        """Headings go down one level at a time."""
        if role[:1] != "H" or not role[1:].isdigit():
            return role
        self._level = min(int(role[1:]), self._level + 1)
        return f"H{self._level}"
