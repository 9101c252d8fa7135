from __future__ import annotations

import pytest

from lined_pages import ONE_COLUMN, TWO_COLUMNS, line, page, text_lines
from proceedings.reading.columns import Layout, layout_of


@pytest.mark.parametrize(
    ("columns", "count"),
    [(ONE_COLUMN, 1), (TWO_COLUMNS, 2), (((50.0, 200.0), (212.0, 362.0), (374.0, 524.0)), 3)],
)
def test_columns_are_counted_and_measured(columns: tuple[tuple[float, float], ...], count: int) -> None:
    layout = layout_of([page(1, text_lines(columns)), page(2, text_lines(columns))], 10)
    assert (layout.count, layout.by_page) == (count, {1: count, 2: count})
    assert layout.columns == columns
    assert layout.block == (columns[0][0], 116, columns[-1][1], 654)


def test_the_gutter_lies_between_the_first_two_columns() -> None:
    assert layout_of([page(1, text_lines(TWO_COLUMNS))], 10).gutter == pytest.approx(17)
    assert layout_of([page(1, text_lines())], 10).gutter is None


def test_most_pages_decide_and_figures_do_not_vote() -> None:
    wide = page(2, text_lines(((71.0, 524.0),)))
    figures = page(3, text_lines(((71.0, 524.0),), last=150))
    layout = layout_of([page(1, text_lines(TWO_COLUMNS)), wide, figures, page(4, text_lines(TWO_COLUMNS))], 10)
    assert (layout.count, layout.by_page) == (2, {1: 2, 2: 1, 4: 2})


def test_a_last_page_that_fills_one_of_two_columns_does_not_vote() -> None:
    pages = [page(1, text_lines(TWO_COLUMNS)), page(2, text_lines(TWO_COLUMNS[:1]))]
    assert layout_of(pages, 10).by_page == {1: 2}


def test_pages_that_are_too_small_for_their_text_do_not_vote() -> None:
    cut = [page(number, text_lines(TWO_COLUMNS), size=(419.5, 595.3)) for number in (1, 2)]
    assert layout_of([*cut, page(3, text_lines(TWO_COLUMNS[:1]), size=(419.5, 595.3))], 10) == Layout()


def test_an_abstract_and_a_table_across_both_columns_change_nothing() -> None:
    abstract = text_lines(((71.0, 524.0),), first=60, last=110)
    assert layout_of([page(1, [*abstract, *text_lines(TWO_COLUMNS)])], 10).count == 2


def test_one_line_too_long_and_one_page_too_tall_do_not_move_the_block() -> None:
    overfull = line("A line that LaTeX could not break and that sticks out of its column", 135, 400, width=380)
    tall = text_lines(last=690)
    pages = [page(1, [*text_lines(), overfull]), page(2, text_lines()), page(3, tall)]
    assert layout_of(pages, 10).block == (135, 116, 480, 654)


def test_hyphens_that_protrude_do_not_move_the_edge() -> None:
    lines = text_lines()
    hyphens = [
        line("A line that ends in a hyphen that protrudes a lit-", 135, 126 + 12.0 * n, width=346.4)
        for n in range(0, 44, 4)
    ]
    assert layout_of([page(1, [*lines, *hyphens])], 10).columns[0].right == 480


def test_too_little_text_tells_nothing() -> None:
    assert layout_of([page(1, text_lines(last=150))], 10) == Layout()
    assert layout_of([page(1, [])], None) == Layout()


def test_a_page_of_ten_million_points_does_not_vote() -> None:
    wide = page(1, text_lines(((135.0, 9_000_000.0),)), size=(1e7, 1e7))
    assert layout_of([wide], 10) == Layout()


def test_lines_without_an_extent_make_no_column() -> None:
    lines = [line("words", 100, 120 + 12 * row, width=0) for row in range(40)]
    assert layout_of([page(1, lines)], 10) == Layout()


def test_lines_that_are_all_shorter_or_longer_than_their_column_make_no_block() -> None:
    crossing = [line("words", 100 + 7 * row, 120 + 12 * row, width=80) for row in range(40)]
    assert layout_of([page(1, crossing)], 10).block is None
