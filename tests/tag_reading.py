"""What readers find of a PDF's tags: PDFium page by page, pypdf from the root of the tree."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name


class Shown(NamedTuple):
    """An element as PDFium shows it on a page: its type, the marked content it holds, and how deep it stands."""

    role: str
    contents: tuple[int, ...]
    depth: int


def shown_tags(pdf: Path) -> list[list[Shown]]:
    """The tags of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_of_page(document[number]) for number in range(len(document))]


def below(tags: list[Shown], role: str) -> list[Shown]:
    """What stands below the one element of a type that is highest, its depth counted from there."""
    start = next(number for number, each in enumerate(tags) if each.role == role and each.depth)
    top = tags[start].depth
    return [each._replace(depth=each.depth - top) for each in tags[start:]]


def read_elements(pdf: Path) -> list[Any]:
    """Every element as pypdf reads it, parents first."""
    root: Any = pypdf.PdfReader(pdf, strict=True).trailer["/Root"]["/StructTreeRoot"]
    pending, found = [root["/K"].get_object()], []
    while pending:
        element = pending.pop(0)
        found.append(element)
        kids = element.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        resolved = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
        pending += [kid for kid in resolved if isinstance(kid, dict) and "/S" in kid]
    return found


def _of_page(page: pypdfium2.PdfPage) -> list[Shown]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    try:
        tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
        return [each for top in tops for each in _walked(pdfium.FPDF_StructTree_GetChildAtIndex(tree, top), 0)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walked(element: Any, depth: int) -> Iterator[Shown]:
    if not element:  # a kid that is content
        return
    count = max(0, pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))
    contents = (pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, number) for number in range(count))
    role = _text(lambda *room: pdfium.FPDF_StructElement_GetType(element, *room))
    yield Shown(role, tuple(each for each in contents if each >= 0), depth)
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _walked(pdfium.FPDF_StructElement_GetChildAtIndex(element, number), depth + 1)


def _text(read: Callable[[Any, int], int]) -> str:
    room = ctypes.create_string_buffer(read(None, 0))
    read(room, len(room))
    return room.raw.decode("utf-16-le").rstrip("\0")


PAINTING = ("Tj", "TJ", "'", '"', *"SsfFBb", "f*", "B*", "b*", "sh", "Do", "INLINE IMAGE")
PARENTS = {
    "TOCI": {"TOC"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Sect": {"Document", "Part"},
}
"""In which elements one of these may stand."""


def accessibility_problems(content: bytes | Path) -> list[str]:
    """What PDF/UA would object to in a file that says it is tagged, as far as a program can tell; empty for none."""
    with pikepdf.open(io.BytesIO(content) if isinstance(content, bytes) else content) as pdf:
        return [*_of_catalog(pdf), *_of_contents(pdf), *_of_elements(pdf), *_of_links(pdf)]


def elements_of(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element, parents first, in the order of reading."""
    pending: list[Any] = [pdf.Root.StructTreeRoot.K]
    while pending:
        element = pending.pop()
        yield element
        pending += reversed([kid for kid in kids_of(element) if isinstance(kid, Dictionary) and "/S" in kid])


def kids_of(element: Any) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _of_catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.Root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "not marked"
    if not str(pdf.Root.get("/Lang", "")):
        yield "no language"
    if pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "title not displayed"


def _of_contents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each content is an artifact or an element's, and no element has what is not there."""
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    claimed = [(each.page, each.mcid) for each in _claimed(pdf)]
    if len(claimed) != len(set(claimed)):
        yield "content of two elements"
    for number, page in enumerate(pdf.pages):
        found: list[int] = []
        yield from (f"page {number + 1}: {each}" for each in _unmarked(page, found))
        if sorted(found) != sorted(mcid for at, mcid in claimed if at == number):
            yield f"page {number + 1}: tree and page disagree"
        if found and len(parents[int(page.obj.StructParents)]) != len(found):
            yield f"page {number + 1}: tree of parents and page disagree"
        if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S:
            yield f"page {number + 1}: no order of tabs"


class _Claim(NamedTuple):
    page: int
    mcid: int


def _claimed(pdf: pikepdf.Pdf) -> Iterator[_Claim]:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for element in elements_of(pdf):
        for kid in kids_of(element):
            if isinstance(kid, int):
                yield _Claim(pages[element.Pg.objgen], kid)
            elif "/MCID" in kid:
                yield _Claim(pages[kid.Pg.objgen], int(kid.MCID))


def _unmarked(page: pikepdf.Page, found: list[int]) -> Iterator[str]:
    """What is painted outside of marks; the numbers of marks go into `found`."""
    marks: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC":
                marks.append(operands[0] == Name.Artifact)
            case "BDC":
                mcid = operands[1].get("/MCID") if isinstance(operands[1], Dictionary) else None
                found.extend([] if mcid is None else [int(mcid)])
                marks.append(mcid is not None or operands[0] == Name.Artifact)
            case "EMC":
                marks.pop()
            case painted if painted in PAINTING and not any(marks):
                yield f"{painted} outside of all marks"


def _of_elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element in elements_of(pdf):
        role, parent = str(element.S)[1:], str(element.P.get("/S", "/"))[1:]
        if role in PARENTS and parent not in PARENTS[role]:
            yield f"{role} in {parent}"
        if role == "Figure" and not str(element.get("/Alt", "")):
            yield "Figure without Alt"
        if role[0] == "H" and role[1:].isdigit():
            if int(role[1:]) > level + 1:
                yield f"{role} below H{level}"
            level = int(role[1:])
        if not kids_of(element) and role not in ("Document", "TD", "TH"):
            yield f"{role} is empty"


def _of_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    held = {kid.Obj.objgen for element in elements_of(pdf) for kid in kids_of(element) if _is_object(kid)}
    for number, page in enumerate(pdf.pages, 1):
        for link in page.obj.get("/Annots", []):
            where = f"page {number}: link {list(link.Rect)}"
            if link.objgen not in held or str(parents[int(link.StructParent)].S) != "/Link":
                yield f"{where} is in no element"
            if not str(link.get("/Contents", "")):
                yield f"{where} says nothing"


def _is_object(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and "/Obj" in kid
