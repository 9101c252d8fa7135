from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from lined_pages import line, page, text_lines
from proceedings.reading.folios import value_of
from proceedings.reading.running_lines import RunningLines, running_lines
from proceedings.records.facts import TextLine


def running(extra: Callable[[int], Sequence[TextLine]], pages: int = 6) -> RunningLines:
    """The running lines of pages of prose, each with what `extra` gives for its number."""
    return running_lines([page(number, [*text_lines(), *extra(number)]) for number in range(1, pages + 1)])


@pytest.mark.parametrize("word", ["{}", "– {} –", "Page {}", "Page {} of 8", "{} / 8", "p. {}"])
def test_rising_numbers_at_the_foot_are_folios(word: str) -> None:
    folios = running(lambda n: [line(word.format(n), 300, 790)]).folios
    assert [(each.page, each.value) for each in folios] == [(n, n) for n in range(1, 7)]
    assert {each.band for each in folios} == {"foot"}


def test_roman_folios_count_too() -> None:
    numerals = ("i", "ii", "iii", "iv", "v", "vi")
    assert [each.value for each in running(lambda n: [line(numerals[n - 1], 300, 790)]).folios] == [1, 2, 3, 4, 5, 6]


def test_folios_may_begin_anywhere_and_change_sides() -> None:
    folios = running(lambda n: [line(str(146 + n), 135 if n % 2 else 470, 60)]).folios
    assert [each.value for each in folios] == [147, 148, 149, 150, 151, 152]


def test_a_folio_may_stand_in_the_running_head() -> None:
    found = running(
        lambda n: [line(f"{n} A. Sample et al." if n % 2 else f"Short Title {n}", 135, 98, size=9)] if n > 1 else []
    )
    assert [each.page for each in found.folios] == [2, 3, 4, 5, 6]
    assert not any(each.lone for each in found.folios)
    assert [each.page for each in found.heads] == [2, 3, 4, 5, 6]


def test_two_pages_of_a_short_paper_are_enough() -> None:
    assert len(running(lambda n: [line(str(n), 300, 790)], pages=2).folios) == 2


@pytest.mark.parametrize(
    ("what", "extra"),
    [
        ("a year", lambda _: [line("2019", 300, 790)]),
        ("numbers that do not rise", lambda n: [line(str((7, 3, 9, 4, 8, 2)[n - 1]), 300, 790)]),
        (
            "footnote marks",
            lambda n: [line(str(n), 135, 760, size=6), line("See the page of the project.", 141, 762, size=8)],
        ),
        ("footnotes", lambda n: [line(f"{n} https://example.org/{'abcdef'[n - 1]}", 135, 762, size=8)]),
        ("superscripts", lambda n: [line("¹²³⁴⁵⁶"[n - 1], 300, 790)]),
        ("sections at the top", lambda n: [line(f"{n} {'ABCDEF'[n - 1]} new section", 135, 100, size=12)]),
    ],
)
def test_what_is_no_page_number_is_none(what: str, extra: Callable[[int], Sequence[TextLine]]) -> None:
    assert running(extra).folios == (), what


@pytest.mark.parametrize(
    ("number", "value"), [("12", 12), ("iv", 4), ("XIX", 19), ("³", None), ("iiv", None), ("", None)]
)
def test_numbers_have_values_and_other_signs_have_none(number: str, value: int | None) -> None:
    assert value_of(number) == value


def test_heads_that_alternate_are_found_and_so_is_the_only_odd_one() -> None:
    def head(number: int) -> list[TextLine]:
        words = {2: "A. Sample and B. Muster", 3: "Orders of Samples", 4: "A. Sample and B. Muster"}
        return [line(words[number], 200, 98, size=9)] if number in words else []

    assert [each.page for each in running(head, pages=4).heads] == [2, 3, 4]


def test_the_first_row_of_tables_at_the_top_of_pages_is_no_head() -> None:
    table = running(lambda n: [line("Method Precision Recall", 135, 126, size=9)] if n in (2, 3) else [])
    assert table.heads == ()


def test_a_legend_above_the_figures_of_two_pages_is_no_head() -> None:
    legend = running(lambda n: [line("Live Chat Only Mixed Sessions", 230, 98, size=8)] if n in (3, 4) else [])
    assert legend.heads == ()


def test_a_repeated_line_below_the_text_is_a_foot() -> None:
    feet = running(lambda n: [line(f"Preprint submitted to the Workshop {n}", 135, 790, size=8)]).feet
    assert [each.page for each in feet] == [1, 2, 3, 4, 5, 6]


def numbered(number: int) -> list[TextLine]:
    """Line numbers in the left margin, counted on from page to page."""
    return [line(f"{45 * (number - 1) + row:03}", 100, 126 + 12 * row, size=7) for row in range(45)]


def test_line_numbers_are_those_of_review_mode() -> None:
    found = running(numbered)
    assert [(margin.page, len(margin.lines)) for margin in found.line_numbers] == [(n, 45) for n in range(1, 7)]
    assert found.folios == ()


def test_every_fifth_line_may_be_numbered() -> None:
    fives = running(lambda _: [line(str(5 * row), 100, 126 + 60.0 * row / 1.25, size=7) for row in range(1, 12)])
    assert len(fives.line_numbers) == 6


def test_a_numbered_listing_is_no_numbered_margin() -> None:
    listing = running(
        lambda n: [line(str(row), 126, 126 + 9 * row, size=6, width=4) for row in range(1, 15)] if n == 2 else []
    )
    assert listing.line_numbers == ()
