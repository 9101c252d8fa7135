"""Markdown of the front matter."""

from __future__ import annotations

from proceedings.typesetting.grid import page_grid
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.rows import Row

GRID = page_grid((595.276, 841.89))


def text(rows: list[Row]) -> list[str]:
    return ["".join(piece.text for piece in placed.line.pieces) for row in rows for placed in row.lines]


def test_a_first_heading_that_repeats_the_title_is_set_once() -> None:
    assert text(markdown_rows("# Preface\n\nWelcome.", GRID, "en", "Preface")) == ["Welcome."]


def test_quotes_are_curled_and_dashes_set() -> None:
    assert text(markdown_rows('It\'s "here" -- now.', GRID, "en")) == ["It’s “here” – now."]


def test_names_under_a_text_stand_apart_and_are_not_indented() -> None:
    rows = markdown_rows("Welcome to all.\n\nGhent, June 2019\n\n*Ada Sample*", GRID, "en")
    assert [placed.line.x for row in rows for placed in row.lines] == [0.0, 0.0, 0.0]
    assert [row.space for row in rows] == [False, True, False, False]
    assert all(row.keep for row in rows if row.lines and row is not rows[-1])


def test_a_text_of_one_short_line_is_no_signature() -> None:
    assert [row.space for row in markdown_rows("Welcome to all", GRID, "en")] == [False]


def test_a_list_hangs_its_marks() -> None:
    rows = markdown_rows("1. one\n2. two\n", GRID, "en")
    assert text(rows) == ["1.", "one", "2.", "two"]
    marks = [placed.line.x for row in rows for placed in row.lines]
    assert marks[0] < marks[1]


def test_a_hard_break_ends_a_line_without_an_indent() -> None:
    rows = markdown_rows("First.\n\nSecond.\n\nJune 2019\\\nThe editors", GRID, "en")
    lines = [row.lines[0].line for row in rows if row.lines]
    assert text(rows) == ["First.", "Second.", "June 2019", "The editors"]
    assert lines[1].x > lines[2].x == lines[3].x == 0


def test_emphasis_links_and_code_have_their_faces() -> None:
    rows = markdown_rows("*a* **b** `c` [d](https://example.org)", GRID, "en")
    pieces = {piece.text: piece for piece in rows[0].lines[0].line.pieces}
    assert [pieces[letter].font for letter in "abc"] == ["serif-italic", "serif-semibold", "sans"]
    assert pieces["d"].link == "https://example.org"


def test_formulas_are_set_and_sums_of_money_stay() -> None:
    rows = markdown_rows(
        r"In $\mathcal{O}(n \log n)$ for $n$ nodes, $x_{i} \in S$, at $5 or US$7 each, *$k^2$*.", GRID, "en"
    )
    assert "".join(text(rows)) == "In O(n log n) for n nodes, xi ∈ S, at $5 or US$7 each, k2."
    fonts = {piece.text: piece.font for piece in rows[0].lines[0].line.pieces}
    assert fonts["n"] == "serif-italic"


def test_a_table_has_three_horizontal_rules() -> None:
    rows = markdown_rows("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |", GRID, "en")
    assert sum(len(row.rules) for row in rows) == 3
    assert text(rows) == ["a", "b", "1", "2", "3", "4"]


def test_html_is_printed_and_not_interpreted() -> None:
    assert text(markdown_rows("<b>bold</b>", GRID, "en")) == ["<b>bold</b>"]


def test_a_list_item_may_hold_a_hard_break() -> None:
    assert text(markdown_rows("- one\\\n  two\n", GRID, "en")) == ["•", "one", "two"]
