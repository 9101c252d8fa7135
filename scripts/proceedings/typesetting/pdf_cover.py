"""The chairs' own cover as a PDF: looked through, and laid under the first pages of the front matter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from pikepdf import Array, Name, Object, Page, Pdf, PdfError, Rectangle

from proceedings.boxes import common_box
from proceedings.inspection.pdf_fonts import fonts_of, page_scopes
from proceedings.inspection.pdf_opening import OpenPdf, UnusablePdfError, open_pdf, require_pdf
from proceedings.page_sizes import Size
from proceedings.pdf.pdf_dictionaries import elements
from proceedings.pdf.pdf_geometry import box_of, displayed_geometry, inherited, number_of, visible_box
from proceedings.pdf.pdf_objects import entry
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.records.record import Box
from proceedings.typesetting.cover_file import OwnCover

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
        sizes = tuple(_trimmed(page) for page in opened.pike.pages)
        return OwnCover(path, sizes, next(_faults(opened), ""))
    finally:
        opened.close()


def with_cover(content: bytes, cover: OwnCover, top: float) -> bytes:
    """The front matter, the cover's pages under what its first pages show, each as large as the cover is.

    `top`: the height of the front matter's pages; what they show keeps its distance from the upper edge. What the
    cover's annotations show is drawn with it; they themselves, such as links, are not bound in.
    """
    with Pdf.open(io.BytesIO(content)) as front, Pdf.open(cover.path) as drawn:
        drawn.flatten_annotations("screen")
        for page, (width, height) in zip(front.pages, [*cover.sizes, cover.sizes[-1]][:MOST_PAGES], strict=False):
            page.mediabox = Rectangle(0, top - height, width, top).as_array()
        for page, sheet in zip(front.pages, drawn.pages, strict=False):
            _trimmed(sheet)
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
    if _hides_layers(opened.pike):
        yield "it has layers that are switched off, and would show them"
    for number, page in enumerate(opened.pike.pages, 1):
        try:
            page.as_form_xobject().read_bytes()
        except PdfError:
            yield f"what page {number} shows cannot be read"
    for page in opened.pages:
        for font in fonts_of(page_scopes(page), {}):
            if not font.embedded:
                yield f"its font {font.name} is not embedded"


def _hides_layers(pdf: Pdf) -> bool:
    settings = entry(entry(pdf.Root, "/OCProperties"), "/D")
    return bool(elements(settings, "/OFF")) or entry(settings, "/BaseState") == Name.OFF


def _trimmed(page: Page) -> Size:
    """Let a page say in sound numbers how it is trimmed, turned and enlarged; returns its size as displayed."""
    turn = int((number_of(inherited(page.obj, "/Rotate")) or 0.0) // 90) % 4
    unit = number_of(page.obj.get("/UserUnit")) or 1.0
    box = _trim(page.obj)
    page.obj.TrimBox, page.obj.Rotate, page.obj.UserUnit = Array(box), 90 * turn, unit if unit > 0 else 1
    shown = displayed_geometry(box, rotate=90 * turn, user_unit=unit)
    return shown.width, shown.height


def _trim(page: Object) -> Box:
    """The trimmed page within what is visible of it."""
    visible = visible_box(box_of(inherited(page, "/MediaBox")), box_of(inherited(page, "/CropBox")))
    return common_box(visible, box_of(page.get("/TrimBox")) or visible) or visible
