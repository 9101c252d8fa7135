from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from pdf_makers import edit_pdf, paper_pdf
from proceedings.verification.pdf_pictures import looks_the_same


def pair(folder: Path, drawn: bytes) -> tuple[Path, Path]:
    """A paper, and the same with something drawn on page 2."""
    source, stamped = paper_pdf(folder / "a.pdf", 2), paper_pdf(folder / "b.pdf", 2)
    edit_pdf(stamped, lambda pdf: pdf.pages[1].contents_add(drawn, prepend=False))
    return source, stamped


@pytest.mark.parametrize(
    ("drawn", "same"),
    [
        (b"", True),
        (b"200 800 m 300 800 l S", True),  # at the head
        (b"200 30 100 5 re f", True),  # at the foot
        (b"200 400 m 300 400 l S", False),  # across the author's text
        (b"1 g 0 700 600 60 re f", False),  # white over it, from the head down
        (b"1 g 0 0 600 842 re f", False),
    ],
)
def test_a_stamp_adds_ink_at_head_and_foot_and_nothing_else(tmp_path: Path, drawn: bytes, same: bool) -> None:
    assert looks_the_same(*pair(tmp_path, drawn), 1) is same


def test_a_page_whose_content_was_moved_into_a_form_looks_the_same(tmp_path: Path) -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        form = pdf.make_stream(page.Contents.read_bytes(), Subtype=Name.Form, BBox=page.MediaBox)
        form.Resources, page.Resources = page.Resources, Dictionary(XObject=Dictionary(A=form))
        page.Contents = pdf.make_stream(b"/A Do")

    source, moved = paper_pdf(tmp_path / "a.pdf", 1), edit_pdf(paper_pdf(tmp_path / "b.pdf", 1), move)
    assert looks_the_same(source, moved, 0)


def test_a_page_that_lost_the_meaning_of_its_letters_is_not_the_same(tmp_path: Path) -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        every_letter = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0400> endbfrange"
        for font in pdf.pages[0].obj.Resources.Font.values():
            font.ToUnicode = pdf.make_stream(b"begincmap " + every_letter + b" endcmap")

    source, mute = paper_pdf(tmp_path / "a.pdf", 1), edit_pdf(paper_pdf(tmp_path / "b.pdf", 1), forget)
    assert not looks_the_same(source, mute, 0)


def test_a_page_that_cannot_be_drawn_is_not_the_same(tmp_path: Path) -> None:
    source = paper_pdf(tmp_path / "a.pdf", 1)
    assert not looks_the_same(source, source, 7)
    (tmp_path / "b.pdf").write_bytes(b"nothing")
    assert not looks_the_same(source, tmp_path / "b.pdf", 0)
    assert not looks_the_same(source, tmp_path / "c.pdf", 0)
