from __future__ import annotations

import random
import zlib

import pikepdf
import pytest
from pikepdf import Array, Name

from proceedings.inspection.pdf_content_scan import (
    OversizedStreamError,
    decoded,
    fonts_shown,
    operators,
    parsed_operators,
    restores_too_often,
)

PIECES = (b"q", b"Q", b"(a q b)", b"(Q)", b"(a(b q)c)", b"<51>", b"[(q)-3(Q)]TJ", b"/q gs", b"\n", b"(\\(q )", b"%q\n")


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return pikepdf.new()


@pytest.mark.parametrize(
    ("content", "excess"),
    [
        (b"q Q", False),
        (b"q Q Q", True),
        (b"Q q", True),
        (b"q\n(Q Q) Tj\nQ", False),
        (b"(\\) Q) Tj", False),
        (b"q BI /W 8 /H 1 /BPC 1 ID Q Q\nEI Q", False),
        (b"q % Q Q\nQ", False),
        (b"(\\\\) Tj Q", True),
        (b"/Q Do", False),
    ],
)
def test_a_restore_without_a_save_is_seen_and_letters_in_strings_are_not(
    pdf: pikepdf.Pdf, content: bytes, excess: bool
) -> None:
    assert restores_too_often(content, pdf.make_stream(content)) is excess


def test_the_quick_ways_agree_with_the_full_parser(pdf: pikepdf.Pdf) -> None:
    chance = random.Random(7)
    for _ in range(500):
        content = b" ".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        stream = pdf.make_stream(content)
        slow = [operator for _, operator in parsed_operators(stream)]
        quick = operators(content)
        assert quick is not None and [operator for _, operator in quick] == slow
        depths = [slow[:end].count(b"q") - slow[:end].count(b"Q") for end in range(len(slow) + 1)]
        assert restores_too_often(content, stream) is (min(depths) < 0)


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


def test_a_broken_stream_is_read_as_far_as_it_goes_or_is_empty(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"no zlib at all", filter=Name.FlateDecode)
    assert decoded(stream) == b""
