"""Links and named destinations of one author's file, and which links lead nowhere."""

from __future__ import annotations

from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, identity, items, printable, text
from proceedings.records.facts import BrokenLink, LinkFacts


class Destinations:
    """All named destinations of a file, and the pages it has: `named` says of each name whether it leads to a page."""

    def __init__(self, pdf: pikepdf.Pdf, pages: list[PdfValue]) -> None:
        """Read both places for names, the old dictionary and the name tree. `pages`: the page dictionaries."""
        self.pages = {identity(page) for page in pages}
        self.count = len(pages)
        self.named: dict[bytes, bool] = {}
        for name, target in entries(entry(pdf.Root, "/Dests")):
            self.named[name.removeprefix("/").encode("utf-8", "surrogateescape")] = self.is_page(target)
        for key, target in name_tree_items(entry(entry(pdf.Root, "/Names"), "/Dests")):
            self.named[key] = self.is_page(target)

    def is_page(self, target: PdfValue) -> bool:
        """Whether an explicit destination (an array, or a dictionary with /D) names a page of this file."""
        place = entry(target, "/D") if isinstance(target, Dictionary) else target
        page = next(items(place), None)
        if isinstance(page, int):
            return 0 <= page < self.count
        return isinstance(page, Dictionary) and identity(page) in self.pages

    def resolves(self, target: PdfValue) -> bool:
        """Whether a link's target leads somewhere: a name that is defined, or an explicit destination."""
        name = name_bytes(target)
        return self.is_page(target) if name is None else self.named.get(name, False)


def name_bytes(target: PdfValue) -> bytes | None:
    """The name in a link's target; None for an explicit destination."""
    if isinstance(target, String):
        return bytes(target)
    return bytes(target).removeprefix(b"/") if isinstance(target, Name) else None


def link_facts(pages: list[PdfValue], destinations: Destinations) -> LinkFacts:
    """Counts of working internal and of external links, and each broken internal one with its page."""
    counts: Counter[str] = Counter()
    broken: list[BrokenLink] = []
    for number, page in enumerate(pages, 1):
        for annotation in items(entry(page, "/Annots")):
            if entry(annotation, "/Subtype") != Name.Link:
                continue
            kind, target = _link(annotation)
            if kind == "internal" and not destinations.resolves(target):
                broken.append(BrokenLink(page=number, target=_words(target)))
            else:
                counts[kind] += 1
    return LinkFacts(internal=counts["internal"], external=counts["external"], broken=tuple(broken))


def _link(annotation: PdfValue) -> tuple[str, PdfValue]:
    """("internal", target), ("external", None), or ("other", None) for actions that open no page."""
    action = entry(annotation, "/A")
    kind = text(entry(action, "/S"))
    if kind == "GoTo":
        return "internal", entry(action, "/D")
    if kind in ("URI", "GoToR", "GoToE"):
        return "external", None
    target = entry(annotation, "/Dest")
    return ("other", None) if kind or target is None else ("internal", target)


def _words(target: PdfValue) -> str:
    name = name_bytes(target)
    if name is not None:
        return printable(name.decode("utf-8", "replace"))[:200]
    return "a page that is not in the file" if isinstance(target, Array | Dictionary) else "nothing"
