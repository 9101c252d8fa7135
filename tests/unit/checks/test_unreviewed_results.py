"""MLCommons' sentence beside an unreviewed result: looked for in the text, and in the block."""

from __future__ import annotations

from typing import Any

import pytest

from builders import paper
from lined_pages import paper_of
from proceedings.checks.rules import Rules
from proceedings.checks.unreviewed_results import mlperf_unverified
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.reproducibility import Benchmark, Reproducibility
from proceedings.records.volume import Volume
from worded_papers import findings, reading

SENTENCE = "Result not verified by MLCommons Association."
RUN = {"id": "B1", "suite": "MLPerf Training", "name": "resnet", "version": "4.0", "value": "12.3"}
BARE = reading("In MLPerf Training 4.0 we need 12.3 minutes.")


def told(*runs: Benchmark, given: Reading = BARE, demand: str = "required", **block: Any) -> list[Finding]:
    of = paper("017", reproducibility=Reproducibility(benchmarks=runs, **block))
    return findings(mlperf_unverified, given, Rules(volume=Volume(reproducibility=demand)), of)


def run(**fields: Any) -> Benchmark:
    return Benchmark(**{**RUN, **fields})


def test_an_unreviewed_result_that_says_so_nowhere_is_told_where_the_text_speaks_of_mlperf() -> None:
    (only,) = told(run(), run(id="B2", name="bert"))
    assert (only.code, only.severity, only.page) == ("mlperf-unverified", "warning", 1)
    assert only.box is not None
    assert only.message == (
        "papers/017.pdf, page 1: B1 (resnet) and B2 (bert) were not reviewed by MLCommons, and neither the text nor "
        f"the reproducibility block says: {SENTENCE}"
    )
    assert [each.severity for each in told(run(), demand="encouraged")] == ["info"]
    assert told(run(), demand="off") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("We need 12.3 minutes (Result not verified by MLCommons Association).",),
        ("Unverified MLPerf v4.0. Result not verified by ML-", "Commons Association."),
        ("All are of our own making. Results not", "verified by the MLCommons® Association."),
    ],
)
def test_a_paper_whose_text_has_the_sentence_passes(lines: tuple[str, ...]) -> None:
    assert told(run(), given=reading(*lines)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Result not verified by MLPerf.",
        "Result verified by MLCommons Association.",
        "These results are not official submissions to MLCommons.",
    ],
)
def test_other_words_do_not_do(text: str) -> None:
    assert len(told(run(), given=reading(text))) == 1


@pytest.mark.parametrize("key", ["statement", "metric"])
def test_the_block_may_have_the_sentence(key: str) -> None:
    words = f"time to train. {SENTENCE}"
    assert told(run(metric=words)) == [] if key == "metric" else told(run(), statement=words) == []
    assert len(told(run(), statement="Result not verified by MLPerf.")) == 1


def test_a_run_without_a_number_one_of_another_suite_and_a_reviewed_one_are_not_asked() -> None:
    assert told(run(value=None), run(suite="HPL-MxP"), run(verified=True)) == []


def test_a_paper_without_text_is_not_asked_yet() -> None:
    assert told(run(), given=Reading(paper_of([], []))) == []
