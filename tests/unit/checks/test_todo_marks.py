from __future__ import annotations

import pytest

from builders import paper
from lined_pages import ONE_COLUMN, line, page, text_lines
from proceedings.checks.ink_outside import ink_outside_text_block
from proceedings.checks.rules import Rules
from proceedings.checks.todo_marks import todo_mark
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts, TextLine
from proceedings.records.record import Box
from worded_papers import findings, reading


@pytest.mark.parametrize(
    "words",
    [
        "TODO: measure again on the third machine.",
        "[TODO cite the earlier work here]",
        "FIXME the numbers of the table are old.",
        "The gain is XXX percent in the median.",
        "as shown in Figure XXX of it",
        "[XXX ask Bob]",
        "TBD: ask for the permission.",
        "We thank TODO for the machines.",
    ],
)
def test_a_note_is_quoted(words: str) -> None:
    (only,) = findings(todo_mark, reading(words))
    assert (only.severity, only.page) == ("warning", 1) and "“" in only.message


@pytest.mark.parametrize(
    "words",
    [
        "The user keeps a to-do list, and a todo list is what is shown.",
        "Sizes run from XXX-large to XXXL in the shop.",
        "Roman numerals such as XXX stand for thirty, and XXX Corps was one.",
        "The number is masked as XXXXX in the sample.",
        "XXXVIII readings were held.",
        "We count TODO comments in the code.",
        "TBD: to be determined; TBA: to be announced.",
        "Tags such as “TODO” and FIXME are left by programmers.",
    ],
)
def test_what_is_no_note_is_left_alone(words: str) -> None:
    assert not findings(todo_mark, reading(words))


def test_all_notes_are_one_finding() -> None:
    (only,) = findings(todo_mark, reading("TODO: one", "text between", "FIXME: two"))
    assert "2 notes to the authors themselves" in only.message


BODY = text_lines(ONE_COLUMN)
NOTE, FILL = line("Cite Smith", 496, 300, width=48), (490.0, 288.0, 560.0, 306.0)
LNCS = Rules(profile=load_profile("lncs"))


def noted(*lines: TextLine, panels: tuple[Box, ...] = ()) -> Reading:
    """Two pages; the second has these lines beside its text."""
    pages = (page(1, BODY), page(2, [*BODY, *lines], panels=panels))
    return Reading(PaperFacts(paper="017", pages=pages))


def codes(read: Reading) -> list[tuple[str, int | None]]:
    checks = (todo_mark, ink_outside_text_block)
    return [(each.code, each.page) for check in checks for each in check(paper(), read, LNCS)]


def test_a_box_in_the_margin_is_one_note_whatever_it_says_and_no_ink_outside() -> None:
    boxed = noted(NOTE, panels=(FILL,))
    assert codes(boxed) == [("todo-mark", 2)]
    (only,) = findings(todo_mark, boxed)
    assert (only.severity, only.box) == ("error", FILL)
    assert "page 2: 1 note to the authors themselves left: “Cite Smith”." in only.message


def test_words_of_a_note_in_the_margin_need_no_box() -> None:
    assert codes(noted(line("TODO: cite Smith", 496, 300, width=70))) == [("todo-mark", 2)]


def test_a_remark_in_the_margin_with_neither_is_ink_outside() -> None:
    assert codes(noted(NOTE)) == [("ink-outside-text-block", 2)]


def test_what_else_sticks_out_beside_a_note_is_found_all_the_same() -> None:
    wide = line("A line of the text that goes on far beyond its column", 135, 500, width=420)
    assert codes(noted(NOTE, wide, panels=(FILL,))) == [("todo-mark", 2), ("ink-outside-text-block", 2)]


def test_a_box_whose_words_run_into_the_text_is_named_as_a_box() -> None:
    joined = line("SmithSo that every line of running text", 129, 300, width=350)
    (only,) = findings(todo_mark, noted(joined, panels=((122.0, 290.0, 129.0, 306.0),)))
    assert "1 note to the authors themselves left: a box in the margin." in only.message


def test_words_divided_at_the_end_of_a_line_are_quoted_whole() -> None:
    rows = (line("Check this num-", 496, 300, width=60), line("ber with Bob", 496, 312, width=50))
    (only,) = findings(todo_mark, noted(*rows, panels=((490.0, 288.0, 560.0, 318.0),)))
    assert "“Check this number with Bob”" in only.message


def test_a_note_in_a_paper_about_such_notes_is_found_where_it_stands_in_a_box() -> None:
    about = line("Tags such as “TODO” and FIXME are left by programmers.", 135, 500, width=300)
    (only,) = findings(todo_mark, noted(about, NOTE, panels=(FILL,)))
    assert "1 note" in only.message and "“Cite Smith”" in only.message


@pytest.mark.parametrize("words", ["FiXme Note: cite Smith", "FiXme Fatal: the numbers"])
def test_notes_of_the_package_fixme_are_known(words: str) -> None:
    assert len(findings(todo_mark, reading(words))) == 1


def test_a_figure_that_is_missing_is_a_note() -> None:
    (only,) = findings(todo_mark, reading("Missing", "figure"))
    assert "“Missing figure”" in only.message
    assert not findings(todo_mark, reading("Missing", "figures of the year"))
