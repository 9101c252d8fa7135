"""What readers find of a PDF's tags: PDFium page by page, pypdf from the root of the tree."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium


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
