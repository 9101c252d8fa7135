"""Content that was moved into a form before it was stamped is still the author's; anything less is not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from lined_pages import line, page, text_lines
from pdf_defects import with_excess_restore
from pdf_makers import paper_pdf
from proceedings.records.facts import LONGEST_LINE, MOST_LINES
from proceedings.stamping.pdf_stamping import stamp_paper
from proceedings.verification.pages import changed_pages, lacks_in_bands, repeated_labels
from proceedings.verification.pdf_reading import FinishedPdf
from stamp_makers import order
from verification_makers import Change


def changed(tmp_path: Path, change: Change | None = None) -> list[int]:
    """The pages of a stamped paper whose second page restores too often, after `change` to the stamped file."""
    author, stamped = with_excess_restore(tmp_path / "017.pdf"), tmp_path / "stamped.pdf"
    stamped.write_bytes(stamp_paper(order("017", 4), author).content)
    if change:
        with Pdf.open(stamped, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(stamped)
    return changed_pages(FinishedPdf(author, strict=False), FinishedPdf(stamped))


def test_content_that_was_moved_into_a_form_is_all_there(tmp_path: Path) -> None:
    assert changed(tmp_path) == []


def _cut(pdf: Pdf) -> None:
    form = pdf.pages[1].obj.Resources.XObject.AuthorContent
    form.write(form.read_bytes()[:-40])


def _clip(pdf: Pdf) -> None:
    pdf.pages[1].obj.Resources.XObject.AuthorContent.BBox = Array([0, 0, 300, 300])


def _shrink(pdf: Pdf) -> None:
    pdf.pages[1].obj.Resources.XObject.AuthorContent.Matrix = Array([0.5, 0, 0, 0.5, 0, 0])


def _move(pdf: Pdf) -> None:
    pdf.pages[1].contents_add(b"1 0 0 1 9 9 cm", prepend=True)


def _leave_out(pdf: Pdf) -> None:
    pdf.pages[1].obj.Contents = Array([pdf.make_stream(b"q Q"), *list(pdf.pages[1].obj.Contents)[2:]])


def _swap_fonts(pdf: Pdf) -> None:
    resources = pdf.pages[1].obj.Resources.XObject.AuthorContent.Resources
    first, second = sorted(resources.Font.keys())
    resources.Font = Dictionary({first: resources.Font[second], second: resources.Font[first]})


@pytest.mark.parametrize("change", [_cut, _clip, _shrink, _move, _leave_out, _swap_fonts])
def test_a_form_that_does_not_show_all_of_it_is_caught(tmp_path: Path, change: Change) -> None:
    assert changed(tmp_path, change) == [1]


def test_content_under_another_name_is_no_form_of_ours(tmp_path: Path) -> None:
    assert FinishedPdf(paper_pdf(tmp_path / "017.pdf")).form(0, "AuthorContent") is None


def test_a_picture_is_no_form(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "017.pdf", 1)
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        pdf.pages[0].add_resource(picture, Name.XObject, Name.AuthorContent)
        pdf.save(path)
    assert FinishedPdf(path).form(0, "AuthorContent") is None


def test_a_number_in_the_text_is_none_in_the_bands() -> None:
    assert lacks_in_bands(page(1, [line("as in Table 57", 135, 400), line("A Running Head", 135, 60)]), "57")


@pytest.mark.parametrize("baseline", [60, 110, 735, 800])
def test_a_number_in_the_head_or_foot_band_is_not_ruled_out(baseline: float) -> None:
    assert not lacks_in_bands(page(1, [*text_lines(), line("57", 300, baseline)]), "57")


def test_a_part_of_a_longer_number_is_not_ruled_out_since_a_band_may_cut_it() -> None:
    climbing = msgspec.structs.replace(line("arXiv:1234.5678", 20, 400), box=(20.0, 80.0, 30.0, 500.0), turned=90)
    assert not lacks_in_bands(page(1, [climbing]), "56")


def test_where_text_was_left_out_no_number_is_ruled_out() -> None:
    assert not lacks_in_bands(page(1, [line("a" * LONGEST_LINE, 20, 60)]), "57")
    assert not lacks_in_bands(page(1, [line("a", 300, 400)] * MOST_LINES), "57")


def test_a_label_that_several_pages_bear_is_told_once() -> None:
    assert repeated_labels(["i", "1", "2", "2", "2"]) == ['3 pages are labelled "2"']
    assert repeated_labels(["i", "ii", "1", "2"]) == []
