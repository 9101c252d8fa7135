from __future__ import annotations

import pytest

from proceedings.inspection.ink_cut import Area, ink_parts, row_numbers
from proceedings.inspection.ink_shapes import MOST_RULES, Pixels, long_rules, panels


def page(*areas: Area, width: int = 120, height: int = 60) -> list[bytes]:
    """Rows of pixels with ink in these areas."""
    rows = [bytearray(width) for _ in range(height)]
    for x0, y0, x1, y1 in areas:
        for row in rows[y0:y1]:
            row[x0:x1] = bytes([1]) * (x1 - x0)
    return [bytes(row) for row in rows]


def ruled(rows: list[bytes], stride: int = 120) -> list[Area]:
    """The rules of a page whose rows take so many bytes each; those beyond its width are dark."""
    width = len(rows[0])
    return long_rules(Pixels(b"".join(row.ljust(stride, b"\1") for row in rows), stride, width), 72)


def filled(*areas: Area) -> list[Area]:
    rows = page(*areas)
    numbers = row_numbers(rows)
    return panels(numbers, len(rows[0]), ink_parts(rows, numbers, 9), 5)


def test_a_long_thin_line_with_white_around_it_is_a_rule() -> None:
    assert ruled(page((10, 20, 90, 21), (10, 40, 100, 42))) == [(10, 20, 90, 21), (10, 40, 100, 42)]


def test_short_lines_and_filled_areas_are_no_rules() -> None:
    assert ruled(page((10, 20, 81, 21))) == []
    assert ruled(page((10, 20, 90, 24))) == []
    assert ruled(page((0, 0, 120, 60))) == []


def test_a_rule_that_ends_in_a_letter_goes_as_far_as_all_of_it() -> None:
    assert ruled(page((10, 20, 90, 22), (90, 20, 96, 21))) == [(10, 20, 90, 22)]


def test_lines_at_both_edges_of_a_page_are_one_in_each_row() -> None:
    assert ruled(page((60, 20, 120, 21), (0, 21, 60, 22))) == []
    assert ruled(page((0, 20, 120, 21))) == [(0, 20, 120, 21)]


def test_what_pads_the_rows_of_pixels_is_no_ink() -> None:
    assert ruled(page((49, 20, 120, 21)), stride=124) == []
    assert ruled(page((48, 20, 120, 21)), stride=124) == [(48, 20, 120, 21)]


def test_the_noise_of_a_photograph_holds_no_rules() -> None:
    noisy = [(row % 7, row, 90 + row % 5, row + 1) for row in range(10, 50)]
    assert ruled(page(*noisy)) == []


def test_a_ruled_sheet_has_a_bounded_number_of_rules() -> None:
    assert len(ruled(page(*((0, y, 100, y + 1) for y in range(0, 400, 2)), height=400))) == MOST_RULES


@pytest.mark.parametrize("top", range(20, 27))
def test_an_area_that_is_filled_is_a_panel_wherever_it_begins(top: int) -> None:
    assert filled((30, top, 50, top + 12)) == [(30, top, 50, top + 12)]
    joined_by_a_line = ((0, 15, 25, 16), (25, 15, 26, 40), (26, top + 5, 30, top + 6))
    assert filled((30, top, 50, top + 12), *joined_by_a_line) == [(30, top, 50, top + 12)]


def test_round_corners_make_no_panel_less() -> None:
    assert filled((31, 20, 49, 21), (30, 21, 50, 39), (31, 39, 49, 40)) == [(31, 20, 49, 40)]


def test_what_is_low_or_narrow_is_no_panel() -> None:
    assert filled((30, 20, 50, 28)) == []
    assert filled((30, 20, 34, 50)) == []


def test_letters_are_no_panels() -> None:
    letters = [(x, 20 + 12 * row, x + 3, 28 + 12 * row) for row in range(3) for x in range(0, 120, 5)]
    assert filled(*letters) == []
