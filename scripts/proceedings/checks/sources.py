"""The sources beside a paper: can they be unpacked, and do they make this paper?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import listed, place
from proceedings.codes import finding
from proceedings.companions.listing import source_of
from proceedings.folding import folded
from proceedings.papers_folder import own_sources
from proceedings.publisher import receiving_policies
from proceedings.reading.reading import Reading
from proceedings.records.companions import SourceFacts
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted

SAME_TITLE = 70.0
"""Per cent of likeness: titles of drafts differ in a word or two, titles of other papers in nearly all."""

CHOOSE = (
    "Keep the sources of exactly this PDF alone in papers/, or name them in the paper's file: `files: {source: ...}`."
)


def source_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """One finding a paper; what follows from sources of another paper is not said beside it."""
    by_file = {source.file: source for source in holdings.companions.sources}
    there = frozenset(by_file)
    for paper in holdings.accepted:
        source = by_file.get(source_of(paper, there))
        if source is None:
            continue
        facts = [*_unusable(source), *_of_another_paper(source, paper, holdings.edition)]
        facts = facts[:1] or [*_other_pages(source, paper, holdings.readings.get(paper.id)), *_lacking(source)]
        others = [*_beside(paper, by_file)]
        if facts or others:
            message = f"papers/{source.file} {'; it '.join([*facts, *others])}."
            yield finding("source-mismatch", message, paper=paper.id, remedy=None if facts else CHOOSE)


def source_missing(holdings: Holdings) -> Iterator[Finding]:
    """Papers without sources for a publisher who typesets them; a file that the metadata names is intake's.

    One that collects the papers itself is sent sources only where its bundle is packed.
    """
    volume = holdings.edition.volume
    policies = receiving_policies(volume.publisher, volume.bundles)
    policy = next((each for each in policies if each.delivers == "sources"), None)
    if policy is None:
        return
    there = frozenset(source.file for source in holdings.companions.sources)
    for paper in (each for each in holdings.accepted if not volume.is_with_publisher(each)):
        file = source_of(paper, there)
        if paper.files.source is None and file not in there and paper.id in holdings.readings:
            message = f"papers/{file} is missing: {policy.name} typesets the paper from its sources."
            yield finding("source-missing", message, paper=paper.id)


def _beside(paper: Paper, files: Collection[str]) -> Iterator[str]:
    """Sources in another form beside those that count; where the metadata names them, somebody has chosen."""
    others = [] if paper.files.source else [*own_sources(paper.id, files)][1:]
    if others:
        yield f"counts, and nobody is sent {listed([f'papers/{name}' for name in others])} beside it"


def _unusable(source: SourceFacts) -> Iterator[str]:
    if source.problem:
        yield source.problem
    elif not source.mains:
        yield f"holds no main file, neither of LaTeX nor of a word processor, but {listed(source.held)}"


def _of_another_paper(source: SourceFacts, paper: Paper, edition: Edition) -> Iterator[str]:
    ours = _titles(paper)
    if not source.titles or any(_alike(title, own) for title in source.titles for own in ours):
        return
    said = source.titles[0]
    others = (other for other in edition.papers if other.id != paper.id and folded(other.title) == folded(said))
    other = next(others, None)
    whose = f", the title of paper {other.id}" if other else ""
    yield f'has the title "{said}"{whose}, while the metadata has "{paper.title}"'


def _titles(paper: Paper) -> Sequence[str]:
    return [paper.title, f"{paper.title} {paper.subtitle}"] if paper.subtitle else [paper.title]


def _alike(one: str, other: str) -> bool:
    if folded(one) == folded(other):
        return True
    from rapidfuzz import fuzz  # here, because most sources have the title to the letter

    return bool(fuzz.partial_ratio(folded(one), folded(other)) >= SAME_TITLE)


def _other_pages(source: SourceFacts, paper: Paper, reading: Reading | None) -> Iterator[str]:
    """A compiled PDF in the archive with another number of pages than the paper that was sent."""
    compiled = [each for each in source.compiled if each.pages]
    if reading is None or not reading.facts.pages or not compiled:
        return
    facts = reading.facts
    pages = len(facts.pages)
    if all(each.sha256 != facts.sha256 and each.pages != pages for each in compiled):
        first = compiled[0]
        yield f"makes {counted(first.pages, 'page')} by its own {first.name}, and {place(paper)} has {pages}"


def _lacking(source: SourceFacts) -> Iterator[str]:
    if source.missing:
        yield f"lacks {listed(source.missing)}, which {source.mains[0]} names"
