"""Clean papers of five templates by three makers have no finding, and each planted defect is exactly one.

`make bench` prints the same as a table of recall and precision. What is planted is in the modules beside this one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from planted.judging import shown_by_the_pdf
from planted.makers import Papers, why_not
from planted.running import Run, all_runs, checked_codes, judged, papers
from proceedings.codes import all_codes
from proceedings.records.finding import Finding

UNPLANTED = {
    "stamp-collision": "the stamping stage raises it, and its tests plant it",
    "repaired": "it tells of a repair, and the tests of the repairs have it",
    "certified": "it tells of a certificate, and is no defect",
    "certificate-void": "the tests of the certificate plant it",
    "page-number-missing": "no packaged profile wants page numbers",
    "receipt-mismatch": "the tests of the receipt plant it",
}
"""Codes of papers that nothing is planted for here, and why."""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(tmp_path_factory.mktemp("controls"))


@pytest.mark.parametrize("run", all_runs(), ids=str)
def test_one_cause_is_one_finding_and_a_clean_paper_has_none(run: Run, store: Papers, tmp_path: Path) -> None:
    if reason := why_not(run.maker, run.template):
        pytest.skip(reason)
    if run.case.code and run.case.code not in checked_codes():
        pytest.skip(f"no check raises {run.case.code}")
    failure = judged(run, store, tmp_path).failure
    assert failure is None, failure


def test_every_check_of_a_paper_has_something_planted() -> None:
    groups = ("file", "page", "layout", "font", "text")
    raised = {code for code in checked_codes() if all_codes()[code].group in groups}
    assert raised - {run.case.code for run in all_runs()} - UNPLANTED.keys() == set()


def test_what_lies_beside_a_paper_is_not_held_against_its_pdf() -> None:
    assert shown_by_the_pdf(Finding(paper="017", code="type3-font"))
    assert not shown_by_the_pdf(Finding(paper="017", code="source-missing"))
    assert not shown_by_the_pdf(Finding(code="proof-mismatch"))
