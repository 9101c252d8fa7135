"""A finding that has a place on its page says which, so that the report can show it."""

from __future__ import annotations

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from builders import facts, paper
from lined_pages import line, page, text_lines
from pdf_makers import edit_pdf, given
from proceedings.checks.fonts import font_not_embedded, type3_font
from proceedings.checks.links import broken_link
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.reading.reading import Reading
from proceedings.records.facts import BrokenLink, FontFacts, LinkFacts, PageFacts, PaperFacts

LABELS = [line("0.5", 200, y, font="DejaVuSans", width=20) for y in (200, 240)]


def drawn() -> PaperFacts:
    sheet = page(2, [*text_lines(first=300), *LABELS])
    return PaperFacts(paper="017", pages=(PageFacts(number=1, width=595.276, height=841.89), sheet))


def with_font(font: FontFacts) -> PaperFacts:
    return msgspec.structs.replace(drawn(), fonts=(font,))


def test_a_font_is_shown_by_the_lines_that_are_set_in_it() -> None:
    place = (200.0, 193.0, 220.0, 242.0)
    (drawn_glyphs,) = type3_font(
        paper(), Reading(with_font(FontFacts(name="DejaVuSans", kind="Type3", pages=(2,)))), Rules()
    )
    assert drawn_glyphs.box == place
    missing = FontFacts(name="DejaVuSans", kind="TrueType", embedded=False, pages=(2,))
    assert [each.box for each in font_not_embedded(paper(), Reading(with_font(missing)), Rules())] == [place]


def test_a_font_without_a_name_has_no_place() -> None:
    (made,) = type3_font(paper(), Reading(with_font(FontFacts(kind="Type3", pages=(2,)))), Rules())
    assert (made.page, made.box) == (2, None)


def test_a_broken_link_is_shown_where_it_stands() -> None:
    broken = (BrokenLink(page=2, target="cite.x", box=(100.0, 200.0, 120.0, 210.0)),)
    (made,) = broken_link(paper(), Reading(facts(links=LinkFacts(broken=broken))), Rules())
    assert made.box == broken[0].box


def test_the_place_of_a_broken_link_is_that_of_the_page_as_displayed(tmp_path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 700, 140, 712]), Dest=String("nowhere"))
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    path = edit_pdf(given(tmp_path / "017.pdf"), change)
    (broken,) = inspect_paper(path, "017").links.broken
    assert broken.box == (100.0, 129.89, 140.0, 141.89)
