"""Writes the structure of our own pages into their PDF, which reportlab by itself leaves untagged.

Elements are many and small: they are written as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from proceedings.typesetting.lettering import text_string
from proceedings.typesetting.structure import Annotation, Element, MarkedContent, Structure

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFObjectReference
    from reportlab.pdfgen.canvas import Canvas


class PlacedLink(NamedTuple):
    """A link's place in the file and on its page: the rectangle in points from the page's bottom left."""

    reference: PDFObjectReference
    link: Element
    words: str
    rectangle: tuple[float, float, float, float]
    number: int


_PLAIN = re.compile(r"[ !\"#-'*-\[\]-~]*")
"""Text that is written as it stands: ASCII without brackets and backslashes."""


def write_structure(canvas: Canvas, structure: Structure, annotations: Sequence[PlacedLink], language: str) -> None:
    """The annotations, the structure tree, the numbers by which pages find it, and what the catalog says of it.

    `annotations`: those of the structure, by their numbers. All pages have been shown.
    """
    from reportlab.pdfbase.pdfdoc import PDFName, PDFString

    document, pages = canvas._doc, canvas._doc.Pages.pages
    writer = _Writer(canvas, annotations)
    _write_annotations(canvas, annotations)
    root = writer.place("tags")
    writer.write(structure.document, root)
    numbers: list[str] = []
    for number, (page, marked) in enumerate(zip(pages, structure.pages, strict=True)):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        if marked:
            page.StructParents = number
            numbers.append(f"{number}[{' '.join(writer.references[element] for element in marked)}]")
    for number, element in enumerate(structure.annotations, len(pages)):
        numbers.append(f"{number} {writer.references[element]}")
    parents = writer.place("tags.parents")
    writer.fill("tags.parents", f"/Nums[{' '.join(numbers)}]")
    kids = f"/K {writer.references[structure.document]}/ParentTree {parents}"
    writer.fill("tags", f"/Type/StructTreeRoot{kids}/ParentTreeNextKey {len(pages) + len(annotations)}")
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = "<</Marked true>>"
    document.Catalog.Lang = PDFString(language)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def place_annotation(
    canvas: Canvas, link: Element, words: str, rectangle: tuple[float, float, float, float], number: int
) -> PlacedLink:
    """What a click on a link finds on the current page, to be written with all others.

    `words` are read aloud for it, `number` is the one under which the tree of parents has its element.
    """
    canvas._addAnnotation(b"")
    return PlacedLink(canvas._annotationrefs[-1], link, words, rectangle, number)


def _write_annotations(canvas: Canvas, links: Sequence[PlacedLink]) -> None:
    """The annotations as reportlab writes its own dictionaries, whose building is slow for many."""
    actions: dict[str | None, str] = {None: ""}
    for each in links:
        goal = each.link.goal
        if goal and goal not in actions:
            actions[goal] = f"/A <<\n/S /URI /URI {_string(canvas, goal)}\n>> "
        edges = " ".join(map(_number, each.rectangle))
        canvas._doc.idToObject[each.reference.name] = (
            f"<<\n{actions[goal]}/Border [ 0 0 0 ] /Contents {_string(canvas, each.words)} /Rect [ {edges} ] "
            f"/StructParent {each.number} /Subtype /Link \n  /Type /Annot\n>>"
        ).encode()


def _string(canvas: Canvas, text: str) -> str:
    from reportlab.pdfbase.pdfdoc import PDFString

    return f"({text})" if _PLAIN.fullmatch(text) else PDFString(text).format(canvas._doc).decode("ascii")


def _number(length: float) -> str:
    """A length in points as reportlab writes it, with seven digits."""
    from reportlab.lib.rl_accel import fp_str

    return f"{length:.4f}".rstrip("0").rstrip(".") if 101 < length < 999 else fp_str(length)


class _Writer:
    """Elements as objects of the PDF; `references` to those that are written."""

    def __init__(self, canvas: Canvas, annotations: Sequence[PlacedLink]) -> None:
        self.document = canvas._doc
        self.pages = [self._written(self.document.Reference(page)) for page in self.document.Pages.pages]
        self.annotations = [self._written(each.reference) for each in annotations]
        self.references: dict[Element, str] = {}

    def place(self, name: str) -> str:
        """The reference to an object that is still to be filled."""
        return self._written(self.document.Reference(b"", name))

    def fill(self, name: str, entries: str) -> None:
        """The dictionary that an object is."""
        self.document.idToObject[name] = f"<<{entries}>>".encode()

    def write(self, element: Element, parent: str) -> str:
        """Write an element and all below it; returns the reference to it."""
        name = f"tag.{len(self.references)}"
        own = self.references[element] = self.place(name)
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), element.page)
        entries = f"/S/{element.role}/P {parent}"
        entries += "" if page is None else f"/Pg {self.pages[page]}"
        entries += f"/Alt <{text_string(element.alt)}>" if element.alt else ""
        entries += "/A<</O/Table/Scope/Column>>" if element.role == "TH" else ""
        kids = " ".join([self._kid(kid, own, page) for kid in element.in_order()])
        self.fill(name, f"{entries}/K[{kids}]")
        return own

    def _kid(self, kid: Element | MarkedContent | Annotation, parent: str, page: int | None) -> str:
        """Content on the element's own `page` is a number, other content says on which page it is."""
        if isinstance(kid, Element):
            return self.write(kid, parent)
        if isinstance(kid, Annotation):
            return f"<</Type/OBJR/Pg {self.pages[kid.page]}/Obj {self.annotations[kid.number]}>>"
        return str(kid.mcid) if kid.page == page else f"<</Type/MCR/Pg {self.pages[kid.page]}/MCID {kid.mcid}>>"

    def _written(self, reference: PDFObjectReference) -> str:
        number, generation = self.document.idToObjectNumberAndVersion[reference.name]
        return f"{number} {generation} R"
