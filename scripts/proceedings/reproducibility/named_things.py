"""The things of a block that papers share: what each is called, and by what else it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias
from urllib.parse import urlsplit

from proceedings.identifiers import bare_doi, is_doi, same_doi_key
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Benchmark, Dataset, Hardware, Software
from proceedings.reproducibility.addresses import address_key, is_address
from proceedings.reproducibility.item_identifiers import bare_swhid, is_commit, is_swhid
from proceedings.reproducibility.naming import benchmark_release

Item: TypeAlias = Dataset | Software | Hardware | Benchmark

KINDS = ("datasets", "software", "systems", "accelerators", "benchmarks")
"""The kinds of things whose names are listed, as the vocabulary calls them."""


class NamedThing(NamedTuple):
    """A name as one paper has it. `marks` are what else tells the thing: `DOI 10.5555/x`, `address example.org/x`."""

    kind: str
    name: str
    paper: str
    version: str | None = None
    site: str = ""
    marks: tuple[str, ...] = ()


def named_item(item: object) -> tuple[str, str] | None:
    """The kind of thing that an item is and its name; None for one that is of one paper alone."""
    match item:
        case Dataset():
            return "datasets", item.name
        case Software():
            return "software", item.name
        case Hardware():
            return "systems", item.system_name
        case Benchmark():
            return "benchmarks", benchmark_release(item)[0]
    return None


def named_things(papers: Iterable[Paper]) -> Iterator[NamedThing]:
    """Everything with a name that comes into the volume, paper by paper."""
    for paper in papers:
        if (block := paper.reproducibility) is not None and paper.status == "accepted":
            items: tuple[Item, ...] = (*block.datasets, *block.software, *block.hardware, *block.benchmarks)
            for item in items:
                yield from _things(item, paper.id)


def _things(item: Item, paper: str) -> Iterator[NamedThing]:
    if (named := named_item(item)) is None:
        return
    if isinstance(item, Hardware):
        yield NamedThing(*named, paper, site=item.site or "", marks=_fact(item))
        yield NamedThing("accelerators", item.accelerator_model_name or "", paper)
    else:
        yield NamedThing(*named, paper, item.version, marks=() if isinstance(item, Benchmark) else _marks(item))


def _marks(item: Software | Dataset) -> tuple[str, ...]:
    doi, url = bare_doi(item.doi or ""), item.url or ""
    marks = [*_fact(item), *([f"DOI {same_doi_key(doi)}"] if is_doi(doi) else [])]
    if is_address(url) and len(urlsplit(url).path) > 1:  # the front page of a site is that of all its things
        marks.append(f"address {address_key(url)}")
    if isinstance(item, Software):
        swhid = bare_swhid(item.swhid or "")
        marks += [f"SWHID {swhid.partition(';')[0]}"] if is_swhid(swhid) else []
        marks += [f"commit {item.commit.lower()}"] if item.commit and is_commit(item.commit) else []
    return tuple(marks)


def _fact(item: Software | Dataset | Hardware) -> tuple[str, ...]:
    return (f"`same_as: {item.same_as}`",) if item.same_as else ()
