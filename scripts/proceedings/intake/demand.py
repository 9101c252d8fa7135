"""How much an edition asks of the reproducibility block, and what that makes of a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.problem import Place, Problem
from proceedings.records.edition import Volume
from proceedings.records.finding import Severity
from proceedings.records.paper import Paper
from proceedings.wording import listed_briefly


def is_asked(paper: Paper, volume: Volume) -> bool:
    """Whether the paper is asked at all: it comes into the volume, and the edition cares."""
    return paper.status == "accepted" and volume.reproducibility != "off"


def softened(volume: Volume) -> Severity | None:
    """The severity where the block is only encouraged; None, the code's own, where it is required."""
    return None if volume.reproducibility == "required" else "info"


def as_one_problem(
    code: str, faults: Sequence[tuple[Place, str]], volume: Volume, remedy: str | None = None
) -> Iterator[Problem]:
    """All faults of a paper in one problem, at the place of the first; none where there is none."""
    if faults:
        message = f"{listed_briefly([fact for _, fact in faults])}."
        yield Problem(at=faults[0][0], code=code, message=message, remedy=remedy, severity=softened(volume))
