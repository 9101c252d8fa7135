"""Makers for stamping: orders, odd page geometries, dirty graphics states; and an eye that compares pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf, String

from proceedings.pdf.pdf_geometry import page_geometry
from proceedings.records.placement import PageStamp, StampLine, StampOrder

Change = Callable[[Pdf, Any], None]
Image = NDArray[np.uint8]

DRAWING = b"""q 0.8 0.2 0.2 rg 60 200 80 300 re f Q q 0 0.4 0.8 RG 6 w 200 250 m 320 480 l S Q
q 0.2 0.6 0.2 rg 230 300 60 40 re f Q BT /F1 20 Tf 1 0 0 1 90 420 Tm (Author) Tj ET"""
"""What the author drew: nothing of it lies in the bands at the head and the foot of any of the pages below."""


def order(paper: str, pages: int, first: int = 41, *, left: float = 30.0, right: float = 330.0) -> StampOrder:
    """An order with a head and a foot line on every page; the label is a number that occurs nowhere else."""
    return StampOrder(
        paper=paper,
        namespace=paper,
        title=f"Title of {paper}",
        authors=("Ada Sample", "Nguyễn Thị Ánh"),
        subject="Proceedings of the Sample Workshop",
        keywords=("stamps", "pages"),
        doi=f"10.5555/{paper}",
        rights="CC BY 4.0",
        date="2019-06-20",
        pages=tuple(stamp(str(first + index), left=left, right=right) for index in range(pages)),
    )


def stamp(label: str, *lines: StampLine, left: float = 30.0, right: float = 330.0) -> PageStamp:
    """A stamp; without lines it gets a running head and a folio."""
    usual = (StampLine(place="head-left", text="Sample and Ánh"), StampLine(place="foot-centre", text=label, size=9.0))
    return PageStamp(label=label, left=left, right=right, lines=lines or usual)


def edge_pdf(path: Path, change: Change | None = None, content: bytes = DRAWING, pages: int = 2) -> Path:
    """Pages of 360 x 540 pt with the author's drawing, each changed by `change(pdf, page dictionary)`."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=(360, 540)).obj
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            page.Contents = pdf.make_stream(content)
            if change:
                change(pdf, page)
        pdf.save(path, deterministic_id=True)
    return path


def _set(**entries: Any) -> Change:
    def change(_: Pdf, page: Any) -> None:
        for key, value in entries.items():
            page[f"/{key}"] = Array(value) if isinstance(value, list) else value

    return change


def _content(before: bytes = b"", after: bytes = b"") -> Change:
    def change(pdf: Pdf, page: Any) -> None:
        page.Contents = pdf.make_stream(before + DRAWING + after)

    return change


def _inherit(*keys: str, **entries: Any) -> Change:
    """The page's entries move up to the page tree's root."""

    def change(pdf: Pdf, page: Any) -> None:
        _set(**entries)(pdf, page)
        for key in (*keys, *(f"/{name}" for name in entries)):
            pdf.Root.Pages[key] = page[key]
            del page[key]

    return change


def _delete(*keys: str) -> Change:
    def change(_: Pdf, page: Any) -> None:
        for key in keys:
            del page[key]

    return change


def _shared_resources(pdf: Pdf, page: Any) -> None:
    first = pdf.pages[0].obj
    if page.objgen == first.objgen:
        page.Resources = pdf.make_indirect(page.Resources)
    else:
        page.Resources = first.Resources


def _shifted(pdf: Pdf, page: Any, dx: float, dy: float) -> None:
    page.MediaBox = Array([dx, dy, 360 + dx, 540 + dy])
    page.Contents = pdf.make_stream(f"q 1 0 0 1 {dx} {dy} cm\n".encode() + DRAWING + b"\nQ")


def _name_taken(pdf: Pdf, page: Any) -> None:
    form = pdf.make_stream(b"0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 50]))
    page.Resources["/XObject"] = Dictionary(BinderyStamp=form)
    page.Contents = pdf.make_stream(DRAWING + b"\nq 1 0 0 1 150 300 cm /BinderyStamp Do Q")


def _many_streams(pdf: Pdf, page: Any) -> None:
    half = DRAWING.index(b"q 0.2")
    page.Contents = Array([pdf.make_stream(DRAWING[:half]), pdf.make_stream(DRAWING[half:])])


def _transparent(pdf: Pdf, page: Any) -> None:
    page.Resources["/ExtGState"] = Dictionary(G0=Dictionary(Type=Name.ExtGState, ca=0.0, CA=0.0))
    page.Contents = pdf.make_stream(DRAWING + b"\n/G0 gs")


def _all_indirect(pdf: Pdf, page: Any) -> None:
    """Every value of the page, and every one in its resources, is an object of its own."""
    page.CropBox = Array([40, 60, 340, 520])
    page.Rotate = 90
    for key in ("/Font", "/XObject"):
        page.Resources[key] = pdf.make_indirect(page.Resources.get(key, Dictionary()))
    page.Contents = Array([page.Contents])
    for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"):
        page[key] = pdf.make_indirect(page[key])


def _null_among_contents(_: Pdf, page: Any) -> None:
    page.Contents = Array([None, page.Contents, None])


def _shared_contents(pdf: Pdf, page: Any) -> None:
    if page.objgen != pdf.pages[0].obj.objgen:
        page.Contents = pdf.pages[0].obj.Contents


def _restores_in_a_second_stream(pdf: Pdf, page: Any) -> None:
    page.Contents = Array([pdf.make_stream(DRAWING), pdf.make_stream(b"Q Q 1 0 0 rg"), pdf.make_stream(b"q 1 g")])


def _cut_between_operands(pdf: Pdf, page: Any) -> None:
    cut = DRAWING.index(b"80 300 re")
    page.Contents = Array([pdf.make_stream(DRAWING[:cut].rstrip()), pdf.make_stream(DRAWING[cut:])])


def _masked(pdf: Pdf, page: Any) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    dark = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 360, 540]), Group=group)
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=dark)
    page.Resources["/ExtGState"] = Dictionary(G0=Dictionary(Type=Name.ExtGState, SMask=mask, BM=Name.Difference))
    page.Contents = pdf.make_stream(DRAWING + b"\n/G0 gs")


def _hidden_layer(pdf: Pdf, page: Any) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page.Resources["/Properties"] = Dictionary(MC0=layer)
    page.Contents = pdf.make_stream(DRAWING + b"\n/OC /MC0 BDC")


def _fonts_named_like_ours(pdf: Pdf, page: Any) -> None:
    page.Resources.Font = Dictionary({f"/F{n}+0": page.Resources.Font.F1 for n in range(4)})
    page.Contents = pdf.make_stream(DRAWING.replace(b"/F1", b"/F1+0"))


EDGE_CASES: dict[str, Change] = {
    "plain": _set(),
    "rotate 90": _set(Rotate=90),
    "rotate 180": _set(Rotate=180),
    "rotate 270": _set(Rotate=270),
    "rotate -90": _set(Rotate=-90),
    "rotate 450": _set(Rotate=450),
    "rotate inherited": _inherit(Rotate=90),
    "crop": _set(CropBox=[40, 60, 340, 520]),
    "crop and rotate": _set(CropBox=[40, 60, 340, 520], Rotate=270),
    "crop larger than media": _set(CropBox=[-50, -50, 500, 700]),
    "crop inherited": _inherit(CropBox=[40, 60, 340, 520]),
    "crop inverted": _set(CropBox=[340, 520, 40, 60]),
    "media negative": lambda pdf, page: _shifted(pdf, page, -180, -270),
    "media offset": lambda pdf, page: _shifted(pdf, page, 100, 1000),
    "media inverted": _set(MediaBox=[360, 540, 0, 0]),
    "media inherited": _inherit("/MediaBox"),
    "everything inherited": _inherit("/MediaBox", "/Resources", CropBox=[40, 60, 340, 520], Rotate=90),
    "media missing": _delete("/MediaBox"),
    "user unit": _set(UserUnit=2),
    "user unit and rotate": _set(UserUnit=2, Rotate=90),
    "resources inherited": _inherit("/Resources"),
    "resources shared": _shared_resources,
    "resources missing": _delete("/Resources"),
    "contents missing": _delete("/Contents"),
    "contents empty": _set(Contents=[]),
    "contents in parts": _many_streams,
    "name taken": _name_taken,
    "clip": _content(b"60 200 250 320 re W n\n"),
    "clip at the end": _content(after=b"\n60 200 20 20 re W n"),
    "matrix": _content(b"0.5 0 0 0.5 90 130 cm\n"),
    "text state": _content(b"3 Tr 40 Tz 30 Ts 9 Tc\n"),
    "text state at the end": _content(after=b"\nBT 3 Tr 40 Tz 30 Ts 9 Tc 50 Tw ET"),
    "white ink": _content(after=b"\n1 1 1 rg 1 1 1 RG"),
    "transparent": _transparent,
    "unclosed q": _content(b"q 0.5 0 0 0.5 90 130 cm q\n"),
    "unclosed text": _content(after=b"\nBT /F1 12 Tf 100 300 Td (open) Tj"),
    "unclosed mark": _content(b"/Span BMC\n"),
    "comment at the end": _content(after=b"\n% the end"),
    "open string": _content(after=b"\nBT /F1 12 Tf (open"),
    "open array": _content(after=b"\n[1 2"),
    "too many Q": _content(after=b"\nQ Q Q"),
    "too many Q after a colour": _content(b"0.9 0.7 0 rg Q 150 220 30 30 re f\n"),
    "too many ET": _content(after=b"\nET ET"),
    "too many EMC": _content(after=b"\nEMC"),
    "operand left over": _content(after=b"\n1 2 3"),
    "crop and user unit and rotate": _set(CropBox=[40, 60, 340, 520], UserUnit=2, Rotate=180),
    "crop of fractions": _set(CropBox=[10.5, 20.25, 349.75, 519.125]),
    "media negative and rotate": lambda pdf, page: (_shifted(pdf, page, -180, -270), _set(Rotate=90)(pdf, page))[0],
    "other boxes": _set(TrimBox=[100, 100, 200, 200], BleedBox=[90, 90, 210, 210], ArtBox=[0, 0, 10, 10]),
    "rotate a real number": _set(Rotate=Decimal("270.0")),
    "crop half inverted": _set(CropBox=[340, 60, 40, 520]),
    "all indirect": _all_indirect,
    "contents with nulls": _null_among_contents,
    "contents shared": _shared_contents,
    "contents cut between operands": _cut_between_operands,
    "fonts named like ours": _fonts_named_like_ours,
    "clip to nothing": _content(after=b"\n0 0 0 0 re W n"),
    "clip to text": _content(after=b"\nBT /F1 20 Tf 7 Tr 100 300 Td (clip) Tj ET"),
    "matrix without inverse": _content(after=b"\n0 0 0 0 0 0 cm"),
    "dashes and thick lines": _content(after=b"\n[9 9] 3 d 40 w 1 J 2 j /Perceptual ri 90 i"),
    "soft mask and blending": _masked,
    "hidden layer left open": _hidden_layer,
    "text, mark and q left open": _content(after=b"\nq /P <</MCID 0>> BDC BT /F1 9 Tf q"),
    "mark around the end of text": _content(after=b"\nBT /Span BMC /F1 9 Tf ET"),
    "inline image with an end in it": _content(
        after=b"\nq 9 0 0 9 230 320 cm BI /W 2 /H 3 /BPC 8 /CS /G ID Q EIq\xff EI Q"
    ),
    "inline image without end": _content(after=b"\nBI /W 9 /H 9 /BPC 8 /CS /G ID abc"),
    "open hexadecimal string": _content(after=b"\nBT /F1 12 Tf <4142"),
    "open dictionary": _content(after=b"\n/P << /MCID 0"),
    "too many Q in a later stream": _restores_in_a_second_stream,
    "unknown operators": _content(after=b"\nfoo 1 bar BX baz"),
    "no blank at the end": _content(after=b"\nq"),
}
"""Two-page PDFs that stamping programs get wrong, by what is odd about them."""


def rendered(pdf: Path | bytes, page: int = 0, scale: float = 2.0) -> Image:
    """A page as PDFium shows it: height x width x 3."""
    with pypdfium2.PdfDocument(pdf) as document:
        return np.asarray(document[page].render(scale=scale).to_pil().convert("RGB"))


def differing_boxes(
    before: Image, after: Image, boxes: Sequence[tuple[float, ...]], points: float
) -> tuple[bool, list[bool]]:
    """Whether two renderings are equal outside `boxes`, and for each box whether something changed in it.

    `points`: the displayed width of the page; boxes are in points from the top left.
    """
    assert before.shape == after.shape
    changed = np.any(before != after, axis=2)
    pixels = before.shape[1] / points
    outside = changed.copy()
    inside = []
    for x0, y0, x1, y1 in boxes:
        rows = slice(max(0, int(y0 * pixels) - 1), int(y1 * pixels) + 2)
        columns = slice(max(0, int(x0 * pixels) - 1), int(x1 * pixels) + 2)
        inside.append(bool(changed[rows, columns].any()))
        outside[rows, columns] = False
    return not outside.any(), inside


def displayed_size(pdf: Path | bytes, page: int = 0) -> tuple[float, float]:
    """Width and height in points of a page as displayed."""
    with pikepdf.open(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as document:
        geometry = page_geometry(document.pages[page].obj)
        return geometry.width, geometry.height


def page_text(pdf: Path | bytes, page: int = 0) -> str:
    """The text of a page as PDFium reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[page].get_textpage().get_text_bounded())
