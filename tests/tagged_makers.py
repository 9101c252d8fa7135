"""Makers of tagged PDFs: as word processors write their tags, and as LaTeX does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class TaggedPdf:
    """A PDF in the making whose pages hold a heading, a paragraph and a link, all tagged.

    `page(...)` gives what a page holds; `tag(...)` makes an element below a parent.
    """

    def __init__(self, pages: int, language: str) -> None:
        self.pdf = Pdf.new()
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(), RoleMap=Dictionary()))
        self.pdf.Root["/StructTreeRoot"] = self.root
        self.pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
        self.pdf.Root["/Lang"] = String(language)
        self.parents: dict[int, Object] = {}
        font = self.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(pages):
            page = self.pdf.add_blank_page(page_size=(300, 400)).obj
            page["/Resources"] = Dictionary(Font=Dictionary(F1=font))
            page["/Contents"] = self.pdf.make_stream(
                _marked("H1", 0, 300) + _marked("P", 1, 250) + _marked("P", 2, 200)
            )
            page["/StructParents"] = number
            page["/Tabs"] = Name.S
            link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 195, 90, 210]), P=page)
            link["/A"] = Dictionary(S=Name.URI, URI=String("https://example.org"))
            link["/StructParent"] = pages + number
            link["/Contents"] = String("An example")
            page["/Annots"] = Array([self.pdf.make_indirect(link)])

    def tag(self, parent: Object, role: str, *kids: Any, **entries: Any) -> Object:
        """An element below `parent`."""
        element = self.pdf.make_indirect(Dictionary(S=Name(f"/{role}"), P=parent, K=Array(kids), **entries))
        parent["/K"].append(element)
        return element

    def save(self, path: Path) -> Path:
        self.root["/ParentTree"] = Dictionary(
            Nums=Array([part for number in sorted(self.parents) for part in (number, self.parents[number])])
        )
        self.root["/ParentTreeNextKey"] = len(self.parents)
        self.pdf.save(path, deterministic_id=True)
        return path


def office_pdf(path: Path, pages: int = 2, *, language: str = "en", paragraph: str = "P") -> Path:
    """As LibreOffice writes them: numbers of marked content, the style's name as the type, named in the role map."""
    made = TaggedPdf(pages, language)
    made.root.RoleMap["/Standard"] = Name(f"/{paragraph}")
    document = made.tag(made.root, "Document")
    for number, page in enumerate(made.pdf.pages):
        heading = made.tag(document, "H1", 0, Pg=page.obj)
        text = made.tag(document, "Standard", 1, Pg=page.obj)
        target = page.obj.Annots[0]
        link = made.tag(text, "Link", 2, Dictionary(Type=Name.OBJR, Obj=target, Pg=page.obj), Pg=page.obj)
        made.parents[number] = made.pdf.make_indirect(Array([heading, text, link]))
        made.parents[pages + number] = link
    return made.save(path)


def latex_pdf(path: Path, pages: int = 2, *, language: str = "de") -> Path:
    """As LaTeX's tagpdf writes them: an identifier on every element, classes, namespaces, content of a form as well."""
    made = TaggedPdf(pages, language)
    pdf, root = made.pdf, made.root
    root.RoleMap["/Standard"] = Name("/Quote")
    root.RoleMap["/section"] = Name("/Sect")
    root["/ClassMap"] = Dictionary({"/justify": Dictionary(O=Name.Layout, TextAlign=Name.Justify)})
    space = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn")))
    root["/Namespaces"] = Array([space])
    ids = []

    def tag(parent: Object, role: str, *kids: Any, **entries: Any) -> Object:
        element = made.tag(parent, role, *kids, ID=String(f"ID.{len(ids):03}"), **entries)
        ids.append(element)
        return element

    for number, page in enumerate(pdf.pages):
        section = tag(root, "section", T=String("Section"))
        heading = tag(section, "H1", _content_of(page.obj, 0))
        text = tag(section, "Standard", _content_of(page.obj, 1), C=Name("/justify"))
        link = tag(section, "Link", _content_of(page.obj, 2), Dictionary(Type=Name.OBJR, Obj=page.obj.Annots[0]))
        link["/Pg"] = page.obj
        aside = tag(section, "Aside", NS=space, Ref=Array([heading]))
        cell = tag(tag(tag(section, "Table"), "TR"), "TH")
        drawn = tag(tag(cell.P, "TD", A=Dictionary(O=Name.Table, Headers=Array([cell.ID]))), "Span")
        inner, outer = _nested_forms(pdf, page.obj, 100 + number)
        drawn["/K"].append(_content_of(page.obj, 0, inner))
        made.parents[number] = pdf.make_indirect(Array([heading, text, link]))
        made.parents[pages + number] = link
        made.parents[100 + number] = pdf.make_indirect(Array([drawn]))
        assert outer.is_indirect
        assert aside.is_indirect
    root["/IDTree"] = Dictionary(Names=Array([part for each in ids for part in (each.ID, each)]))
    return made.save(path)


def _marked(role: str, mcid: int, y: int) -> bytes:
    return f"/{role} <</MCID {mcid}>> BDC BT /F1 12 Tf 20 {y} Td (Words {mcid}) Tj ET EMC\n".encode()


def _content_of(page: Object, mcid: int, form: Object | None = None) -> Dictionary:
    content = Dictionary(Type=Name.MCR, Pg=page, MCID=mcid)
    if form is not None:
        content["/Stm"] = form
    return content


def _nested_forms(pdf: Pdf, page: Object, number: int) -> tuple[Object, Object]:
    """A form with tagged content inside a form that has a number of its own without being tagged."""
    box = Array([0, 0, 300, 400])
    inner = pdf.make_stream(_marked("Span", 0, 100), Type=Name.XObject, Subtype=Name.Form, BBox=box)
    inner["/Resources"] = page.Resources
    inner["/StructParents"] = number
    outer = pdf.make_stream(b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=box, StructParents=0)
    outer["/Resources"] = Dictionary(XObject=Dictionary(Inner=inner))
    page["/Resources"] = Dictionary(Font=page.Resources.Font, XObject=Dictionary(Outer=outer))
    page["/Contents"] = Array([page.Contents, pdf.make_stream(b"/Outer Do\n")])
    return inner, outer


def change(path: Path, changes: Sequence[Callable[[Pdf], object]]) -> Path:
    """Change a file in place."""
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        for each in changes:
            each(pdf)
        pdf.save(path, deterministic_id=True)
    return path
