"""Destinations: where the links and bookmarks of one PDF lead, and how they get a namespace of their own.

LaTeX calls the first section of every paper `section.1`. Put into one volume as they are, the links of
one paper lead into another; so each paper's names are put behind its id first: `017/section.1`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_actions import Cleaned, cleaned_action
from proceedings.pdf.pdf_dictionaries import copied, dictionaries, drop
from proceedings.pdf.pdf_geometry import page_geometry
from proceedings.pdf.pdf_name_trees import make_name_tree, name_tree_items
from proceedings.pdf.pdf_objects import entries, entry, items
from proceedings.pdf.pdf_outlines import mend_outline, outline_items
from proceedings.pdf.pdf_targets import PageNumbers, key_bytes, link_target, name_bytes

Rename = Callable[[bytes], bytes]


class LinkCount(NamedTuple):
    """Links of a PDF (internal ones that work, external ones, broken internal ones), named destinations, bookmarks."""

    internal: int = 0
    external: int = 0
    broken: int = 0
    destinations: int = 0
    bookmarks: int = 0


class Destinations:
    """The pages and named destinations of one PDF, and the new name of each.

    Names are bytes: PDF compares them as such. Names from the name tree and from the older
    dictionary are told apart, since a file may use one name for both. A name that leads to no
    page of the PDF is left out.
    """

    def __init__(self, pdf: Pdf, rename: Rename) -> None:
        """Read all named destinations of `pdf`; nothing is changed yet."""
        self._pages = [page.obj for page in pdf.pages]
        self._numbers = PageNumbers(self._pages)
        self.named: dict[bytes, Object] = {}
        self._by_string: dict[bytes, bytes] = {}
        self._by_name: dict[bytes, bytes] = {}
        for name, value in _from_tree(pdf):
            self._enter(self._by_string, name, rename(name), value)
        for name, value in _from_dictionary(pdf):
            self._enter(self._by_name, name, rename(name), value)

    def retarget(self, destination: object) -> Object | None:
        """The destination as it has to be written from now on; None where it leads to no page of the PDF."""
        name = name_bytes(destination)
        if name is None:
            return self.explicit(destination)
        tables = (self._by_string, self._by_name)
        first, second = tables if isinstance(destination, String) else reversed(tables)
        new = first.get(name) or second.get(name)
        return String(new) if new else None

    def explicit(self, destination: object) -> Object | None:
        """An explicit destination with a page reference and a view; None where it leads to no page of the PDF."""
        number = self._numbers.of(destination)
        if number is None:
            return None
        place = entry(destination, "/D") if isinstance(destination, Dictionary) else destination
        view = list(items(place))[1:] or [Name.XYZ, None, None, None]
        return Array([self._pages[number], *view])

    def _enter(self, known: dict[bytes, bytes], name: bytes, new: bytes, value: object) -> None:
        explicit = self.explicit(value)
        if explicit is None or name in known:
            return
        while new in self.named:
            new += b"~"
        known[name] = new
        self.named[new] = explicit


def rename_destinations(pdf: Pdf, rename: Rename, anchors: Mapping[bytes, Object] | None = None) -> LinkCount:
    """Rename all named destinations of `pdf` and everything that leads to them; return what there is now.

    `anchors` are further destinations under names that stay as they are. A link without a target keeps
    its place on the page and loses its action. Active content (scripts, launches) goes on the way.
    """
    destinations = Destinations(pdf, rename)
    cleaned: Cleaned = {}
    had_target = count_links(pdf).internal
    for annotation in _all_annotations(pdf):
        _retarget(annotation, destinations, cleaned)
    links = count_links(pdf)
    outline = pdf.Root.get("/Outlines")
    for item in outline_items(outline):
        _retarget(item, destinations, cleaned)
    _write(pdf, destinations.named, anchors or {})
    bookmarks = mend_outline(outline) if isinstance(outline, Dictionary) else 0
    broken = had_target - links.internal
    return links._replace(broken=broken, destinations=len(destinations.named), bookmarks=bookmarks)


def count_links(pdf: Pdf) -> LinkCount:
    """Links that lead inside and outside, page by page; whether their targets exist is not asked."""
    kinds = Counter(link_target(link)[0] for page in pdf.pages for link in page_links(page.obj))
    return LinkCount(internal=kinds["internal"], external=kinds["external"])


def page_top(page: Object) -> Array:
    """A destination at the top left of a page as displayed; the reader's zoom stays."""
    x, y = page_geometry(page).user_space(0, 0)
    return Array([page, Name.XYZ, round(x, 3), round(y, 3), None])


def page_annotations(page: Object) -> list[Dictionary]:
    """The annotations of a page dictionary, damaged ones left out."""
    return dictionaries(page, "/Annots")


def page_links(page: Object) -> Iterator[Dictionary]:
    """The link annotations of a page dictionary."""
    return (each for each in page_annotations(page) if each.get("/Subtype") == Name.Link)


def _all_annotations(pdf: Pdf) -> Iterator[Dictionary]:
    """Every annotation once, also where pages share it."""
    visited: set[tuple[int, int]] = set()
    for page in pdf.pages:
        array, annotations = page.obj.get("/Annots"), page_annotations(page.obj)
        if array is None or (array.is_indirect and array.objgen in visited):
            continue
        yield from (each for each in annotations if each.objgen not in visited)
        visited.update(each.objgen for each in (array, *annotations) if each.is_indirect)


def _retarget(holder: Object, destinations: Destinations, cleaned: Cleaned) -> None:
    """Rewrite `/Dest` and `/A` of an annotation or bookmark, or drop what leads nowhere."""
    for key, new in (
        ("/Dest", destinations.retarget),
        ("/A", lambda action: cleaned_action(action, destinations.retarget, cleaned)),
    ):
        if key not in holder:
            continue
        value = new(holder[key])
        if value is None:
            del holder[key]
        else:
            holder[key] = value
    drop(holder, "/AA")
    drop(holder, "/PA")


def _write(pdf: Pdf, named: Mapping[bytes, Object], anchors: Mapping[bytes, Object]) -> None:
    """Replace both kinds of named destinations by one name tree."""
    drop(pdf.Root, "/Dests")
    names = copied(pdf.Root.get("/Names"))
    drop(names, "/Dests")
    if named or anchors:
        names["/Dests"] = make_name_tree(pdf, {**named, **anchors})
    if len(names):
        pdf.Root["/Names"] = names


def _from_tree(pdf: Pdf) -> Iterator[tuple[bytes, Object]]:
    yield from name_tree_items(entry(entry(pdf.Root, "/Names"), "/Dests"))


def _from_dictionary(pdf: Pdf) -> Iterator[tuple[bytes, Object]]:
    yield from ((key_bytes(key), value) for key, value in entries(entry(pdf.Root, "/Dests")))
