"""Every item of every paper in the volume, with a key that is its own: what all tables and graphs are made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import msgspec

from proceedings.bibliography.cited_book import own_doi, there
from proceedings.email_addresses import without_addresses
from proceedings.identifiers import is_doi, same_doi_key
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Badge,
    Benchmark,
    Contribution,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
)
from proceedings.reproducibility.ladder import KINDS as CLIMBING
from proceedings.reproducibility.ladder import Rung, rung
from proceedings.reproducibility.listed_names import ListedNames, listed_names
from proceedings.reproducibility.named_things import named_item
from proceedings.reproducibility.ownership import deposits, own_items
from proceedings.wording import doi_url

Declared: TypeAlias = Contribution | Algorithm | Software | Dataset | Hardware | Benchmark | Artifact | Badge

KINDS: dict[str, type[Declared]] = {
    "contribution": Contribution,
    "algorithm": Algorithm,
    "software": Software,
    "dataset": Dataset,
    "hardware": Hardware,
    "benchmark": Benchmark,
    "artifact": Artifact,
    "badge": Badge,
}
"""The kinds of items, in the order of the appendix, and their records."""

Papers = Callable[[Edition, Pagination], list[tuple[Paper, Placement]]]
"""Which papers of an edition are listed, each with the pages it is cited by."""

LISTS = {kind: kind if kind in ("software", "hardware") else f"{kind}s" for kind in KINDS}
"""The list of the block that holds the items of a kind."""

_PLAIN_KEY = re.compile(r"[A-Za-z0-9._]+")


class Entry(NamedTuple):
    """One item. `key` is unique in the paper, and so is `<paper>-<key>` in the volume: there is no hyphen in it.

    `rung` is the rung of the ladder that it reaches, empty for what climbs none (contributions, badges). `listed_as` is
    the name under which the volume lists it with all that mean the same; empty for kinds that are not listed.
    """

    kind: str
    key: str
    item: Declared
    is_own: bool = False
    rung: str = ""
    listed_as: str = ""


class ListedPaper(NamedTuple):
    """A paper of the volume with what it declares. `doi` only where it is ours to give and exists.

    `reference` names the paper in a graph: its DOI as an address, or `#<id>` where it has none of its own.
    """

    paper: Paper
    placement: Placement
    doi: str | None
    reference: str
    block: Reproducibility
    entries: tuple[Entry, ...]

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of the kinds, in their order."""
        return [entry for entry in self.entries if entry.kind in kinds]


def listed_papers(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy, of: Papers = there
) -> list[ListedPaper]:
    """The papers that are in the volume, in its order; of addresses of people nothing is left in their blocks."""
    papers = of(edition, pagination)
    dois = Counter(same_doi_key(doi) for paper, _ in papers if (doi := own_doi(paper, policy)))
    names = listed_names(edition)
    return [_listed(paper, placement, own_doi(paper, policy), dois, names) for paper, placement in papers]


def _listed(paper: Paper, placement: Placement, doi: str | None, dois: Counter[str], names: ListedNames) -> ListedPaper:
    block = without_emails(paper.reproducibility or Reproducibility())
    alone = doi and is_doi(doi) and dois[same_doi_key(doi)] == 1
    reference = doi_url(doi) if doi and alone else f"#{paper.id}"
    items = (each._replace(listed_as=_listed_as(each.item, names)) for each in entries(block))
    return ListedPaper(paper, placement, doi, reference, block, tuple(items))


def _listed_as(item: Declared, names: ListedNames) -> str:
    named = named_item(item)
    return names.printed(*named) if named else ""


def entries(block: Reproducibility) -> Iterator[Entry]:
    """All items of a block with their keys."""
    taken: set[str] = set()
    own, deposited = own_items(block), deposits(block)
    for kind, field in LISTS.items():
        for number, item in enumerate(getattr(block, field), 1):
            key = _key(getattr(item, "id", None) or "", kind, number, taken)
            taken.add(key.lower())
            reached = rung(item, deposited) if field in CLIMBING else Rung.UNSTATED
            yield Entry(kind, key, item, (field, number - 1) in own, reached.name.lower() if reached else "")


def without_emails(block: Reproducibility) -> Reproducibility:
    """The block with every e-mail address in its texts withheld."""
    if b"@" not in msgspec.json.encode(block):
        return block
    return msgspec.convert(_withheld(msgspec.to_builtins(block)), Reproducibility)


def _withheld(value: object) -> object:
    if isinstance(value, str):
        return without_addresses(value)
    if isinstance(value, dict):
        return {key: _withheld(each) for key, each in value.items()}
    return [_withheld(each) for each in value] if isinstance(value, list | tuple) else value


def _key(identifier: str, kind: str, number: int, taken: set[str]) -> str:
    """The item's id where it can be a part of a file's name and is no other item's; else kind and number."""
    if _PLAIN_KEY.fullmatch(identifier) and identifier.lower() not in taken:
        return identifier
    while f"{kind}.{number}" in taken:
        number += 1
    return f"{kind}.{number}"
