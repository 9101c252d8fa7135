"""The checks of one paper, each by facts that should and should not make it speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from builders import edition, facts, paper
from proceedings.checks.page_boxes import page_size
from proceedings.checks.registry import EDITION_CHECKS, FILE_CHECKS, PAPER_CHECKS, check_edition, check_paper
from proceedings.checks.rules import Rules, listed
from proceedings.checks.searchable_text import no_searchable_text
from proceedings.codes import all_codes
from proceedings.profile import FormatProfile, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import (
    AnnotationFacts,
    BrokenLink,
    ExtraFacts,
    FontFacts,
    ImageFacts,
    LinkFacts,
    PaperFacts,
)
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import page_list

LNCS, IEEE, ACL = (Rules(profile=load_profile(name)) for name in ("lncs", "ieee", "acl"))


def found(code: str, given: PaperFacts, rules: Rules = LNCS, about: Paper | None = None) -> list[Finding]:
    """The findings of one code; no other code may speak."""
    findings = list(check_paper(about or paper(), Reading(given), rules))
    assert {each.code for each in findings} <= {code}
    return findings


def with_pages(given: PaperFacts, *numbers: int, **fields: Any) -> PaperFacts:
    """The facts with some pages changed."""
    pages = (msgspec.structs.replace(page, **fields) if page.number in numbers else page for page in given.pages)
    return msgspec.structs.replace(given, pages=tuple(pages))


def only(findings: Sequence[Finding]) -> Finding:
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize("profile", ["lncs", "ieee", "acl", "ceurart"])
def test_a_clean_paper_has_no_finding(profile: str) -> None:
    assert not list(check_paper(paper(), Reading(facts()), Rules(profile=load_profile(profile))))


def test_every_check_has_a_known_code() -> None:
    assert {*FILE_CHECKS, *PAPER_CHECKS, *EDITION_CHECKS} <= set(all_codes())


@pytest.mark.parametrize(
    ("condition", "code"),
    [("not-a-pdf", "not-a-pdf"), ("damaged", "damaged-pdf"), ("password", "password")],
)
def test_a_file_that_cannot_be_used_is_one_finding(condition: Any, code: str) -> None:
    unusable = PaperFacts(paper="017", bytes=90_000_000, condition=condition, problem="it is a web page")
    assert "papers/017.pdf" in only(found(code, unusable)).message


def test_a_mended_file_is_a_warning_and_is_checked_on() -> None:
    mended = facts(problem="its table of objects is broken", attachments=(ExtraFacts(name="a.csv"),))
    findings = {each.code: each for each in check_paper(paper(), Reading(mended), LNCS)}
    assert findings["damaged-pdf"].severity == "warning"
    assert "attachment" in findings


def test_encryption_is_found_and_the_paper_is_checked_on() -> None:
    restricted = facts(condition="encrypted", form_fields=(ExtraFacts(),))
    assert {each.code for each in check_paper(paper(), Reading(restricted), LNCS)} == {"encrypted", "form"}


def test_what_is_wrong_with_the_boxes_of_several_pages_is_said_in_the_plural() -> None:
    problem = "has a CropBox that lies outside its MediaBox"
    one, several = (
        only(found("page-box", with_pages(facts(), *pages, box_problem=problem))) for pages in ([2], [1, 2])
    )
    assert f"page 2 {problem}." in one.message
    assert "pages 1–2 have a CropBox that lies outside their MediaBox." in several.message
    scaled = only(found("page-box", with_pages(facts(), 1, 2, 3, user_unit=2.0)))
    assert "pages 1–3 are scaled by the UserUnit 2." in scaled.message


FIRST, LATER = (10.0, 20.0, 30.0, 40.0), (5.0, 6.0, 7.0, 8.0)
EVERYWHERE = (
    ExtraFacts(name="c"),
    ExtraFacts(name="b", page=3, box=LATER),
    ExtraFacts(name="a", page=2, box=FIRST),
    ExtraFacts(name="b", page=2, box=LATER),
)


@pytest.mark.parametrize(
    ("code", "extras", "words"),
    [
        ("active-content", {"active": EVERYWHERE}, "does more than show pages: c, b (pages 2–3) and a (page 2)."),
        ("attachment", {"attachments": EVERYWHERE}, "has 4 files attached: c, b (pages 2–3) and a (page 2)."),
        ("form", {"form_fields": EVERYWHERE}, "has 4 form fields to fill in (pages 2–3)."),
        ("form", {"form_fields": EVERYWHERE, "xfa": True}, "is an XFA form, which only Acrobat shows."),
    ],
)
def test_extras_are_named_with_their_pages_and_shown_at_the_first(code: str, extras: Any, words: str) -> None:
    extra = only(found(code, facts(**extras)))
    assert (extra.page, extra.box) == (2, FIRST)
    assert words in extra.message


def test_extras_of_the_whole_file_have_no_page() -> None:
    opened = (ExtraFacts(name="JavaScript (when the file is opened)"),)
    script = only(found("active-content", facts(active=opened)))
    assert (script.page, script.box) == (None, None) and "JavaScript (when the file is opened)." in script.message
    signed = only(found("form", facts(form_fields=(ExtraFacts(name="Signature1", page=2),), signatures=1)))
    told = "1 form field to fill in (page 2); 1 is a digital signature, which holds for the file as it came: on stamped"
    assert told in signed.message
    form = only(found("form", facts(form_fields=(ExtraFacts(name="comment"),))))
    assert (form.page, form.box) == (None, None) and "1 form field to fill in." in form.message


def test_what_happens_on_turning_to_a_page_has_no_place_on_it() -> None:
    turned = (ExtraFacts(name="JavaScript", page=2), ExtraFacts(name="a movie", page=3, box=FIRST))
    assert [(each.page, each.box) for each in found("active-content", facts(active=turned))] == [(2, None)]


def test_all_remarks_are_one_finding_at_the_first() -> None:
    remarks = tuple(AnnotationFacts(page=n, kind="FreeText", box=(1, 2, 3, 4), contents="why?") for n in (2, 3))
    remark = only(found("review-annotation", facts(annotations=remarks)))
    assert (remark.page, remark.box) == (2, (1, 2, 3, 4))
    assert "pages 2–3" in remark.message and "2 text boxes" in remark.message and "why?" in remark.message


def test_file_size_and_version_follow_the_profile() -> None:
    assert "60.0 MB" in only(found("file-size", facts(bytes=60_000_000))).message
    assert not found("pdf-version", facts(pdf_version="2.0"))
    assert "PDF 2.0" in only(found("pdf-version", facts(pdf_version="2.0"), IEEE)).message


def test_all_pages_of_a_wrong_size_are_one_finding() -> None:
    letter = with_pages(facts(), 1, 2, 3, 4, width=612.0, height=792.0)
    assert not found("page-size", letter)
    finding = only(found("page-size", letter, ACL))
    assert finding.message == "papers/017.pdf: pages 1–4 are US Letter; asked is A4."


def test_a_size_within_a_point_is_the_size() -> None:
    assert not found("page-size", with_pages(facts(), 1, 2, width=595.0, height=842.0), ACL)
    odd = only(found("page-size", with_pages(facts(), 2, width=598.0), ACL))
    assert (odd.page, "page 2 is 211 x 297 mm" in odd.message) == (2, True)


def test_mixed_sizes_are_named_and_point_at_the_odd_one() -> None:
    mixed = only(found("page-size", with_pages(facts(), 3, width=612.0, height=792.0)))
    assert mixed.page == 3
    assert mixed.message == (
        "papers/017.pdf mixes page sizes: pages 1–2, 4 are A4 and page 3 is US Letter; asked is one for all: A4."
    )
    half = with_pages(facts(), 1, 2, width=612.0, height=792.0)
    for rules, asked in ((LNCS, "A4"), (IEEE, "US Letter")):
        assert only(list(page_size(paper(), Reading(half), rules))).message.endswith(f"asked is one for all: {asked}.")


def test_pages_that_come_near_one_wanted_size_have_that_size() -> None:
    rules = Rules(profile=FormatProfile(page_sizes=("483.4x720",)))
    near = with_pages(facts(pages=2), 1, width=482.7, height=720.0)
    near = with_pages(near, 2, width=484.3, height=720.0)
    assert not list(page_size(paper(), Reading(near), rules))
    (made,) = page_size(paper(), Reading(with_pages(near, 2, width=490.0, height=720.0)), rules)
    assert made.message == "papers/017.pdf: page 2 is 173 x 254 mm; asked is 171 x 254 mm."


def test_a_landscape_page_is_turned_and_not_of_a_wrong_size() -> None:
    wide = with_pages(facts(), 2, width=841.89, height=595.276)
    assert "page 2 is wider than high" in only(found("rotated-page", wide, ACL)).message
    turned = with_pages(facts(), 2, 3, rotate=90)
    assert "pages 2–3 are turned" in only(found("rotated-page", turned, ACL)).message


def test_a_box_problem_swallows_the_size_that_follows_from_it() -> None:
    odd = with_pages(facts(), 2, width=300.0, box_problem="has a CropBox that lies outside its MediaBox")
    assert "page 2 has a CropBox" in only(found("page-box", odd, ACL)).message
    assert "UserUnit 2" in only(found("page-box", with_pages(facts(), 2, user_unit=2.0))).message


def test_all_fonts_with_one_fault_are_one_finding() -> None:
    fonts = (
        FontFacts(name="Helvetica", kind="Type1", embedded=False, pages=(2,)),
        FontFacts(name="Times-Roman", kind="Type1", embedded=False, pages=(1, 2)),
        FontFacts(name="CMR10", kind="Type1", pages=(1, 2, 3)),
    )
    finding = only(found("font-not-embedded", facts(fonts=fonts)))
    assert "Helvetica (page 2) and Times-Roman (pages 1–2) are not embedded" in finding.message
    assert finding.page == 1


def test_a_type3_font_is_named_with_its_pages() -> None:
    drawn = FontFacts(name="DejaVuSans", kind="Type3", unicode_map=False, pages=(7, 8))
    assert "DejaVuSans (pages 7–8)" in only(found("type3-font", facts(fonts=(drawn,)))).message


def test_a_missing_map_alone_is_no_fault_and_garbled_text_is() -> None:
    bare = facts(fonts=(FontFacts(name="Odd", kind="Type0", unicode_map=False, pages=(2,)),))
    assert not found("no-unicode-map", bare)
    assert not found("no-unicode-map", with_pages(bare, 2, garbled_characters=49, characters=100))
    assert not found("no-unicode-map", with_pages(bare, 2, garbled_characters=300))
    finding = only(found("no-unicode-map", with_pages(bare, 2, garbled_characters=500)))
    assert "500 characters" in finding.message and "Odd (page 2) has no Unicode map" in finding.message
    assert finding.severity == "warning", "the other pages can be read"
    whole = with_pages(bare, 1, 2, 3, 4, garbled_characters=1900)
    assert only(found("no-unicode-map", whole)).severity == "error"


def test_a_plot_in_a_type3_font_that_copies_as_nonsense_is_one_finding() -> None:
    plot = FontFacts(kind="Type3", unicode_map=False, pages=(2,))
    fine = FontFacts(name="DejaVuSans", kind="Type3", pages=(3,))
    message = only(found("type3-font", with_pages(facts(fonts=(plot,)), 2, garbled_characters=500))).message
    assert "in 1 Type 3 font: one without a name (page 2). 500 characters in it copy and search as nonsense." in message
    both = only(found("type3-font", with_pages(facts(fonts=(plot, fine)), 2, garbled_characters=500))).message
    assert "500 characters in 1 of them copy" in both


def test_a_paper_wholly_in_bitmap_fonts_is_told_what_the_fonts_are_and_that_it_cannot_be_searched() -> None:
    bitmap = FontFacts(kind="Type3", unicode_map=False, pages=(1, 2, 3, 4))
    whole = with_pages(facts(fonts=(bitmap,)), 1, 2, 3, 4, garbled_characters=1900)
    findings = {each.code: each.severity for each in check_paper(paper(), Reading(whole), LNCS)}
    assert findings == {"type3-font": "warning", "no-unicode-map": "error"}


def test_a_nameless_font_is_called_one() -> None:
    bare = FontFacts(kind="Type0", unicode_map=False, pages=(2,))
    given = with_pages(facts(fonts=(bare,)), 2, garbled_characters=500)
    assert ": a font without a name (page 2) has no Unicode map" in only(found("no-unicode-map", given)).message


def picture(dpi: float, page: int = 1, side: float = 200, bits: int = 8) -> ImageFacts:
    return ImageFacts(page=page, box=(100, 100, 100 + side, 100 + side), width=400, height=400, dpi=dpi, bits=bits)


def test_coarse_pictures_are_one_finding_with_the_coarsest_first() -> None:
    finding = only(found("low-resolution-image", facts(images=(picture(140), picture(72, 3), picture(300, 4)))))
    assert "2 pictures" in finding.message and "72 dpi on page 3 and 140 dpi on page 1" in finding.message
    assert (finding.page, finding.severity) == (1, "warning")


def test_pictures_of_one_resolution_are_named_together() -> None:
    pictures = (picture(72, 2), picture(72, 2), picture(140), picture(72.3, 4))
    finding = only(found("low-resolution-image", facts(images=pictures)))
    assert "4 pictures" in finding.message and "(72 dpi on pages 2, 4 and 140 dpi on page 1)" in finding.message


def test_a_publisher_that_wants_more_gets_information_only() -> None:
    assert not found("low-resolution-image", facts(images=(picture(200),)))
    assert only(found("low-resolution-image", facts(images=(picture(200),)), IEEE)).severity == "info"
    assert not found("low-resolution-image", facts(images=(picture(400),)), IEEE)
    assert found("low-resolution-image", facts(images=(picture(400, bits=1),)), IEEE)


def test_a_flat_strip_is_no_picture() -> None:
    assert not found("low-resolution-image", facts(images=(picture(72, side=20),)))


def test_a_scanned_paper_is_an_error_and_a_scanned_page_a_warning() -> None:
    scan = ImageFacts(page=2, box=(0, 0, 595, 800), width=800, height=1100, dpi=96)
    strips = tuple(msgspec.structs.replace(scan, box=(50, 90 * row, 550, 90 * row + 90)) for row in range(8))
    assert only(found("no-searchable-text", with_pages(facts(), 1, 2, 3, characters=0))).severity == "error"
    single = with_pages(facts(images=(scan,)), 2, characters=3)
    assert only(found("no-searchable-text", single)).severity == "warning"
    in_strips = with_pages(facts(images=strips), 2, characters=3)
    assert "page 2 is a picture" in only(found("no-searchable-text", in_strips)).message
    few = with_pages(facts(images=strips[:3]), 2, characters=3)
    assert not list(no_searchable_text(paper(), Reading(few), LNCS))
    assert not found("no-searchable-text", with_pages(facts(), 2, characters=3))


def test_a_page_whose_text_is_drawn_as_outlines_is_a_picture_of_text() -> None:
    rows = tuple((135.0, 120.0 + 12 * row, 480.0, 128.0 + 12 * row) for row in range(40))
    drawn = only(found("no-searchable-text", with_pages(facts(), 2, 3, ink_boxes=rows, characters=0)))
    assert (drawn.page, drawn.severity) == (2, "warning")
    assert "pages 2–3 are pictures" in drawn.message
    plot = (*((135.0, 120.0 + 30 * row, 480.0, 120.5 + 30 * row) for row in range(18)), (135.0, 700.0, 480.0, 712.0))
    assert not found("no-searchable-text", with_pages(facts(), 2, ink_boxes=plot, characters=0))


def test_broken_links_are_one_finding_a_paper() -> None:
    broken = tuple(BrokenLink(page=n, target=f"figure.{n}") for n in (2, 2, 3))
    finding = only(found("broken-link", facts(links=LinkFacts(internal=9, broken=broken))))
    assert finding.message == "papers/017.pdf, pages 2–3: 3 links lead nowhere; missing: figure.2 and figure.3."


def test_bookmarks_that_lead_nowhere_are_named_in_the_same_finding() -> None:
    links = LinkFacts(broken=(BrokenLink(page=2, target="figure.2"),), broken_bookmarks=("3 Method",))
    both = only(found("broken-link", facts(links=links)))
    assert both.message == (
        "papers/017.pdf, page 2: 1 link leads nowhere; missing: figure.2; 1 bookmark leads nowhere: “3 Method”."
    )
    alone = only(found("broken-link", facts(links=LinkFacts(broken_bookmarks=("3 Method", "4 Results")))))
    assert alone.message == "papers/017.pdf: 2 bookmarks lead nowhere: “3 Method” and “4 Results”."
    assert (alone.page, alone.box) == (None, None)


def test_the_same_file_under_two_ids_is_one_finding() -> None:
    twins = [facts("017"), msgspec.structs.replace(facts("017"), paper="021"), facts("030")]
    findings = check_edition(edition(*(paper(each.paper) for each in twins), profile=LNCS.profile), twins)
    assert only(findings).code == "duplicate-pdf"
    assert "papers/017.pdf is the same file as papers/021.pdf" in findings[0].message


def test_two_empty_files_are_not_called_twins() -> None:
    empty = [PaperFacts(paper=each, sha256="e3b0", condition="not-a-pdf", problem="it is empty") for each in "ab"]
    findings = check_edition(edition(paper("a"), paper("b"), profile=LNCS.profile), empty)
    assert [each.code for each in findings] == ["not-a-pdf", "not-a-pdf"]


def test_only_accepted_papers_with_facts_are_checked_in_volume_order() -> None:
    given = [facts(each, active=(ExtraFacts(name="JavaScript", page=1),)) for each in ("a", "b", "c")]
    made = edition(paper("c"), paper("b", status="withdrawn"), paper("a"), paper("missing"))
    assert [each.paper for each in check_edition(made, given)] == ["c", "a"]


def test_pages_and_lists_are_worded_briefly() -> None:
    assert page_list([3]) == "page 3"
    assert page_list([7, 1, 2, 3]) == "pages 1–3, 7"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["A (page 2)", "B (pages 1–3, 7)"]) == "A (page 2) and B (pages 1–3, 7)"
    assert listed([str(n) for n in range(9)]) == "0, 1, 2, 3, 4, 5 and 3 more"
