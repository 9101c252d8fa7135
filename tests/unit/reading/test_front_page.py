"""Title and authors as page 1 shows them."""

from __future__ import annotations

import pytest

from front_makers import BODY, NAMES, SMALL, TITLE, front_lines, line, page_of, text_lines
from proceedings.reading.front_page import FrontPage, begins_abstract, front_page, joined_lines
from proceedings.reading.sections import section_words
from proceedings.records.facts import TextLine


def front_of(lines: list[TextLine]) -> FrontPage:
    front = front_page([page_of(*lines)])
    assert front is not None
    return front


def words(lines: tuple[TextLine, ...]) -> list[str]:
    return [each.text for each in lines]


def test_the_title_is_what_is_set_largest_and_the_authors_stand_below_it() -> None:
    front = front_of(front_lines("Deep Learning on\na Sample Machine", "Ada Sample1, Ben Two2", "and Cy Three1"))
    assert front.title == "Deep Learning on a Sample Machine"
    assert words(front.author_lines)[:2] == ["Ada Sample1, Ben Two2", "and Cy Three1"]
    assert front.abstract_line is not None and front.abstract_line.text == "Abstract"


def test_a_journal_name_above_is_no_title_however_large() -> None:
    banner = line("Proceedings of Machine Learning Research 103", 70.0, ("Times-Bold", 20.0))
    assert front_of([banner, *front_lines("A Sample", "Ada Sample")]).title == "A Sample"


def test_a_running_head_and_a_folio_above_are_no_title() -> None:
    head = [line("Paper-ID 12", 50.0, SMALL), line("1", 50.0, ("Times", 20.0), x=520.0)]
    assert front_of([*head, *front_lines("A Sample", "Ada Sample")]).title == "A Sample"


def test_mathematics_and_small_capitals_on_the_lines_of_the_title_belong_to_it() -> None:
    pieces = [
        line("Sorting in O(n", 140.0, TITLE, x=100.0),
        line("2", 135.0, ("CMR8", 8.0), x=203.0),
        line(") Steps", 140.0, TITLE, x=208.0),
    ]
    front = front_of([*pieces, line("Ada Sample", 165.0, NAMES), line("Abstract", 200.0), *text_lines(215.0)])
    assert front.title == "Sorting in O(n 2 ) Steps"


def test_names_as_large_as_the_title_but_not_bold_are_no_title() -> None:
    same_size = line("Ada Sample1 & Ben Two2", 162.0, ("Helvetica-Light", 13.6))
    front = front_of([line("A Sample Machine", 140.0, TITLE), same_size, line("Abstract", 200.0), *text_lines(215.0)])
    assert front.title == "A Sample Machine"
    assert words(front.author_lines) == ["Ada Sample1 & Ben Two2"]


def test_a_bold_title_in_the_size_of_the_text_is_recognised() -> None:
    lines = [
        line("A Plain Memo About Machines", 80.0, ("Times-Bold", 10.0)),
        line("Ada Sample", 100.0, BODY),
        line("1 Introduction", 130.0, ("Times-Bold", 10.0)),
        *text_lines(145.0),
    ]
    assert front_of(lines).title == "A Plain Memo About Machines"


def test_where_nothing_stands_out_there_is_no_front() -> None:
    assert front_page([page_of(*text_lines(80.0))]) is None
    assert front_page([page_of()]) is None
    assert front_page([]) is None


def test_a_large_heading_far_down_the_page_is_no_title() -> None:
    assert front_page([page_of(*text_lines(80.0, 40), line("Sample Results", 600.0, TITLE))]) is None


def test_blocks_of_authors_keep_the_order_in_which_they_were_drawn() -> None:
    blocks = [
        line("Ada Sample", 170.0, NAMES, x=120.0),
        line("Sample University", 182.0, SMALL, x=120.0),
        line("Ben Two", 170.0, NAMES, x=330.0),
        line("Sample Institute", 182.0, SMALL, x=330.0),
    ]
    front = front_of([line("A Sample Machine", 140.0, TITLE), *blocks, line("Abstract", 220.0), *text_lines(235.0)])
    assert words(front.author_lines) == ["Ada Sample", "Sample University", "Ben Two", "Sample Institute"]


def test_a_line_that_was_parted_inside_a_word_is_one_line_again() -> None:
    parted = [line("Verónica P", 170.0, NAMES, x=120.0), line("érez-Rosas", 170.0, NAMES, x=120.0 + 5.5 * 10)]
    front = front_of([line("A Sample Machine", 140.0, TITLE), *parted, line("Abstract", 220.0), *text_lines(235.0)])
    assert words(front.author_lines) == ["Verónica Pérez-Rosas"]


def test_without_a_heading_the_authors_end_where_long_lines_begin() -> None:
    front = front_of(front_lines("A Sample Machine", "Ada Sample", abstract=None))
    assert front.abstract_line is None
    assert words(front.author_lines) == ["Ada Sample", "Sample University, Ghent, Belgium"]


def test_text_that_climbs_the_margin_is_not_read() -> None:
    stamp = TextLine(text="arXiv:2101.00001v1", box=(20, 200, 40, 600), baseline=30, size=20, font="Times", turned=90)
    assert front_of([stamp, *front_lines("A Sample Machine", "Ada Sample")]).title == "A Sample Machine"


@pytest.mark.parametrize(
    "text",
    ["Abstract", "ABSTRACT", "A B S T R A C T", "Abstract. We show", "Abstract—We show", "Аннотация", "Keywords: one",
     "1 Introduction", "1. Introduction", "I. INTRODUCTION", "Zusammenfassung", "CCS CONCEPTS • Computing",
     "A BSTRACT. We show", "Abstract-We show", "R´esum´e", "Mots-clés : un, deux", "Palabras clave: uno",
     "Additional Key Words and Phrases: one", "1Introduction", "II Motivation"],
)  # fmt: skip
def test_headings_that_end_the_authors(text: str) -> None:
    assert begins_abstract(text)


@pytest.mark.parametrize("section", ["abstract", "keywords", "ccs-concepts"])
def test_every_name_by_which_a_section_is_looked_for_ends_the_authors(section: str) -> None:
    names = section_words(section).headings
    assert names and [name for name in names if not begins_abstract(name)] == []


@pytest.mark.parametrize("title", ["Background-Aware Training of Ranks", "Summary-based Scheduling"])
def test_a_title_may_begin_with_a_word_that_is_also_a_heading(title: str) -> None:
    assert front_of(front_lines(title, "Ada Sample")).title == title


@pytest.mark.parametrize("text", ["Abstract interpretation of sample programs", "Ada Sample", "An introduction"])
def test_lines_that_do_not_end_the_authors(text: str) -> None:
    assert not begins_abstract(text)


def test_lines_of_a_title_are_joined_at_hyphens_and_lose_a_footnote_mark() -> None:
    assert joined_lines(["Training on Super-", "computers ∗"]) == "Training on Super-computers"


def test_the_first_or_last_line_of_a_title_may_be_one_short_word() -> None:
    assert front_of(front_lines("A\nSurvey of Sample Machines", "Ada Sample")).title == "A Survey of Sample Machines"
    assert front_of(front_lines("Deep Learning for\nAI", "Ada Sample")).title == "Deep Learning for AI"
