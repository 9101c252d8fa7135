"""Planted defects of fonts and pictures in a clean paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pdf_makers import A4, edit_pdf, given, register_vera


def with_unembedded_font(path: Path, pages: int = 4) -> Path:
    """A line in Times on every page, which no file holds."""

    def change(pdf: pikepdf.Pdf) -> None:
        times = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman"))
        for number, page in enumerate(pdf.pages, 1):
            words = b"BT /FTimes 10 Tf 200 300 Td (Set in Times on page %d) Tj ET" % number
            _add(page, "Font", FTimes=pdf.make_indirect(times))
            _draw(page, words)

    return edit_pdf(given(path, pages), change)


def _add(page: pikepdf.Page, kind: str, **resources: pikepdf.Object) -> None:
    """Put resources beside those that the page has."""
    own = page.obj.Resources
    if f"/{kind}" not in own:
        own[f"/{kind}"] = Dictionary()
    for name, resource in resources.items():
        own[f"/{kind}"][f"/{name}"] = resource


def _draw(page: pikepdf.Page, content: bytes) -> None:
    """Draw above what the page shows, in its own coordinates."""
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q " + content, prepend=False)


def with_idle_unembedded_font(path: Path) -> Path:
    """Helvetica stands in the resources and nothing is set in it, as reportlab leaves it."""

    def change(pdf: pikepdf.Pdf) -> None:
        idle = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for page in pdf.pages:
            page.obj.Resources.Font.FIdle = idle

    return edit_pdf(given(path), change)


def type3_font(pdf: pikepdf.Pdf, name: str | None = "DejaVuSans") -> pikepdf.Object:
    """A font of one hand-written glyph, a square on the letter A, as matplotlib's default makes them."""
    glyph = pdf.make_stream(b"750 0 0 0 750 750 d1 0 0 700 700 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 750, 750]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(A=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.A])),
        FirstChar=65,
        LastChar=65,
        Widths=Array([750]),
        Resources=Dictionary(),
    )
    if name:
        font.Name = Name(f"/{name}")
    return pdf.make_indirect(font)


def with_type3_figure(path: Path, page: int = 3, name: str | None = "DejaVuSans") -> Path:
    """A figure (Form XObject in a Form XObject) set in a Type 3 font: a walk over page resources misses it."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = _form(pdf, b"BT /F0 12 Tf 20 20 Td (AAA) Tj ET", Font=Dictionary(F0=type3_font(pdf, name)))
        outer = _form(pdf, b"/Inner Do", XObject=Dictionary(Inner=inner))
        target = pdf.pages[page - 1]
        _add(target, "XObject", Figure=outer)
        _draw(target, b"q 1 0 0 1 200 200 cm /Figure Do Q")

    return edit_pdf(given(path), change)


def _form(pdf: pikepdf.Pdf, content: bytes, **resources: Dictionary) -> pikepdf.Object:
    form = pdf.make_stream(content)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, 200, 200])
    form.Resources = Dictionary(**resources)
    return form


def without_unicode_map(path: Path) -> Path:
    """All text by glyph numbers and no map to Unicode: it looks right and copies as nonsense."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for name, font in page.obj.Resources.Font.items():
                if font.Subtype == Name.TrueType:
                    page.obj.Resources.Font[name] = _by_glyph_numbers(pdf, font)
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(_two_bytes(page))))

    return edit_pdf(given(path), change)


def _by_glyph_numbers(pdf: pikepdf.Pdf, font: pikepdf.Object) -> pikepdf.Object:
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=font.BaseFont,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=font.FontDescriptor,
        CIDToGIDMap=Name.Identity,
        DW=500,
        W=Array([0, Array(_least_widths(font))]),
    )
    outer = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=font.BaseFont,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
    )
    return pdf.make_indirect(outer)


def _least_widths(font: pikepdf.Object) -> list[float]:
    """The width of each of the 60 glyphs: the least of the characters that it stands for, so that no line grows."""
    least = [500.0] * 60
    for code, width in enumerate(font.get("/Widths", Array()), int(font.get("/FirstChar", 0))):
        least[code % 60] = min(least[code % 60], float(width) or 500.0)
    return least


def _two_bytes(page: pikepdf.Page) -> Iterator[pikepdf.ContentStreamInstruction]:
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tj":
            wide = b"".join(bytes([0, code % 60]) for code in bytes(operands[0]))
            operands = [String(wide)]
        yield pikepdf.ContentStreamInstruction(operands, operator)


def with_image(path: Path, pixels: int = 100, inches: float = 3.0, page: int = 2, count: int = 1) -> Path:
    """A square picture `inches` wide made of `pixels` a side, `count` times."""

    def change(pdf: pikepdf.Pdf) -> None:
        gray = {"Width": pixels, "Height": pixels, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        raster = pdf.make_stream(ramp(pixels), Type=Name.XObject, Subtype=Name.Image, **gray)
        target = pdf.pages[page - 1]
        _add(target, "XObject", Picture=raster)
        for each in range(count):
            side = inches * 72
            _draw(target, b"q %f 0 0 %f %d 300 cm /Picture Do Q" % (side, side, 140 + 20 * each))

    return edit_pdf(given(path), change)


def ramp(pixels: int) -> bytes:
    """A square of greys, a byte a pixel."""
    return bytes((column * 255 // pixels + row) % 256 for row in range(pixels) for column in range(pixels))


def picture(pixels: int) -> io.BytesIO:
    """The same as PGM: no imaging library is needed to write one, and reportlab reads it."""
    return io.BytesIO(b"P5 %d %d 255\n" % (pixels, pixels) + ramp(pixels))


def scanned_pdf(path: Path, pages: int = 2) -> Path:
    """Pages that are pictures: ink and no text."""
    register_vera()
    canvas = Canvas(str(path), pagesize=A4, initialFontName="Vera", invariant=1)
    sheet = ImageReader(picture(1200))
    for _ in range(pages):
        canvas.drawImage(sheet, 60, 100, 470, 640)
        canvas.showPage()
    canvas.save()
    return path


def with_stencil_mask(path: Path) -> Path:
    """A one-bit stencil of three inches, through which black is painted."""
    return _with_raster(path, bytes(8 * 64), Width=64, Height=64, BitsPerComponent=1, ImageMask=True)


def with_gradient(path: Path) -> Path:
    """A ramp of 1 x 256 pixels stretched over three inches, as drawing programs write gradients."""
    gray = {"Width": 1, "Height": 256, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    return _with_raster(path, bytes(range(256)), **gray)


def _with_raster(path: Path, pixels: bytes, **entries: object) -> Path:
    def change(pdf: pikepdf.Pdf) -> None:
        raster = pdf.make_stream(pixels, Type=Name.XObject, Subtype=Name.Image, **entries)
        page = pdf.pages[1]
        _add(page, "XObject", Raster=raster)
        _draw(page, b"q 216 0 0 216 140 300 cm /Raster Do Q")

    return edit_pdf(given(path), change)
