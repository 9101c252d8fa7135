"""Benchmarks: what is no MLPerf benchmark though it is said to be, and results whose review nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.intake.one_problem import as_one_problem
from proceedings.problem import Place, Problem, nearest
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Benchmark
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.ladder import tests_on_data
from proceedings.reproducibility.mlperf import (
    Suite,
    entry,
    is_mlperf,
    nearest_version,
    result_version,
    suite_of,
    suites,
    suites_with,
    version_of,
    versions_with,
)
from proceedings.reproducibility.naming import named, telling_items
from proceedings.reproducibility.versions import is_version, names_its_version
from proceedings.wording import lacking, listed

Fault = tuple[str, str]
"""A fact, and what to do."""

DESCRIBE = "Say what was run (`version`, or `datasets` under `uses`) and measured (`metric`) so that others can run it."


def benchmark_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """Benchmarks that do not exist in MLPerf as they are named, and others that nobody could find and run."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    benchmarks = list(telling_items(paper.reproducibility, "benchmarks"))
    faults = [(_place(number), *fault) for number, each in benchmarks for fault in _faults(each)]
    faults += _undescribed([(number, each) for number, each in benchmarks if not any(_faults(each))])
    cures = " ".join(dict.fromkeys(cure for *_, cure in faults))
    yield from as_one_problem("benchmark-unknown", [(at, fact) for at, fact, _ in faults], volume, cures)


def unpublished_results(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """MLPerf results that are said to be verified, and cannot be looked up."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    results = telling_items(paper.reproducibility, "benchmarks")
    faults = [(_place(number), fact) for number, each in results for fact in _unpublished(each)]
    yield from as_one_problem("mlperf-unverified", faults, volume)


def _place(number: int) -> Place:
    return ("reproducibility", "benchmarks", number)


def _faults(benchmark: Benchmark) -> Iterator[Fault]:
    if not is_mlperf(benchmark):
        yield from _of_another_suite(benchmark)
        return
    suite = suite_of(benchmark.suite or "")
    if suite is None:
        had = [each.title for each in suites_with(benchmark.name)]
        cure = f"It is in {listed(had)}." if had else f"Suites are {listed([each.title for each in suites()])}."
        yield f'{_called(benchmark)}: "{benchmark.suite or benchmark.name}" is no suite of MLPerf', cure
        return
    yield from _of_suite(benchmark, suite)
    if not benchmark.division or benchmark.division.strip().lower() not in suite.divisions:
        said = f'no division "{benchmark.division}"' if benchmark.division else "divisions, and none is given"
        yield f"{_called(benchmark)}: {suite.title} has {said}", f"Its divisions are {listed(suite.divisions)}."


def _of_suite(benchmark: Benchmark, suite: Suite) -> Iterator[Fault]:
    """What version and benchmark of a suite do not exist together."""
    version, known = version_of(benchmark), tuple(suite.versions)
    if version is None:
        span = f", {known[0]} to {known[-1]}" if known else ""
        yield f"{_called(benchmark)}: the version of {suite.title} is not given", f"Add the `version`{span}."
    elif known and version not in known:
        cure = f"The nearest version is {nearest_version(version, known)}."
        yield f"{_called(benchmark)}: {suite.title} {version} is none of the known versions {listed(known)}", cure
    elif known and entry(suite, version, benchmark.name) is None:
        fact = f"{_called(benchmark)}: {suite.title} {version} has no {benchmark.name or 'benchmark without a name'}"
        yield fact, _instead(benchmark.name, version, suite)


def _instead(name: str, version: str, suite: Suite) -> str:
    """What there is: the version that has the benchmark, another suite that has it, or the name that was meant."""
    had, elsewhere = versions_with(suite, name), [each.title for each in suites_with(name)]
    there = f"{version} has {listed(suite.versions[version])}."
    if had:
        span = had[0] if len(had) == 1 else f"{had[0]} to {had[-1]}"
        return f"It was in {span}, the nearest is {nearest_version(version, had)}; {there}"
    if elsewhere:
        return f"{listed(elsewhere)} had it; {there}"
    guess = nearest(name, suite.versions[version]) if name else None
    return f'Did you mean "{guess}"?' if guess else there[:1].upper() + there[1:]


def _of_another_suite(benchmark: Benchmark) -> Iterator[Fault]:
    guess = _misspelt_suite(benchmark.suite or "")
    if guess:
        yield f'{_called(benchmark)}: "{benchmark.suite}" is no known suite', f'Did you mean "{guess}"?'


def _undescribed(benchmarks: Sequence[tuple[int, Benchmark]]) -> Iterator[tuple[Place, str, str]]:
    """Benchmarks of no suite known here are described instead; those that lack the same are one fact."""
    lacks = {number: listed(_lacks(each)) for number, each in benchmarks if not is_mlperf(each)}
    for lack in dict.fromkeys(filter(None, lacks.values())):
        found = [(number, each) for number, each in benchmarks if lacks.get(number) == lack]
        yield _place(found[0][0]), lacking([_called(each) for _, each in found], f"no {lack}"), DESCRIBE


def _lacks(benchmark: Benchmark) -> list[str]:
    """What a benchmark does not say of these: its name, its version or datasets, and what was measured."""
    named_with = is_version(benchmark.version) or names_its_version(f"{benchmark.suite or ''} {benchmark.name}")
    versioned = named_with or tests_on_data(benchmark)
    asked = (("name", benchmark.name), ("version", versioned), ("metric", benchmark.metric))
    return [key for key, given in asked if not given]


def _misspelt_suite(text: str) -> str | None:
    """The suite of MLPerf that `MLPref Training` means: it begins with ML and ends as a suite's name does."""
    endings = {each.title.split()[-1].lower() for each in suites()}
    is_like_one = text.lower().startswith("ml") and not endings.isdisjoint(text.lower().split())
    return nearest(text, [each.title for each in suites()]) if is_like_one else None


def _unpublished(benchmark: Benchmark) -> Iterator[str]:
    if not is_mlperf(benchmark) or not benchmark.verified:
        return
    version = version_of(benchmark)
    published = result_version(benchmark.result_id) if benchmark.result_id else None
    if not benchmark.result_id:
        yield f"{_called(benchmark)} is said to be verified, and has no `result_id`"
    elif published is None:
        yield f'"{benchmark.result_id}" of {_called(benchmark)} is no number of a result (1.0-1059)'
    elif version and published != version:
        yield f"the result {benchmark.result_id} of {_called(benchmark)} is one of version {published}, not {version}"


def _called(benchmark: Benchmark) -> str:
    return named(benchmark) or "a benchmark"
