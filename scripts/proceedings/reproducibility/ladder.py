"""The ladder of reproducibility: how far each item of a block can be followed, and how far it makes sense to ask.

stated -> identified -> resolvable -> persistent. A rung is reached when all below it are; a persistent identifier
(DOI, SWHID, a record in an archive) reaches them all, since it names one thing, leads to it and stays.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator
from typing import Literal

from proceedings.identifiers import is_doi
from proceedings.records.reproducibility import Algorithm, Artifact, Benchmark, Dataset, Hardware, Software
from proceedings.reproducibility.addresses import address_key, is_address, is_lasting, is_pinned
from proceedings.reproducibility.item_identifiers import (
    image_has_place,
    image_is_pinned,
    is_checksum,
    is_commit,
    is_reference,
    is_swhid,
)
from proceedings.reproducibility.machine_types import names_a_machine_type
from proceedings.reproducibility.versions import has_one_version, is_version, names_its_version

Kind = Literal["algorithms", "software", "datasets", "hardware", "benchmarks", "artifacts"]
Item = Algorithm | Software | Dataset | Hardware | Benchmark | Artifact
Deposit = Software | Dataset | Artifact
"""What can lie in an archive."""

KINDS: tuple[Kind, ...] = ("algorithms", "software", "datasets", "hardware", "benchmarks", "artifacts")


class Rung(enum.IntEnum):
    """A rung of the ladder; `UNSTATED` is the ground."""

    UNSTATED = 0
    STATED = 1
    IDENTIFIED = 2
    RESOLVABLE = 3
    PERSISTENT = 4


LADDER = (Rung.STATED, Rung.IDENTIFIED, Rung.RESOLVABLE, Rung.PERSISTENT)


def rung(item: Item, deposits: Collection[str] = ()) -> Rung:
    """The highest rung that the item reaches with all below it; `deposits` as in `rungs`."""
    held = frozenset(rungs(item, deposits))
    return max((step for step in LADDER if held.issuperset(LADDER[:step])), default=Rung.UNSTATED)


def highest_sensible(kind: Kind, *, own: bool) -> Rung:
    """How far an item of the kind can be asked to climb.

    Nobody has a DOI for a compiler: persistence is for the authors' own. A machine, a method or a benchmark is
    identified or not; it has no address of its own to ask for.
    """
    if kind in ("software", "datasets", "artifacts"):
        return Rung.PERSISTENT if own else Rung.RESOLVABLE
    return Rung.IDENTIFIED


def most_asked(item: Item, kind: Kind, *, own: bool) -> Rung:
    """How far one item can be asked to climb: nothing leads to data that cannot be given, and their owner knows which.

    Proprietary data of others may have editions to be told apart.
    """
    if isinstance(item, Dataset) and (item.access or "").strip().lower() == "proprietary":
        return Rung.STATED if own else Rung.IDENTIFIED
    return highest_sensible(kind, own=own)


def missing_rungs(item: Item, kind: Kind, *, own: bool, deposits: Collection[str] = ()) -> tuple[Rung, ...]:
    """The rungs that the item lacks of those that make sense, from below."""
    held = frozenset(rungs(item, deposits))
    return tuple(step for step in LADDER if step <= most_asked(item, kind, own=own) and step not in held)


def rungs(item: Item, deposits: Collection[str] = ()) -> Iterator[Rung]:
    """All rungs that hold for the item, each seen for itself.

    What has the address of one of the `deposits` (keys of addresses) lies in that deposit.
    """
    if not name_of(item):
        return
    yield Rung.STATED
    lasting = isinstance(item, Deposit) and lasts(item, deposits)
    if lasting or is_identified(item):
        yield Rung.IDENTIFIED
    if lasting or has_address(item):
        yield Rung.RESOLVABLE
    if lasting:
        yield Rung.PERSISTENT


def name_of(item: Item) -> str:
    """The words that name the item, whichever key of its kind holds them; empty if it has none."""
    return item.title if isinstance(item, Artifact) else item.system_name if isinstance(item, Hardware) else item.name


def lasts(item: Deposit, deposits: Collection[str] = ()) -> bool:
    """Whether a persistent identifier, an archive or one of the `deposits` holds the item."""
    swhid = None if isinstance(item, Dataset) else item.swhid
    in_archive = bool(item.url) and (is_lasting(item.url or "") or address_key(item.url or "") in deposits)
    return in_archive or bool((item.doi and is_doi(item.doi)) or (swhid and is_swhid(swhid)))


def is_identified(item: Item) -> bool:
    """Whether the item says which of all that bear its name it is, without a persistent identifier."""
    if isinstance(item, Hardware):
        listed = item.top500 and item.top500.list and item.top500.rank
        model = item.host_processor_model_name or item.accelerator_model_name
        return bool(model or listed) or names_a_machine_type(item.system_name)
    if isinstance(item, Algorithm):
        return bool(item.described_in or item.implementation or item.reference)
    if isinstance(item, Benchmark):
        return is_version(item.version) or names_its_version(item.name) or tests_on_data(item)
    if item.url and is_pinned(item.url):
        return True
    if isinstance(item, Artifact):
        return False
    if is_version(item.version) or names_its_version(item.name):
        return True
    return _is_one_build(item) if isinstance(item, Software) else _is_one_set(item)


def tests_on_data(item: Benchmark) -> bool:
    """Whether a run of no suite says on which datasets of the block: these tell which test it is, by their versions."""
    return (item.suite or "other").lower() == "other" and bool(item.uses.datasets)


def has_address(item: Item) -> bool:
    """Whether the item says where it is found, in an archive or not."""
    if isinstance(item, Hardware):
        return bool(item.top500 and item.top500.url and is_address(item.top500.url))
    if isinstance(item, Algorithm):
        return bool(item.reference and is_reference(item.reference))
    if isinstance(item, Benchmark):
        return bool(item.result_id)
    if item.url and is_address(item.url):
        return True
    if isinstance(item, Software):
        return bool(item.container and image_has_place(item.container))
    return isinstance(item, Dataset) and bool(item.croissant and is_address(item.croissant))


def _is_one_build(item: Software) -> bool:
    return bool(item.commit and is_commit(item.commit)) or bool(item.container and image_is_pinned(item.container))


def _is_one_set(item: Dataset) -> bool:
    return has_one_version(item.name) or bool(item.checksum and is_checksum(item.checksum))
