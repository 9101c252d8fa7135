"""Where a title that is too long for a running head is cut."""

from __future__ import annotations

import pytest

from proceedings.bidi import isolated
from proceedings.running_heads import LONGEST_WORD, MOST_WORDS, cut_titles


@pytest.mark.parametrize(
    ("title", "longest"),
    [
        ("On the Cost of All-Reduce", "On the Cost…"),
        ("Learning Rates for Very Large Batches: Warm-up", "Learning Rates for Very Large Batches…"),
        ("Seeds, Schedules and Silence", "Seeds, Schedules…"),
        ("Sorting Gradients in O(n log n) Time", "Sorting Gradients in O(n log n)…"),
        ("Sorting in O(n log n)", "Sorting…"),
        ("A Rule x = y + z", "A Rule…"),
        ("Training “at Scale” Again", "Training “at Scale”…"),
        ("Training “at Large Scale”", "Training…"),
        ("Über die Kosten der Kommunikation", "Über die Kosten…"),
        ("Datasets – A Study", "Datasets…"),
        ("A Study", "A…"),
    ],
)
def test_a_title_is_cut_where_an_editor_cuts_it(title: str, longest: str) -> None:
    assert next(cut_titles(title)) == longest


def test_where_it_cannot_end_well_it_ends_at_a_word_and_then_anywhere() -> None:
    assert list(cut_titles("Of (a b")) == ["Of (a…", "Of…", "O…"]
    assert list(cut_titles("Abc")) == ["Ab…", "A…"]


def test_a_cut_title_that_runs_left_is_closed() -> None:
    assert next(cut_titles(isolated("עולם גדול"))) == "\u2068עולם…\u2069"


def test_of_a_title_without_end_only_its_beginning_is_tried() -> None:
    assert max(map(len, cut_titles("word " * 5_000))) == len("word " * MOST_WORDS)
    assert len(list(cut_titles("w" * 5_000))) == LONGEST_WORD - 1
