"""What is said of a benchmark that does not exist, and of a verified result that nobody can look up."""

from __future__ import annotations

from typing import Any

import pytest

from builders import paper
from proceedings.intake.benchmark_checks import benchmark_problems, unpublished_results
from proceedings.problem import Problem
from proceedings.records.reproducibility import Benchmark, Reproducibility, Uses
from proceedings.records.volume import Volume

REQUIRED, ENCOURAGED, OFF = (Volume(reproducibility=each) for each in ("required", "encouraged", "off"))
RESNET = {"id": "B1", "suite": "MLPerf Training", "name": "resnet", "version": "4.0", "division": "closed"}


def run(**fields: Any) -> Benchmark:
    return Benchmark(**{**RESNET, **fields})


def unknown(*runs: Benchmark, volume: Volume = REQUIRED) -> list[Problem]:
    return list(benchmark_problems(paper(reproducibility=Reproducibility(benchmarks=runs)), volume))


def unpublished(*runs: Benchmark) -> list[Problem]:
    block = Reproducibility(benchmarks=runs)
    return list(unpublished_results(paper(reproducibility=block), REQUIRED))


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [(problem.code, problem.message) for problem in problems]
    return problems[0]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"name": "ResNet-50", "version": "v0.6", "division": "Open"},
        {"suite": "MLPerf HPC", "name": "CosmoFlow", "version": "1.0"},
        {"suite": "MLPerf Inference", "name": "bert-99", "version": "3.0", "division": "network"},
        {"suite": "MLPerf Storage", "name": "unet3d", "version": "2.0"},
        {"suite": "HPL-MxP", "name": "hpl-mxp", "version": "1.0", "metric": "rate", "division": None},
        {"suite": "other", "name": "Mixing of shards", "version": "1", "metric": "epochs", "division": None},
        {"suite": None, "name": "Graph500 2.1.4", "version": None, "metric": "GTEPS", "division": None},
    ],
)
def test_a_benchmark_that_exists_is_no_problem(fields: dict[str, Any]) -> None:
    assert unknown(run(**fields)) == []


@pytest.mark.parametrize(
    ("fields", "fact", "cure"),
    [
        (
            {"version": "5.0"},
            "B1 (resnet): MLPerf Training 5.0 has no resnet",
            "It was in 0.5 to 4.0, the nearest is 4.0;",
        ),
        ({"version": "2.5"}, "MLPerf Training 2.5 is none of the known versions", "The nearest version is 2.1."),
        ({"version": None}, "the version of MLPerf Training is not given", "Add the `version`, 0.5 to 6.1."),
        ({"name": "cosmoflow"}, "MLPerf Training 4.0 has no cosmoflow", "MLPerf HPC had it; 4.0 has bert,"),
        ({"name": "resnett"}, "has no resnett", 'Did you mean "resnet"?'),
        ({"division": None}, "has divisions, and none is given", "Its divisions are closed and open."),
        ({"division": "network"}, 'MLPerf Training has no division "network"', "Its divisions are closed and open."),
        ({"suite": "MLPerf"}, '"MLPerf" is no suite', "It is in MLPerf Training and MLPerf Inference."),
        ({"suite": "MLPref Training"}, '"MLPref Training" is no known suite', 'Did you mean "MLPerf Training"?'),
        ({"suite": "other", "version": None}, "B1 (resnet) has no version and metric", "so that others can run it."),
        (
            {"suite": None, "version": "latest", "metric": "s"},
            "B1 (resnet) has no version",
            "so that others can run it.",
        ),
    ],
)
def test_a_benchmark_that_does_not_exist_is_told_with_what_does(fields: dict[str, Any], fact: str, cure: str) -> None:
    problem = only(unknown(run(**fields)))
    assert (problem.code, problem.at) == ("benchmark-unknown", ("reproducibility", "benchmarks", 0))
    assert fact in problem.message
    assert cure in (problem.remedy or "")


def test_benchmarks_that_lack_the_same_are_one_fact_and_a_run_on_data_has_no_version() -> None:
    triads = [run(id=f"B{number}", suite="STREAM", name="Triad", version=None, metric="GB/s") for number in (1, 2)]
    assert only(unknown(*triads)).message == "B1 (Triad) and B2 (Triad) have no version."
    assert unknown(run(suite=None, version=None, metric="accuracy", uses=Uses(datasets=("D1",)))) == []


def test_all_of_a_papers_benchmarks_are_one_problem_of_the_first() -> None:
    problem = only(unknown(run(), run(id="B2", version="4.1"), run(id="B3", version="5.1"), volume=ENCOURAGED))
    assert (problem.at[-1], problem.severity) == (1, "info")
    assert "B2 (resnet)" in problem.message and "B3 (resnet)" in problem.message
    assert unknown(run(version="5.0"), volume=OFF) == []


@pytest.mark.parametrize(
    ("result_id", "fact"),
    [
        (None, "is said to be verified, and has no `result_id`"),
        ("4.0-0012", None),
        ("2.1-2010", "is one of version 2.1, not 4.0"),
        ("entry 12", "is no number of a result"),
    ],
)
def test_a_verified_result_can_be_looked_up(result_id: str | None, fact: str | None) -> None:
    problems = unpublished(run(value="12.3", verified=True, result_id=result_id))
    assert [fact in problem.message for problem in problems if fact] == [True] * bool(fact)
    assert bool(problems) == bool(fact)
