"""Numbers that say nothing or contradict each other, and the many that do not."""

from __future__ import annotations

from typing import Any

import pytest

from builders import paper
from proceedings.intake.quantity_checks import quantity_problems
from proceedings.problem import Problem
from proceedings.records.reproducibility import (
    Artifact,
    Benchmark,
    Dataset,
    Experiments,
    Hardware,
    Reproducibility,
    Uses,
)
from proceedings.records.volume import Volume

BOOSTER = {"id": "HW1", "system_name": "Booster", "number_of_nodes": "64", "accelerators_per_node": "4"}


def machine(**fields: Any) -> Hardware:
    return Hardware(**{**BOOSTER, **fields})


def doubts(*machines: Hardware, demand: str = "required", **fields: Any) -> list[Problem]:
    block = Reproducibility(hardware=machines or (machine(),), **fields)
    return list(quantity_problems(paper(reproducibility=block), Volume(reproducibility=demand)))


def message(problems: list[Problem]) -> str:
    assert [problem.code for problem in problems] == ["quantity-doubtful"]
    return problems[0].message


@pytest.mark.parametrize(
    "fields",
    [
        {"number_of_nodes": "16 to 1 024"},
        {"accelerators_per_node": "none"},
        {"host_memory_capacity": "512 GB"},
        {"host_memory_capacity": "16 x 32 GiB"},
        {"host_storage_capacity": "1.6 TB"},
        {"accelerator_model_name": "NVIDIA A100-SXM4-40GB", "accelerator_memory_capacity": "40 GB"},
        {"accelerator_model_name": "NVIDIA A100-SXM4-40GB", "accelerator_memory_capacity": "40 GiB"},
        {"accelerator_model_name": "NVIDIA A100-SXM4-40GB", "accelerator_memory_capacity": "4 x 40 GB"},
        {"accelerator_model_name": "NVIDIA A100-SXM4-40GB", "accelerator_memory_capacity": "160 GB"},
        {"accelerator_model_name": "NVIDIA GH200 480GB", "accelerator_memory_capacity": "96 GB"},
        {"accelerator_model_name": "AMD Instinct MI250X", "accelerator_memory_capacity": "128 GB"},
    ],
)
def test_numbers_with_their_units_are_not_doubted(fields: dict[str, str]) -> None:
    assert doubts(machine(**fields)) == []


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"number_of_nodes": "many"}, '"many", `number_of_nodes` of HW1 (Booster), is no number'),
        ({"host_memory_capacity": "512"}, "has no unit (GB, GiB, TB)"),
        ({"accelerator_memory_capacity": "40 Gb"}, "is in bits"),
        (
            {"accelerator_model_name": "NVIDIA A100-SXM4-80GB", "accelerator_memory_capacity": "40 GB"},
            "HW1 (Booster) has 40 GB for each NVIDIA A100-SXM4-80GB",
        ),
    ],
)
def test_a_number_without_a_unit_or_against_its_model_is_doubted(fields: dict[str, str], fact: str) -> None:
    problems = doubts(machine(**fields))
    assert fact in message(problems)
    assert problems[0].at == ("reproducibility", "hardware", 0, list(fields)[-1])


def test_a_size_and_a_budget_are_of_something() -> None:
    data, budget = Dataset(id="D1", name="Logs", size="147"), Experiments(compute_budget="12k")
    assert message(doubts(datasets=(data,), experiments=budget)) == (
        '"147", the size of D1 (Logs), has no unit and "12k", the compute budget, has no unit (GPU h, node h).'
    )
    assert doubts(datasets=(Dataset(name="Logs", size="18 invented numbers"),)) == []
    assert doubts(experiments=Experiments(compute_budget="12k GPU h")) == []


def test_a_budget_in_gpu_hours_needs_a_machine_with_gpus() -> None:
    spent = Experiments(compute_budget="12k GPU h")
    bare = Hardware(id="HW1", system_name="Cluster", host_processor_model_name="EPYC 7402")
    assert 'the compute budget is "12k GPU h", and no machine has accelerators' in message(
        doubts(bare, experiments=spent)
    )
    assert doubts(bare, machine(id="HW2"), experiments=spent) == []
    assert doubts(bare, experiments=Experiments(compute_budget="7 node hours")) == []


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("256 GPUs", None),
        ("all 256 GPUs", None),
        ("64 GPUs", None),  # a part of the machine
        ("4 GPUs per node", None),
        ("512 GPUs", '"512 GPUs", and the hardware adds up to 256'),
        ("all 64 GPUs", '"all 64 GPUs", and the hardware adds up to 256'),
        ("128 nodes", '"128 nodes", and the hardware adds up to 64'),
    ],
)
def test_nodes_times_accelerators_bear_out_what_a_paper_claims(claim: str, fact: str | None) -> None:
    for block in (
        {"experiments": Experiments(compute_budget=f"one day on {claim}")},
        {"statement": f"The runs used {claim}."},
        {"benchmarks": (Benchmark(id="B1", name=f"Time to train on {claim}", uses=Uses(hardware=("HW1",))),)},
        {"artifacts": (Artifact(id="A1", title="Code", execution=f"sbatch train.sh on {claim}"),)},
    ):
        problems = doubts(**block)
        assert bool(problems) == bool(fact)
        assert not fact or fact in message(problems)


def test_a_claim_is_held_against_the_machines_that_it_is_about() -> None:
    small = machine(id="HW2", system_name="Cluster", number_of_nodes="2")
    on_small = Benchmark(id="B1", name="Run on 256 GPUs", uses=Uses(hardware=("HW2",)))
    assert "B1 speaks of" in message(doubts(machine(), small, benchmarks=(on_small,)))
    assert doubts(machine(), small, statement="We ran on 264 GPUs.") == []


def test_where_a_machine_does_not_tell_how_many_it_has_nothing_is_doubted() -> None:
    silent = Hardware(id="HW2", system_name="Cloud")
    assert doubts(machine(), silent, statement="We ran on 9,000 GPUs.") == []
    assert doubts(machine(number_of_nodes="many"), demand="off") == []
