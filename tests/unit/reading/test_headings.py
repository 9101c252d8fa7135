from __future__ import annotations

import pytest

from lined_pages import TWO_COLUMNS, line, paper_of, text_lines
from proceedings.reading.headings import Heading, headings, numbered
from proceedings.records.facts import TextLine

BELOW = {"first": 250.0}


def found(*lines: TextLine) -> list[Heading]:
    return list(headings(paper_of([*lines, *text_lines(**BELOW)]).pages))


@pytest.mark.parametrize(("size", "font"), [(12, "CMBX12"), (10, "NimbusRomNo9L-Medi"), (12, "CMR12"), (10, "CMCSC10")])
def test_a_heading_is_larger_or_bold_or_in_small_capitals(size: float, font: str) -> None:
    assert [each.text for each in found(line("References", 135, 200, size=size, font=font))] == ["References"]


def test_small_capitals_may_be_drawn_small_where_they_are_centred() -> None:
    centred = line("REFERENCES", 287, 200, size=8, font="Times-Roman", width=41)
    at_the_edge = line("USENIX ASSOCIATION", 135, 220, size=8, font="Times-Roman")
    assert [each.text for each in found(centred, at_the_edge)] == ["REFERENCES"]


def test_a_line_that_merely_holds_the_word_is_none() -> None:
    assert not found(line("References to earlier traces are given", 135, 200))
    assert not found(line("the References", 135, 200, font="CMBX10"))
    assert not found(line("References . . . . . . . . . 17", 135, 200, font="CMBX10"))


def test_a_heading_stands_at_the_edge_of_its_column_or_centred_in_it() -> None:
    assert not found(line("References", 190, 200, font="CMBX10"))
    right = [line("References", 306, 200, size=12, font="CMBX12"), *text_lines(TWO_COLUMNS, first=250.0)]
    assert [each.text for each in headings(paper_of(right).pages)] == ["References"]


def test_a_cell_of_a_table_is_no_heading() -> None:
    assert not found(line("Method", 135, 200, font="CMBX10"), line("Accuracy", 300, 200, font="CMBX10"))


def test_a_heading_over_two_lines_is_one_even_where_the_second_hangs() -> None:
    first = line("A Proofs of Everything that was", 135, 200, size=12, font="CMBX12")
    second = line("said before", 150, 214, size=12, font="CMBX12")
    (only,) = found(first, second)
    assert (only.number, only.text) == ("A", "Proofs of Everything that was said before")
    assert only.box[3] == second.box[3]


def test_headings_below_each_other_with_numbers_of_their_own_are_two() -> None:
    lines = (line("5 Results", 135, 200, font="CMBX10"), line("5.1 Set-up", 135, 214, font="CMBX10"))
    assert [(each.number, each.text) for each in found(*lines)] == [("5", "Results"), ("5.1", "Set-up")]


def test_line_numbers_of_a_review_version_do_not_part_a_heading() -> None:
    lines = [
        line("Appendix A: Excerpt of a", 135, 200, size=12, font="CMBX12"),
        line("041", 60, 214, size=5),
        line("Quarto Dialogue", 135, 214, size=12, font="CMBX12"),
    ]
    assert [each.text for each in found(*lines)] == ["Appendix A: Excerpt of a Quarto Dialogue"]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("5 Results", "5", "Results"),
        ("V. ACKNOWLEDGMENTS", "V.", "ACKNOWLEDGMENTS"),
        ("A Proofs", "A", "Proofs"),
        ("A.2 More", "A.2", "More"),
        ("1. Introduction", "1.", "Introduction"),
        ("Adam and Eve", "", "Adam and Eve"),
        ("References", "", "References"),
    ],
)
def test_the_number_is_told_from_the_words(text: str, number: str, words: str) -> None:
    assert numbered(text) == (number, words)
