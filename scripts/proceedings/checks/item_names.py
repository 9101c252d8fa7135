"""The text against the reproducibility block: names that only one of the two has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.vocabulary.block import Item, block_words, items, resembles
from proceedings.vocabulary.lexicon import Lexicon, lexicon_with
from proceedings.vocabulary.mentions import Mentions
from proceedings.vocabulary.uses import Use, uses
from proceedings.wording import listed_briefly, page_list

SINGULAR = {
    "software": "software",
    "datasets": "dataset",
    "systems": "system",
    "accelerators": "accelerator",
    "hardware": "hardware",
    "benchmarks": "model or benchmark",
}
ANSWERED_BY = {"systems": "hardware", "accelerators": "hardware"}
"""The kind of item under which the block has these; the others have kinds of their own name."""

LISTED = 20
"""So many names are told; they are what the authors are asked for."""


def item_undeclared(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding a paper: what its text uses, by all signs, and its block does not name."""
    if not _is_asked_for(rules):
        return
    lexicon = lexicon_with(rules.vocabulary)
    missing = _undeclared(paper, list(uses(reading, lexicon)), lexicon)
    if missing:
        pages = sorted({each.place.page for each in missing})
        named = [_used(each, with_page=len(pages) > 1) for each in missing]
        lack = "its reproducibility block does not name" if paper.reproducibility else "no reproducibility block names"
        message = f"{place(paper, pages)}: the paper seems to use {listed_briefly(named, LISTED)}, which {lack}."
        first = missing[0].place
        yield finding("item-undeclared", message, paper=paper.id, page=first.page, box=first.line.box)


def item_unmentioned(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding a paper: what its block names and its text never has, but for details such as libraries."""
    if not _is_asked_for(rules) or paper.reproducibility is None or not any(page.lines for page in reading.facts.pages):
        return
    mentions = Mentions(reading, lexicon_with(rules.vocabulary))
    silent = [each for each in items(paper.reproducibility) if not any(map(mentions.has, each.names))]
    if silent:
        named = listed_briefly([_named(each) for each in silent], LISTED)
        are = "is" if len(silent) == 1 else "are"
        message = f"{place(paper)}: {named} {are} in the reproducibility block and nowhere in the text."
        yield finding("item-unmentioned", message, paper=paper.id)


def _is_asked_for(rules: Rules) -> bool:
    """Whether there is metadata to compare with, and the edition wants it."""
    return rules.volume_is_known and rules.volume.reproducibility != "off"


def _used(use: Use, *, with_page: bool) -> str:
    page = f", {page_list([use.place.page])}" if with_page else ""
    return f"{quoted(use.words)} ({SINGULAR[use.named.kind]}{page})"


def _named(item: Item) -> str:
    return f"{quoted(item.names[0])} ({SINGULAR[item.kind]})"


def _undeclared(paper: Paper, seen: Sequence[Use], lexicon: Lexicon) -> list[Use]:
    """The first use of each term that the block neither names nor says not to apply."""
    block = paper.reproducibility or Reproducibility()
    words = block_words(block)
    declared = lexicon.held(words)
    first: dict[str, Use] = {}
    for each in seen:
        kind, name = each.named.kind, each.named.term.name
        if each.sign and name not in declared and not block.not_applicable.get(ANSWERED_BY.get(kind, kind)):
            first.setdefault(name, each)
    return [each for each in first.values() if not resembles(each.named.term, words)]
