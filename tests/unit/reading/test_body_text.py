from __future__ import annotations

import msgspec
import pytest

from lined_pages import TWO_COLUMNS, line, page, text_lines
from proceedings.reading.body_text import BodyType, body_type, usual_size


def test_a_page_of_prose_tells_size_leading_font_and_family() -> None:
    lines = text_lines()
    assert body_type([page(1, lines)]) == BodyType(
        size=10,
        leading=12,
        font="CMR10",
        family="computer-modern",
        characters=sum(len(each.text) for each in lines),
    )


def test_large_heads_and_small_captions_do_not_win() -> None:
    heads = [line("A Heading in Bold", 135, 90 + n, size=12, font="CMBX12") for n in range(4)]
    captions = [line("Fig. 1. What a caption says of a figure.", 135, 700 + 9 * n, size=9) for n in range(9)]
    assert usual_size([page(1, [*heads, *text_lines(), *captions])]) == 10


def test_sizes_that_tex_and_word_round_differently_are_one() -> None:
    assert usual_size([page(1, text_lines(size=9.9626)), page(2, text_lines(size=10.02))]) == 10


def test_leading_is_that_of_most_lines_and_of_one_column() -> None:
    shifted = [*text_lines(TWO_COLUMNS[:1], leading=13.55), *text_lines(TWO_COLUMNS[1:], leading=13.55, first=131)]
    spread = [line("A line after a displayed formula that is wide", 71, 700 + 19.0 * n) for n in range(4)]
    assert body_type([page(1, [*shifted, *spread])]).leading == pytest.approx(13.55)


def test_mathematics_in_body_size_does_not_make_the_family() -> None:
    formulas = text_lines(last=400, font="CMMI10")
    assert body_type([page(1, [*text_lines(first=412, last=663, font="Times-Roman"), *formulas])]).family == "times"


def test_text_that_climbs_the_margin_is_no_running_text() -> None:
    stamp = msgspec.structs.replace(line("arXiv:2101.00001v1 [cs.LG] 1 Jan 2021 " * 90, 20, 500, size=20), turned=90)
    assert usual_size([page(1, [stamp, *text_lines()])]) == 10


def test_a_paper_without_text_has_no_type() -> None:
    assert body_type([page(1, [])]) == BodyType()
    assert usual_size([]) == 0
