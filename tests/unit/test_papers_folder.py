from __future__ import annotations

from pathlib import Path

import pytest

from proceedings.papers_folder import CAMERA_READY, FORM, SOURCE, author_file, beside, own_file


@pytest.mark.parametrize("name", ["017.pdf", "017.PDF", "017.Pdf"])
def test_a_paper_is_found_in_whatever_capitals_its_ending_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert author_file(tmp_path, "017") == tmp_path / name


def test_of_several_the_one_in_small_letters_is_the_paper_s(tmp_path: Path) -> None:
    for name in ("017.PDF", "017.pdf"):
        (tmp_path / name).write_bytes(b"")
    assert author_file(tmp_path, "017") == tmp_path / "017.pdf"


def test_a_paper_that_has_not_come_is_awaited_under_the_usual_name(tmp_path: Path) -> None:
    (tmp_path / "17.PDF").write_bytes(b"")
    (tmp_path / "017.PDF").mkdir()
    assert author_file(tmp_path, "017") == tmp_path / "017.pdf"
    assert author_file(tmp_path / "nowhere", "017") == tmp_path / "nowhere" / "017.pdf"


def test_the_capitals_of_an_id_count() -> None:
    names = ("a7.PDF", "A7.zip", "A7-Rights.Pdf")
    assert (own_file("a7", CAMERA_READY, names), own_file("A7", CAMERA_READY, names)) == ("a7.PDF", None)
    assert (own_file("A7", SOURCE, names), own_file("a7", SOURCE, names)) == ("A7.zip", None)
    assert (own_file("A7", FORM, names), own_file("a7", FORM, names)) == ("A7-Rights.Pdf", None)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("017-Rights.PDF", ("017", "rights")),
        ("017-supplement.tar.gz", ("017", "supplement")),
        ("a-rights-rights.pdf", ("a-rights", "rights")),
        ("017-rights", ("", "")),
        ("017.pdf", ("", "")),
        ("forms/017-rights.pdf/x", ("", "")),
    ],
)
def test_a_form_and_a_supplement_say_whose_they_are(name: str, whose: tuple[str, str]) -> None:
    assert beside(name) == whose
