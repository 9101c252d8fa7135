"""Makes of a typeset part of the volume a file that stands alone: its links lead outside, its outline is its own.

The pages are those of the volume. Drawing them again would cost more than all the rest.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_metadata import Description, write_description
from proceedings.pdf.pdf_objects import entry, integer, items
from proceedings.pdf.pdf_outlines import OutlineEntry, build_outline
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.records.placement import Bookmark, DetachedPart
from proceedings.wording import ascii_uri

LINK = "bindery:"


def part_alone(content: bytes, outside: DetachedPart, description: Description | None = None) -> bytes:
    """The part as a file of its own, which says of itself what it said before where there is no `description`.

    A link to a place that the part has itself leads there in this file, one to what has a file or an address outside
    leads to it, and any other link to a part of the volume is none.
    """
    with Pdf.open(io.BytesIO(content)) as pdf:
        places = _places(pdf, outside.pages)
        dead = [link for page in pdf.pages for link in _dead_links(page, places, outside)]
        if dead:
            _forget(pdf, dead)
        outline = build_outline(pdf, [_entry(pdf, each) for each in outside.bookmarks])
        pdf.Root["/Outlines"] = outline
        pdf.Root["/PageMode"] = Name.UseOutlines
        cover = [0, Dictionary(P=String(outside.cover))] if outside.cover else []
        numbered = [len(cover) // 2, Dictionary(S=Name.r if outside.roman else Name.D, St=outside.first)]
        pdf.Root["/PageLabels"] = Dictionary(Nums=Array([*cover, *numbered]))
        if description:
            drop(pdf.trailer["/Info"], "/CreationDate")  # that of the press, which knows no day
            write_description(pdf, description)
        return pdf_bytes(pdf)


def _places(pdf: Pdf, pages: Mapping[str, int]) -> dict[str, Object]:
    """The part's own destinations, by the names that links have for them; `pages` has names of whole pages."""
    named = list(items(entry(entry(entry(pdf.Root, "/Names"), "/Dests"), "/Names")))
    places = {ascii_uri(str(name)): place for name, place in zip(named[::2], named[1::2], strict=True)}
    return {name: _top(pdf, page) for name, page in pages.items()} | places


def _dead_links(page: Page, places: Mapping[str, Object], outside: DetachedPart) -> list[int]:
    """Let the links of a page lead outside; returns the numbers in the structure of those that lead nowhere now."""
    dead: list[int] = []
    kept: list[Object] = []
    links = page.obj.get("/Annots", Array())
    for link in links:
        address = str(entry(entry(link, "/A"), "/URI") or "")
        place = address.removeprefix(LINK)
        if place == address:
            kept.append(link)
        elif place in places:
            del link["/A"]
            link["/Dest"] = places[place]
            kept.append(link)
        elif place in outside.files:
            link["/A"] = Dictionary(S=Name.GoToR, F=String(outside.files[place]), D=Array([0, Name.Fit]))
            kept.append(link)
        elif place in outside.addresses:
            link["/A"]["/URI"] = String(ascii_uri(outside.addresses[place]))
            kept.append(link)
        else:
            dead.append(integer(link.get("/StructParent")))
    if dead:
        page.obj["/Annots"] = Array(kept)
    return dead


def _forget(pdf: Pdf, dead: Sequence[int]) -> None:
    """Take links that are no more out of the elements that hold them; their words stay."""
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    holders = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    for number in dead:
        element = holders[number]
        element["/K"] = Array([kid for kid in element["/K"] if not _is_annotation(kid)])
        element["/S"] = Name.Span


def _is_annotation(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _entry(pdf: Pdf, bookmark: Bookmark) -> OutlineEntry:
    return OutlineEntry(bookmark.title, _top(pdf, bookmark.page), bookmark.level)


def _top(pdf: Pdf, number: int) -> Object:
    page = pdf.pages[number - 1]
    return Array([page.obj, Name.XYZ, 0, page.mediabox[3], 0])
