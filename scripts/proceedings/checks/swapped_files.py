"""Files that lie under the wrong id: the first page has the title of another paper of the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proceedings.checks.titles import likeness, plain_title
from proceedings.folding import folded
from proceedings.reading.reading import Reading
from proceedings.records.paper import Paper

ANOTHER_TITLE, THE_SAME_TITLE = 0.85, 0.95
"""A file is another paper's if its title is less like its own in the metadata, and at least so much like that one."""


def swapped_files(papers: Sequence[tuple[Paper, Reading]]) -> Mapping[str, str]:
    """The ids whose file is another paper's, each with that paper's id."""
    if len(papers) < 2:  # as in an author's self-check, which need not wait for rapidfuzz to load
        return {}
    titles = {folded(plain_title(paper.title)): paper.id for paper, _ in papers}
    swapped = {}
    for paper, reading in papers:
        front = reading.front
        if front is None or likeness(front.title, paper.title) >= ANOTHER_TITLE:
            continue
        other = _owner(front.title, titles)
        if other and other != paper.id:
            swapped[paper.id] = other
    return swapped


def _owner(title: str, titles: Mapping[str, str]) -> str:
    """The id of the paper with this title, or nearly; empty if there is none. `titles` are folded."""
    from rapidfuzz import fuzz, process  # here, because only a title that differs needs it

    best = process.extractOne(folded(title), titles.keys(), scorer=fuzz.ratio, score_cutoff=100 * THE_SAME_TITLE)
    return titles[best[0]] if best else ""
