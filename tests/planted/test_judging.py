from __future__ import annotations

import msgspec

from planted.judging import Outcome, table_of
from planted.sheets import Box
from proceedings.records.finding import Finding

FOUND = Finding(paper="017", code="type3-font", severity="warning", page=2, message="found")


def outcome(*own: Finding, code: str | None = "type3-font", page: int | None = 2, extra: int = 0) -> Outcome:
    return Outcome("a case", "acl", "reportlab", code, page, own, (FOUND,) * extra)


def planted_at(box: Box, found: Finding) -> str | None:
    return Outcome("a case", "acl", "reportlab", "type3-font", 2, (found,), (), box).failure


def test_one_finding_on_the_right_page_is_as_it_should_be() -> None:
    assert outcome(FOUND).failure is None


def test_none_two_another_page_and_a_finding_besides_are_failures() -> None:
    for case in (outcome(), outcome(FOUND, FOUND), outcome(FOUND, page=3), outcome(FOUND, extra=1)):
        assert case.failure


def test_a_finding_without_a_place_and_one_at_another_are_failures_where_a_place_was_planted() -> None:
    place = (10.0, 10.0, 40.0, 20.0)
    shown = msgspec.structs.replace(FOUND, box=(12.0, 8.0, 41.0, 20.0))
    assert planted_at(place, shown) is None
    assert planted_at(place, FOUND) and planted_at((20.0, 10.0, 50.0, 20.0), shown)


def test_what_belongs_to_no_page_fails_by_a_finding_on_one() -> None:
    assert outcome(FOUND, page=0).failure
    assert outcome(msgspec.structs.replace(FOUND, page=None), page=0).failure is None


def test_a_clean_paper_fails_by_what_is_found_in_it() -> None:
    assert outcome(code=None, page=None).failure is None
    assert outcome(code=None, page=None, extra=1).failure


def test_recall_counts_what_is_missed_and_precision_what_is_found_besides() -> None:
    table = table_of([outcome(FOUND), outcome(FOUND, FOUND), outcome(), outcome(code=None, extra=1)])
    row = next(line.split() for line in table.splitlines() if line.startswith("type3-font"))
    assert row == ["type3-font", "reportlab", "3", "2", "1", "2", "0.67", "0.50"]
    assert "clean controls and traps: 1; false errors and warnings: type3-font 1" in table
