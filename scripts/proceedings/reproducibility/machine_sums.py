"""What a machine adds up to, and what texts claim of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.problem import Place
from proceedings.records.reproducibility import Benchmark, Hardware, Reproducibility
from proceedings.reproducibility.quantities import Claim, Size, claims_in, count_of, size_of

_MODEL_MEMORY = re.compile(r"(?<![\d.])(\d{1,3}) ?G[Bi]?B?\b")
_TOLERANCE = 0.08
"""GB and GiB differ by 7 %, and makers mean either."""


class Doubt(NamedTuple):
    """A claim that the machines described cannot bear out: where in the block it stands, and how many there are."""

    at: Place
    where: str
    claim: Claim
    there_are: int


def accelerators_of(machine: Hardware) -> int | None:
    """Nodes times accelerators per node; None where either is not told."""
    nodes, per_node = machine.number_of_nodes, machine.accelerators_per_node
    counts = count_of(nodes or ""), count_of(per_node or "")
    return None if None in counts else (counts[0] or 0) * (counts[1] or 0)


def has_accelerators(machine: Hardware) -> bool:
    """Whether a machine tells of any accelerator."""
    return bool(machine.accelerator_model_name) or count_of(machine.accelerators_per_node or "") not in (None, 0)


def doubtful_claims(block: Reproducibility) -> Iterator[Doubt]:
    """Claims of more than the machines have, and claims of a total that is another one.

    A part of a machine is a claim like any other, so a smaller number is not doubted unless it is said to be all.
    Where one of the machines meant does not tell how many it has, nothing is known and nothing doubted.
    """
    for at, where, text, machines in _texts(block):
        for claim in claims_in(text):
            there_are = [accelerators_of(each) if claim.noun == "accelerator" else _nodes(each) for each in machines]
            counts = [each for each in there_are if each is not None]
            if machines and len(counts) == len(there_are) and _is_doubtful(claim, counts):
                yield Doubt(at, where, claim, sum(counts))


def memory_of_model(model: str) -> float | None:
    """The memory in bytes that the name of an accelerator tells: 40e9 of `NVIDIA A100-SXM4-40GB`; or None.

    The name of a GH200 or GB200 tells that of the processor beside it.
    """
    match = None if re.search(r"\bG[HB]\d{3}\b", model) else _MODEL_MEMORY.search(model)
    return float(match[1]) * 1e9 if match else None


def disagreeing_memory(machine: Hardware) -> bool:
    """Whether the memory of an accelerator is neither what its name tells, nor that of all in a node."""
    told = memory_of_model(machine.accelerator_model_name or "")
    given = size_of(machine.accelerator_memory_capacity or "")
    if told is None or given is None:
        return False
    per_node = count_of(machine.accelerators_per_node or "") or 1
    return not any(abs(size - told * many) <= _TOLERANCE * told * many for size, many in _readings(given, per_node))


def _readings(given: Size, per_node: int) -> tuple[tuple[float, int], ...]:
    """The memory of one piece, and of all pieces of a node."""
    return (given.each, 1), (given.whole, 1), (given.whole, per_node)


def _texts(block: Reproducibility) -> Iterator[tuple[Place, str, str, Sequence[Hardware]]]:
    """Where a text stands, as a place and in words, the text, and the machines it can speak of."""
    everywhere = block.hardware
    if block.experiments and block.experiments.compute_budget:
        yield ("experiments", "compute_budget"), "the compute budget", block.experiments.compute_budget, everywhere
    if block.statement:
        yield ("statement",), "the statement", block.statement, everywhere
    for number, run in enumerate(block.benchmarks):
        machines = _used(run.uses.hardware, everywhere)
        yield ("benchmarks", number), run.id or f"benchmark {number + 1}", _said_of(run), machines
    for number, artifact in enumerate(block.artifacts):
        words = (artifact.setup.text, artifact.execution, artifact.expected_results)
        said = " | ".join(each for each in words if each)
        machines = _used(artifact.setup.hardware, everywhere)
        yield ("artifacts", number), artifact.id or f"artifact {number + 1}", said, machines


def _said_of(run: Benchmark) -> str:
    words = (run.name, run.metric, " ".join(each for each in (run.value, run.unit) if each), run.uses.text)
    return " | ".join(each for each in words if each)


def _used(ids: Sequence[str], machines: Sequence[Hardware]) -> Sequence[Hardware]:
    return [each for each in machines if each.id in ids] if ids else machines


def _nodes(machine: Hardware) -> int | None:
    return count_of(machine.number_of_nodes or "")


def _is_doubtful(claim: Claim, counts: Sequence[int]) -> bool:
    if claim.is_total:
        return claim.number != sum(counts) and claim.number not in counts
    return claim.number > sum(counts)
