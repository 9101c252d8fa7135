"""All that is there of an edition when it is checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from proceedings.checks.rules import Rules
from proceedings.checks.swapped_files import swapped_files
from proceedings.reading.reading import Reading
from proceedings.records.companions import CompanionFacts
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper


class Holdings:
    """The metadata of an edition, the reading of each paper that came, by id, and what lies beside the papers."""

    def __init__(
        self,
        edition: Edition,
        rules: Rules,
        readings: Mapping[str, Reading],
        companions: CompanionFacts | None = None,
    ) -> None:
        """Nothing is compared yet."""
        self.edition = edition
        self.rules = rules
        self.readings = readings
        self.companions = companions or CompanionFacts()

    @cached_property
    def accepted(self) -> tuple[Paper, ...]:
        """The papers that go into the volume, in its order, whether their files are there or not."""
        return tuple(paper for paper in self.edition.papers if paper.status == "accepted")

    @cached_property
    def papers(self) -> tuple[tuple[Paper, Reading], ...]:
        """The accepted papers whose files came, in volume order; only what goes into the volume is judged."""
        return tuple((paper, self.readings[paper.id]) for paper in self.accepted if paper.id in self.readings)

    @cached_property
    def swapped(self) -> Mapping[str, str]:
        """The ids whose file is another paper's, each with that paper's id."""
        return swapped_files(self.edition.papers, self.papers)
