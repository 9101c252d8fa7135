from __future__ import annotations

from typing import Any

import pytest

from proceedings.records.placement import StampLine
from proceedings.stamping.stamp_layout import STAMP_FACE, fitted, set_lines, shortened, stamp_boxes
from proceedings.typeface import string_width
from stamp_makers import stamp

LONG = "Synchronous Training of Very Large Neural Networks on Ten Thousand Accelerators Without a Parameter Server"


def line(place: Any, text: str = "41", size: float = 8.0) -> StampLine:
    return StampLine(place=place, text=text, size=size)


def test_a_head_starts_34_points_from_the_top_and_goes_down() -> None:
    first, second = set_lines(stamp("41", line("head-left", "one"), line("head-left", "two")), 595, 842)
    assert (first.text, first.baseline) == ("one", 34)
    assert second.text == "two"
    assert second.baseline == pytest.approx(34 + 1.2 * 8)


def test_a_foot_ends_24_points_above_the_bottom() -> None:
    lines = set_lines(stamp("41", line("foot-centre", "41", 9), line("foot-centre", "last", 7)), 595, 842)
    assert [each.text for each in lines] == ["41", "last"]
    assert lines[1].baseline == 842 - 24
    assert lines[0].baseline == pytest.approx(842 - 24 - 1.2 * 7 - 4)  # a folio stands apart from smaller lines


def test_lines_stand_at_the_edges_and_in_the_middle_of_the_text_block() -> None:
    marks = stamp("41", *(line(f"foot-{side}") for side in ("left", "centre", "right")), left=100, right=400)
    left, centre, right = set_lines(marks, 595, 842)
    width = string_width("41", STAMP_FACE, 8)
    assert left.x == 100
    assert centre.x + width / 2 == pytest.approx(250)
    assert right.x + width == pytest.approx(400)


def test_a_line_that_is_too_wide_is_set_smaller() -> None:
    text, size = fitted(LONG, 8, 0.9 * string_width(LONG, STAMP_FACE, 8))
    assert text == LONG
    assert 7 < size < 7.21


def test_a_line_that_is_far_too_wide_is_cut_at_a_word() -> None:
    text, size = fitted(LONG, 8, 150)
    assert size == 6
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert LONG[len(text) - 1] == " "
    assert string_width(text, STAMP_FACE, size) <= 150


def test_a_running_head_is_cut_before_it_gets_small() -> None:
    (head,) = set_lines(stamp("41", line("head-left", LONG)), 360, 540)
    assert head.size == 7 and head.text.endswith("…")


def test_a_citation_that_no_size_makes_fit_is_broken_behind_a_sentence() -> None:
    book = "Joint Proceedings of the Workshops of a Conference with a Long Name Held in Two Places, pp. 211-214."
    place = "Frankfurt am Main, Germany, 16-20 June 2019"
    marks = stamp("41", line("foot-centre", "41", 9), line("foot-centre", f"{book} {place}", 7.5), left=100, right=440)
    folio, first, second = set_lines(marks, 595, 842)
    assert (folio.text, first.text, second.text) == ("41", book, place)
    assert first.width <= 340 and first.size <= 7.5
    assert second.baseline == 842 - 24


def test_a_citation_of_one_sentence_is_broken_near_its_middle() -> None:
    first, second = set_lines(stamp("41", line("foot-centre", LONG, 8), left=100, right=380), 595, 842)
    assert f"{first.text} {second.text}" == LONG
    assert first.size == second.size == 8


def test_the_folio_beside_a_title_stays_when_the_title_is_cut() -> None:
    assert shortened(f"{LONG}   41", 6, 150).endswith("…   41")
    assert shortened(f"41   {LONG}", 6, 150).startswith("41   Sync")


def test_a_word_without_an_end_is_cut_anywhere() -> None:
    assert shortened("x" * 500, 6, 50).endswith("x…")
    assert shortened("x" * 500, 6, 1) == ""


def test_side_by_side_the_shorter_line_keeps_its_size() -> None:
    title, folio = set_lines(stamp("41", line("head-left", LONG), line("head-right")), 360, 540)
    assert (folio.text, folio.size) == ("41", 8)
    assert title.box[2] < folio.box[0]


def test_a_centred_line_stays_in_the_middle_beside_others() -> None:
    lines = set_lines(stamp("41", line("foot-left", "Sample et al."), line("foot-centre", LONG[:64])), 360, 540)
    aside, centred = sorted(lines, key=lambda each: each.x)
    assert centred.x + centred.width / 2 == pytest.approx(180)
    assert aside.box[2] < centred.box[0]


@pytest.mark.parametrize("size", [(595, 842), (842, 595), (360, 540), (298, 420), (200, 100), (30, 30)])
def test_every_box_lies_in_the_bands_and_on_the_page(size: tuple[float, float]) -> None:
    width, height = size
    lines = [line(f"{band}-{side}", LONG) for band in ("head", "foot") for side in ("left", "centre", "right")]
    boxes = stamp_boxes(stamp("41", *lines, *lines, left=20, right=width - 20), width, height)
    assert boxes
    for box in boxes:
        assert box[0] >= 0
        assert box[2] <= width
        assert (box[1] >= 0 and box[3] <= 0.13 * height + 0.01) or (box[1] >= 0.87 * height - 0.01 and box[3] <= height)


def test_edges_outside_the_page_are_drawn_in() -> None:
    (box,) = stamp_boxes(stamp("41", line("head-left"), left=-20, right=900), 300, 400)
    assert box[0] == 0
    (box,) = stamp_boxes(stamp("41", line("head-left"), left=700, right=900), 300, 400)
    assert box[0] == 30


def test_an_empty_stamp_has_no_boxes() -> None:
    assert stamp_boxes(stamp("41", line("head-left", "  ")), 300, 400) == ()
