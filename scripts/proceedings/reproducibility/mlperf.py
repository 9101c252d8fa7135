"""MLPerf: which benchmarks exist in which version of which suite, and what has to be said of an unreviewed result."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

import msgspec

from proceedings.records.record import Record
from proceedings.records.reproducibility import Benchmark

NOT_VERIFIED = "Result not verified by MLCommons Association."
"""What MLCommons asks to stand wherever a result does that it has not reviewed."""

_SENTENCE = re.compile(r"\bresults?\s+not\s+verified\s+by\s+(?:the\s+)?MLCommons\W{1,5}Association\b", re.IGNORECASE)
_ACCURACY = re.compile(r"-99(?:\.9)?$")
"""What Inference puts behind a benchmark for the share of the reference's accuracy."""

_RESULT_ID = re.compile(r"v?(\d+\.\d+)-\d{1,5}")


class Suite(Record):
    """A suite: its name, other spellings of it, its divisions, and the benchmarks of each version, the oldest first."""

    title: str = ""
    spellings: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    versions: dict[str, tuple[str, ...]] = {}


class Table(Record):
    """All suites, and groups of names that mean one benchmark."""

    suites: dict[str, Suite] = {}
    one_and_the_same: tuple[tuple[str, ...], ...] = ()


def is_mlperf(benchmark: Benchmark) -> bool:
    """Whether a result is said to be one of MLPerf."""
    return "mlperf" in _letters(benchmark.suite or benchmark.name)


def suites() -> tuple[Suite, ...]:
    """All suites of MLPerf."""
    return tuple(_table().suites.values())


def suite_of(text: str) -> Suite | None:
    """The suite that a text names, with or without a version behind it; None for a mere `MLPerf`."""
    letters = _letters(re.sub(r"\bv?\d+(?:\.\d+)+\b", "", text))
    return next((each for each in suites() if letters in map(_letters, (each.title, *each.spellings))), None)


def version_of(benchmark: Benchmark) -> str | None:
    """`1.0` of the version `v1.0` or `1.0.0`, or of a suite with the version behind its name."""
    given = benchmark.version or ""
    match = re.fullmatch(r"v?\s?(\d+)(?:\.(\d+))?(?:\.\d+)*", given.strip(), re.IGNORECASE)
    match = match or (None if given else re.search(r"v?(\d+)\.(\d+)", benchmark.suite or ""))
    return f"{match[1]}.{match[2] or 0}" if match else given.strip() or None


def entry(suite: Suite, version: str, name: str) -> str | None:
    """The suite's own name of a benchmark in one version, or None if it is not there."""
    written = {_letters(name), _letters(_ACCURACY.sub("", name))}
    return next((each for each in suite.versions.get(version, ()) if not written.isdisjoint(_names_of(each))), None)


def versions_with(suite: Suite, name: str) -> tuple[str, ...]:
    """The versions of a suite that have a benchmark."""
    return tuple(version for version in suite.versions if entry(suite, version, name))


def suites_with(name: str) -> tuple[Suite, ...]:
    """The suites that have or had a benchmark."""
    return tuple(each for each in suites() if versions_with(each, name))


def nearest_version(version: str, versions: tuple[str, ...]) -> str:
    """The one of some versions that is nearest, the older of two."""
    return min(versions, key=lambda each: abs(_number(each) - _number(version)))


def result_version(result_id: str) -> str | None:
    """The version that a published result's number begins with, `1.0-1059`; None if it is no such number."""
    match = _RESULT_ID.fullmatch(result_id.strip())
    return match[1] if match else None


def says_not_verified(text: str) -> bool:
    """Whether the sentence of MLCommons stands in a text; capitals, line ends and marks are free, and many results."""
    return bool(_SENTENCE.search(text))


def _number(version: str) -> float:
    return float(version) if re.fullmatch(r"\d+(\.\d+)?", version) else 0.0


@functools.cache
def _names_of(entry: str) -> frozenset[str]:
    own = _letters(entry)
    groups = [frozenset(map(_letters, group)) for group in _table().one_and_the_same]
    return frozenset({own}).union(*(group for group in groups if own in group))


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


@functools.cache
def _table() -> Table:
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("mlperf.toml").read_text("utf-8")), Table)
