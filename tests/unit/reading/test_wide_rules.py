from __future__ import annotations

import pytest

from lined_pages import ONE_COLUMN, TWO_COLUMNS, line, page, text_lines
from proceedings.reading.gutter import Intruder, intruders
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts, TextLine
from proceedings.records.record import Box

LEFT, RIGHT = TWO_COLUMNS
CAPTION = line("Table 6: Waiting time", 130, 120, width=100)
"""Centred in the left column."""


def table(left: float, right: float, top: float = 130) -> list[Box]:
    """Three rules, of which one ends a pixel sooner."""
    return [(left, top, right, top + 1), (left, top + 15, right - 1, top + 16), (left, top + 45, right, top + 46)]


def intruding(lines: list[TextLine], rules: list[Box], *others: list[TextLine]) -> list[Intruder]:
    """What leaves its column on the last page of a paper, which holds these lines and rules."""
    full = [page(number, each) for number, each in enumerate((text_lines(TWO_COLUMNS), *others), 1)]
    pages = (*full, page(len(full) + 1, lines, rules=rules))
    # Where a rule meets the text of the other column, the ink of both is one box.
    return list(intruders(Reading(PaperFacts(paper="017", pages=pages))))


@pytest.mark.parametrize("points", [20, 40, 60])
def test_rules_that_run_through_the_gutter_are_found_on_a_page_with_hardly_any_text(points: int) -> None:
    (only,) = intruding([CAPTION], table(71, 289 + points))
    assert (only.page, only.side, round(only.points), len(only.parts)) == (2, "right", points, 3)
    assert only.box == (71, 130, 289 + points, 176)


def test_rules_of_the_right_column_that_run_into_the_left_one_are_found() -> None:
    caption = line("Table 6: Waiting time", 365, 120, width=100)
    (only,) = intruding([caption], table(270, 524))
    assert (only.side, round(only.points)) == ("left", 36)


def test_rules_without_a_caption_are_known_by_the_text_of_the_other_column() -> None:
    assert [round(each.points) for each in intruding(text_lines([RIGHT]), table(71, 330))] == [41]
    assert intruding([], table(71, 330)) == []


def test_a_single_rule_between_two_lines_of_the_other_column_lies_on_its_text() -> None:
    between = [(71.0, 200.5, 330.0, 201.0)]
    assert len(intruding(text_lines([RIGHT]), between)) == 1


def test_text_of_the_column_parts_one_table_from_the_next() -> None:
    lines = [*text_lines([LEFT], first=200, last=400), *text_lines([RIGHT])]
    found = intruding(lines, [*table(71, 330), *table(71, 330, top=450)])
    assert [len(each.parts) for each in found] == [3, 3]


@pytest.mark.parametrize(
    ("caption", "rules"),
    [
        (line("Table 6: Waiting time of all", 71, 120, width=440), table(71, 330)),
        (line("Table 6: Waiting time", 240, 120, width=110), table(120, 330)),
        (CAPTION, table(71, 524)),
        (CAPTION, table(71, 510)),
        (line("Table 6: Waiting time", 245, 120, width=105), table(160, 435)),
    ],
    ids=["a caption over both columns", "a caption in the middle", "full width", "nearly so", "in the middle"],
)
def test_rules_of_floats_over_both_columns_are_no_intruders(caption: TextLine, rules: list[Box]) -> None:
    assert intruding([caption, *text_lines(TWO_COLUMNS, first=300)], rules) == []


def test_rules_within_a_column_are_no_intruders() -> None:
    footnote = [(71.0, 640.0, 131.0, 640.5)]
    assert intruding([CAPTION, *text_lines([RIGHT])], [*table(71, 289), *table(75, 292), *footnote]) == []


def test_an_appendix_in_one_column_may_have_wide_tables() -> None:
    caption = line("Table 6: Waiting time", 130, 120, width=100)
    lines = [caption, *text_lines(ONE_COLUMN, first=200)]
    assert intruding(lines, table(71, 330), text_lines(TWO_COLUMNS)) == []


def test_a_short_caption_at_the_left_edge_says_nothing_of_its_column() -> None:
    assert intruding([line("Table 6: Waits", 71, 120, width=60)], table(71, 330)) == []


def test_the_frame_of_a_figure_is_known_by_the_caption_below_it() -> None:
    caption = line("Figure 3: Waiting time", 130, 190, width=100)
    (only,) = intruding([caption], [(71.0, 100.0, 330.0, 101.0), (71.0, 170.0, 330.0, 171.0)])
    assert (only.box, round(only.points)) == ((71, 100, 330, 171), 41)
