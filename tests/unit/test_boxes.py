from __future__ import annotations

import pytest

from proceedings.boxes import (
    area,
    bounds,
    common_box,
    height,
    lies_within,
    overlap,
    shared_area,
    shared_height,
    shared_width,
    white_between,
    width,
)

SQUARE = (10.0, 10.0, 20.0, 20.0)


def test_a_box_has_a_width_a_height_and_an_area() -> None:
    assert (width((10, 20, 40, 25)), height((10, 20, 40, 25)), area((10, 20, 40, 25))) == (30, 5, 150)
    assert area((40, 20, 10, 25)) == 0  # the wrong way round


def test_the_bounds_of_boxes_hold_them_all_and_those_of_one_are_its_own() -> None:
    assert bounds([SQUARE, (5, 15, 12, 30)]) == (5, 10, 20, 30)
    assert bounds([SQUARE]) == SQUARE


def test_what_two_boxes_share_is_a_part_of_the_smaller_one() -> None:
    corner = (15.0, 15.0, 25.0, 35.0)
    assert common_box(SQUARE, corner) == (15, 15, 20, 20)
    assert (shared_width(SQUARE, corner), shared_height(SQUARE, corner), shared_area(SQUARE, corner)) == (5, 5, 25)
    assert overlap(SQUARE, corner) == overlap(corner, SQUARE) == 0.25
    assert white_between(SQUARE, corner) < 0


@pytest.mark.parametrize("other", [(30.0, 10.0, 40.0, 20.0), (10.0, 30.0, 20.0, 40.0), (30.0, 12.0, 31.0, 40.0)])
def test_boxes_that_stand_apart_share_nothing_and_have_white_between_them(other: tuple[float, ...]) -> None:
    x0, y0, x1, y1 = other
    apart = (x0, y0, x1, y1)
    assert common_box(SQUARE, apart) is None
    assert (shared_area(SQUARE, apart), overlap(SQUARE, apart)) == (0, 0)
    assert white_between(SQUARE, apart) == white_between(apart, SQUARE) == 10
    assert min(shared_width(SQUARE, apart), shared_height(SQUARE, apart)) == -10


def test_boxes_that_only_touch_share_no_area() -> None:
    assert common_box(SQUARE, (20, 10, 30, 20)) is None
    assert overlap(SQUARE, (20, 10, 30, 20)) == white_between(SQUARE, (20, 10, 30, 20)) == 0


def test_a_rule_without_a_height_overlaps_nothing() -> None:
    assert overlap(SQUARE, (12, 15, 18, 15)) == 0


def test_a_box_lies_within_another_that_it_passes_by_no_more_than_the_slack() -> None:
    assert lies_within((10, 10, 20, 20), SQUARE)
    assert not lies_within((9.6, 10, 20, 20), SQUARE)
    assert lies_within((9.6, 10, 20, 20.5), SQUARE, slack=0.5)
    assert not lies_within((9.6, 10, 20, 20.6), SQUARE, slack=0.5)
