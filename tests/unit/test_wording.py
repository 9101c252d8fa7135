from __future__ import annotations

import datetime

import pytest

from proceedings.wording import (
    counted,
    date_span,
    doi_url,
    label_ranges,
    licence_label,
    licence_url,
    listed,
    page_range,
    size_words,
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-06-20", "2019-06-20", "20 June 2019"),
        ("2022-09-07", "2022-09-09", "7–9 September 2022"),
        ("2022-09-30", "2022-10-01", "30 September – 1 October 2022"),
        ("2022-12-31", "2023-01-01", "31 December 2022 – 1 January 2023"),
    ],
)
def test_dates_are_worded_as_in_print(start: str, end: str, words: str) -> None:
    assert date_span(day(start), day(end)) == words


def test_an_event_without_dates_says_nothing() -> None:
    assert date_span(None, None) == ""
    assert date_span(day("2019-06-20"), None) == "20 June 2019"


def test_a_range_of_one_page_is_that_page() -> None:
    assert page_range(7, 7) == "7"
    assert page_range(7, 9) == "7–9"
    assert page_range("xi", "xiv") == "xi–xiv"
    assert page_range(7, 9, dash="--") == "7--9"


def test_ranges_of_page_labels_are_printed_with_en_dashes() -> None:
    assert label_ranges(("i-viii", "1-48")) == "i–viii, 1–48"
    assert label_ranges(()) == ""


def test_one_is_spoken_of_as_one_and_thousands_are_set_off() -> None:
    assert [counted(number, "error") for number in (0, 1, 2, 1204)] == [
        "0 errors",
        "1 error",
        "2 errors",
        "1,204 errors",
    ]


def test_words_are_listed_as_in_a_sentence() -> None:
    assert [listed(words) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_a_doi_is_an_address_of_its_resolver() -> None:
    assert doi_url("10.5555/x") == "https://doi.org/10.5555/x"
    assert doi_url("10.1002/8<693::A>3.0.CO;2-#") == "https://doi.org/10.1002/8%3C693::A%3E3.0.CO;2-%23"


@pytest.mark.parametrize(
    ("licence", "label"),
    [("CC-BY-4.0", "CC BY 4.0"), ("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0"), ("Apache-2.0", "Apache-2.0")],
)
def test_a_licence_is_named_as_its_stewards_name_it(licence: str, label: str) -> None:
    assert licence_label(licence) == label


def test_only_creative_commons_licences_have_a_known_page() -> None:
    assert licence_url("CC-BY-4.0") == "https://creativecommons.org/licenses/by/4.0/"
    assert licence_url("Apache-2.0") is None


def test_sizes_are_decimal() -> None:
    assert [size_words(each) for each in (0, 12, 412_300, 3_140_000)] == ["empty file", "1 kB", "412 kB", "3.1 MB"]
