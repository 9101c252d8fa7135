"""Numbers of the reproducibility block that say nothing, or contradict each other: one problem a paper."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Hardware, Reproducibility
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.machine_sums import disagreeing_memory, doubtful_claims, has_accelerators
from proceedings.reproducibility.naming import named
from proceedings.reproducibility.quantities import budget_of, count_of, is_bare_number, size_of
from proceedings.wording import listed_briefly, shortened

COUNTS = (
    *("number_of_nodes", "host_processors_per_node", "host_processor_core_count", "host_processor_vcpu_count"),
    *("host_network_card_count", "accelerators_per_node"),
)
SIZES = ("host_memory_capacity", "host_storage_capacity", "accelerator_memory_capacity")
ACCELERATORS = ("GPU", "TPU", "accelerator")

Fact = tuple[Place, str]


def quantity_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """Counts without a number, sizes without a unit, and totals that do not add up."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    facts = [*_of_machines(paper.reproducibility), *_of_items(paper.reproducibility), *_sums(paper.reproducibility)]
    if facts:
        message = f"{listed_briefly([fact for _, fact in facts])}."
        yield Problem(at=("reproducibility", *facts[0][0]), code="quantity-doubtful", message=message)


def _of_machines(block: Reproducibility) -> Iterator[Fact]:
    for number, machine in enumerate(block.hardware):
        for key, fact in _of_machine(machine):
            yield ("hardware", number, key), fact


def _of_machine(machine: Hardware) -> Iterator[tuple[str, str]]:
    """Key and fact of each number of a machine that cannot be read."""
    for key in COUNTS:
        text = getattr(machine, key)
        if text and count_of(text) is None:
            yield key, f'"{shortened(text, 40)}", `{key}` of {named(machine)}, is no number'
    for key in SIZES:
        text = getattr(machine, key)
        size = size_of(text) if text else None
        if text and size is None:
            yield key, f'"{shortened(text, 40)}", `{key}` of {named(machine)}, has no unit (GB, GiB, TB)'
        elif size and size.is_bits:
            yield key, f'"{shortened(text, 40)}", `{key}` of {named(machine)}, is in bits'
    if disagreeing_memory(machine):
        given, model = machine.accelerator_memory_capacity, machine.accelerator_model_name
        yield "accelerator_memory_capacity", f"{named(machine)} has {given} for each {model}"


def _of_items(block: Reproducibility) -> Iterator[Fact]:
    """Sizes of datasets and budgets that are a number and nothing else, or hours of what no machine has."""
    for number, dataset in enumerate(block.datasets):
        if dataset.size and is_bare_number(dataset.size):
            yield ("datasets", number, "size"), f'"{dataset.size}", the size of {named(dataset)}, has no unit'
    for number, artifact in enumerate(block.artifacts):
        for part in artifact.time_minutes.__struct_fields__:
            minutes = getattr(artifact.time_minutes, part)
            if minutes is not None and minutes < 0:
                fact = f'"{minutes:g}", the minutes of {part} of {named(artifact)}, is no time'
                yield ("artifacts", number, "time_minutes", part), fact
    budget = block.experiments.compute_budget if block.experiments else None
    hours = budget_of(budget) if budget else None
    if hours and hours.of in ACCELERATORS and block.hardware and not any(map(has_accelerators, block.hardware)):
        yield ("experiments", "compute_budget"), f'the compute budget is "{budget}", and no machine has accelerators'
    if budget and is_bare_number(budget):
        yield ("experiments", "compute_budget"), f'"{budget}", the compute budget, has no unit (GPU h, node h)'


def _sums(block: Reproducibility) -> Iterator[Fact]:
    """Totals that nodes and accelerators do not add up to."""
    for doubt in doubtful_claims(block):
        yield (
            doubt.at,
            f'{doubt.where} speaks of "{doubt.claim.words}", and the hardware adds up to {doubt.there_are:,}',
        )
