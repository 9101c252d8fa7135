from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pypdfium2
from msgspec.structs import replace
from pikepdf import Pdf

from proceedings.bidi import isolated
from proceedings.records.placement import PageStamp, StampLine
from proceedings.stamping.pdf_stamp_drawing import StampSheet, stamp_forms
from proceedings.stamping.pdf_stamping import stamp_paper
from stamp_makers import edge_pdf, order, stamp


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


def test_names_of_all_scripts_are_stamped_in_reading_order(tmp_path: Path) -> None:
    names = f"42      Ada Sample and {isolated('محمد علي')} and 山田太郎"
    lines = (StampLine(place="head-left", text=names), StampLine(place="foot-centre", text="42"))
    made = order("017", 1).pages[0]
    stamped = stamp_paper(
        replace(order("017", 1), pages=(replace(made, lines=lines),)), edge_pdf(tmp_path / "017.pdf", pages=1)
    )
    (page,) = pypdf.PdfReader(io.BytesIO(stamped.content)).pages
    assert "42      Ada Sample and محمد علي and 山田太郎" in page.extract_text()
    with pypdfium2.PdfDocument(stamped.content) as document:
        text = document[0].get_textpage()
        places = {sign: text.get_charbox(text.get_text_range().index(sign))[0] for sign in "دي山A"}
    assert places["A"] < places["ي"] < places["د"] < places["山"]


def test_subsets_of_different_papers_have_names_of_their_own() -> None:
    assert font_names("Ada") != font_names("Mausam")
    assert font_names("Ada") == font_names("Ada")


def test_a_stamp_without_lines_is_no_form() -> None:
    with Pdf.new() as pdf:
        assert stamp_forms(pdf, [StampSheet(PageStamp(label="41"), 360, 540)]) == [None]
        forms = stamp_forms(pdf, [StampSheet(PageStamp(label="41"), 360, 540), sheet("42")])
        assert [form is None for form in forms] == [True, False]
