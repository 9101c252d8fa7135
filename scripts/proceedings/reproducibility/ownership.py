"""Which items are the authors' own, and what of them is deposited for good."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.addresses import address_key
from proceedings.reproducibility.ladder import Deposit, Kind, lasts

_SAID = ("own", "ours", "own code", "own software", "own data", "authors' own", "the authors' own")


def own_items(block: Reproducibility) -> frozenset[tuple[Kind, int]]:
    """Kind and number of the items that are the authors' own.

    Artifacts are. Software and datasets are if their role says so (`own`), if they have the address or the DOI of an
    artifact, and software too if it implements an algorithm that is new in the paper.
    """
    return frozenset(_own(block))


def deposits(block: Reproducibility) -> frozenset[str]:
    """The addresses of the authors' artifacts that are deposited for good: what else lies there is so too."""
    return frozenset(address_key(each.url) for each in block.artifacts if each.url and lasts(each))


def _own(block: Reproducibility) -> Iterator[tuple[Kind, int]]:
    yield from (("artifacts", number) for number, _ in enumerate(block.artifacts))
    shared = {key for each in block.artifacts for key in _keys(each)}
    new = {each.implementation for each in block.algorithms if each.new and each.implementation}
    for number, software in enumerate(block.software):
        if _said(software.role) or software.id in new or not shared.isdisjoint(_keys(software)):
            yield "software", number
    for number, dataset in enumerate(block.datasets):
        if _said(dataset.role) or not shared.isdisjoint(_keys(dataset)):
            yield "datasets", number


def _keys(item: Deposit) -> Iterator[str]:
    """By what two items are seen to be one: their address, their DOI."""
    if item.url:
        yield address_key(item.url)
    if item.doi:
        yield item.doi.lower()


def _said(role: str | None) -> bool:
    return (role or "").strip().lower().replace("’", "'") in _SAID
