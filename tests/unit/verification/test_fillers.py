from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from builders import paper
from pdf_makers import add_link
from proceedings.records.placement import Pagination, Placement, TypesetPart
from proceedings.verification.fillers import FillersRead, read_fillers, uncounted_pages
from proceedings.verification.pdf_reading import FinishedPdf
from proceedings.verification.readback import TypesetRead
from proceedings.verification.volume_layout import VolumeLayout
from verification_makers import Change

GAPS = Pagination(
    placements=(
        Placement(paper="017", first_page=2, last_page=2, blanks_before=1),
        Placement(paper="033", first_page=7, last_page=9, standing="missing", blanks_after=1),
    ),
    next_page=11,
)
"""A blank page, a paper of one page, a gap in the labels, and three pages for a paper that is not there."""

LAYOUT = VolumeLayout(GAPS, front=TypesetPart(pages=2))
PLACEHOLDER = TypesetRead({4: "A Paper That Never Came"}, ())
PAPERS = {"033": paper("033", title="A Paper that Never Came")}


def fillers(path: Path, change: Change | None = None, typeset: TypesetRead = PLACEHOLDER) -> FillersRead:
    """What is read of eight blank pages after `change`."""
    with Pdf.new() as pdf:
        for _ in range(LAYOUT.pages):
            pdf.add_blank_page()
        if change:
            change(pdf)
        pdf.save(path / "volume.pdf")
    return read_fillers(FinishedPdf(path / "volume.pdf", strict=False), LAYOUT, typeset, PAPERS)


def test_fillers_are_where_the_pagination_says_whatever_their_labels() -> None:
    assert LAYOUT.fillers() == [(2, None), (4, "033"), (5, None), (6, None), (7, None)]


def test_blank_pages_and_placeholders_are_counted(tmp_path: Path) -> None:
    assert fillers(tmp_path) == FillersRead(1, 4, [])


def draw(pdf: Pdf) -> None:
    pdf.pages[5].obj.Contents = pdf.make_stream(b"0 0 9 9 re f")


def link(pdf: Pdf) -> None:
    add_link(pdf, pdf.pages[5], (0, 0, 9, 9), Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit])))


@pytest.mark.parametrize("change", [draw, link])
def test_a_blank_page_that_shows_something_is_told(tmp_path: Path, change: Change) -> None:
    found = fillers(tmp_path, change)
    assert (found.blanks, found.troubles) == (3, ["page 6 should be blank and is not"])


def test_a_placeholder_that_does_not_name_its_paper_is_told(tmp_path: Path) -> None:
    found = fillers(tmp_path, typeset=TypesetRead({4: "Another Paper"}, ()))
    assert (found.placeholders, found.troubles) == (0, ["page 5 stands in for paper 033 and does not name it"])


def test_the_pages_of_the_volume_are_those_of_its_papers_of_its_matter_and_the_fillers() -> None:
    read = FillersRead(1, 4, [])
    assert uncounted_pages(8, 1, 2, read) == []
    (told,) = uncounted_pages(9, 1, 2, read)
    assert told == "the volume has 9 pages, and there are 1 of papers, 2 of front and back matter, 5 fillers"
