"""Ids of papers that are names of other papers' files: `017-rights.pdf` is the form of 017, or the paper 017-rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.papers_folder import CAMERA_READY, beside
from proceedings.problem import Problem
from proceedings.records.paper import Paper


def taken_ids(papers: Sequence[Paper]) -> Iterator[Problem]:
    """A problem for each paper whose id is that of another's form or supplement."""
    ids = {paper.id.casefold(): paper.id for paper in papers}
    for paper in papers:
        name = f"{paper.id}{CAMERA_READY}"
        whose, what = beside(name)
        if owner := ids.get(whose.casefold()):
            fact = f'the id "{paper.id}" cannot be told from a file of paper {owner}, whose {what} would be {name}.'
            file = f"metadata/papers/{paper.id}.yml"
            yield Problem(file=file, message=fact, remedy="Rename the paper, and its files.", paper=paper.id)
