"""The chairs' own cover as a PDF: looked through, and laid under the first pages of the front matter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from pikepdf import Name, Object, Page, Pdf, Rectangle

from proceedings.inspection.pdf_fonts import fonts_of, page_scopes
from proceedings.inspection.pdf_opening import OpenPdf, UnusablePdfError, open_pdf, require_pdf
from proceedings.page_sizes import Size
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.typesetting.own_cover import OwnCover

MOST_PAGES = 2
"""The cover and its back, which is inside the book."""

FORM = Name.Cover
"""What the cover is called among the resources of its page."""


def looked_through(path: Path) -> OwnCover:
    """The file's pages, and what keeps it from being a cover."""
    try:
        content = path.read_bytes()
        require_pdf(content)
        opened = open_pdf(path, content)
    except UnusablePdfError as error:
        return OwnCover(path, fault=str(error))
    try:
        sizes = tuple(_size(page) for page in opened.pike.pages)
        return OwnCover(path, sizes, next(_faults(opened), ""))
    finally:
        opened.close()


def with_cover(content: bytes, cover: OwnCover, top: float) -> bytes:
    """The front matter, the cover's pages under what its first pages show, each as large as the cover is.

    `top`: the height of the front matter's pages; what they show keeps its distance from the upper edge.
    """
    with Pdf.open(io.BytesIO(content)) as front, Pdf.open(cover.path) as drawn:
        for page, (width, height) in zip(front.pages, [*cover.sizes, cover.sizes[-1]][:MOST_PAGES], strict=False):
            page.mediabox = Rectangle(0, top - height, width, top).as_array()
        for page, sheet in zip(front.pages, drawn.pages, strict=False):
            form = front.copy_foreign(sheet.as_form_xobject())
            page.add_resource(form, Name.XObject, FORM)  # `add_underlay` takes a name by chance
            page.contents_add(_shown(page, form), prepend=True)
        return pdf_bytes(front)


def _shown(page: Page, form: Object) -> bytes:
    """What shows the form over the whole page, as an artifact: the title page says all of it again."""
    whole = Rectangle(page.mediabox)
    shown = page.calc_form_xobject_placement(
        form, FORM, whole, invert_transformations=True, allow_shrink=False, allow_expand=False
    )
    return b"/Artifact <</Type/Layout>> BDC " + shown + b" EMC\n"


def _faults(opened: OpenPdf) -> Iterator[str]:
    if opened.encrypted:
        yield "it is encrypted"
    if len(opened.pages) > MOST_PAGES:
        yield f"it has {len(opened.pages)} pages"
    for page in opened.pages:
        for font in fonts_of(page_scopes(page), {}):
            if not font.embedded:
                yield f"its font {font.name} is not embedded"


def _size(page: Page) -> Size:
    box = Rectangle(page.trimbox)
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (box.height, box.width) if turned else (box.width, box.height)
