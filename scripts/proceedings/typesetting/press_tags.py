"""Writes the structure of our own pages into their PDF, which reportlab by itself leaves untagged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from proceedings.typesetting.structure import Annotation, Element, MarkedContent, Structure

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDictionary
    from reportlab.pdfgen.canvas import Canvas


def write_structure(canvas: Canvas, structure: Structure, annotations: Sequence[object], language: str) -> None:
    """The structure tree, the numbers by which pages find it, and what the catalog says of a tagged document.

    `annotations`: references to those of the structure, by their numbers. All pages have been shown.
    """
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    document, pages = canvas._doc, canvas._doc.Pages.pages
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    writer = _Writer(canvas, annotations)
    root["K"] = writer.write(structure.document, root)
    numbers: list[object] = []
    for number, (page, marked) in enumerate(zip(pages, structure.pages, strict=True)):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        if marked:
            page.StructParents = number
            numbers += [number, PDFArray([writer.references[element] for element in marked])]
    for number, element in enumerate(structure.annotations, len(pages)):
        numbers += [number, writer.references[element]]
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = len(pages) + len(annotations)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Catalog.Lang = PDFString(language)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def write_annotation(
    canvas: Canvas, link: Element, words: str, rectangle: tuple[float, float, float, float], number: int
) -> object:
    """What a click on a link finds on the current page; returns the reference to it.

    `words` are read aloud for it, `number` is the one under which the tree of parents has its element.
    """
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    annotation = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray(rectangle)})
    annotation["Border"] = PDFArray([0, 0, 0])
    annotation["Contents"] = PDFString(words)
    annotation["StructParent"] = number
    if link.goal and link.goal.inside:
        annotation["Dest"] = canvas._bookmarkReference(link.goal.address)
    elif link.goal:
        annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.goal.address)})
    canvas._addAnnotation(annotation)
    return canvas._annotationrefs[-1]


class _Writer:
    """Elements as objects of the PDF; `references` to those that are written."""

    def __init__(self, canvas: Canvas, annotations: Sequence[object]) -> None:
        self.document, self.annotations = canvas._doc, annotations
        self.references: dict[Element, object] = {}

    def write(self, element: Element, parent: PDFDictionary) -> object:
        """Write an element and all below it; returns the reference to it."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        written = PDFDictionary({"S": PDFName(element.role), "P": self.document.Reference(parent)})
        self.references[element] = self.document.Reference(written)
        contents = [kid for kid in element.kids if isinstance(kid, MarkedContent)]
        if contents:
            written["Pg"] = self._page(contents[0].page)
        if element.alt:
            written["Alt"] = PDFString(element.alt)
        if element.role == "TH":
            written["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        page = contents[0].page if contents else None
        written["K"] = PDFArray([self._kid(kid, written, page) for kid in element.in_order()])
        return self.references[element]

    def _kid(self, kid: Element | MarkedContent | Annotation, parent: PDFDictionary, page: int | None) -> object:
        """Content on the element's own `page` is a number, other content says on which page it is."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        if isinstance(kid, Element):
            return self.write(kid, parent)
        if isinstance(kid, MarkedContent) and kid.page == page:
            return kid.mcid
        written = PDFDictionary({"Pg": self._page(kid.page)})
        if isinstance(kid, MarkedContent):
            written["Type"], written["MCID"] = PDFName("MCR"), kid.mcid
        else:
            written["Type"], written["Obj"] = PDFName("OBJR"), self.annotations[kid.number]
        return written

    def _page(self, number: int) -> object:
        return self.document.Reference(self.document.Pages.pages[number])
