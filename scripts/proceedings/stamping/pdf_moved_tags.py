"""Tags of content that was moved from a page into a form XObject: they have to say where it is now."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf

from proceedings.pdf.pdf_objects import PdfValue, identity, items
from proceedings.pdf.pdf_structure import StructureTree, UnusableTreeError


def tag_moved_content(pdf: Pdf, moved: Mapping[tuple[int, int], Object]) -> None:
    """Let the tags of pages (by their object) follow the content into its form; a tree that is no use stays as it is.

    The page's number in the tree of parents goes to the form, whose marked content it now tells apart.
    """
    try:
        tree = StructureTree(pdf)
    except UnusableTreeError:
        return
    pages = {page.obj.objgen: page.obj for page in pdf.pages}
    for content in tree.contents:
        if content.mcid is not None and content.holder.objgen in moved:
            _lead_to_form(content.element, content.holder, content.mcid, moved[content.holder.objgen])
    for number, form in moved.items():
        if "/StructParents" in pages[number]:
            form["/StructParents"] = pages[number]["/StructParents"]
            del pages[number]["/StructParents"]


def _lead_to_form(element: Object, page: Object, mcid: int, form: Object) -> None:
    """Rewrite the one kid of an element that stands for marked content `mcid` of the page."""
    kids = element["/K"]
    listed: list[PdfValue] = list(items(kids)) if isinstance(kids, Array) else [kids]
    place = next((number for number, kid in enumerate(listed) if _is_content_of(kid, element, page, mcid)), None)
    if place is not None:
        listed[place] = Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=mcid)
        element["/K"] = Array(listed)


def _is_content_of(kid: PdfValue, element: Object, page: Object, mcid: int) -> bool:
    if isinstance(kid, Dictionary):
        own = kid.get("/Pg", element.get("/Pg", page))
        return kid.get("/MCID") == mcid and "/Stm" not in kid and identity(own) == page.objgen
    return bool(kid == mcid)
