"""Files that lie under the wrong id: the first page has the title of another paper of the edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proceedings.checks.titles import likeness, plain_title
from proceedings.folding import folded
from proceedings.reading.reading import Reading
from proceedings.records.paper import Paper

ANOTHER_TITLE, THE_SAME_TITLE = 0.85, 0.95
"""A title less like the paper's own is another one; one that is so much like another paper's is that one's."""


def swapped_files(papers: Iterable[Paper], came: Sequence[tuple[Paper, Reading]]) -> Mapping[str, str]:
    """The ids whose file is another paper's, each with that paper's id.

    `papers` are all of the edition, whether their files are there or not and whatever became of them; `came` are those
    whose files are judged. Where the titles of two papers are much alike, only the other one to the letter tells.
    """
    titles = {folded(plain_title(paper.title)): paper.id for paper in papers}
    swapped = {}
    for paper, reading in came:
        if reading.front is None:
            continue
        printed = reading.front.title
        own = likeness(printed, paper.title)
        other = "" if own == 1.0 else _owner(printed, titles, THE_SAME_TITLE if own < ANOTHER_TITLE else 1.0)
        if other and other != paper.id:
            swapped[paper.id] = other
    return swapped


def _owner(title: str, titles: Mapping[str, str], least: float) -> str:
    """The id of the paper whose title is at least so much like this one, or empty. `titles` are folded."""
    from rapidfuzz import fuzz, process  # here, because only a title that differs needs it

    best = process.extractOne(folded(title), titles.keys(), scorer=fuzz.ratio, score_cutoff=100 * least)
    return titles[best[0]] if best else ""
