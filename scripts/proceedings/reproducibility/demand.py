"""How much an edition asks of the reproducibility block, and what that makes of a finding."""

from __future__ import annotations

from proceedings.records.finding import Severity
from proceedings.records.paper import Paper
from proceedings.records.volume import Volume


def is_asked(paper: Paper, volume: Volume) -> bool:
    """Whether the paper is asked at all: it comes into the volume, and the edition cares."""
    return paper.status == "accepted" and volume.reproducibility != "off"


def softened(volume: Volume) -> Severity | None:
    """The severity where the block is only encouraged; None, the code's own, where it is required."""
    return None if volume.reproducibility == "required" else "info"
