from __future__ import annotations

import random
import time
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from proceedings.inspection.pdf_content_scan import (
    Content,
    OversizedStreamError,
    decoded,
    fonts_shown,
    is_balanced,
    operators,
    page_content,
    parsed_operators,
)
from proceedings.stamping.pdf_page_content import Balance, content_balance

PIECES = (b"q", b"Q", b"(a q b)", b"(Q)", b"(a(b q)c)", b"<51>", b"[(q)-3(Q)]TJ", b"/q gs", b"\n", b"(\\(q )", b"%q\n")
OPEN_PIECES = (b"BT", b"ET", b"/P BMC", b"/P<</MCID 0>>BDC", b"EMC", b"q Q", b"BT ET", b"(", b")")


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return pikepdf.new()


@pytest.mark.parametrize(
    ("content", "balanced"),
    [
        (b"", True),
        (b"q Q", True),
        (b"q", False),
        (b"Q q", False),
        (b"q\n(Q Q) Tj\nQ", True),
        (b"(\\) Q) Tj", True),
        (b"(\\\\) Tj Q", False),
        (b"q % Q Q\nQ", True),
        (b"q BT /P<</MCID 0>>BDC[(a)-3(b)]TJ EMC ET/Im0 Do Q", True),
        (b"BT", False),
        (b"/P BMC", False),
        (b"EMC", False),
        (b"/Q Do", True),
        (b"q BT Q ET", False),
        (b"q " * 20 + b"Q " * 20, True),
        (b"[(a) -3", False),
        (b"] [", False),
        (b"(never closed Q", False),
        (b"/P <</MCID 0", False),
    ],
)
def test_content_is_balanced_where_it_closes_all_that_it_opens(content: bytes, balanced: bool) -> None:
    assert is_balanced(Content(content, whole=True)) is balanced


@pytest.mark.parametrize("content", [b"q BI /W 8 /H 1 /BPC 1 ID Q Q\nEI Q", b"((((deep)))) Tj", b"q Q\n" * (1 << 21)])
def test_what_only_a_full_parser_can_tell_does_not_count_as_balanced(content: bytes) -> None:
    assert not is_balanced(Content(content, whole=True))


def test_a_page_of_which_a_part_cannot_be_decoded_does_not_count_as_balanced(pdf: pikepdf.Pdf) -> None:
    page = pdf.add_blank_page()
    broken = pdf.make_stream(b"")
    broken.write(b"no zlib at all", filter=Name.FlateDecode)
    page.obj.Contents = Array([pdf.make_stream(b"q"), broken, pdf.make_stream(b"Q")])
    assert page_content(page.obj) == Content(b"q\n\nQ", whole=False)
    assert not is_balanced(page_content(page.obj))


def test_what_counts_as_balanced_leaves_nothing_open_for_the_full_parser(pdf: pikepdf.Pdf) -> None:
    chance = random.Random(11)
    page = pdf.add_blank_page()
    seen = 0
    for _ in range(3000):
        content = b" ".join(chance.choices(PIECES + OPEN_PIECES, k=chance.randint(1, 9)))
        if is_balanced(Content(content, whole=True)):
            seen += 1
            page.obj.Contents = pdf.make_stream(content)
            assert content_balance(pdf, page) == Balance(), content
    assert seen > 100


def test_a_string_that_never_ends_is_gone_through_once() -> None:
    start = time.process_time()
    assert operators(b"(" + b"\\(" * 1_000_000) is None
    assert time.process_time() - start < 2


def test_the_quick_ways_agree_with_the_full_parser(pdf: pikepdf.Pdf) -> None:
    chance = random.Random(7)
    for _ in range(500):
        content = b" ".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        stream = pdf.make_stream(content)
        slow = [operator for _, operator in parsed_operators(stream)]
        quick = operators(content)
        assert quick is not None and [operator for _, operator in quick] == slow


def test_only_fonts_with_shown_text_are_listed() -> None:
    content = b"BT /F1 12 Tf ET q /F#32 9 Tf (x) Tj Q BT /F3 1 Tf [(y)] TJ ET"
    assert list(fonts_shown(operators(content) or [])) == ["F2", "F3"]


def test_a_font_chosen_before_a_save_is_back_after_the_restore() -> None:
    assert list(fonts_shown(operators(b"/A 1 Tf q /B 1 Tf Q (x) Tj") or [])) == ["A"]


def test_a_stream_is_decoded_within_its_limit(pdf: pikepdf.Pdf) -> None:
    twice = zlib.compress(zlib.compress(b"x" * 1000))
    stream = pdf.make_stream(b"")
    stream.write(twice, filter=Array([Name.FlateDecode, Name.FlateDecode]))
    assert decoded(stream, 1000) == b"x" * 1000
    with pytest.raises(OversizedStreamError):
        decoded(stream, 999)


def test_content_that_nothing_compresses_may_be_as_large_as_any(pdf: pikepdf.Pdf) -> None:
    plot = b"140 200 m 141 201 l S\n" * 300_000
    assert decoded(pdf.make_stream(plot)) == plot
    assert decoded(pdf.make_stream(plot), len(plot)) == plot
    with pytest.raises(OversizedStreamError):
        decoded(pdf.make_stream(plot), len(plot) - 1)


def test_the_size_of_a_stream_is_that_behind_its_predictor_and_its_armour(pdf: pikepdf.Pdf) -> None:
    rows = random.Random(5).randbytes(6 << 20)
    predicted, armoured = pdf.make_stream(b""), pdf.make_stream(b"")
    marked = b"".join(b"\0" + rows[at : at + 1024] for at in range(0, len(rows), 1024))
    parameters = Dictionary(Predictor=12, Columns=1024)
    predicted.write(zlib.compress(marked, 1), filter=Name.FlateDecode, decode_parms=parameters)
    armoured.write(zlib.compress(rows, 1).hex().encode() + b">", filter=Array([Name.ASCIIHexDecode, Name.FlateDecode]))
    for stream in (predicted, armoured):
        assert decoded(stream) == rows
        with pytest.raises(OversizedStreamError):
            decoded(stream, len(rows) - 1)


def test_a_broken_stream_is_read_as_far_as_it_goes_or_is_empty(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"no zlib at all", filter=Name.FlateDecode)
    assert decoded(stream) == b""
