"""Batches: which papers are inspected and stamped together in one process.

A paper's batch follows from its id alone, so that a late PDF or a new paper moves nobody else;
only when the edition outgrows a power of two are the batches drawn anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

PAPERS_PER_BATCH = 12
"""Starting a job costs more than inspecting a paper and as much as stamping several; twelve make that small, and forty
papers still give work to four cores."""

MOST_BATCHES = 32
"""Above this, batches grow instead: whenever a job has ended, the engine looks at the papers of all that wait."""


def batch_names(papers: int) -> tuple[str, ...]:
    """The names of all batches of an edition with so many papers: a power of two of them."""
    count = 1
    while count * PAPERS_PER_BATCH < papers and count < MOST_BATCHES:
        count *= 2
    return tuple(f"{number:02d}" for number in range(count))


def batch_of(paper: str, names: Sequence[str]) -> str:
    """The batch that the paper with this id belongs to."""
    return names[zlib.crc32(paper.encode("utf-8")) % len(names)]


def batch_members(papers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """All batches with their papers, in the order given; a batch may be empty."""
    names = batch_names(len(papers))
    return {name: tuple(paper for paper in papers if batch_of(paper, names) == name) for name in names}
