"""What an item is called in a sentence, and whether it says what it is at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from proceedings.records.record import Record
from proceedings.records.reproducibility import Benchmark, Reproducibility
from proceedings.reproducibility.ladder import Item, name_of
from proceedings.wording import shortened

NAMES = {
    "contributions": "text",
    "algorithms": "name",
    "software": "name",
    "datasets": "name",
    "hardware": "system_name",
    "benchmarks": "name",
    "artifacts": "title",
    "badges": "name",
}
"""The key that says what an item is, by its kind."""


def named(item: Item) -> str:
    """`SW1 (PyTorch)`, the name shortened; the name or the id alone where the other is not given."""
    name = shortened(name_of(item), 40)
    return f"{item.id} ({name})" if item.id and name else item.id or name


def benchmark_release(item: Benchmark) -> tuple[str, str | None]:
    """Name and version: a version stands behind the suite, whose it is, and with the benchmark only where it has none.

    `("MLPerf Training 1.0, resnet", None)`, `("HPL", "2.3")`.
    """
    suite = item.suite if (item.suite or "").lower() != "other" else None
    if not suite or not item.name:
        return item.name or suite or "", item.version
    version = re.sub(r"^\s*v(?=\d)", "", item.version or "")
    return f"{suite if suite.endswith(version) else f'{suite} {version}'}, {item.name}", None


def says_what_it_is(item: Record, kind: str) -> bool:
    """Whether an item has its name, or at least the suite that its name would stand in."""
    return bool(getattr(item, NAMES[kind]) or getattr(item, "suite", None))


def telling_items(block: Reproducibility, kind: str) -> Iterator[tuple[int, Any]]:
    """Number and item of those that say what they are: of the others nothing is asked but that."""
    return ((number, item) for number, item in enumerate(getattr(block, kind)) if says_what_it_is(item, kind))
