"""A paper's entry in the order of SC's artifact description, so that who knows one finds the way in the other.

Contributions; the artifacts, with what each supports and which figures and tables show it; each artifact by itself:
what to expect, how long it takes, setup, execution, analysis; and then what all of this refers to. Nothing stands
twice: tags lead from one place to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from proceedings.records.reproducibility import Artifact, Minutes, Reproducibility, Uses
from proceedings.typesetting.declared import (
    Group,
    Item,
    Looks,
    Paragraphs,
    addresses,
    capitalised,
    contribution_groups,
    declared_groups,
    fact,
    groups_of,
    joined,
    named,
    references,
    run_in,
    text_spans,
    tied,
)
from proceedings.typesetting.inline import Span
from proceedings.wording import licence_label, listed

TAGGED = ("contributions", "algorithms", "software", "datasets", "hardware", "benchmarks", "artifacts")
"""The kinds of items that have tags."""

LONG = 120
"""From so many minutes on a time is told in hours too."""


def entry_groups(block: Reproducibility, look: Looks) -> list[Group]:
    """All that a block declares, in the order of the appendix; empty kinds are left out."""
    artifacts = groups_of([("Artifacts", block.artifacts, _overview)], look)
    together = _all_minutes(block.artifacts)
    if artifacts and together:
        artifacts[0].items.append(Item("", [run_in("Expected time of all", together, look)]))
    return [*contribution_groups(block, look), *artifacts, *_runs(block.artifacts, look), *declared_groups(block, look)]


def item_anchor(paper: str, tag: str) -> str:
    """The named destination of an item: `appendix.017/SW1`. A paper's id has no slash, so none is an entry's."""
    return f"appendix.{paper}/{quote(tag, safe='')}"


def item_links(paper: str, block: Reproducibility) -> dict[str, str]:
    """The link to each item that has a tag, by its tag."""
    tags = (item.id for kind in TAGGED for item in getattr(block, kind))
    return {tag: f"bindery:{item_anchor(paper, tag)}" for tag in tags if tag}


def _overview(item: Artifact, look: Looks) -> Item:
    """What it is and where it lies; what it supports and which elements of the paper come from it."""
    facts = [
        fact("", item.kind, look),
        fact("", item.licence and licence_label(item.licence), look),
        *addresses(item.doi, item.url, item.swhid, look),
    ]
    supports = [Span("Supports. ", look.term), *references(item.supports, look)] if item.supports else []
    elements = run_in("Paper elements", ", ".join(item.elements), look) if item.elements else []
    relation = joined(filter(None, (supports, elements)), Span(". ", look.plain))
    lines = [named(tied(item.title), facts, look), relation]
    return Item(item.id or "", [line for line in lines if line])


def _runs(artifacts: Sequence[Artifact], look: Looks) -> Iterator[Group]:
    """Each artifact by itself: what comes out, after how long, and how to get there."""
    for number, item in enumerate(artifacts, 1):
        if paragraphs := list(_run(item, look)):
            yield Group(f"Artifact {item.id or number}", [Item("", paragraphs)])


def _run(item: Artifact, look: Looks) -> Iterator[list[Span]]:
    if item.expected_results:
        yield run_in("Expected results", item.expected_results, look)
    if time := expected_time(item.time_minutes):
        yield run_in("Expected time", time, look)
    if setup := _setup(item.setup, look):
        yield [Span("Setup. ", look.term), *setup]
    if item.execution:
        yield run_in("Execution", item.execution, look)
    if item.analysis:
        yield run_in("Analysis", item.analysis, look)


def _setup(uses: Uses, look: Looks) -> list[Span]:
    """`Hardware HW1; software SW1, SW2; datasets D1. Load the module stack.`"""
    kinds = (
        ("hardware", uses.hardware),
        ("software", uses.software),
        ("datasets", uses.datasets),
        ("algorithms", uses.algorithms),
    )
    given = [(kind, tags) for kind, tags in kinds if tags]
    words = [kind if number else capitalised(kind) for number, (kind, _) in enumerate(given)]
    needs: Paragraphs = [
        [Span(f"{word} ", look.plain), *references(tags, look)] for word, (_, tags) in zip(words, given, strict=True)
    ]
    parts = [joined(needs, Span("; ", look.plain)), text_spans(uses.text or "", look)]
    return joined(filter(None, parts), Span(". ", look.plain))


def expected_time(minutes: Minutes) -> str:
    """`130 min (2.2 h): setup 90, execution 30, analysis 10`; what is not said is named, for the sum is not all."""
    named = {"setup": minutes.setup, "execution": minutes.execution, "analysis": minutes.analysis}
    told = {name: value for name, value in named.items() if value is not None}
    if not told:
        return ""
    silent = listed([name for name in named if name not in told])
    parts = ", ".join(f"{name} {_number(value)}" for name, value in told.items())
    words = f"{_time(sum(told.values()))}: {parts}" if len(told) > 1 else f"{capitalised(parts)} min"
    return f"{words}; {silent} not stated" if silent else words


def _all_minutes(artifacts: Iterable[Artifact]) -> str:
    """`260 min (4.3 h), A3 not counted`; nothing for one artifact, whose own sum it would be."""
    sums = {item.id or item.title: _sum(item.time_minutes) for item in artifacts}
    told = [value for value in sums.values() if value is not None]
    if len(told) < 2:
        return ""
    silent = listed([name for name, value in sums.items() if value is None])
    return f"{_time(sum(told))}, {silent} not counted" if silent else _time(sum(told))


def _sum(minutes: Minutes) -> float | None:
    told = [value for value in (minutes.setup, minutes.execution, minutes.analysis) if value is not None]
    return sum(told) if told else None


def _time(minutes: float) -> str:
    return f"{_number(minutes)} min" + (f" ({_number(round(minutes / 60, 1))} h)" if minutes >= LONG else "")


def _number(value: float) -> str:
    """Ten million and a half at their full length: `10,000,000`, `0.5`."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
