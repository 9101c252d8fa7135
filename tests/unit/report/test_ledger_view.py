"""What the report says of frozen pages that changed."""

from __future__ import annotations

import pytest

from proceedings.records.placement import LedgerChange
from proceedings.report.ledger_view import changes_view

LATE = LedgerChange(paper="late", kind="late", now="13–14")
SHORTER = LedgerChange(paper="a", kind="replaced", before="1–4", now="1–3")
SAME = LedgerChange(paper="b", kind="replaced", before="5–8", now="5–8")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], "Nothing has changed since."),
        ([LATE], "1 paper changed since; the pages of 0 papers are not what they were."),
        ([SHORTER, SAME, LATE], "3 papers changed since; the pages of 1 paper are not what they were."),
    ],
)
def test_a_late_paper_had_no_pages_that_could_be_others(changes: list[LedgerChange], told: str) -> None:
    shown = changes_view(4, changes, {})
    assert shown is not None and shown.sentence.endswith(told)


def test_without_frozen_pages_nothing_is_said() -> None:
    assert changes_view(0, [], {}) is None
