"""The structure tree of a tagged PDF, walked once and mended: what is left can be followed without care.

An author's tree may hold anything: tags that lead back to themselves, tags of pages that are gone, numbers where
dictionaries belong. What cannot be used is cut off and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from proceedings.pdf.pdf_dictionaries import dictionaries, drop
from proceedings.pdf.pdf_objects import PdfValue, entry, identity, items, text

MOST_ELEMENTS = 200_000
DEEPEST = 200
"""Levels of tags. Real papers have ten; a PDF library follows each level by calling itself."""

MOST_REFERRING = 5_000
"""Elements that refer to others besides their kids: a library follows these too."""

HIGHEST_MCID = 65_535

DAMAGED = "damaged"
TWICE = "in two places of the tree"
TOO_DEEP = "nested too deeply"
ASTRAY = "for content that is not in the file"


class UnusableTreeError(ValueError):
    """A structure tree that cannot be followed at all; the message says why in a clause."""


class Content(NamedTuple):
    """What an element tags: marked content `mcid` of `holder`, a page or form; or `holder` as a whole, mcid None.

    `page` is the page's index.
    """

    element: Object
    holder: Object
    mcid: int | None
    page: int


class StructureTree:
    """The elements of a PDF's tree, parents first, and all that they tag; `cut` counts what was cut off, by cause.

    Afterwards every element is an indirect object that stands in the tree once and knows its parent; those in `tops`
    have none.
    """

    def __init__(self, pdf: Pdf) -> None:
        """Walk and mend the tree. UnusableTreeError where there is nothing that could be followed."""
        root = pdf.Root.get("/StructTreeRoot")
        if not isinstance(root, Dictionary):
            raise UnusableTreeError("the root of its tags is damaged")
        self.elements: list[Object] = []
        self.contents: list[Content] = []
        self.cut: Counter[str] = Counter()
        self._pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._annotations = {
            identity(each) for page in pdf.pages for each in dictionaries(page.obj, "/Annots") if each.is_indirect
        }
        self._visited: set[tuple[int, int]] = set()
        self.tops = self._walked(root)
        if not self.tops:
            raise UnusableTreeError("there are no tags in its tree")
        self._mend_references()

    def has(self, element: PdfValue) -> bool:
        """Whether an element stands in the tree."""
        return identity(element) in self._visited

    def _walked(self, root: Object) -> list[Object]:
        tops = [each for kid in _kids(root) if (each := self._element(kid, None, 0)) is not None]
        pending: list[tuple[Object, Object | None, int]] = [(top, None, 1) for top in reversed(tops)]
        while pending:
            element, page, depth = pending.pop()
            self.elements.append(element)
            if len(self.elements) > MOST_ELEMENTS:
                raise UnusableTreeError(f"there are more than {MOST_ELEMENTS:,} tags in its tree")
            below = self._mended(element, page, depth)
            pending.extend((kid, self._own_page(element, page), depth + 1) for kid in reversed(below))
        return tops

    def _mended(self, element: Object, page: Object | None, depth: int) -> list[Object]:
        """Look at the kids of an element, keep what can be used, and return the elements among them."""
        kids = _kids(element)
        page = self._own_page(element, page)
        kept: list[PdfValue] = []
        below: list[Object] = []
        for kid in kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                if (found := self._element(kid, element, depth)) is not None:
                    kept.append(found)
                    below.append(found)
            elif self._is_content(kid, element, page):
                kept.append(kid)
        if len(kept) != len(kids) or any(isinstance(kid, Dictionary) and not kid.is_indirect for kid in kids):
            element["/K"] = Array(kept)
        return below

    def _element(self, kid: PdfValue, parent: Object | None, depth: int) -> Object | None:
        if kid is None:  # nothing is lost with it
            return None
        if not isinstance(kid, Dictionary) or not isinstance(kid.get("/S"), Name):
            self.cut[DAMAGED] += 1
            return None
        element = kid if kid.is_indirect else self._pdf.make_indirect(kid)
        if element.objgen in self._visited or depth >= DEEPEST:
            self.cut[TWICE if element.objgen in self._visited else TOO_DEEP] += 1
            return None
        self._visited.add(element.objgen)
        if parent is None:
            drop(element, "/P")
        elif identity(element.get("/P")) != parent.objgen:
            element["/P"] = parent
        return element

    def _own_page(self, element: Object, page: Object | None) -> Object | None:
        """The page of an element's marked content: its own, or that of what it stands in."""
        own = element.get("/Pg")
        if own is None:
            return page
        if identity(own) in self._pages:
            return own
        del element["/Pg"]
        return page

    def _is_content(self, kid: PdfValue, element: Object, page: Object | None) -> bool:
        """Whether a kid tags something that is there, which is then entered."""
        if kid is None:
            return False
        if isinstance(kid, Dictionary):
            page = kid.get("/Pg", page)
        number = self._pages.get(identity(page) or (0, 0))
        content = _content(kid, element, page, number)
        if content is None or number is None or self._is_gone(content):
            self.cut[DAMAGED if number is not None and content is None else ASTRAY] += 1
            return False
        self.contents.append(content)
        return True

    def _is_gone(self, content: Content) -> bool:
        """Whether it is an annotation that no page has."""
        whole = content.mcid is None and isinstance(content.holder, Dictionary)
        return whole and identity(content.holder) not in self._annotations

    def _mend_references(self) -> None:
        """Take out references to elements that are not in the tree: they would pull those along."""
        referring = [each for each in self.elements if "/Ref" in each]
        for element in referring:
            known = [each for each in items(element.get("/Ref")) if self.has(each)]
            if known and len(referring) <= MOST_REFERRING:
                element["/Ref"] = Array(known)
            else:
                del element["/Ref"]


def _kids(element: Object) -> list[PdfValue]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _content(kid: PdfValue, element: Object, page: Object | None, number: int | None) -> Content | None:
    if number is None or page is None:
        return None
    if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
        whole: PdfValue = kid.get("/Obj")
        usable = isinstance(whole, Dictionary | Stream) and whole.is_indirect
        return Content(element, whole, None, number) if usable else None
    mcid = kid.get("/MCID") if isinstance(kid, Dictionary) else kid
    if not isinstance(mcid, int) or isinstance(mcid, bool) or not 0 <= mcid <= HIGHEST_MCID:
        return None
    form: PdfValue = entry(kid, "/Stm")
    return Content(element, form if isinstance(form, Stream) else page, mcid, number)


def attribute_dictionaries(element: Object) -> Iterator[Dictionary]:
    """The attributes of an element, one dictionary for each of their owners."""
    attributes = element.get("/A")
    for each in items(attributes) if isinstance(attributes, Array) else (attributes,):
        if isinstance(each, Dictionary):
            yield each


def role_of(element: Object) -> str:
    """An element's type without its slash."""
    return text(element.get("/S"))


def standard_role(role: str, role_map: Mapping[str, str]) -> str | None:
    """The standard type that a role map (names without slashes) makes of a type; None where it makes none."""
    met: set[str] = set()
    while role in role_map and role not in met:
        met.add(role)
        role = role_map[role]
    return role if role in STANDARD_ROLES else None


_ROLES = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""

STANDARD_ROLES = frozenset(_ROLES.split())
"""The types of PDF 1.7. Those that PDF 2.0 added mean nothing to older readers unless a file says what."""
