"""The structure tree of a tagged PDF, walked once and mended: what is left can be followed without care.

An author's tree may hold anything: tags that lead back to themselves, tags of pages that are gone, numbers where
dictionaries belong. What cannot be used is cut off and counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from proceedings.pdf.pdf_dictionaries import dictionaries, drop
from proceedings.pdf.pdf_objects import PdfValue, entries, identity, items, text

MOST_ELEMENTS = 200_000
DEEPEST = 200
"""Levels of tags. Real papers have ten; a PDF library follows each level by calling itself."""

MOST_REFERRING = 5_000
"""Elements that refer to others besides their kids: a library follows these too."""

HIGHEST_MCID = 65_535
MOST_NUMBERS = 1_000_000
"""Marked content of all pages and forms together, with what their numbers leave out: lists have a place for each."""

RARE_ENTRIES = frozenset({"/A", "/C", "/ID", "/Ref"})

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


class _Node(NamedTuple):
    """An element on the way through the tree: its entries, the page of its content, which of the tops it is below."""

    element: Object
    entries: Mapping[str, PdfValue]
    page: Object | None
    top: int
    depth: int


class StructureTree:
    """The elements of a PDF's tree, parents first, and all that they tag; `cut` counts what was cut off, by cause.

    Afterwards every element is an indirect object that stands in the tree once and knows its parent; those in `tops`
    have none. `roles` are the elements by their types without slash, those with a namespace apart; `having` those that
    have one of the rarer entries.
    """

    def __init__(self, pdf: Pdf) -> None:
        """Walk and mend the tree. UnusableTreeError where there is nothing that could be followed."""
        root = pdf.Root.get("/StructTreeRoot")
        if not isinstance(root, Dictionary):
            raise UnusableTreeError("the root of its tags is damaged")
        self.elements: list[Object] = []
        self.contents: list[Content] = []
        self.roles: dict[str, list[Object]] = defaultdict(list)
        self.having: dict[str, list[Object]] = defaultdict(list)
        self.cut: Counter[str] = Counter()
        self._pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._annotations = {
            identity(each) for page in pdf.pages for each in dictionaries(page.obj, "/Annots") if each.is_indirect
        }
        self._visited: set[tuple[int, int]] = set()
        self._first_pages: dict[int, int] = {}
        self._highest: dict[tuple[int, int], int] = {}
        self.tops = self._walked(root)
        if not self.tops:
            raise UnusableTreeError("there are no tags in its tree")
        if sum(self._highest.values()) > MOST_NUMBERS:
            raise UnusableTreeError("the numbers of its tags leave out too many")
        self._mend_references()

    def has(self, element: PdfValue) -> bool:
        """Whether an element stands in the tree."""
        return identity(element) in self._visited

    def first_pages(self) -> list[int]:
        """For each of the tops the page of the first content below it; one without content goes with its like."""
        pages, last = [], 0
        for number in range(len(self.tops)):
            last = self._first_pages.get(number, last)
            pages.append(last)
        return pages

    def _walked(self, root: Object) -> list[Object]:
        found = [self._node(kid, dict(entries(kid)), None) for kid in _listed(root.get("/K"))]
        nodes = [node._replace(top=number) for number, node in enumerate(filter(None, found))]
        pending = nodes[::-1]
        while pending:
            node = pending.pop()
            self._enter(node)
            pending.extend(self._mended(node)[::-1])
            if len(self.elements) > MOST_ELEMENTS:
                raise UnusableTreeError(f"there are more than {MOST_ELEMENTS:,} tags in its tree")
        return [node.element for node in nodes]

    def _enter(self, node: _Node) -> None:
        self.elements.append(node.element)
        if "/NS" not in node.entries:  # what has one is explained by it
            self.roles[role_name(node.entries["/S"])].append(node.element)
        for key in RARE_ENTRIES & node.entries.keys():
            self.having[key].append(node.element)

    def _mended(self, node: _Node) -> list[_Node]:
        """Look at the kids of an element, keep what can be used, and return the elements among them."""
        kept: list[PdfValue] = []
        below: list[_Node] = []
        kids = _listed(node.entries.get("/K"))
        for kid in kids:
            known = dict(entries(kid))
            if "/S" in known:
                if (found := self._node(kid, known, node)) is not None:
                    kept.append(found.element)
                    below.append(found)
            elif self._is_content(kid, known, node):
                kept.append(kid)
        if len(kept) != len(kids) or any(isinstance(kid, Dictionary) and not kid.is_indirect for kid in kids):
            node.element["/K"] = Array(kept)
        return below

    def _node(self, kid: PdfValue, known: Mapping[str, PdfValue], parent: _Node | None) -> _Node | None:
        """An element that may stand below its parent; what may not is cut off. Nothing is lost with a null.

        `known`: the entries of the kid, read once.
        """
        if not isinstance(known.get("/S"), Name):
            self.cut[DAMAGED] += kid is not None
            return None
        element = kid if kid.is_indirect else self._pdf.make_indirect(kid)
        depth = parent.depth + 1 if parent else 0
        if element.objgen in self._visited or depth >= DEEPEST:
            self.cut[TWICE if element.objgen in self._visited else TOO_DEEP] += 1
            return None
        self._visited.add(element.objgen)
        if parent is None:
            drop(element, "/P")
        elif identity(known.get("/P")) != parent.element.objgen:
            element["/P"] = parent.element
        page = parent.page if parent else None
        if identity(known.get("/Pg")) in self._pages:
            page = known["/Pg"]
        elif "/Pg" in known:
            del element["/Pg"]
        return _Node(element, known, page, parent.top if parent else 0, depth)

    def _is_content(self, kid: PdfValue, known: Mapping[str, PdfValue], node: _Node) -> bool:
        """Whether a kid tags something that is there, which is then entered."""
        if kid is None:
            return False
        page = known.get("/Pg", node.page)
        number = self._pages.get(identity(page) or (0, 0))
        content = _content(kid, known, node.element, page, number)
        if content is None or number is None or self._is_gone(content):
            self.cut[DAMAGED if number is not None and content is None else ASTRAY] += 1
            return False
        self.contents.append(content)
        if content.mcid is not None:
            holder = content.holder.objgen
            self._highest[holder] = max(content.mcid, self._highest.get(holder, 0))
        self._first_pages[node.top] = min(number, self._first_pages.get(node.top, number))
        return True

    def _is_gone(self, content: Content) -> bool:
        """Whether it is an annotation that no page has."""
        whole = content.mcid is None and isinstance(content.holder, Dictionary)
        return whole and identity(content.holder) not in self._annotations

    def _mend_references(self) -> None:
        """Take out references to elements that are not in the tree: they would pull those along."""
        referring = self.having["/Ref"]
        for element in referring:
            known = [each for each in items(element.get("/Ref")) if self.has(each)]
            if known and len(referring) <= MOST_REFERRING:
                element["/Ref"] = Array(known)
            else:
                del element["/Ref"]


def _listed(kids: PdfValue) -> list[PdfValue]:
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _content(
    kid: PdfValue, known: Mapping[str, PdfValue], element: Object, page: PdfValue, number: int | None
) -> Content | None:
    if number is None:
        return None
    if known.get("/Type") == Name.OBJR:
        whole: PdfValue = known.get("/Obj")
        usable = isinstance(whole, Dictionary | Stream) and whole.is_indirect
        return Content(element, whole, None, number) if usable else None
    mcid = known.get("/MCID") if known else kid
    if not isinstance(mcid, int) or isinstance(mcid, bool) or not 0 <= mcid <= HIGHEST_MCID:
        return None
    form: PdfValue = known.get("/Stm")
    return Content(element, form if isinstance(form, Stream) else page, mcid, number)


def role_name(role: Object) -> str:
    """A type without its slash."""
    try:
        return str(role)[1:]
    except UnicodeError:
        return text(role)


def attribute_dictionaries(element: Object) -> Iterator[Dictionary]:
    """The attributes of an element, one dictionary for each of their owners."""
    attributes = element.get("/A")
    for each in items(attributes) if isinstance(attributes, Array) else (attributes,):
        if isinstance(each, Dictionary):
            yield each


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
