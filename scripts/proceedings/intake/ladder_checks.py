"""The rungs that items lack: one problem a paper and rung, with the items listed.

An item that no archive holds is asked for its version and, once, for the deposit that brings an address with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Dataset, Reproducibility, Software
from proceedings.records.volume import Volume
from proceedings.reproducibility.addresses import address_key
from proceedings.reproducibility.demand import is_asked, softened
from proceedings.reproducibility.ladder import KINDS, Item, Kind, Rung, missing_rungs
from proceedings.reproducibility.naming import named
from proceedings.reproducibility.ownership import deposits, own_items
from proceedings.reproducibility.steps import IDENTIFIES
from proceedings.wording import counted, listed_briefly

WITH_VERSIONS: tuple[Kind, ...] = ("algorithms", "software", "datasets", "hardware")
"""Kinds that are asked what identifies them; an artifact has no version but its deposit, a benchmark its own check."""


class Lack(NamedTuple):
    """An item and the rungs that it lacks, from below."""

    at: Place
    kind: Kind
    item: Item
    rungs: tuple[Rung, ...]


def ladder_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """What items lack of the rungs that can be asked of them."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    lacks = list(_lacks(paper.reproducibility))
    unidentified = [each for each in lacks if Rung.IDENTIFIED in each.rungs and each.kind in WITH_VERSIONS]
    unresolvable = [each for each in lacks if Rung.RESOLVABLE in each.rungs]
    fleeting = [each for each in lacks if Rung.PERSISTENT in each.rungs and Rung.RESOLVABLE not in each.rungs]
    severity = softened(volume)
    if unidentified:
        remedy = f"Add {_climbs(unidentified)}."
        message = f"which version or model is meant is not said of {_named(unidentified)}."
        yield Problem(
            at=unidentified[0].at, code="item-unidentified", message=message, remedy=remedy, severity=severity
        )
    if unresolvable:
        own = any(Rung.PERSISTENT in each.rungs for each in unresolvable)
        deposit = "; the authors' own is best deposited, for its `doi` or `swhid`" if own else ", or a `doi`"
        message = f"readers are not told where to find {_named(unresolvable)}."
        remedy = f"Add a `url` that begins with https://{deposit}."
        yield Problem(
            at=unresolvable[0].at, code="item-unresolvable", message=message, remedy=remedy, severity=severity
        )
    if fleeting:
        message = f"no archive holds {_named(fleeting)}; repositories and pages change, and their addresses vanish."
        yield Problem(at=fleeting[0].at, code="item-not-persistent", message=message, severity=severity)


def _lacks(block: Reproducibility) -> Iterator[Lack]:
    """The items that are named and lack something. A nameless one is another fault.

    What lies at the address of an artifact is that artifact, and asked for once.
    """
    own, held = own_items(block), deposits(block)
    published = {address_key(each.url) for each in block.artifacts if each.url}
    for kind in KINDS:
        for number, item in enumerate(getattr(block, kind)):
            if isinstance(item, Software | Dataset) and address_key(item.url or "") in published:
                continue
            missing = missing_rungs(item, kind, own=(kind, number) in own, deposits=held)
            if missing and Rung.STATED not in missing:
                yield Lack(("reproducibility", kind, number), kind, item, missing)


def _named(lacks: Iterable[Lack]) -> str:
    names = [named(each.item) for each in lacks]
    return listed_briefly(names) if len(names) == 1 else f"{counted(len(names), 'item')}: {listed_briefly(names)}"


def _climbs(lacks: Iterable[Lack]) -> str:
    return "; ".join(dict.fromkeys(IDENTIFIES[each.kind] for each in lacks))
