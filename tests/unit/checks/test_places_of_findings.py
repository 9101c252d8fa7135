"""A finding that has a place on its page says which, so that the report can show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from builders import facts, paper
from lined_pages import line, page, reading_of, text_lines
from pdf_makers import edit_pdf, given
from proceedings.boxes import bounds
from proceedings.checks.blank_pages import blank_page
from proceedings.checks.column_layout import column_count, gutter
from proceedings.checks.fonts import font_not_embedded, no_unicode_map, type3_font
from proceedings.checks.links import broken_link
from proceedings.checks.page_boxes import page_box, page_size, rotated_page
from proceedings.checks.page_count import page_limit
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import FormatProfile, PageRule
from proceedings.reading.reading import Reading
from proceedings.records.facts import BrokenLink, FontFacts, LinkFacts, PageFacts, PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

Check = Callable[[Paper, Reading, Rules], Iterator[Finding]]

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


@pytest.mark.parametrize(
    ("check", "change"),
    [
        (page_size, {"width": 500.0}),
        (page_box, {"box_problem": "has a CropBox outside its MediaBox"}),
        (rotated_page, {"rotate": 90}),
        (blank_page, {"ink": None, "characters": 0}),
    ],
)
def test_what_is_wrong_with_a_page_is_shown_by_all_of_it(check: Check, change: dict[str, Any]) -> None:
    odd = msgspec.structs.replace(drawn().pages[1], **change)
    given = PaperFacts(paper="017", pages=(page(1, text_lines()), odd))
    (made,) = check(paper(), Reading(given), Rules(profile=FormatProfile(page_sizes=("a4",))))
    assert (made.page, made.box) == (2, (0.0, 0.0, odd.width, odd.height))


def test_text_without_unicode_values_is_shown_by_its_lines() -> None:
    sheet = msgspec.structs.replace(drawn().pages[1], characters=100, garbled_characters=60)
    font = FontFacts(name="DejaVuSans", kind="Type0", unicode_map=False, pages=(2,))
    given = PaperFacts(paper="017", pages=(drawn().pages[0], sheet), fonts=(font,))
    (made,) = no_unicode_map(paper(), Reading(given), Rules())
    assert made.box == bounds([each.box for each in LABELS])
    nameless = msgspec.structs.replace(given, fonts=(msgspec.structs.replace(font, name=""),))
    (made,) = no_unicode_map(paper(), Reading(nameless), Rules())
    assert made.box == bounds([each.box for each in sheet.lines])


def test_another_number_of_columns_is_shown_by_the_text_and_a_narrow_gutter_by_its_white() -> None:
    columns = text_lines(((71.0, 294.5), (300.5, 524.0)), first=81, last=772)
    reading, two = reading_of(columns, columns), FormatProfile(columns=2, gutter=(17.0,))
    (made,) = column_count(paper(), reading, Rules(profile=FormatProfile(columns=1)))
    assert made.box == bounds([each.box for each in columns])
    (made,) = gutter(paper(), reading, Rules(profile=two))
    assert made.box is not None and made.box[::2] == (294.5, 300.5)


def test_a_page_too_many_is_shown_by_the_text_that_makes_it_count() -> None:
    heading = line("References", 135, 400, font="CMBX10")
    last = [*text_lines(first=126, last=380), heading, *text_lines(first=430)]
    reading = reading_of(text_lines(), last)
    rule = PageRule(max=1, excluding=("references",))
    (made,) = page_limit(paper(), reading, Rules(profile=FormatProfile(pages=rule)))
    assert made.box == bounds([each.box for each in last if each.baseline < 400])
    (made,) = page_limit(paper(), reading, Rules(profile=FormatProfile(pages=PageRule(max=1))))
    assert made.box == reading.facts.pages[1].box


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
