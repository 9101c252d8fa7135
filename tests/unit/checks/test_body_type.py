from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest

from builders import paper
from lined_pages import TWO_COLUMNS, paper_of, reading_of, text_lines
from proceedings.checks.body_type import body_font, body_size, leading
from proceedings.checks.rules import Rules
from proceedings.profile import FormatProfile, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.severity import weight_by_profile

ALL: tuple[Callable[..., Iterator[Finding]], ...] = (body_font, body_size, leading)


def findings(reading: Reading, profile: str = "lncs") -> list[Finding]:
    """What the three checks say under a packaged profile."""
    return [each for check in ALL for each in check(paper(), reading, Rules(profile=load_profile(profile)))]


@pytest.mark.parametrize(
    ("profile", "columns", "size", "lead", "font"),
    [
        ("lncs", ((135.0, 480.0),), 9.9626, 11.955, "CMR10"),
        ("lncs", ((135.0, 480.0),), 10, 12, "TimesNewRomanPSMT"),
        ("acm", TWO_COLUMNS, 8.966, 10.959, "LinLibertineT"),
        ("ieee", TWO_COLUMNS, 9.9626, 11.955, "NimbusRomNo9L-Regu"),
        ("acl", TWO_COLUMNS, 10.909, 13.549, "TeXGyreTermesX-Regular"),
        ("acl", TWO_COLUMNS, 11, 13.549, "LMRoman10-Regular"),
        ("ceurart", ((90.0, 506.0),), 10.909, 13.549, "LibertinusSerif-Regular"),
    ],
)
def test_a_template_s_own_type_is_no_finding(
    profile: str, columns: tuple[tuple[float, float], ...], size: float, lead: float, font: str
) -> None:
    assert findings(reading_of(text_lines(columns, size=size, leading=lead, font=font)), profile) == []


@pytest.mark.parametrize(
    ("size", "severity"), [(9.7, None), (10.3, None), (9.5, "warning"), (11, "warning"), (8.8, "error")]
)
def test_size_may_differ_by_three_percent_and_much_smaller_is_an_error(size: float, severity: str | None) -> None:
    found = findings(reading_of(text_lines(size=size)))
    assert [(each.code, each.severity) for each in found] == ([("body-size", severity)] if severity else [])


def test_where_the_publisher_decides_the_layout_a_small_size_is_no_error() -> None:
    (found,) = findings(reading_of(text_lines(TWO_COLUMNS, size=7.5, leading=11, font="LinLibertineT")), "acm")
    assert found.code == "body-size"
    assert weight_by_profile(found, load_profile("acm").severities["body-size"]) == "info"


@pytest.mark.parametrize(("points", "words"), [(11.4, "closer"), (10.8, "closer"), (13, "wider")])
def test_lines_closer_or_wider_are_a_warning(points: float, words: str) -> None:
    (found,) = findings(reading_of(text_lines(leading=points)))
    assert (found.code, found.severity) == ("leading", "warning")
    assert f"{words} than the template (page 1): {points:.1f} pt from one to the next, not 12 pt." in found.message


@pytest.mark.parametrize("points", [11.75, 12.2])
def test_leading_may_differ_by_three_percent(points: float) -> None:
    assert findings(reading_of(text_lines(leading=points))) == []


def test_the_closer_lines_of_word_are_information() -> None:
    pages = paper_of(text_lines(leading=10.93, font="TimesNewRomanPSMT"))
    distilled = {"Creator": "PScript5.dll Version 5.2.2", "Title": "Microsoft Word - paper.docx"}
    for said in ({"Creator": "Microsoft® Word 2019"}, distilled):
        from_word = msgspec.structs.replace(pages, document_info=said)
        assert [each.severity for each in findings(Reading(from_word))] == ["info"]
    assert [each.severity for each in findings(Reading(pages))] == ["warning"]


def test_another_typeface_is_a_warning_and_an_unknown_one_information() -> None:
    (helvetica,) = findings(reading_of(text_lines(font="ArialMT")))
    (unknown,) = findings(reading_of(text_lines(font="PretendardVariable-Regular")))
    assert (helvetica.code, helvetica.severity) == ("body-font", "warning")
    assert "sets its text in ArialMT (page 1); the template uses Computer Modern or Times." in helvetica.message
    assert unknown.severity == "info"


def test_the_finding_names_the_pages_and_shows_the_lines_of_the_first() -> None:
    abstract = text_lines(size=9, leading=11, last=400)
    (larger,) = findings(reading_of([*abstract, *text_lines(size=11, first=420)], *[text_lines(size=11)] * 2))
    assert (larger.code, larger.page, "in 11 pt (pages 2–3);" in larger.message) == ("body-size", 2, True)
    assert larger.box == (135, 118.3, 480, 656.2)

    mixed = [text_lines(), text_lines(), *[text_lines(font="ArialMT")] * 3]
    (sans,) = findings(reading_of(*mixed))
    assert (sans.code, sans.page, "in ArialMT (pages 3–5);" in sans.message) == ("body-font", 3, True)

    (closer,) = findings(reading_of(text_lines(), *[text_lines(leading=11)] * 2))
    assert (closer.code, closer.page, "the template (pages 2–3): 11.0 pt" in closer.message) == ("leading", 2, True)


def test_a_type_that_leads_on_no_page_alone_is_seen_on_page_1() -> None:
    pages = [[*text_lines(size=size, last=420), *text_lines(size=11, first=430)] for size in (9, 12, 13)]
    (found,) = findings(reading_of(*pages))
    assert (found.code, found.page, found.box) == ("body-size", 1, None)
    assert "sets its text in 11 pt; the template has 10 pt." in found.message


@pytest.mark.parametrize("font", ["", "CIDFont+F1", "T3_12"])
def test_a_font_without_a_telling_name_is_no_finding(font: str) -> None:
    assert findings(reading_of(text_lines(font=font))) == []


def test_a_paper_in_other_columns_is_not_compared_any_further() -> None:
    assert findings(reading_of(text_lines(size=12, leading=14, font="ArialMT")), "ieee") == []


def test_a_page_of_abstract_and_references_says_nothing_of_the_text() -> None:
    assert findings(reading_of(text_lines(size=9, leading=11, last=300))) == []


def test_a_profile_that_asks_nothing_hears_nothing() -> None:
    rules = Rules(profile=FormatProfile())
    assert [each for check in ALL for each in check(paper(), reading_of(text_lines()), rules)] == []
