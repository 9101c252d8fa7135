"""Answers of a form as a block, typed and checked as if an editor had written them, each fault at its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from yaml import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from proceedings.intake.item_checks import faulty_items
from proceedings.intake.shared_facts import SharedFacts, unknown_facts
from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_source import node_as
from proceedings.yaml.yaml_typing import Faults

_TEXT, _LIST, _KEYS = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))


class Answer(NamedTuple):
    """A value for a place of the block, `("hardware", 0, "top500", "rank")`, and where in the form it stands."""

    at: Place
    value: str | tuple[str, ...]
    where: str


def block_of(answers: Sequence[Answer], shared: SharedFacts, file: str) -> tuple[Reproducibility, list[Problem]]:
    """The block that the answers are, with everything that is wrong with them; `file` is the form as shown."""
    faults = Faults(file)
    block = node_as(_node(answers, range(len(answers)), ()), Reproducibility, faults)
    found = [_at_answer(problem, answers[(problem.line or 1) - 1]) for problem in faults.problems]
    if found:
        return block, found
    checked = [*faulty_items(Paper(reproducibility=block), Volume()), *unknown_facts(block, shared)]
    return block, [_at_answer(_in(file, problem), _nearest(answers, problem.at[1:])) for problem in checked]


def _in(file: str, problem: Problem) -> Problem:
    return msgspec.structs.replace(problem, file=file)


def _at_answer(problem: Problem, answer: Answer) -> Problem:
    return msgspec.structs.replace(problem, line=None, message=f"{answer.where}: {problem.message}")


def _nearest(answers: Sequence[Answer], at: Place) -> Answer:
    """The answer to a place, or the one that shares most steps with it."""
    return max(answers, key=lambda answer: _shared_steps(answer.at, at))


def _shared_steps(place: Place, other: Place) -> int:
    return next((n for n, (a, b) in enumerate(zip(place, other, strict=False)) if a != b), min(len(place), len(other)))


def _node(answers: Sequence[Answer], numbers: Sequence[int], above: Place) -> Node:
    """The YAML node of all answers below a place; its line is the number of its first answer."""
    mark = _mark(numbers[0] if numbers else 0)
    if len(numbers) == 1 and answers[numbers[0]].at == above:
        value = answers[numbers[0]].value
        return ScalarNode(_TEXT, value, mark, mark, "'") if isinstance(value, str) else _list(value, mark)
    steps = dict.fromkeys(answers[number].at[len(above)] for number in numbers)
    below = [(step, _node(answers, list(_below(answers, numbers, (*above, step))), (*above, step))) for step in steps]
    if all(isinstance(step, int) for step in steps) and steps:
        return SequenceNode(_LIST, [node for _, node in below], mark, mark)
    return MappingNode(_KEYS, [(ScalarNode(_TEXT, str(step), node.start_mark), node) for step, node in below], mark)


def _below(answers: Sequence[Answer], numbers: Sequence[int], place: Place) -> Iterator[int]:
    return (number for number in numbers if answers[number].at[: len(place)] == place)


def _list(values: Sequence[str], mark: Mark) -> Node:
    return SequenceNode(_LIST, [ScalarNode(_TEXT, value, mark, mark, "'") for value in values], mark, mark)


def _mark(number: int) -> Mark:
    return Mark("", 0, number, 0, None, 0)
