"""One step up the ladder: where each item of a block stands, which rung is next, and exactly what lifts it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.climb import LACKING, REACHED
from proceedings.reproducibility.ladder import (
    KINDS,
    LADDER,
    Item,
    Kind,
    Rung,
    highest_sensible,
    missing_rungs,
    rung,
    rungs,
)
from proceedings.reproducibility.ownership import deposits, own_items

CALLED_FOR = KINDS[:4]
"""The four item kinds of the workshop's call."""

MEANINGS: Mapping[Rung, str] = {
    Rung.STATED: "it is named",
    Rung.IDENTIFIED: "one version or model of it is meant",
    Rung.RESOLVABLE: "an address leads to it",
    Rung.PERSISTENT: "a DOI, a SWHID or an archive keeps it for good",
}
"""What each rung says of an item."""

STATES: Mapping[Kind, str] = {
    "algorithms": "its `name`",
    "software": "its `name`",
    "datasets": "its `name`",
    "hardware": "its `system_name`",
    "benchmarks": "its `name`",
    "artifacts": "its `title`",
}
"""What lifts an item of each kind from the ground."""

IDENTIFIES: Mapping[Kind, str] = {
    "algorithms": "a `reference`, or where the paper describes it (`described_in`)",
    "software": "the `version` that was run, a `commit` in full or a `container` with its digest",
    "datasets": "the `version` or year, or a `checksum`",
    "hardware": "`host_processor_model_name` or `accelerator_model_name`",
    "benchmarks": "the `version` of the benchmark",
    "artifacts": "a `url` of one release or commit, not of a branch",
}
"""What lifts an item of each kind from stated to identified."""

ADDRESS = "a `url` that begins with https://"
"""What makes an item resolvable."""

DEPOSITS: Mapping[Kind, str] = {
    "software": "the `doi` or `swhid` of a deposit, for instance at Zenodo or Software Heritage",
    "datasets": "the `doi` of a deposit, for instance at Zenodo",
    "artifacts": "the `doi` or `swhid` of a deposit, for instance at Zenodo or Software Heritage",
}
"""What makes the authors' own persistent."""

LIFTS: Mapping[Rung, Mapping[Kind, str]] = {
    Rung.STATED: STATES,
    Rung.IDENTIFIED: IDENTIFIES,
    Rung.RESOLVABLE: dict.fromkeys(KINDS, ADDRESS),
    Rung.PERSISTENT: DEPOSITS,
}
"""What lifts an item of each kind onto a rung."""


class Step(NamedTuple):
    """An item of a block on the ladder. `held`: the rungs that hold for it, each seen for itself.

    `next` is the lowest rung that it lacks of those that can be asked for, None where it lacks none; `sensible` is the
    highest of these.
    """

    kind: Kind
    number: int
    item: Item
    held: frozenset[Rung]
    at: Rung
    next: Rung | None
    sensible: Rung

    @property
    def reaches(self) -> Rung:
        """Where the item stands once it has taken the step."""
        held = self.held | ({self.next} if self.next else set())
        return max((step for step in LADDER if held.issuperset(LADDER[:step])), default=Rung.UNSTATED)

    @property
    def lift(self) -> str:
        """What has to be added for the step; empty where there is none to take."""
        return "" if self.next is None else LIFTS[self.next][self.kind]

    @property
    def shortcut(self) -> str:
        """What makes an item of the authors' own persistent at once; empty where that is the next step anyway."""
        above = self.next is not None and Rung.STATED < self.next < Rung.PERSISTENT
        return DEPOSITS[self.kind] if above and self.sensible is Rung.PERSISTENT else ""

    @property
    def mark(self) -> str:
        """A dot for each rung that can be asked for, filled as far as the item has climbed: `●●○`."""
        reached = min(self.at, self.sensible)
        return REACHED * reached + LACKING * (self.sensible - reached)


def steps(block: Reproducibility | None) -> tuple[Step, ...]:
    """Every item of the block, in its order."""
    if block is None:
        return ()
    own, kept = own_items(block), deposits(block)
    return tuple(
        _step(kind, number, item, (kind, number) in own, kept)
        for kind in KINDS
        for number, item in enumerate(getattr(block, kind))
    )


def silent_kinds(block: Reproducibility | None) -> tuple[Kind, ...]:
    """The kinds of the call of which the block neither gives an item nor says that they do not apply."""
    block = block or Reproducibility()
    return tuple(kind for kind in CALLED_FOR if not getattr(block, kind) and kind not in block.not_applicable)


def _step(kind: Kind, number: int, item: Item, own: bool, kept: frozenset[str]) -> Step:
    missing = missing_rungs(item, kind, own=own, deposits=kept)
    return Step(
        kind=kind,
        number=number,
        item=item,
        held=frozenset(rungs(item, kept)),
        at=rung(item, kept),
        next=missing[0] if missing else None,
        sensible=highest_sensible(kind, own=own),
    )
