"""Tags of content that was moved from a page into a form XObject: they have to say where it is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf

from proceedings.pdf.pdf_objects import PdfValue, items
from proceedings.pdf.pdf_structure import Content, StructureTree, UnusableTreeError

Forms = Mapping[tuple[int, int], Object]
"""The form into which the content of a page was moved, by the page's object."""


def tag_moved_content(pdf: Pdf, moved: Forms) -> None:
    """Let the tags of pages follow the content into its form; a tree that is no use stays as it is.

    The page's number in the tree of parents goes to the form, whose marked content it now tells apart.
    """
    try:
        tree = StructureTree(pdf)
    except UnusableTreeError:
        return
    for _, contents in groupby(tree.contents, key=lambda content: content.element.objgen):
        _lead_to_forms(list(contents), moved)
    pages = {page.obj.objgen: page.obj for page in pdf.pages}
    for number, form in moved.items():
        if "/StructParents" in pages[number]:
            form["/StructParents"] = pages[number]["/StructParents"]
            del pages[number]["/StructParents"]


def _lead_to_forms(contents: list[Content], moved: Forms) -> None:
    """Rewrite the kids of one element; `contents` are those among them that are no elements, in their order."""
    if not any(_is_moved(content, moved) for content in contents):
        return
    element, waiting = contents[0].element, iter(contents)
    kids = element["/K"]
    listed: Iterable[PdfValue] = items(kids) if isinstance(kids, Array) else [kids]
    element["/K"] = Array(
        [kid if isinstance(kid, Dictionary) and "/S" in kid else _led(kid, next(waiting), moved) for kid in listed]
    )


def _led(kid: PdfValue, content: Content, moved: Forms) -> PdfValue:
    if not _is_moved(content, moved):
        return kid
    page = content.holder
    return Dictionary(Type=Name.MCR, Pg=page, Stm=moved[page.objgen], MCID=content.mcid)


def _is_moved(content: Content, moved: Forms) -> bool:
    return content.mcid is not None and content.holder.objgen in moved
