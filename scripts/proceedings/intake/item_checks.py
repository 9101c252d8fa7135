"""The reproducibility block: what the call wants and nobody gave, and references between its items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.problem import Place, Problem, did_you_mean
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility, Uses
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import is_asked, softened
from proceedings.reproducibility.steps import CALLED_FOR, silent_kinds
from proceedings.wording import listed

WITH_IDS = ("contributions", *CALLED_FOR, "benchmarks", "artifacts")
"""The item kinds whose items have ids; one id belongs to one item of the paper."""

_NO_REASON = re.compile(
    r"[\W_]*(?:n\W?a|not applicable|none|nothing|no|yes|true|false|-|tbd|todo)?[\W_]*", re.IGNORECASE
)
"""What stands where a reason should and gives none."""


def missing_items(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """One problem that lists the kinds that are neither given nor said, with a reason, not to apply."""
    block = paper.reproducibility or Reproducibility()
    silent = silent_kinds(block)
    if not is_asked(paper, volume):
        return
    yield from _reasonless(block, volume)
    if not silent:
        return
    yield Problem(
        at=("reproducibility",) if paper.reproducibility is None else ("reproducibility", silent[0]),
        code="reproducibility-missing",
        severity=softened(volume),
        message=f"nothing is said of the {listed(silent)} used.",
        remedy=f"Add them under `reproducibility`, or a reason under `not_applicable: {{{silent[0]}: ...}}`.",
    )


def _reasonless(block: Reproducibility, volume: Volume) -> Iterator[Problem]:
    """Kinds that are said not to apply, and not why."""
    kinds = [kind for kind, reason in block.not_applicable.items() if _NO_REASON.fullmatch(reason or "")]
    if kinds:
        yield Problem(
            at=("reproducibility", "not_applicable", kinds[0]),
            code="reproducibility-missing",
            severity=softened(volume),
            message=f"no reason is given for what does not apply: {listed(kinds)}.",
            remedy=f'Give the reason in a few words: `not_applicable: {{{kinds[0]}: "a theory paper"}}`.',
        )


def faulty_items(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    """Item ids that stand twice, references to no item, and kinds of `not_applicable` that do not exist."""
    if paper.reproducibility is None:
        return
    kinds: dict[str, str] = {}
    for at, identifier, kind in _ids(paper.reproducibility):
        if identifier in kinds:
            both = kind if kind == kinds[identifier] else f"{kinds[identifier]} and {kind}"
            fact = f'the id "{identifier}" belongs to two items in {both}.'
            yield Problem(at=at, message=fact, remedy="Give each item of the paper an id of its own.")
        kinds.setdefault(identifier, kind)
    yield from _dangling(paper.reproducibility, kinds)
    for kind in paper.reproducibility.not_applicable:
        if kind not in Reproducibility.__struct_fields__:
            at = ("reproducibility", "not_applicable", kind)
            remedy = did_you_mean(kind, Reproducibility.__struct_fields__, f"Kinds are {', '.join(WITH_IDS)}.")
            yield Problem(at=at, message=f'"{kind}" is no kind of item.', remedy=remedy)


def _ids(block: Reproducibility) -> Iterator[tuple[Place, str, str]]:
    for kind in WITH_IDS:
        for number, item in enumerate(getattr(block, kind)):
            if item.id:
                yield ("reproducibility", kind, number, "id"), item.id, kind


def _dangling(block: Reproducibility, kinds: dict[str, str]) -> Iterator[Problem]:
    """Each id that names nothing, once, however many items refer to it."""
    places: dict[tuple[str, tuple[str, ...]], list[Place]] = {}
    for at, identifier, allowed in _references(block):
        if kinds.get(identifier) not in allowed:
            places.setdefault((identifier, allowed), []).append(at)
    for (identifier, allowed), found in places.items():
        known = [each for each, kind in kinds.items() if kind in allowed]
        times = f", and is named {len(found)} times" if len(found) > 1 else ""
        fact = f'"{identifier}" is the id of nothing in {" or ".join(allowed)} of this paper{times}.'
        remedy = did_you_mean(identifier, known, "Give the item that is meant this `id`, or delete the reference.")
        yield Problem(at=("reproducibility", *found[0]), message=fact, remedy=remedy)


def _references(block: Reproducibility) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Place, id and the kinds that it may belong to, of everything that points to an item."""
    for number, algorithm in enumerate(block.algorithms):
        if algorithm.implementation:
            at = ("algorithms", number, "implementation")
            yield at, algorithm.implementation, ("software", "artifacts")
    for number, benchmark in enumerate(block.benchmarks):
        yield from _uses(benchmark.uses, ("benchmarks", number, "uses"))
    for number, artifact in enumerate(block.artifacts):
        yield from _uses(artifact.setup, ("artifacts", number, "setup"))
        for position, identifier in enumerate(artifact.supports):
            yield ("artifacts", number, "supports", position), identifier, ("contributions",)


def _uses(uses: Uses, at: Place) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    for kind in CALLED_FOR:
        for position, identifier in enumerate(getattr(uses, kind)):
            yield (*at, kind, position), identifier, (kind,)
