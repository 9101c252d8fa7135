from __future__ import annotations

from proceedings.inspection.ink_cut import MOST_PARTS, Area, ink_bounds, ink_parts, ink_runs, row_numbers


def page(*rows: str) -> list[bytes]:
    """Rows of pixels, x for ink."""
    return [bytes(each == "x" for each in row) for row in rows]


def parts(rows: list[bytes], gutter: int) -> list[Area]:
    return ink_parts(rows, row_numbers(rows), gutter)


def test_rows_of_white_part_lines_and_broad_columns_of_white_part_columns() -> None:
    rows = page(
        "..........",
        ".xx....xx.",
        "..........",
        ".xx....xx.",
    )
    assert parts(rows, 4) == [(1, 1, 3, 2), (7, 1, 9, 2), (1, 3, 3, 4), (7, 3, 9, 4)]
    assert parts(rows, 5) == [(1, 1, 9, 2), (1, 3, 9, 4)]


def test_columns_whose_lines_are_not_level_are_cut_all_the_same() -> None:
    rows = page(
        "xx........",
        "xx.....xxx",
        ".......xxx",
        "xx.....xxx",
    )
    assert parts(rows, 3) == [(0, 0, 2, 2), (0, 3, 2, 4), (7, 1, 10, 4)]


def test_a_blank_page_has_no_parts_and_no_bounds() -> None:
    rows = page("....", "....")
    assert parts(rows, 3) == []
    assert ink_bounds(rows, 0, 2) is None
    assert ink_runs(rows, 0, 2) == []


def test_bounds_and_runs_are_those_of_the_rows_asked_for() -> None:
    rows = page("xxxx", ".x..", "....", "..x.")
    assert ink_bounds(rows, 1, 4) == (1, 1, 3, 4)
    assert ink_runs(rows, 1, 4) == [(1, 1, 2, 2), (2, 3, 3, 4)]


def test_a_page_of_dots_has_a_bounded_number_of_parts() -> None:
    dotted = ("x" + "." * 9) * 60
    rows = page(*(row for _ in range(60) for row in (dotted, "." * 600)))
    found = parts(rows, 9)
    assert 60 <= len(found) <= MOST_PARTS
    assert max(part[3] for part in found) == 119
