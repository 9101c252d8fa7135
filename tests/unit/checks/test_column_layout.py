from __future__ import annotations

from builders import paper
from lined_pages import ONE_COLUMN, TWO_COLUMNS, line, page, reading_of, text_lines
from proceedings.checks.column_layout import column_count, gutter
from proceedings.checks.rules import Rules
from proceedings.profile import FormatProfile, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts

IEEE = Rules(profile=load_profile("ieee"))
LNCS = Rules(profile=load_profile("lncs"))


def test_one_column_in_a_template_of_two_is_one_error_with_the_pages() -> None:
    reading = reading_of(*[text_lines(ONE_COLUMN)] * 3)
    (found,) = column_count(paper(), reading, IEEE)
    assert (found.severity, found.page) == ("error", 1)
    assert "papers/017.pdf has its text in 1 column (pages 1–3); the template has 2 columns." in found.message
    assert not list(gutter(paper(), reading, IEEE)), "one cause, one finding"


def test_two_columns_in_a_template_of_one_are_an_error() -> None:
    (found,) = column_count(paper(), reading_of(*[text_lines(TWO_COLUMNS)] * 2), LNCS)
    assert "2 columns (pages 1–2); the template has 1 column" in found.message


def test_the_template_s_own_columns_are_no_finding() -> None:
    assert not list(column_count(paper(), reading_of(text_lines(TWO_COLUMNS)), IEEE))
    assert not list(column_count(paper(), reading_of(text_lines()), LNCS))
    assert not list(column_count(paper(), reading_of([]), LNCS)), "a paper without text says nothing"


def test_a_profile_that_asks_nothing_hears_nothing() -> None:
    reading = reading_of(text_lines(TWO_COLUMNS))
    assert not list(column_count(paper(), reading, Rules(profile=FormatProfile())))
    assert not list(gutter(paper(), reading, Rules(profile=FormatProfile())))


def columns_with(white: float) -> Reading:
    return reading_of(*[text_lines(((60.0, 300.0), (300.0 + white, 540.0 + white)))] * 2)


def test_gutters_of_latex_and_word_are_both_ieee_s() -> None:
    assert not list(gutter(paper(), columns_with(12.2), IEEE))
    assert not list(gutter(paper(), columns_with(18), IEEE))


def test_a_narrow_gutter_is_a_warning() -> None:
    (found,) = gutter(paper(), columns_with(8), IEEE)
    assert found.severity == "warning"
    assert "8 pt of white between its columns; the template has 12 or 18 pt" in found.message


def reading_with(points: float) -> Reading:
    """Two pages; on the second, a rule of column 1 reaches so many points into the gutter."""
    ink = [(80.0, 300.0, 289.0 + points, 302.0)]
    pages = (page(1, text_lines(TWO_COLUMNS)), page(2, text_lines(TWO_COLUMNS), ink=ink))
    return Reading(PaperFacts(paper="017", pages=pages))


def test_what_reaches_into_the_gutter_is_one_finding_at_the_worst_with_its_box() -> None:
    rules = Rules(profile=load_profile("acl"))
    (far,) = gutter(paper(), reading_with(10), rules)
    (near,) = gutter(paper(), reading_with(4), rules)
    assert (far.page, far.severity, near.severity) == (2, "warning", "info")
    assert far.box == (80, 300, 299, 302) and "10 pt into the space between the columns" in far.message
    assert not list(gutter(paper(), reading_with(2), rules))


def test_words_in_the_gutter_are_quoted() -> None:
    words = line("A line that could not be broken by any means whatever", 71, 700, width=233)
    neighbour = line("and the text of the other column that stands beside it here", 306, 700, width=218)
    reading = reading_of(*[[*text_lines(TWO_COLUMNS, last=680), words, neighbour]] * 1)
    (found,) = gutter(paper(), reading, Rules(profile=load_profile("acl")))
    assert "whatever” reaches 15 pt" in found.message


def test_rules_that_go_through_the_gutter_are_named_with_their_table() -> None:
    caption = line("Table 6: Waiting time", 130, 120, width=100)
    rules = [(71.0, y, 329.0, y + 1) for y in (130.0, 145.0, 175.0)]
    pages = (page(1, text_lines(TWO_COLUMNS)), page(2, [caption], rules=rules))
    reading = Reading(PaperFacts(paper="017", pages=pages))
    (found,) = gutter(paper(), reading, Rules(profile=load_profile("acl")))
    assert (found.page, found.severity, found.box) == (2, "warning", (71, 130, 329, 176))
    assert "page 2: rules of Table 6 reach 40 pt beyond the column, into the next one." in found.message
