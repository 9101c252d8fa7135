"""Facts that papers share: a machine, a dataset or a release that is written once and named by `same_as`.

An item of a paper has the values of its fact and, over them, its own; the records behind the intake are whole.
A fact is never the same as another one, so there is no chain to follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from proceedings.problem import Place, Problem, did_you_mean
from proceedings.records.paper import Paper
from proceedings.records.record import Record
from proceedings.records.reproducibility import Dataset, Hardware, Reproducibility, Software
from proceedings.yaml.yaml_source import read_yaml_record

Item = TypeVar("Item", bound=Software | Dataset | Hardware)
Borrowed = Mapping[Place, tuple[str, Place]]
"""Places of a paper whose value stands elsewhere: the kind of item, and the place in the file of that kind."""

STEMS = {"software": "software", "datasets": "datasets", "hardware": "systems"}
"""The files of shared facts beside proceedings.yml, by the kind of item that may name them."""

OF_ONE_PAPER = ("id", "same_as")
"""Keys of an item that a shared fact cannot have."""


class SharedFacts(Record):
    """The facts of the three files by their keys.

    `unusable` are kind and key of what is in a file and could not be read, with the key "" for a whole file.
    """

    software: dict[str, Software] = {}
    datasets: dict[str, Dataset] = {}
    hardware: dict[str, Hardware] = {}
    unusable: frozenset[tuple[str, str]] = frozenset()


def read_shared_facts(metadata: Path) -> tuple[SharedFacts, list[Problem]]:
    """The facts that an edition's papers share, with all problems of the three files, each of them optional."""
    software, in_software = _read_facts(metadata, "software", dict[str, Software])
    datasets, in_datasets = _read_facts(metadata, "datasets", dict[str, Dataset])
    hardware, in_hardware = _read_facts(metadata, "hardware", dict[str, Hardware])
    problems = {"software": in_software, "datasets": in_datasets, "hardware": in_hardware}
    unusable = {
        (kind, str(problem.at[0]) if problem.at else "")
        for kind, found in problems.items()
        for problem in found
        if len(problem.at) < 2
    }
    facts = SharedFacts(software=software, datasets=datasets, hardware=hardware, unusable=frozenset(unusable))
    return facts, [*in_software, *in_datasets, *in_hardware]


def _read_facts(metadata: Path, kind: str, facts_kind: type[dict[str, Item]]) -> tuple[dict[str, Item], list[Problem]]:
    path = metadata / f"{STEMS[kind]}.yml"
    if not path.is_file():
        return {}, []
    file = facts_file(metadata, kind)
    facts, problems = read_yaml_record(path, facts_kind, shown_as=file)
    misplaced = (msgspec.structs.replace(problem, file=file) for problem in _misplaced_keys(kind, facts))
    return facts, [*problems, *misplaced]


def facts_file(metadata: Path, kind: str) -> str:
    """How messages name the file of one kind of facts."""
    return f"{metadata.name}/{STEMS[kind]}.yml"


def with_shared_facts(paper: Paper, shared: SharedFacts) -> tuple[Paper, Borrowed, tuple[Problem, ...]]:
    """The paper with whole items, the places whose values are shared, and each `same_as` that names nothing."""
    block = paper.reproducibility
    if block is None or not any(item.same_as for kind in STEMS for item in getattr(block, kind)):
        return paper, {}, ()
    borrowed: dict[Place, tuple[str, Place]] = {}
    software = tuple(_whole_items("software", block.software, shared.software, borrowed))
    datasets = tuple(_whole_items("datasets", block.datasets, shared.datasets, borrowed))
    hardware = tuple(_whole_items("hardware", block.hardware, shared.hardware, borrowed))
    whole = msgspec.structs.replace(block, software=software, datasets=datasets, hardware=hardware)
    return msgspec.structs.replace(paper, reproducibility=whole), borrowed, tuple(unknown_facts(block, shared))


def _whole_items(
    kind: str, items: Iterable[Item], facts: Mapping[str, Item], borrowed: dict[Place, tuple[str, Place]]
) -> Iterator[Item]:
    for number, item in enumerate(items):
        fact = facts.get(item.same_as or "")
        if fact is None:
            yield item
            continue
        missing = [name for name in given_fields(fact) if name not in given_fields(item) and name not in OF_ONE_PAPER]
        for name in missing:
            borrowed["reproducibility", kind, number, name] = (kind, (item.same_as or "", name))
        yield msgspec.structs.replace(item, **{name: getattr(fact, name) for name in missing})


def given_fields(item: Record) -> tuple[str, ...]:
    """The names of the fields that do not have their default."""
    fields = msgspec.structs.fields(item)
    return tuple(field.name for field in fields if getattr(item, field.name) != field.default)


def unknown_facts(block: Reproducibility, shared: SharedFacts) -> Iterator[Problem]:
    """Each `same_as` that is the key of no fact."""
    for kind, stem in STEMS.items():
        facts = getattr(shared, kind)
        for number, item in enumerate(getattr(block, kind)):
            known = not item.same_as or item.same_as in facts
            if not known and not shared.unusable & {(kind, ""), (kind, item.same_as)}:
                otherwise = f"Write its values under this key in metadata/{stem}.yml, or here in place of `same_as`."
                yield Problem(
                    at=("reproducibility", kind, number, "same_as"),
                    message=f'"{item.same_as}" is no key of metadata/{stem}.yml.',
                    remedy=did_you_mean(item.same_as, facts, otherwise),
                )


def at_its_source(problem: Problem, borrowed: Borrowed, metadata: Path) -> Problem:
    """The problem at the place where the faulty value is written, which is no single paper's if it is shared."""
    if (source := borrowed.get(problem.at[:4])) is None:
        return problem
    kind, at = source
    return msgspec.structs.replace(problem, file=facts_file(metadata, kind), at=(*at, *problem.at[4:]), paper=None)


def _misplaced_keys(kind: str, facts: Mapping[str, Record]) -> Iterator[Problem]:
    """Keys that belong to an item of one paper, in a shared fact."""
    for key, fact in facts.items():
        for name in OF_ONE_PAPER:
            if name in given_fields(fact):
                message = f'"{name}" belongs to the item of a paper; here the fact is named by its key, "{key}".'
                remedy = f"Delete the key; a paper's item in `{kind}` names this fact with `same_as: {key}`."
                yield Problem(at=(key, name), message=message, remedy=remedy)


def unused_facts(shared: SharedFacts, papers: Iterable[Paper], metadata: Path) -> Iterator[Problem]:
    """Facts that no paper names: nothing is wrong with them, but somebody may have meant to."""
    blocks = [paper.reproducibility for paper in papers if paper.reproducibility]
    for kind in STEMS:
        named = {item.same_as for block in blocks for item in getattr(block, kind)}
        for key in getattr(shared, kind):
            if key not in named:
                message = f'no paper names "{key}".'
                remedy = f"Write `same_as: {key}` in the papers that it is true of, or leave it for later."
                file = facts_file(metadata, kind)
                yield Problem(file=file, at=(key,), severity="info", message=message, remedy=remedy)
