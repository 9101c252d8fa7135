"""How far all items of one kind in a paper have climbed of what makes sense: one cell of the heat map."""

from __future__ import annotations

from typing import NamedTuple

from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.ladder import KINDS, LADDER, Kind, Rung, most_asked, rung
from proceedings.reproducibility.ownership import deposits, own_items

REACHED, LACKING = "●", "○"
LEGEND = (
    *((REACHED * step, step.name.lower()) for step in LADDER),
    (LACKING, "not reached by every item that can be asked for it"),
)
"""What marks say: each with its words."""

MISSING = ("none", "one", "two", "more")
"""How many rungs are missing: what shades say, the darkest first."""


class Climb(NamedTuple):
    """The items of a kind in one paper, taken together.

    `reached`: the highest rung that every item has reached of which it can be asked, with all below it. `sensible`: the
    highest rung that any of them can be asked for.
    """

    items: int
    reached: Rung
    sensible: Rung

    @property
    def missing(self) -> int:
        """The number of rungs that at least one item lacks of those that make sense."""
        return self.sensible - self.reached

    @property
    def shade(self) -> int:
        """The place of its shade in `MISSING`."""
        return min(self.missing, len(MISSING) - 1)

    @property
    def mark(self) -> str:
        """A dot a rung that makes sense, filled where it is reached: `●●○`."""
        return REACHED * self.reached + LACKING * self.missing


def climbs(block: Reproducibility | None) -> dict[Kind, Climb]:
    """The kinds of which a block has items, each with how far they have climbed."""
    if block is None:
        return {}
    own, kept = own_items(block), deposits(block)
    found: dict[Kind, Climb] = {}
    for kind in KINDS:
        items = getattr(block, kind)
        asked = [most_asked(item, kind, own=(kind, number) in own) for number, item in enumerate(items)]
        if items:
            pairs = [(rung(item, kept), top) for item, top in zip(items, asked, strict=True)]
            found[kind] = Climb(len(items), _reached(pairs), max(asked))
    return found


def _reached(pairs: list[tuple[Rung, Rung]]) -> Rung:
    """Of (rung, highest sensible rung) of each item, the highest that none falls short of."""
    steps = (step for step in LADDER if all(held >= min(step, top) for held, top in pairs))
    highest = max(top for _, top in pairs)
    return min(max(steps, default=Rung.UNSTATED), highest)
