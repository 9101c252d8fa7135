"""A problem: something wrong in the metadata, with its place, before it becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable

from proceedings.codes import finding
from proceedings.records.finding import Finding, Severity
from proceedings.records.record import Record

Place = tuple[str | int, ...]
"""Keys and item numbers (from 0) that lead to a value in a file: `("authors", 1, "orcid")`."""


class Problem(Record):
    """One fact about one file, and its cure.

    `file` is shown as it stands, `line` counts from 1; both may be absent. `at` is the place inside
    the file, `()` the whole of it. `severity` and `remedy` None: those of the code hold.
    """

    file: str = ""
    line: int | None = None
    at: Place = ()
    code: str = "metadata-invalid"
    message: str = ""
    remedy: str | None = None
    paper: str | None = None
    severity: Severity | None = None


def as_finding(problem: Problem) -> Finding:
    """The finding that says the problem: `metadata/papers/017.yml, line 12: ...`."""
    place = problem.file if problem.line is None else f"{problem.file}, line {problem.line}"
    return finding(
        problem.code,
        f"{place}: {problem.message}" if place else problem.message,
        paper=problem.paper,
        severity=problem.severity,
        remedy=problem.remedy,
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that was probably meant, or None; capitals do not count. Of equals it is the first by name."""
    from rapidfuzz import fuzz, process  # here, because only a faulty edition needs it

    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    return None if best is None else str(best[0])


def by_nearness(word: str, known: Iterable[str]) -> list[str]:
    """All of `known`, those first that are most like the word; of equals in the order in which they are given."""
    from rapidfuzz import fuzz  # here, because only a faulty edition needs it

    return sorted(known, key=lambda each: -fuzz.ratio(word.casefold(), each.casefold()))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """`Did you mean "title"?`, or the sentence `otherwise` when nothing is near."""
    guess = nearest(word, known)
    return f'Did you mean "{guess}"?' if guess else otherwise
