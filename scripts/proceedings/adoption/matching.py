"""Whose line of a publisher's list is whose paper: by id, by DOI, by title; what is only alike is asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from proceedings.adoption.listing import ListedPaper, is_beside_papers
from proceedings.folding import folded
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.identifiers import same_doi_key
from proceedings.records.paper import Paper

LIKENESS = 80
"""Of 100: how like two titles are at least to be asked about."""


SUBTITLED, FEWEST = 95.0, 12
"""How like a title and the same with a subtitle are, if it has so many letters."""


class Matches(NamedTuple):
    """The lines by paper; alike ones, of which nobody is sure; lines of no paper; papers of no line; second lines.

    `unprinted`: lines of papers that are withdrawn here, or not for the volume.
    """

    sure: dict[str, ListedPaper]
    alike: dict[str, ListedPaper]
    strange: tuple[ListedPaper, ...]
    missing: tuple[str, ...]
    twice: tuple[ListedPaper, ...]
    unprinted: dict[str, ListedPaper]


def matches(lines: Iterable[ListedPaper], papers: Mapping[str, Paper]) -> Matches:
    """Find the paper of each line. Every paper has one line at most; a second one is told."""
    accepted = {id: paper for id, paper in papers.items() if paper.status == "accepted"}
    roll, others = _roll(accepted), _roll({id: paper for id, paper in papers.items() if id not in accepted})
    sure: dict[str, ListedPaper] = {}
    left: list[ListedPaper] = []
    twice: list[ListedPaper] = []
    for line in lines:
        id = _known(line, roll)
        if id is None:
            left.append(line)
        elif id in sure:
            twice.append(line)
        else:
            sure[id] = line
    alike = _alike(left, {id: paper for id, paper in accepted.items() if id not in sure})
    unprinted = {id: line for line in left if line not in alike.values() and (id := _known(line, others))}
    strange = tuple(
        line
        for line in left
        if line not in alike.values() and line not in unprinted.values() and not is_beside_papers(line.title)
    )
    missing = tuple(id for id in accepted if id not in sure and id not in alike)
    return Matches(sure, alike, strange, missing, tuple(twice), unprinted)


class _Roll(NamedTuple):
    """Papers by what a line may name them by: folded titles, DOIs, ids."""

    titled: Mapping[str, list[str]]
    registered: Mapping[str, list[str]]
    ids: Collection[str]


def _roll(papers: Mapping[str, Paper]) -> _Roll:
    roll = _Roll(defaultdict(list), defaultdict(list), papers.keys())
    for id, paper in papers.items():
        roll.titled[_bare(paper.title)].append(id)
        if paper.doi:
            roll.registered[same_doi_key(paper.doi)].append(id)
    return roll


def _known(line: ListedPaper, roll: _Roll) -> str | None:
    """The paper that a line names for certain. A number that fits while the title does not is none."""
    titled = roll.titled.get(_bare(line.title), ()) if line.title else ()
    if len(titled) == 1:
        return titled[0]
    same = roll.registered.get(same_doi_key(line.doi), ()) if line.doi else ()
    if len(same) == 1:
        return same[0]
    try:
        called = paper_called(line.id, roll.ids) if line.id else None
    except NoPaperError:
        return None
    return called if called and (not line.title or called in titled) else None


def _alike(lines: Iterable[ListedPaper], papers: Mapping[str, Paper]) -> dict[str, ListedPaper]:
    """For each paper without a line the one whose title is most like its own, if it is the best of that line too."""
    titles = {id: _bare(paper.title) for id, paper in papers.items()}
    found: dict[str, tuple[float, ListedPaper]] = {}
    for line in lines:
        best = _most_like(_bare(line.title), titles)
        if best is not None and best[0] > found.get(best[1], (0.0, line))[0]:
            found[best[1]] = (best[0], line)
    return {id: line for id, (_, line) in found.items()}


def _most_like(title: str, titles: Mapping[str, str]) -> tuple[float, str] | None:
    """How like the title is that is most like this one, of 100, and whose it is; one with a subtitle is the other."""
    from rapidfuzz import fuzz, process  # here, because most lists need it for nothing

    goes_on = [(SUBTITLED, id) for id, other in titles.items() if _is_subtitled(title, other)]
    best = process.extractOne(title, titles, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return max([*goes_on[:1], *([best[1:]] if best else [])], key=itemgetter(0), default=None)


def _is_subtitled(one: str, other: str) -> bool:
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return len(shorter) >= FEWEST and longer.startswith(shorter)


def _bare(title: str) -> str:
    return folded(title.replace("$", ""))
