"""What authors declared about their work, worded for print: each item as labelled lines of spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from proceedings.records.paper import PENDING
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Badge,
    Benchmark,
    Contribution,
    Dataset,
    Experiments,
    Hardware,
    Minutes,
    Reproducibility,
    Software,
    Uses,
)
from proceedings.reproducibility.badges import badge_label, scheme_of
from proceedings.reproducibility.mlperf import NOT_VERIFIED, is_mlperf
from proceedings.reproducibility.naming import benchmark_release
from proceedings.typesetting.hardware_keys import hardware_groups
from proceedings.typesetting.inline import Span, Style
from proceedings.wording import doi_url, licence_label

_BEFORE_NUMBER = re.compile(r"\b(Fig\.|Figure|Table|Tab\.|Sec\.|Section|Eq\.|Alg\.|Algorithm) (?=\d)")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:[KMGTPE]i?B|[kKMGT]?Hz|min|h|s|ms|W|kW|MW|GPU|%|node|epoch)s?\b|%)")
SWHID_RESOLVER = "https://archive.softwareheritage.org/"
ROLES = {"mpi": "MPI library", "os": "operating system", "own": "the authors’ own"}
BADGE_SCHEMES = {"acm-1.1": "ACM", "ieee": "IEEE"}

Paragraphs = list[list[Span]]


class Item(NamedTuple):
    """One item: the authors' own tag for it (`SW1`) and its paragraphs, the first of which names it."""

    tag: str
    paragraphs: Paragraphs


class Looks(NamedTuple):
    """The styles of an entry."""

    plain: Style
    strong: Style
    term: Style
    code: Style


class Group(NamedTuple):
    """All items of one kind under their label."""

    label: str
    items: list[Item]


def looks(size: float) -> Looks:
    """The styles for a type size in points."""
    return Looks(
        Style("serif", size), Style("serif-semibold", size), Style("serif-italic", size), Style("sans", 0.94 * size)
    )


def declared_groups(block: Reproducibility, look: Looks) -> list[Group]:
    """All that a block declares, in the order of the appendix; empty kinds are left out."""
    kinds: tuple[tuple[str, Sequence[object], Callable[..., Item]], ...] = (
        ("Contributions", block.contributions, _contribution),
        ("Algorithms", block.algorithms, _algorithm),
        ("Software", block.software, _software),
        ("Datasets", block.datasets, _dataset),
        ("Hardware", block.hardware, _hardware),
        ("Benchmarks", block.benchmarks, _benchmark),
        ("Artifacts", block.artifacts, _artifact),
        ("Experiments", (block.experiments,) if block.experiments else (), _experiments),
        ("Badges", block.badges, _badge),
        ("Statement", (block.statement,) if block.statement else (), _statement),
        ("Not applicable", tuple(block.not_applicable.items()), _not_applicable),
    )
    return [Group(label, [worded(item, look) for item in items]) for label, items, worded in kinds if items]


def _contribution(item: Contribution, look: Looks) -> Item:
    return Item(item.id or "", [text_spans(item.text, look)])


def _algorithm(item: Algorithm, look: Looks) -> Item:
    facts = [
        [Span("new in this paper", look.plain)] if item.new else [],
        _fact("described in", item.described_in, look),
        _fact("implementation", item.implementation, look),
        _reference(item.reference, look),
    ]
    return Item(item.id or "", [[Span(item.name, look.strong), *_sentence(facts, look)]])


def _software(item: Software, look: Looks) -> Item:
    facts = [
        _fact("", ROLES.get(item.role or "", item.role), look),
        _fact("", item.licence and licence_label(item.licence), look),
        _fact("commit", item.commit, look),
        _fact("container", item.container, look),
        *_addresses(item.doi, item.url, item.swhid, look),
    ]
    return Item(item.id or "", [[Span(_with_version(item.name, item.version), look.strong), *_sentence(facts, look)]])


def _dataset(item: Dataset, look: Looks) -> Item:
    facts = [
        _fact("", ROLES.get(item.role or "", item.role), look),
        _fact("", item.size, look),
        _fact("split", item.split, look),
        _fact("access:", item.access, look),
        _fact("", item.licence and licence_label(item.licence), look),
        _fact("checksum", item.checksum, look),
        *_addresses(item.doi, item.url, None, look),
        _url(item.croissant, look, "Croissant"),
    ]
    return Item(item.id or "", [[Span(_in_version(item.name, item.version), look.strong), *_sentence(facts, look)]])


def _hardware(item: Hardware, look: Looks) -> Item:
    top500 = item.top500
    rank = f"TOP500 {top500.list or ''} no.\u00a0{top500.rank}".replace("  ", " ") if top500 and top500.rank else None
    facts = [_fact("", item.site, look), _fact("", rank, look), _url(top500.url if top500 else None, look)]
    lines = [[Span(item.system_name, look.strong), *_sentence(facts, look)]]
    for group, pairs in hardware_groups(item):
        lines.append(_run_in(group, _capitalised("; ".join(f"{label}: {value}" for label, value in pairs)), look))
    return Item(item.id or "", lines)


def _benchmark(item: Benchmark, look: Looks) -> Item:
    name = _in_version(*benchmark_release(item))
    result = " ".join(part for part in (item.value, item.unit) if part)
    facts = [
        _fact("", f"{item.division} division" if item.division else None, look),
        _fact("", f"{item.metric or 'result'}: {result}" if result else item.metric, look),
        _fact("result id", item.result_id, look),
        _fact("with", _ids(item.uses), look),
    ]
    lines = [[Span(name, look.strong), *_sentence(facts, look)]]
    if is_mlperf(item) and not item.verified:
        lines.append([Span(NOT_VERIFIED, look.plain)])
    return Item(item.id or "", lines)


def _artifact(item: Artifact, look: Looks) -> Item:
    facts = [
        _fact("", item.kind, look),
        _fact("", item.licence and licence_label(item.licence), look),
        *_addresses(item.doi, item.url, item.swhid, look),
    ]
    lines = [[Span(item.title, look.strong), *_sentence(facts, look)]]
    paragraphs = (
        ("Supports", ", ".join((*item.supports, *item.elements))),
        ("Setup", ". ".join(part.rstrip(".") for part in (_ids(item.setup), item.setup.text) if part)),
        ("Expected time", _minutes(item.time_minutes)),
        ("Execution", item.execution),
        ("Analysis", item.analysis),
        ("Expected results", item.expected_results),
    )
    return Item(item.id or "", lines + [_run_in(label, text, look) for label, text in paragraphs if text])


def _experiments(item: Experiments, look: Looks) -> Item:
    facts = (
        ("Seeds", item.seeds),
        ("Repetitions", item.repetitions),
        ("Error bars", item.error_bars),
        ("Hyperparameters", item.hyperparameters),
        ("Compute budget", item.compute_budget),
    )
    return Item("", [_run_in(label, text, look) for label, text in facts if text])


def _badge(item: Badge, look: Looks) -> Item:
    scheme = BADGE_SCHEMES.get(scheme_of(item), item.scheme or "")
    how = " ".join(part for part in (item.status, item.awarded, f"by {item.by}" if item.by else "") if part)
    name = " ".join(part for part in (scheme, badge_label(item)) if part)
    return Item("", [[Span(f"{name} ({how})", look.plain)]])


def _statement(text: str, look: Looks) -> Item:
    return Item("", [text_spans(text, look)])


def _not_applicable(pair: tuple[str, str], look: Looks) -> Item:
    return Item("", [_run_in(pair[0].replace("_", " ").capitalize(), pair[1], look)])


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


def _sentence(facts: Iterable[list[Span]], look: Looks) -> list[Span]:
    """Facts behind a name: a comma before each."""
    return [span for fact in facts if fact for span in (Span(", ", look.plain), *fact)]


def _fact(label: str, value: str | None, look: Looks) -> list[Span]:
    if not value:
        return []
    longest = max(map(len, value.split()), default=0)
    words = f"{label} " if label else ""
    return [Span(words, look.plain)] * bool(words) + [Span(tied(value), look.plain, breaks_anywhere=longest > 24)]


def _run_in(label: str, text: str, look: Looks) -> list[Span]:
    return [Span(f"{label}. ", look.term), *text_spans(text, look)]


def _addresses(doi: str | None, url: str | None, swhid: str | None, look: Looks) -> Iterator[list[Span]]:
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
        return next(_addresses(reference, None, None, look))
    return _url(reference, look) if reference.startswith("http") else text_spans(reference, look)


def _with_version(name: str, version: str | None) -> str:
    return f"{name} {version}" if version else name


def _in_version(name: str, version: str | None) -> str:
    """A bare number behind a name that is a phrase would be read as a part of it."""
    return f"{name}, version {version}" if version and version.isdigit() else _with_version(name, version)


def _ids(uses: Uses) -> str:
    return ", ".join((*uses.hardware, *uses.software, *uses.datasets, *uses.algorithms))


def _minutes(minutes: Minutes) -> str:
    named = (("setup", minutes.setup), ("execution", minutes.execution), ("analysis", minutes.analysis))
    return _capitalised(", ".join(f"{name} {value:g} min" for name, value in named if value is not None))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def tied(text: str) -> str:
    """No line ends between a number and its unit, or between `Figure` and its number."""
    return _BEFORE_NUMBER.sub(lambda match: f"{match[1]}\u00a0", _BEFORE_UNIT.sub("\u00a0", text))
