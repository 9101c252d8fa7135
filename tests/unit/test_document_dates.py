"""Dates of the document information are compared as moments, not as text."""

from __future__ import annotations

import pytest

from proceedings.document_dates import document_date, is_later, moment_words


def later(one: str, other: str) -> bool:
    first, second = document_date(one), document_date(other)
    assert first is not None and second is not None
    return is_later(first, second)


@pytest.mark.parametrize(
    ("modified", "created"),
    [
        ("D:20190512101533Z", "D:20190512101532Z"),
        ("D:20190512101532-05'00'", "D:20190512101532Z"),
        ("D:20190512010000Z", "D:20190512023000+02'00'"),
        ("D:20190513000001", "D:20190512"),
        ("D:20190512101533", "D:20190512101532"),
        ("D:20190514", "D:20190512101532Z"),
    ],
)
def test_a_later_moment_is_later_whatever_its_zone(modified: str, created: str) -> None:
    assert later(modified, created)
    assert not later(created, modified)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D:20190512121532+02'00'", "D:20190512101532Z"),
        ("D:20190512101532+00'00'", "D:20190512101532Z00'00'"),
        ("20190512101532Z", "D:20190512101532Z"),
        ("D:20190512101532", "D:20190512"),
        ("D:20190512200000", "D:20190512101532Z"),
        ("D:2019", "D:201906"),
    ],
)
def test_what_may_be_the_same_moment_is_not_called_later(one: str, other: str) -> None:
    assert not later(one, other) and not later(other, one)


@pytest.mark.parametrize("words", ["", "May 2019", "D:20191332", "D:20190231", "D:0000", "D:99991231235959-12'00'"])
def test_what_is_no_date_is_none(words: str) -> None:
    assert document_date(words) is None


def test_a_date_is_shown_in_universal_time_where_its_zone_is_known() -> None:
    assert moment_words("D:20190512121532+02'00'") == "2019-05-12 10:15:32 UTC"
    assert moment_words("D:20190512121532") == "2019-05-12 12:15:32"
    assert moment_words("yesterday") == "yesterday"
