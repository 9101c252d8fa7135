"""What authors declared about their work, worded for print: each item as labelled lines of spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from proceedings.records.paper import PENDING
from proceedings.records.reproducibility import (
    Algorithm,
    Badge,
    Benchmark,
    Contribution,
    Dataset,
    Experiments,
    Hardware,
    Reproducibility,
    Software,
    Uses,
)
from proceedings.reproducibility.badges import badge_label, scheme_of
from proceedings.reproducibility.mlperf import NOT_VERIFIED, is_mlperf
from proceedings.reproducibility.naming import benchmark_release
from proceedings.typesetting.hardware_keys import hardware_groups
from proceedings.typesetting.inline import GREY, Span, Style
from proceedings.wording import doi_url, licence_label

_BEFORE_NUMBER = re.compile(r"\b(Fig\.|Figure|Table|Tab\.|Sec\.|Section|Eq\.|Alg\.|Algorithm) (?=\d)")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:[KMGTPE]i?B|[kKMGT]?Hz|min|h|s|ms|W|kW|MW|GPU|%|node|epoch)s?\b|%)")
_LICENCE = re.compile(r"\bCC (BY[A-Z-]*) (?=\d)")
SWHID_RESOLVER = "https://archive.softwareheritage.org/"
ROLES = {"mpi": "MPI library", "os": "operating system", "own": "the authors’ own"}
BADGE_SCHEMES = {"acm-1.1": "ACM", "ieee": "IEEE"}

Paragraphs = list[list[Span]]


class Item(NamedTuple):
    """One item: the authors' own tag for it (`SW1`) and its paragraphs, the first of which names it."""

    tag: str
    paragraphs: Paragraphs


class Looks(NamedTuple):
    """The styles of an entry. `places`: the links to its items, by their tags."""

    plain: Style
    strong: Style
    term: Style
    code: Style
    places: Mapping[str, str] = MappingProxyType({})


class Group(NamedTuple):
    """All items of one kind under their label."""

    label: str
    items: list[Item]


def looks(size: float) -> Looks:
    """The styles for a type size in points."""
    return Looks(
        Style("serif", size), Style("serif-semibold", size), Style("serif-italic", size), Style("sans", 0.94 * size)
    )


Kind = tuple[str, Sequence[Any], Callable[..., Item]]
"""A label, the items that go under it, and what words one of them."""


def contribution_groups(block: Reproducibility, look: Looks) -> list[Group]:
    """What the paper contributes, if the block says so."""
    return groups_of([("Contributions", block.contributions, _contribution)], look)


def declared_groups(block: Reproducibility, look: Looks) -> list[Group]:
    """What the work stands on and how far it was tried: the call's four kinds first, in its order."""
    kinds: list[Kind] = [
        ("Algorithms", block.algorithms, _algorithm),
        ("Software", block.software, _software),
        ("Datasets", block.datasets, _dataset),
        ("Hardware", block.hardware, _hardware),
        ("Benchmarks", block.benchmarks, _benchmark),
        ("Experiments", (block.experiments,) if block.experiments else (), _experiments),
        ("Badges", block.badges, _badge),
        ("Statement", (block.statement,) if block.statement else (), _statement),
        ("Not applicable", tuple(block.not_applicable.items()), _not_applicable),
    ]
    return groups_of(kinds, look)


def groups_of(kinds: Iterable[Kind], look: Looks) -> list[Group]:
    """A group of each kind that has items. One that has nothing but its tag says so, as others may lead to it."""
    worded_items = ((label, [worded(item, look) for item in items]) for label, items, worded in kinds)
    kept = ((label, [_told(item, look) for item in items if item.tag or _says(item)]) for label, items in worded_items)
    return [Group(label, items) for label, items in kept if items]


def _told(item: Item, look: Looks) -> Item:
    words = [spans for spans in item.paragraphs if spans] if _says(item) else []
    return Item(item.tag, words or [[Span("not described", look.plain._replace(colour=GREY))]])


def _says(item: Item) -> bool:
    return any(span.text.strip() for spans in item.paragraphs for span in spans)


def _contribution(item: Contribution, look: Looks) -> Item:
    return Item(item.id or "", [text_spans(item.text, look)])


def _algorithm(item: Algorithm, look: Looks) -> Item:
    facts = [
        [Span("new in this paper", look.plain)] if item.new else [],
        fact("described in", item.described_in, look),
        [Span("implementation ", look.plain), *references([item.implementation], look)] if item.implementation else [],
        _reference(item.reference, look),
    ]
    return Item(item.id or "", [named(item.name, facts, look)])


def _software(item: Software, look: Looks) -> Item:
    facts = [
        fact("", ROLES.get(item.role or "", item.role), look),
        fact("", item.licence and licence_label(item.licence), look),
        fact("commit", item.commit, look),
        fact("container", item.container, look),
        *addresses(item.doi, item.url, item.swhid, look),
    ]
    return Item(item.id or "", [named(_with_version(item.name, item.version), facts, look)])


def _dataset(item: Dataset, look: Looks) -> Item:
    facts = [
        fact("", ROLES.get(item.role or "", item.role), look),
        fact("", item.size, look),
        fact("split", item.split, look),
        fact("access:", item.access, look),
        fact("", item.licence and licence_label(item.licence), look),
        fact("checksum", item.checksum, look),
        *addresses(item.doi, item.url, None, look),
        _url(item.croissant, look, "Croissant"),
    ]
    return Item(item.id or "", [named(_in_version(item.name, item.version), facts, look)])


def _hardware(item: Hardware, look: Looks) -> Item:
    top500 = item.top500
    rank = f"TOP500 {top500.list or ''} no.\u00a0{top500.rank}".replace("  ", " ") if top500 and top500.rank else None
    facts = [fact("", item.site, look), fact("", rank, look), _url(top500.url if top500 else None, look)]
    lines = [named(item.system_name, facts, look)]
    for group, pairs in hardware_groups(item):
        lines.append(run_in(group, capitalised("; ".join(f"{label}: {value}" for label, value in pairs)), look))
    return Item(item.id or "", lines)


def _benchmark(item: Benchmark, look: Looks) -> Item:
    name = _in_version(*benchmark_release(item))
    result = " ".join(part for part in (item.value, item.unit) if part)
    facts = [
        fact("", f"{item.division} division" if item.division else None, look),
        fact("", f"{item.metric or 'result'}: {result}" if result else item.metric, look),
        fact("result id", item.result_id, look),
        _run_with(item.uses, look),
    ]
    lines = [named(name, facts, look)]
    if item.uses.text:
        lines.append(run_in("Setup", item.uses.text, look))
    if is_mlperf(item) and not item.verified:
        lines.append([Span(NOT_VERIFIED, look.plain)])
    return Item(item.id or "", lines)


def _experiments(item: Experiments, look: Looks) -> Item:
    facts = (
        ("Seeds", item.seeds),
        ("Repetitions", item.repetitions),
        ("Error bars", item.error_bars),
        ("Hyperparameters", item.hyperparameters),
        ("Compute budget", item.compute_budget),
    )
    return Item("", [run_in(label, text, look) for label, text in facts if text])


def _badge(item: Badge, look: Looks) -> Item:
    scheme = BADGE_SCHEMES.get(scheme_of(item), item.scheme or "")
    how = " ".join(part for part in (item.status, item.awarded, f"by {item.by}" if item.by else "") if part)
    name = " ".join(part for part in (scheme, badge_label(item)) if part)
    return Item("", [[Span(f"{name} ({how})", look.plain)]])


def _statement(text: str, look: Looks) -> Item:
    return Item("", [text_spans(text, look)])


def _not_applicable(pair: tuple[str, str], look: Looks) -> Item:
    return Item("", [run_in(pair[0].replace("_", " ").capitalize(), pair[1], look)])


def text_spans(text: str, look: Looks) -> list[Span]:
    """Authors' text: what stands between backticks as code, addresses as links that break behind their slashes."""
    spans: list[Span] = []
    for number, part in enumerate(tied(" ".join(text.split())).split("`")):
        if number % 2:
            spans.append(Span(part, look.code, breaks_anywhere="/" in part))
            continue
        for position, piece in enumerate(re.split(r"(https?://[^\s,;)]*[^\s,;.)])", part)):
            link = piece if position % 2 else None
            spans.append(Span(piece, look.plain, link, breaks_anywhere=bool(link)))
    return [span for span in spans if span.text]


def named(name: str, facts: Iterable[list[Span]], look: Looks) -> list[Span]:
    """A name and the facts behind it, commas between them; the facts alone where nobody gave a name."""
    return joined(filter(None, ([Span(name, look.strong)] if name.strip() else [], *facts)), Span(", ", look.plain))


def fact(label: str, value: str | None, look: Looks) -> list[Span]:
    """`commit 1fee70...`; nothing where there is no value."""
    if not value:
        return []
    longest = max(map(len, value.split()), default=0)
    words = f"{label} " if label else ""
    return [Span(words, look.plain)] * bool(words) + [Span(tied(value), look.plain, breaks_anywhere=longest > 24)]


def run_in(label: str, text: str, look: Looks) -> list[Span]:
    """A paragraph that begins with what it is about."""
    return [Span(f"{label}. ", look.term), *text_spans(text, look)]


def addresses(doi: str | None, url: str | None, swhid: str | None, look: Looks) -> Iterator[list[Span]]:
    """Most lasting first."""
    if doi and doi.lower() != PENDING:
        yield [Span(f"doi:{doi}", look.plain, doi_url(doi), breaks_anywhere=True)]
    if swhid:
        yield [Span(swhid, look.plain, SWHID_RESOLVER + swhid, breaks_anywhere=True)]
    yield _url(url, look)


def _url(url: str | None, look: Looks, label: str = "") -> list[Span]:
    words = [Span(f"{label} ", look.plain)] if label else []
    return [*words, Span(url, look.plain, url, breaks_anywhere=True)] if url else []


def _reference(reference: str | None, look: Looks) -> list[Span]:
    """A DOI or an address as a link, other references as text."""
    if not reference:
        return []
    if re.fullmatch(r"10\.\d{4,9}/\S+", reference):
        return next(addresses(reference, None, None, look))
    return _url(reference, look) if reference.startswith("http") else text_spans(reference, look)


def _with_version(name: str, version: str | None) -> str:
    return f"{name} {version or ''}".strip()


def _in_version(name: str, version: str | None) -> str:
    """A bare number behind a name that is a phrase would be read as a part of it."""
    return (
        f"{name}, version {version}".removeprefix(", ")
        if version and version.isdigit()
        else _with_version(name, version)
    )


def _run_with(uses: Uses, look: Looks) -> list[Span]:
    """`on HW1 with SW1, SW2, D1`."""
    with_these = (*uses.software, *uses.datasets, *uses.algorithms)
    pairs = [(word, ids) for word, ids in (("on ", uses.hardware), ("with ", with_these)) if ids]
    parts = [[Span(word, look.plain), *references(ids, look)] for word, ids in pairs]
    return joined(parts, Span(" ", look.plain))


def references(tags: Iterable[str], look: Looks) -> list[Span]:
    """Tags of items, each a link to the item where the entry has it."""
    return joined([[Span(tag, look.plain, look.places.get(tag))] for tag in tags], Span(", ", look.plain))


def joined(parts: Iterable[Iterable[Span]], between: Span) -> list[Span]:
    """The parts one behind another, with `between` between two."""
    return [span for part in parts for span in (between, *part)][1:]


def capitalised(text: str) -> str:
    """The text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def tied(text: str) -> str:
    """No line ends between a number and its unit, between `Figure` and its number, or within `CC BY 4.0`."""
    text = _LICENCE.sub("CC\u00a0\\1\u00a0", _BEFORE_UNIT.sub("\u00a0", text))
    return _BEFORE_NUMBER.sub("\\1\u00a0", text)
