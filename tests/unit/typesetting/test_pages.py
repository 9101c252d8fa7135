"""Filling pages with rows."""

from __future__ import annotations

import pytest

from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.inline import Span
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.pages import Page, flow, flow_without_a_short_end
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, kept_together, paragraph, space

GRID = PageGrid(left=50, top=50, measure=300, lines=10, leading=10)


def rows(*marks: str) -> list[Row]:
    """One row a letter; a small letter is kept with the next row, `_` is white space."""
    return [Row(10, keep=mark.islower(), space=mark == "_", anchor=mark) for mark in "".join(marks)]


def marks(pages: list[Page]) -> list[str]:
    return ["".join(placed.row.anchor or "" for placed in page.rows) for page in pages]


def test_a_page_holds_as_many_rows_as_its_grid_has_lines() -> None:
    assert [len(page.rows) for page in flow(rows("A" * 25), GRID)] == [10, 10, 5]


def test_rows_may_be_made_as_pages_need_them() -> None:
    many = (row for row in rows("A" * 4_999, "_"))
    assert [len(page.rows) for page in flow(many, GRID)] == [*[10] * 499, 9]


def test_a_heading_goes_over_with_its_first_paragraph() -> None:
    assert marks(flow(rows("AAAAAAAA_hhPPP"), GRID)) == ["AAAAAAAA", "hhPPP"]


def test_white_space_is_dropped_at_the_top_of_a_page() -> None:
    assert marks(flow(rows("AAAAAAAAAA_B"), GRID)) == ["AAAAAAAAAA", "B"]


def test_what_is_kept_together_beyond_a_page_is_divided_all_the_same() -> None:
    assert [len(page.rows) for page in flow(rows("a" * 25), GRID)] == [10, 10, 5]


def test_neither_widow_nor_orphan() -> None:
    prose = paragraph([Span("word " * 90)], Shape(300), 10)
    for before in range(10):
        pages = flow([*rows("A" * before), *prose], GRID)
        counts = [sum(1 for placed in page.rows if placed.row.lines) for page in pages]
        assert 1 not in counts


def test_the_last_page_of_two_columns_is_balanced() -> None:
    pages = flow(rows("A" * 26), PageGrid(left=50, top=50, measure=300, lines=10, leading=10, columns=2))
    left = [placed for placed in pages[1].rows if placed.x == 50]
    assert (len(left), len(pages[1].rows)) == (3, 6)


def test_a_last_page_of_a_few_lines_is_saved_by_drawing_white_space_together() -> None:
    entries = [row for _ in range(4) for row in (*kept_together(rows("AA")), space(10))]
    assert len(flow(entries, GRID)) == 2
    assert len(flow_without_a_short_end(entries, GRID)) == 1


def test_the_pages_before_a_last_one_of_a_few_lines_run_short() -> None:
    grid = PageGrid(left=50, top=50, measure=300, lines=20, leading=10)
    assert [len(page.rows) for page in flow(rows("A" * 42), grid)] == [20, 20, 2]
    assert [len(page.rows) for page in flow_without_a_short_end(rows("A" * 42), grid)] == [17, 17, 8]


def test_a_row_that_begins_a_page_is_resumed_by_what_says_so() -> None:
    going_on = Row(10, anchor="B", resumed=(Row(10, anchor="!", keep=True), Row(10, anchor="b")))
    assert marks(flow([*rows("A" * 9), going_on, *rows("C")], GRID)) == ["AAAAAAAAAB", "C"]
    assert marks(flow([*rows("A" * 10), going_on, *rows("C")], GRID)) == ["AAAAAAAAAA", "!bC"]


def test_the_measure_holds_a_readable_line_on_every_page_size() -> None:
    for size in ((595.276, 841.89), (612.0, 792.0), (439.37, 666.14), (841.89, 1190.55)):
        grid = page_grid(size)
        assert 60 < grid.measure / (0.47 * grid.size) < 90
        assert grid.top + grid.depth < size[1] and page_grid(size, SMALL).measure == grid.measure


def test_pages_that_are_set_on_another_day_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = page_grid((595.0, 842.0))
    pages = flow(paragraph([Span("Sample")], Shape(grid.measure, SMALL), grid.leading), grid)
    first = print_pages(pages, grid, Imprint("A"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert print_pages(pages, grid, Imprint("A")) == first
