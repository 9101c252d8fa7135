from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Name, Pdf

from proceedings.stamping.pdf_page_content import Balance, content_balance, place_stamp
from stamp_makers import edge_pdf


def balance(tmp_path: Path, content: bytes) -> Balance:
    with Pdf.open(edge_pdf(tmp_path / "017.pdf", content=content)) as pdf:
        return content_balance(pdf, pdf.pages[0])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"q 1 0 0 1 0 0 cm Q", Balance()),
        (b"q q Q", Balance(states=1)),
        (b"BT (text) Tj", Balance(texts=1)),
        (b"/Span BMC /P <</MCID 0>> BDC EMC", Balance(marks=1)),
        (b"q Q Q", Balance(excess=True)),
        (b"Q q", Balance(excess=True)),
        (b"BT (a Q in a string) Tj ET % and Q in a comment", Balance()),
        (b"BT (a string without an end", Balance(excess=True)),
        (b"[1 2 3", Balance(excess=True)),
        (b"[[(text) 3] TJ] (text)", Balance(excess=True)),
        (b"", Balance()),
    ],
)
def test_a_page_says_what_its_content_leaves_open(content: bytes, expected: Balance, tmp_path: Path) -> None:
    assert balance(tmp_path, content) == expected


def test_what_is_open_is_closed_from_the_inside() -> None:
    assert Balance().closing() == "Q"
    assert Balance(states=2, texts=1, marks=1).closing() == "ET EMC Q Q Q"


def test_a_stream_that_unpacks_without_end_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    from proceedings.stamping import pdf_page_content

    monkeypatch.setattr(pdf_page_content, "MOST_CONTENT", 100_000)
    with Pdf.open(edge_pdf(tmp_path / "017.pdf")) as pdf:
        bomb = pdf.make_stream(b"")
        bomb.write(zlib.compress(b"Q " * 100_000), filter=Name.FlateDecode)
        pdf.pages[0].obj.Contents = bomb
        assert content_balance(pdf, pdf.pages[0]) == Balance()


def test_content_that_cannot_be_unpacked_does_not_hide_the_stamp(tmp_path: Path) -> None:
    with Pdf.open(edge_pdf(tmp_path / "017.pdf")) as pdf:
        page = pdf.pages[0]
        broken = pdf.make_stream(b"")
        broken.write(b"x\xef\xbf\xbd no deflate at all", filter=Name.FlateDecode)
        page.obj.Contents = broken
        form = pdf.make_stream(b"0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 50])
        place_stamp(pdf, page, form, (1, 0, 0, 1, 0, 0), pdf.make_stream(b"q\n"))
        pdf.save(tmp_path / "stamped.pdf")
        assert page.obj.Resources.XObject.AuthorContent.read_raw_bytes() == broken.read_raw_bytes()
    document = pypdfium2.PdfDocument(tmp_path / "stamped.pdf")
    bitmap = document[0].render(scale=1, grayscale=True)
    assert bytes(bitmap.buffer)[(bitmap.height - 25) * bitmap.stride + 25] == 0
    document.close()
