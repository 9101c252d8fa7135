"""The indexes of the artifact appendix: which papers used a dataset, a software release, a system, a benchmark.

Names of one thing are one entry, as `ListedNames` has them; versions of one name are its sub-entries, and a single one
stands behind the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from proceedings.bidi import isolated
from proceedings.collation import collation_key, index_letter
from proceedings.keywords import keyword_key
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.listed_names import ListedNames, listed_names
from proceedings.reproducibility.naming import benchmark_release
from proceedings.typesetting.book import heading
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.index_pages import IndexLine, entry_rows, letter_heading
from proceedings.typesetting.rows import Row, kept_together, list_item, within

Named = tuple[str, str | None]
"""A name and a version of it."""

LETTERED_FROM = 60
"""From so many entries on an index has its letters."""


class Entry(NamedTuple):
    """A name with the papers that give no version of it, or give the only one; and its versions, if there are more."""

    line: IndexLine
    versions: tuple[IndexLine, ...] = ()


class _Kind(NamedTuple):
    things: str
    title: str
    named: Callable[[Reproducibility], Iterable[Named]]

    @property
    def anchor(self) -> str:
        return f"index.{self.things}"


KINDS = (
    _Kind("datasets", "Index of Datasets", lambda block: ((each.name, each.version) for each in block.datasets)),
    _Kind("software", "Index of Software", lambda block: ((each.name, each.version) for each in block.software)),
    _Kind("systems", "Index of Systems", lambda block: ((each.system_name, None) for each in block.hardware)),
    _Kind("benchmarks", "Index of Benchmarks", lambda block: map(benchmark_release, block.benchmarks)),
)
TITLES = {kind.anchor: kind.title for kind in KINDS}
"""The titles of the indexes by the named destinations of their headings."""


def index_rows(edition: Edition, pagination: Pagination, grid: PageGrid) -> list[Row]:
    """All indexes one behind another; one without an entry is left out."""
    rows: list[Row] = []
    names = listed_names(edition)
    for kind in KINDS:
        if entries := index_entries(edition, pagination, kind, names):
            head = heading(kind.title, grid)
            anchored = [row._replace(anchor=kind.anchor) if number == 1 else row for number, row in enumerate(head)]
            rows += [*anchored, *_listed(entries, grid)]
    return rows


def index_entries(edition: Edition, pagination: Pagination, kind: _Kind, names: ListedNames) -> list[Entry]:
    """The entries of one index, collated."""
    versions = _Spellings()
    pages: dict[str, dict[str, set[tuple[int, str]]]] = {}
    papers = {paper.id: paper for paper in edition.papers}
    for placement in pagination.placements:
        for name, version in kind.named(papers[placement.paper].reproducibility or Reproducibility()):
            if printed := names.printed(kind.things, name):
                release = versions.key(re.sub(r"^\s*v(?=\d)", "", version or ""))
                pages.setdefault(printed, {}).setdefault(release, set()).add((placement.first_page, placement.paper))
    entries = (_entry(name, found, versions) for name, found in pages.items())
    return sorted(entries, key=lambda entry: collation_key(entry.line.sorted_as))


class _Spellings:
    """How often each spelling was met, by what all spellings of one version share."""

    def __init__(self) -> None:
        self.met: dict[str, Counter[str]] = {}

    def key(self, text: str) -> str:
        """What the spelling shares with others; empty for one that shows nothing."""
        if key := keyword_key(text):
            self.met.setdefault(key, Counter())[" ".join(text.split())] += 1
        return key

    def printed(self, key: str) -> str:
        """The spelling met most often, of equals the first."""
        counted = self.met[key]
        return max(counted, key=counted.__getitem__)


def _entry(name: str, found: dict[str, set[tuple[int, str]]], spellings: _Spellings) -> Entry:
    if len(found) == 1:
        ((key, pages),) = found.items()
        release = _release(spellings.printed(key)) if key else ""
        return Entry(_line(f"{name}{',' * release.startswith('version')} {release}".strip(), name, pages))
    releases = [(spellings.printed(key), pages) for key, pages in found.items() if key]
    lines = (_line(_release(text), _in_order(text), pages) for text, pages in releases)
    ordered = sorted(lines, key=lambda line: collation_key(line.sorted_as))
    return Entry(_line(name, name, found.get("", ())), tuple(ordered))


def _release(version: str) -> str:
    """A version in print: a bare number would be read as a page."""
    return f"version\u00a0{version}" if version.isdigit() else version


def _in_order(version: str) -> str:
    """A text that sorts as versions follow one another: 1.9 before 1.10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(8), version)


def _line(text: str, sorted_as: str, pages: Iterable[tuple[int, str]]) -> IndexLine:
    return IndexLine(isolated(text), sorted_as, tuple(sorted(pages)))


def _listed(entries: Sequence[Entry], grid: PageGrid) -> Iterator[Row]:
    if len(entries) < LETTERED_FROM:
        yield from within(_items(entries, grid), "L")
        return
    for letter, group in groupby(entries, key=lambda entry: index_letter(entry.line.sorted_as)):
        yield from (*letter_heading(letter, grid, level=3), *within(_items(group, grid), "L"))


def _items(entries: Iterable[Entry], grid: PageGrid) -> Iterator[Row]:
    """A name stays with the first of its versions."""
    for line, versions in entries:
        rows = kept_together(entry_rows(line, grid), with_next=bool(versions))
        listed = [row for version in versions for row in list_item(entry_rows(version, grid, depth=1))]
        yield from list_item([*rows, *within(listed, "L")])
