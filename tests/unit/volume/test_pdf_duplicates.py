from __future__ import annotations

from pikepdf import Dictionary, Name, Object, Pdf

from proceedings.volume.pdf_duplicates import share_font_files


def descriptor(pdf: Pdf, content: bytes, **entries: int) -> Object:
    file = pdf.make_stream(content, **entries)
    return pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, FontName=Name.Face, FontFile2=file))


def test_equal_font_files_are_kept_once() -> None:
    with Pdf.new() as pdf:
        first, second, other = descriptor(pdf, b"face"), descriptor(pdf, b"face"), descriptor(pdf, b"another")
        assert share_font_files(pdf) == 1
        assert first.FontFile2.objgen == second.FontFile2.objgen != other.FontFile2.objgen


def test_equal_bytes_that_are_read_differently_stay_apart() -> None:
    with Pdf.new() as pdf:
        descriptor(pdf, b"face", Length1=4)
        descriptor(pdf, b"face", Length1=3)
        assert share_font_files(pdf) == 0
