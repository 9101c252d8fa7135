"""Makers of PDFs that nobody writes by accident: bombs, endless trees, pages beyond all measure."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from pdf_makers import edit_pdf, given

MEBIBYTE = 1 << 20


def inflating(block: bytes, times: int, head: bytes = b"") -> bytes:
    """Deflated bytes that inflate to `head` and `times` copies of `block`; the block is deflated once."""
    compress = zlib.compressobj(9)
    start = compress.compress(head) + compress.flush(zlib.Z_FULL_FLUSH)
    again = compress.compress(block) + compress.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(head)
    for _ in range(times):
        check = zlib.adler32(block, check)
    return start + again * times + b"\x03\x00" + check.to_bytes(4, "big")


def written(path: Path, objects: Iterator[bytes] | list[bytes]) -> Path:
    """A PDF of numbered objects, the first of which is the catalogue."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    path.write_bytes(content)
    return path


def deep_page_tree(path: Path, levels: int = 20_000) -> Path:
    """One page below so many nodes."""

    def objects() -> Iterator[bytes]:
        yield b"<</Type/Catalog/Pages 2 0 R>>"
        for number in range(2, levels + 2):
            parent = b"/Parent %d 0 R" % (number - 1) if number > 2 else b""
            yield b"<</Type/Pages/Count 1%b/Kids[%d 0 R]>>" % (parent, number + 1)
        yield b"<</Type/Page/MediaBox[0 0 595 842]/Parent %d 0 R>>" % (levels + 1)

    return written(path, objects())


def deep_outline(path: Path, levels: int = 20_000) -> Path:
    """A bookmark below a bookmark, so many times."""

    def objects() -> Iterator[bytes]:
        yield b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>"
        yield b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
        yield b"<</Type/Page/MediaBox[0 0 595 842]/Parent 2 0 R>>"
        for number in range(4, levels + 4):
            yield b"<</Title(x)/Parent %d 0 R/First %d 0 R/Last %d 0 R>>" % (number - 1, number + 1, number + 1)
        yield b"<</Title(end)>>"

    return written(path, objects())


def object_stream_bomb(path: Path, megabytes: int = 900) -> Path:
    """Catalogue and page lie in an object stream that inflates to `megabytes`, of which white space is the most."""
    inner = [b"<</Type/Catalog/Pages 3 0 R>>", b"<</Type/Pages/Count 1/Kids[4 0 R]>>"]
    inner.append(b"<</Type/Page/MediaBox[0 0 595 842]/Parent 3 0 R>>")
    places = [sum(len(each) + 1 for each in inner[:at]) for at in range(len(inner))]
    table = b" ".join(b"%d %d" % (number, place) for number, place in enumerate(places, 2)) + b" "
    raw = inflating(b" " * MEBIBYTE, megabytes, head=table + b" ".join(inner))
    content = bytearray(b"%PDF-1.7\n1 0 obj\n")
    content += b"<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (len(table), len(raw))
    content += raw + b"\nendstream\nendobj\n"
    start = len(content)
    rows = [(0, 0, 65535), (1, 9, 0), (2, 1, 0), (2, 1, 1), (2, 1, 2), (1, start, 0)]
    index = b"".join(struct.pack(">BIH", *row) for row in rows)
    content += b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 2 0 R/Length %d>>\nstream\n" % len(index)
    content += index + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(content)
    return path


def image_bomb(path: Path, side: int = 22_900) -> Path:
    """A grey picture of half a gigabyte, white throughout, in half a megabyte."""

    def change(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=side, Height=side)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        image.write(inflating(b"\xff" * side * 100, side // 100), filter=Name.FlateDecode)
        _show(pdf, image)

    return edit_pdf(given(path), change, compress_streams=False)


def font_bomb(path: Path, megabytes: int = 500) -> Path:
    """A font program and its Unicode map inflate to `megabytes` each."""

    def change(pdf: pikepdf.Pdf) -> None:
        raw = inflating(b" " * MEBIBYTE, megabytes)
        for each in pdf.objects:
            if isinstance(each, Dictionary) and each.get("/Type") == Name.Font:
                each.ToUnicode = pdf.make_stream(b"")
                each.ToUnicode.write(raw, filter=Name.FlateDecode)
                each.FontDescriptor.FontFile2.write(raw, filter=Name.FlateDecode)

    return edit_pdf(given(path), change, compress_streams=False)


def nested_forms(path: Path, depth: int = 12, copies: int = 10) -> Path:
    """Forms that each show the next ten times: a million million lines of drawing in a kilobyte."""

    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"0 0 1 1 re f", Subtype=Name.Form, BBox=Array([0, 0, 600, 900]))
        for _ in range(depth):
            resources = Dictionary(XObject=Dictionary(F=form))
            form = pdf.make_stream(b"/F Do " * copies, Subtype=Name.Form, BBox=Array([0, 0, 600, 900]))
            form.Resources = resources
        _show(pdf, form)

    return edit_pdf(given(path), change)


def path_of_points(path: Path, points: int = 10_000_000) -> Path:
    """One line through so many points, in as few bytes as there can be."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(zlib.compress(b"0 0 m " + b"9 9 l 8 1 l " * (points // 2) + b"S"), filter=Name.FlateDecode)
        pdf.pages[0].obj.Contents = stream

    return edit_pdf(given(path), change, compress_streams=False)


def crowded_page(path: Path, words: int = 300_000) -> Path:
    """A page on which so many words are set, each by itself."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        block = b"".join(b"1 0 0 1 %d %d Tm (word)Tj " % (at * 7 % 560, at * 13 % 800) for at in range(1000))
        content = b"BT %b 3 Tf " % str(font).encode() + block * (words // 1000) + b"ET"
        pdf.pages[0].obj.Contents = pdf.make_stream(content)

    return edit_pdf(given(path), change)


def _show(pdf: pikepdf.Pdf, drawn: pikepdf.Object) -> None:
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(X=pdf.make_indirect(drawn))
    page.Contents = pdf.make_stream(b"q 400 0 0 400 90 90 cm /X Do Q")


def without_widths(path: Path) -> Path:
    """All fonts without the widths of their characters, which the standard demands of them."""

    def change(pdf: pikepdf.Pdf) -> None:
        for font in _fonts(pdf):
            for key in ("/Widths", "/FirstChar", "/LastChar"):
                if key in font:
                    del font[key]

    return edit_pdf(given(path), change)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Font)
