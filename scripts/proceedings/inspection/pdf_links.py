"""Links and named destinations of one author's file, and which links lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from proceedings.pdf.pdf_geometry import box_of, displayed_box, page_geometry
from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, items, printable, text
from proceedings.pdf.pdf_targets import PageNumbers, key_bytes, link_target, name_bytes
from proceedings.records.facts import BrokenLink, LinkFacts
from proceedings.records.record import Box


class Destinations:
    """All named destinations of a file, and the pages it has: `named` says of each name whether it leads to a page."""

    def __init__(self, pdf: pikepdf.Pdf, pages: list[PdfValue]) -> None:
        """Read both places for names, the old dictionary and the name tree. `pages`: the page dictionaries."""
        self.pages = PageNumbers(pages)
        self.named: dict[bytes, bool] = {}
        for name, target in entries(entry(pdf.Root, "/Dests")):
            self.named[key_bytes(name)] = self.pages.of(target) is not None
        for key, target in name_tree_items(entry(entry(pdf.Root, "/Names"), "/Dests")):
            self.named[key] = self.pages.of(target) is not None

    def resolves(self, target: PdfValue) -> bool:
        """Whether a link's target leads somewhere: a name that is defined, or an explicit destination."""
        name = name_bytes(target)
        return self.pages.of(target) is not None if name is None else self.named.get(name, False)


def link_facts(pages: list[PdfValue], bookmarks: Iterable[PdfValue], destinations: Destinations) -> LinkFacts:
    """Counts of working internal and of external links, each broken internal one with its page, broken bookmarks."""
    counts: Counter[str] = Counter()
    broken: list[BrokenLink] = []
    for number, page in enumerate(pages, 1):
        for annotation in items(entry(page, "/Annots")):
            if entry(annotation, "/Subtype") != Name.Link:
                continue
            kind, target = link_target(annotation)
            if kind == "internal" and not destinations.resolves(target):
                broken.append(BrokenLink(page=number, target=_words(target), box=_box(page, annotation)))
            else:
                counts[kind] += 1
    return LinkFacts(
        internal=counts["internal"],
        external=counts["external"],
        broken=tuple(broken),
        broken_bookmarks=tuple(_broken_bookmarks(bookmarks, destinations)),
    )


def _broken_bookmarks(bookmarks: Iterable[PdfValue], destinations: Destinations) -> Iterator[str]:
    """The titles of those that should lead to a page and do not."""
    for bookmark in bookmarks:
        kind, target = link_target(bookmark)
        if kind == "internal" and not destinations.resolves(target):
            yield text(entry(bookmark, "/Title"))


def _box(page: PdfValue, annotation: PdfValue) -> Box | None:
    rectangle = box_of(entry(annotation, "/Rect"))
    return displayed_box(page_geometry(page), rectangle) if rectangle else None


def _words(target: PdfValue) -> str:
    name = name_bytes(target)
    if name is not None:
        return printable(name.decode("utf-8", "replace"))[:200]
    return "a page that is not in the file" if isinstance(target, Array | Dictionary) else "nothing"
