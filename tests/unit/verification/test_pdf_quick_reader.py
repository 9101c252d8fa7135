from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject

from pdf_makers import edit_pdf, paper_pdf
from proceedings.verification.pdf_quick_reader import NotPlainError, QuickReader


def packed(path: Path) -> bytes:
    """The same file with its objects in object streams, as finished files have them."""
    with pikepdf.open(path) as pdf:
        file = io.BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def spelled(thing: Any) -> Any:
    """An object with its kinds, references unresolved."""
    if isinstance(thing, IndirectObject):
        return ("R", thing.idnum, thing.generation)
    if isinstance(thing, StreamObject):
        return ("stream", spelled(DictionaryObject(thing)), thing._data, type(thing).__name__)
    if isinstance(thing, DictionaryObject):
        return ("<<", {str(key): spelled(value) for key, value in dict.items(thing)})
    if isinstance(thing, ArrayObject):
        return ("[", [spelled(each) for each in list.__iter__(thing)])
    return (type(thing).__name__, None if isinstance(thing, NullObject) else thing)


def assert_read_alike(content: bytes) -> None:
    quick, slow = QuickReader(content, strict=False), PdfReader(io.BytesIO(content), strict=False)
    numbers = sorted({*slow.xref_objStm, *slow.xref.get(0, {})})
    assert numbers
    for number in numbers:
        assert spelled(quick.get_object(number)) == spelled(slow.get_object(number)), number


def reader() -> QuickReader:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    return QuickReader(file.getvalue(), strict=True)


def test_every_object_of_a_paper_is_read_as_pypdf_reads_it(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", 3)
    assert_read_alike(path.read_bytes())
    assert_read_alike(packed(path))


def test_every_object_of_the_sample_papers_is_read_as_pypdf_reads_it() -> None:
    for path in sorted((Path(__file__).parents[3] / "papers").glob("*.pdf")):
        assert_read_alike(packed(path))


def test_strings_and_names_of_every_kind_are_read_as_pypdf_reads_them(tmp_path: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Odd"] = pdf.make_indirect(
            Dictionary(
                {
                    "/Text": Array(
                        [String(text) for text in ("", "a(b)c", "((()))", ")(", "\\", "a\nb\rc\t", "ü", "ığ 文")]
                    ),
                    "/Bytes": Array([String(bytes(range(256))), String(b"\xfe\xff\x00("), String(b"%>>]/")]),
                    "/Names": Array([Name("/A B"), Name("/#"), Name("/x/y"), Name("/é")]),
                    "/Numbers": Array([0, -7, 10**9, -0.5, 0.25, 612.0]),
                    "/Words": Array([True, False, None]),
                }
            )
        )

    path = edit_pdf(paper_pdf(tmp_path / "a.pdf", 1), plant)
    assert_read_alike(packed(path))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (b"[1 0 R 2 .5 -.5 +3]", ["R", "NumberObject", "FloatObject", "FloatObject", "NumberObject"]),
        (b"[(a\\(b) (\\101) <4142> () <>]", ["TextStringObject"] * 5),
        (b"[null true false/N]", ["NullObject", "BooleanObject", "BooleanObject", "NameObject"]),
    ],
)
def test_plain_objects_are_told_apart(text: bytes, meaning: list[str]) -> None:
    assert [spelled(each)[0] for each in list.__iter__(reader().plain_object(text))] == meaning  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        b"<< /A 1",
        b"[1 2",
        b"1 2",
        b"]",
        b"<< /A 1 /A 2 >>",
        b"<< /A >>",
        b"<< 1 2 >>",
        b"[1 % a remark\n 2]",
        b"[(a\\qb)]",
        b"[(a\\777b)]",
        b"[(a\\\nb)]",
        b"[<41 4>]",
        b"[1a --5 1.2.3]",
        b"[(unbalanced]",
        b"3 0 R",
        b"",
    ],
)
def test_what_is_not_plainly_written_is_left_to_pypdf(text: bytes) -> None:
    with pytest.raises(NotPlainError):
        reader().plain_object(text)


def test_brackets_that_never_close_take_no_time() -> None:
    with pytest.raises(NotPlainError):
        reader().plain_object(b"[" + b"(" * 5_000 + b"a" * 50_000)


def test_a_stream_whose_length_lies_is_left_to_pypdf(tmp_path: Path) -> None:
    content = paper_pdf(tmp_path / "a.pdf", 1).read_bytes()
    assert b"/Length " in content
    assert_read_alike(content.replace(b"/Length ", b"/Length 1", 1))


def test_an_object_is_read_once(tmp_path: Path) -> None:
    quick = QuickReader(packed(paper_pdf(tmp_path / "a.pdf", 1)), strict=True)
    number = min(quick.xref_objStm)
    assert quick.get_object(number) is quick.get_object(number)


def test_an_encrypted_file_is_read_as_pypdf_reads_it(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", 1)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False))
    assert_read_alike((tmp_path / "b.pdf").read_bytes())
