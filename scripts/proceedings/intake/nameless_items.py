"""Items that say nothing, as they stay behind when a template is filled in halfway."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.problem import Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import Volume
from proceedings.reproducibility.naming import NAMES, says_what_it_is


def nameless_items(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """Items that do not say what they are; one that is the same as an unknown fact is told elsewhere."""
    block = paper.reproducibility or Reproducibility()
    if volume.reproducibility == "off":
        return
    for kind, key in NAMES.items():
        for number, item in enumerate(getattr(block, kind)):
            if not says_what_it_is(item, kind) and not getattr(item, "same_as", None):
                yield Problem(
                    at=("reproducibility", kind, number),
                    code="reproducibility-missing",
                    severity=None if volume.reproducibility == "required" else "info",
                    message=f'item {number + 1} of "{kind}" does not say what it is.',
                    remedy=f"Give it its `{key}`, or delete it.",
                )
