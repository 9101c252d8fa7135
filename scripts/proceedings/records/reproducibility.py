"""The reproducibility block: what was computed, with which software and data, on which machine.

The four item kinds `algorithms`, `software`, `datasets` and `hardware` are the four nouns of the
workshop's call. Hardware keys are MLPerf's system description; artifacts carry the fields of the
SC artifact description. All values stay text: units are read where they are compared.
`same_as` is the key of the shared fact whose values an item has where it gives none of its own.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from proceedings.records.record import Record


class Contribution(Record):
    """A main contribution, `C1`, `C2`, ..."""

    id: str | None = None
    text: str = ""


class Algorithm(Record):
    """A method, the authors' own (`new`) or from the literature (`reference`)."""

    id: str | None = None
    name: str = ""
    new: bool = False
    reference: str | None = None
    described_in: str | None = None
    implementation: str | None = None


class Software(Record):
    """One software release."""

    id: str | None = None
    same_as: str | None = None
    name: str = ""
    version: str | None = None
    role: str | None = None
    url: str | None = None
    doi: str | None = None
    swhid: str | None = None
    licence: str | None = None
    commit: str | None = None
    container: str | None = None


class Dataset(Record):
    """One dataset in one version."""

    id: str | None = None
    same_as: str | None = None
    name: str = ""
    version: str | None = None
    role: str | None = None
    url: str | None = None
    doi: str | None = None
    licence: str | None = None
    access: str | None = None
    size: str | None = None
    checksum: str | None = None
    croissant: str | None = None
    split: str | None = None


class Top500(Record):
    """A rank in one TOP500 list."""

    list: str | None = None
    rank: int | None = None
    url: str | None = None


class Hardware(Record):
    """One system, in the keys of MLPerf's system description."""

    id: str | None = None
    same_as: str | None = None
    system_name: str = ""
    site: str | None = None
    top500: Top500 | None = None
    number_of_nodes: str | None = None
    host_processor_model_name: str | None = None
    host_processors_per_node: str | None = None
    host_processor_core_count: str | None = None
    host_processor_vcpu_count: str | None = None
    host_processor_frequency: str | None = None
    host_processor_caches: str | None = None
    host_processor_interconnect: str | None = None
    host_memory_capacity: str | None = None
    host_memory_configuration: str | None = None
    host_storage_type: str | None = None
    host_storage_capacity: str | None = None
    host_networking: str | None = None
    host_network_card_count: str | None = None
    host_networking_topology: str | None = None
    accelerator_model_name: str | None = None
    accelerators_per_node: str | None = None
    accelerator_memory_capacity: str | None = None
    accelerator_memory_configuration: str | None = None
    accelerator_interconnect: str | None = None
    accelerator_interconnect_topology: str | None = None
    accelerator_host_interconnect: str | None = None
    accelerator_frequency: str | None = None
    cooling: str | None = None
    hw_notes: str | None = None
    operating_system: str | None = None


class Uses(Record):
    """What a benchmark run or an artifact stands on, by item id."""

    algorithms: tuple[str, ...] = ()
    software: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    hardware: tuple[str, ...] = ()
    text: str | None = None


class Benchmark(Record):
    """A run of a known benchmark."""

    id: str | None = None
    suite: str | None = None
    name: str = ""
    version: str | None = None
    division: str | None = None
    result_id: str | None = None
    verified: bool = False
    metric: str | None = None
    value: str | None = None
    unit: str | None = None
    uses: Uses = Uses()


class Minutes(Record):
    """Expected time of a reproduction, in minutes."""

    setup: float | None = None
    execution: float | None = None
    analysis: float | None = None


class Artifact(Record):
    """A computational artifact of the authors, with the fields of SC's artifact description."""

    id: str | None = None
    title: str = ""
    kind: str | None = None
    doi: str | None = None
    url: str | None = None
    swhid: str | None = None
    licence: str | None = None
    supports: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    setup: Uses = Uses()
    time_minutes: Minutes = Minutes()
    execution: str | None = None
    analysis: str | None = None
    expected_results: str | None = None


class Experiments(Record):
    """How the runs were made."""

    seeds: str | None = None
    repetitions: str | None = None
    error_bars: str | None = None
    hyperparameters: str | None = None
    compute_budget: str | None = None


class Badge(Record):
    """A badge that was asked for or awarded; never derived."""

    scheme: str | None = None
    name: str = ""
    status: Literal["requested", "awarded"] = "requested"
    awarded: str | None = None
    by: str | None = None


class Reproducibility(Record):
    """All of a paper's reproducibility metadata. `not_applicable` maps an item kind to the reason."""

    contributions: tuple[Contribution, ...] = ()
    algorithms: tuple[Algorithm, ...] = ()
    software: tuple[Software, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    hardware: tuple[Hardware, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    experiments: Experiments | None = None
    badges: tuple[Badge, ...] = ()
    statement: str | None = None
    not_applicable: dict[str, str] = {}


class OwnSection(Record):
    """What a paper says itself of its artifacts, under a heading of its own on a `page` of its file, from 1.

    `describes`: it tells what they are and how they are run, as the artifact description of SC; else only where they
    are.
    """

    paper: str = ""
    title: str = ""
    page: int = 1
    describes: bool = True


def written_out(block: Reproducibility) -> Reproducibility:
    """The block as if its items shared nothing: what they say is the same, and whence they have it is left out."""
    return msgspec.structs.replace(
        block,
        software=tuple(msgspec.structs.replace(item, same_as=None) for item in block.software),
        datasets=tuple(msgspec.structs.replace(item, same_as=None) for item in block.datasets),
        hardware=tuple(msgspec.structs.replace(item, same_as=None) for item in block.hardware),
    )
