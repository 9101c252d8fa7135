from __future__ import annotations

from pikepdf import Pdf

from proceedings.records.placement import PageStamp, StampLine
from proceedings.stamping.pdf_stamp_drawing import StampSheet, stamp_forms
from stamp_makers import stamp


def sheet(text: str) -> StampSheet:
    return StampSheet(stamp("41", StampLine(place="foot-centre", text=text)), 360, 540)


def font_names(*texts: str) -> set[str]:
    with Pdf.new() as pdf:
        forms = stamp_forms(pdf, [sheet(text) for text in texts])
        return {str(font.BaseFont) for form in forms if form is not None for font in form.Resources.Font.values()}


def test_all_pages_share_one_set_of_fonts() -> None:
    with Pdf.new() as pdf:
        first, second = stamp_forms(pdf, [sheet("41"), sheet("42")])
        assert first is not None
        assert second is not None
        assert first.Resources.Font.keys() == second.Resources.Font.keys()
        assert len(font_names("41", "42")) == 1


def test_subsets_of_different_papers_have_names_of_their_own() -> None:
    assert font_names("Ada") != font_names("Mausam")
    assert font_names("Ada") == font_names("Ada")


def test_a_stamp_without_lines_is_no_form() -> None:
    with Pdf.new() as pdf:
        assert stamp_forms(pdf, [StampSheet(PageStamp(label="41"), 360, 540)]) == [None]
        forms = stamp_forms(pdf, [StampSheet(PageStamp(label="41"), 360, 540), sheet("42")])
        assert [form is None for form in forms] == [True, False]
