"""All faults of one kind in a paper's reproducibility block as one problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.problem import Place, Problem
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import softened
from proceedings.wording import listed_briefly


def as_one_problem(
    code: str, faults: Sequence[tuple[Place, str]], volume: Volume, remedy: str | None = None
) -> Iterator[Problem]:
    """All faults of a paper in one problem, at the place of the first; none where there is none."""
    if faults:
        message = f"{listed_briefly([fact for _, fact in faults])}."
        yield Problem(at=faults[0][0], code=code, message=message, remedy=remedy, severity=softened(volume))
