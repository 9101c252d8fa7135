from __future__ import annotations

import msgspec
import pytest

from lined_pages import TWO_COLUMNS, line, page, text_lines
from proceedings.reading.gutter import intruders
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.record import Box


def found(*ink: Box, upper: float = 126) -> list[tuple[str, int]]:
    """Sides and whole points of what reaches into the gutter, in a paper whose second page also holds `ink`."""
    pages = (
        page(1, text_lines(TWO_COLUMNS)),
        page(2, text_lines(TWO_COLUMNS, first=upper), ink=ink),
        page(3, text_lines(TWO_COLUMNS)),
    )
    return [(each.side, round(each.points)) for each in intruders(Reading(PaperFacts(paper="017", pages=pages)))]


def test_columns_of_text_leave_the_gutter_free() -> None:
    assert found() == []


@pytest.mark.parametrize("points", [5, 10, 25])
def test_a_table_that_is_too_wide_for_its_column_is_found_on_either_side(points: int) -> None:
    assert found((80, 300, 289 + points, 360)) == [("right", points)]
    assert found((306 - points, 300, 500, 360)) == [("left", points)]


def test_pages_whose_text_copies_as_nonsense_say_nothing() -> None:
    garbled = msgspec.structs.replace(page(2, text_lines(TWO_COLUMNS), ink=[(80, 300, 320, 360)]), characters=900)
    pages = (page(1, text_lines(TWO_COLUMNS)), msgspec.structs.replace(garbled, garbled_characters=800))
    assert list(intruders(Reading(PaperFacts(paper="017", pages=pages)))) == []


def test_protruding_punctuation_is_within_the_tolerance() -> None:
    assert found((71, 300, 291.5, 310)) == []


def test_a_figure_across_both_columns_has_no_text_beside_it() -> None:
    assert found((80, 126, 500, 250), (150, 260, 420, 270), upper=300) == []
    assert found((150, 126, 350, 250), upper=300) == [], "a narrow one in the middle neither"


def test_a_title_block_is_no_intruder() -> None:
    title = line("A Title Across the Whole Page of a Paper", 120, 80, size=14, width=350)
    reading = Reading(PaperFacts(paper="017", pages=(page(1, [title, *text_lines(TWO_COLUMNS)]),)))
    assert list(intruders(reading)) == []


def test_rows_of_a_table_that_go_on_over_the_text_beside_it_are_intruders() -> None:
    row = line("Nodes Accelerators Throughput Efficiency Bandwidth", 80, 305, size=9, width=360)
    merged = (71.0, 290.0, 524.0, 318.0)
    pages = (page(1, text_lines(TWO_COLUMNS)), page(2, [row, *text_lines(TWO_COLUMNS[1:])], ink=[merged]))
    (only,) = intruders(Reading(PaperFacts(paper="017", pages=(*pages, page(3, text_lines(TWO_COLUMNS))))))
    assert (only.page, only.side, round(only.points), only.box) == (2, "right", 440 - 289, row.box)


def test_a_watermark_over_both_columns_is_no_intruder() -> None:
    mark = line("SAMPLE", 150, 400, size=80, width=300)
    pages = tuple(page(number, [*text_lines(TWO_COLUMNS), mark]) for number in (1, 2))
    assert list(intruders(Reading(PaperFacts(paper="017", pages=pages)))) == []


def test_references_in_smaller_type_are_text_of_their_column() -> None:
    words = "[1] A. Sample: A paper on ranks that is cited here. In: Proc. SW, pp. 1-9 (2019)"
    entries = [line(words, 306, 146 + 9 * row, size=8, width=218) for row in range(50)]
    last = [line("References", 306, 130, size=12, font="CMBX12"), *entries]
    table = (80.0, 300.0, 300.0, 330.0)
    pages = (page(1, text_lines(TWO_COLUMNS)), page(2, text_lines(TWO_COLUMNS)), page(3, last, ink=[table]))
    (only,) = intruders(Reading(PaperFacts(paper="017", pages=pages)))
    assert (only.page, round(only.points)) == (3, 11)


def test_a_wide_caption_over_text_that_is_hidden_there_is_no_intruder() -> None:
    caption = line("Figure 2: Waiting time of all machines side by side over the week", 71, 305, size=9, width=320)
    pages = (page(1, text_lines(TWO_COLUMNS)), page(2, [*text_lines(TWO_COLUMNS), caption]))
    assert list(intruders(Reading(PaperFacts(paper="017", pages=pages)))) == []
