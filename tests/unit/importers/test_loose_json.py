from __future__ import annotations

from pathlib import Path

import pytest

from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.loose_json import LOST_LETTERS, NO_NUMBERS, ODD_SHAPE, JsonObject, read_json
from proceedings.importers.plain_files import NOT_UTF8, UTF_16


def content_of(folder: Path, written: bytes, doubts: list[Doubt] | None = None) -> object:
    path = folder / "export.json"
    path.write_bytes(written)
    return read_json(path, [] if doubts is None else doubts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_every_form(encoding: str, tmp_path: Path) -> None:
    doubts: list[Doubt] = []
    assert content_of(tmp_path, '{"title": "Şahin"}'.encode(encoding), doubts) == {"title": "Şahin"}
    assert [each.fact for each in doubts] == [UTF_16] * (encoding == "utf-16")


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    doubts: list[Doubt] = []
    assert content_of(tmp_path, '{"title": "Müller – Ø"}'.encode("cp1252"), doubts) == {"title": "Müller – Ø"}
    assert doubts == [Doubt(fact=NOT_UTF8, where="export.json")]


def test_numbers_come_as_they_are_written_and_what_is_no_number_is_told(tmp_path: Path) -> None:
    doubts: list[Doubt] = []
    digits = "9" * 5000
    content = content_of(tmp_path, f'{{"a": 007.0e1, "b": {digits}}}'.replace("007", "7").encode(), doubts)
    assert content == {"a": "7.0e1", "b": digits}
    assert doubts == []
    assert content_of(tmp_path, b'{"a": NaN, "b": -Infinity}', doubts) == {"a": None, "b": None}
    assert doubts == [Doubt(fact=NO_NUMBERS, where="export.json")]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (b'[\n {"pid": 7,\n  "title": "Fa', "line 3, column 12: the file ends in the middle"),
        (b'[\n {"pid": 7},', "line 2, column 13: the file ends in the middle"),
        (b'[{"pid": 7}]\n\xef\xbb\xbf[{"pid": 9}]', "line 2, column 1: .* two exports joined"),
        (b'[{"pid": 7,}]', "line 1, column 1[12]: this is not JSON"),
        (b" \n", "the file is empty"),
        (b"<!DOCTYPE html><html>", "a web page or XML, not JSON"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_one_line_with_its_place(written: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        content_of(tmp_path, written)
    assert "\n" not in str(error.value)


def test_a_value_of_another_shape_is_left_out_and_told_once() -> None:
    doubts: list[Doubt] = []
    paper = JsonObject({"title": {"a": 1}, "topics": ["x", None, 3.5]}, "paper 7", doubts)
    assert (paper.text("title"), paper.text("title", "absent")) == ("", "")
    assert paper.texts("topics") == ["x"]
    assert paper.parts("title")[0].text("b") == ""
    assert doubts == [
        Doubt(fact=ODD_SHAPE, where="paper 7, 'title'"),
        Doubt(fact=ODD_SHAPE, where="paper 7, 'topics'"),
    ]


def test_half_a_letter_is_shown_as_lost() -> None:
    doubts: list[Doubt] = []
    paper = JsonObject({"title": "A\ud800B"}, "paper 7", doubts)
    assert paper.text("title") == "A\ufffdB"
    assert [doubt.fact for doubt in doubts] == [LOST_LETTERS]
