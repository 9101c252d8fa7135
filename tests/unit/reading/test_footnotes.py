from __future__ import annotations

from collections.abc import Sequence

from lined_pages import line, page, text_lines
from proceedings.reading.footnotes import footnotes
from proceedings.records.facts import TextLine

FULL = "The figure is taken from a poster of ours with the kind permission of all of its authors, and"


def noted(*words: str, x: float = 135, top: float = 700, more: Sequence[TextLine] = ()) -> list[str]:
    """Which of these lines of small print below the text are footnotes."""
    small = [line(each, x, top + 10 * n, size=8) for n, each in enumerate(words)]
    found = footnotes([page(1, [*text_lines(), *small, *more])])
    return [each.text for each in small if each in found]


def test_a_note_begins_with_a_mark() -> None:
    assert noted("1 See our site.") == ["1 See our site."]
    assert noted("∗Corresponding author") == ["∗Corresponding author"]
    assert noted("See our site.", x=141, more=[line("a", 135, 697, size=5, width=3)]) == ["See our site."]


def test_small_print_without_a_mark_is_no_note() -> None:
    assert not noted("© 2019 Sample Society", "978-1-7281-5995-9/19/$31.00 ©2019 IEEE", "2019 Sample Workshop")


def test_a_note_goes_on_where_its_next_word_did_not_fit() -> None:
    assert len(noted(f"1 {FULL}", "© 2019 IEEE.")) == 2
    assert len(noted("1 An earlier version:", "https://example.org/poster")) == 2
    assert len(noted(f"1 {FULL}", f"so is {FULL}", "others.")) == 3


def test_a_note_ends_where_more_would_have_fitted_or_white_follows() -> None:
    assert noted("∗Both authors contributed equally.", "Permission to make copies") == [
        "∗Both authors contributed equally."
    ]
    apart = line("© 2019 IEEE.", 135, 730, size=8)
    assert apart not in footnotes([page(1, [*text_lines(), line(f"1 {FULL}", 135, 700, size=8), apart])])
