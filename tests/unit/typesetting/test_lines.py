"""Breaking paragraphs into lines."""

from __future__ import annotations

import pytest

from proceedings.typesetting.inline import SOFT_HYPHEN, Span, Style
from proceedings.typesetting.lines import Line, Shape, set_lines

PROSE = (
    "Training a neural network on a supercomputer is an experiment like any other: what was run, on which machine, "
    "with which release of which library, decides whether anybody else will ever see the same numbers again."
)
URL = "https://git.example.org/deep-learning-group/layerwise-adaptive-rate-scaling/-/releases/v0.3.0"


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def test_all_lines_but_the_last_of_a_justified_paragraph_fill_the_measure() -> None:
    lines = set_lines([Span(PROSE)], Shape(240), "en")
    assert len(lines) > 3
    assert all(line.x + line.width == pytest.approx(240) for line in lines[:-1])
    assert lines[-1].width < 240


def test_no_word_is_lost_and_soft_hyphens_stand_only_at_line_ends() -> None:
    lines = [words(line) for line in set_lines([Span(PROSE)], Shape(120), "en")]
    assert any(line.endswith(SOFT_HYPHEN) for line in lines)
    joined = "".join(line.removesuffix(SOFT_HYPHEN) if line.endswith(SOFT_HYPHEN) else line + " " for line in lines)
    assert joined.strip() == PROSE


def test_text_is_not_hyphenated_without_a_language() -> None:
    assert not any(words(line).endswith(SOFT_HYPHEN) for line in set_lines([Span(PROSE)], Shape(120, "left")))


def test_a_url_breaks_behind_its_slashes_and_never_leaves_the_column() -> None:
    lines = set_lines([Span(URL, breaks_anywhere=True)], Shape(150, "left"))
    assert all(line.width <= 150 for line in lines)
    assert "".join(words(line) for line in lines) == URL
    assert all(words(line)[-1] in "/.-" for line in lines[:-1])


def test_a_word_wider_than_the_column_is_cut_rather_than_set_over_its_edge() -> None:
    lines = set_lines([Span("0123456789abcdef" * 8)], Shape(100, "left"))
    assert len(lines) > 3 and all(line.width <= 100 for line in lines)


def test_chinese_text_breaks_between_characters() -> None:
    lines = set_lines([Span("超级计算机上的深度学习" * 4)], Shape(120, "left"))
    assert len(lines) > 2 and all(line.width <= 120 for line in lines)


def test_a_style_may_change_within_a_word_without_a_break() -> None:
    lines = set_lines(
        [Span("neural ", Style()), Span("network", Style("serif-italic")), Span("s, too")], Shape(52, "left")
    )
    assert any("networks," in words(line) for line in lines)


def test_a_no_break_space_holds() -> None:
    lines = set_lines([Span("a b c d e Figure\u00a03 follows here")], Shape(60, "left"))
    assert any("Figure\u00a03" in words(line) for line in lines)


def test_no_text_gives_no_lines() -> None:
    assert set_lines([], Shape(100)) == ()
    assert set_lines([Span("  ")], Shape(100)) == ()


def test_a_column_narrower_than_a_letter_is_still_set() -> None:
    assert len(set_lines([Span("abc")], Shape(0.0, "left"))) == 3
