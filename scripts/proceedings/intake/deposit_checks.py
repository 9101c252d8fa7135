"""What keeps DOIs from being registered, where the edition says who deposits them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.deposits.listing import CROSSREF, is_registrable, refusals, registrar
from proceedings.problem import Problem
from proceedings.publisher import known_publishers, load_policy
from proceedings.records.paper import Paper
from proceedings.records.volume import Volume
from proceedings.wording import listed_briefly


def deposit_problems(volume: Volume, papers: Sequence[Paper]) -> Iterator[Problem]:
    """Why there is no deposit with Crossref, or which papers are not in it."""
    if volume.crossref is None or volume.publisher not in known_publishers():
        return
    at = ("crossref",)
    if registrar(volume, load_policy(volume.publisher)):
        fact = f"{CROSSREF} is not written: {refusals(volume)[CROSSREF]}"
        yield Problem(at=at, code="deposit-incomplete", message=fact, remedy="Delete `crossref`.", severity="info")
    elif reason := refusals(volume).get(CROSSREF):
        yield Problem(at=at, code="deposit-incomplete", message=f"{CROSSREF} is not written: {reason}")
    else:
        yield from _papers_left_out(papers)


def _papers_left_out(papers: Sequence[Paper]) -> Iterator[Problem]:
    without = [paper.id for paper in papers if paper.status == "accepted" and not is_registrable(paper.doi)]
    if without:
        named = f"paper {without[0]}" if len(without) == 1 else f"papers {listed_briefly(without)}"
        fact = f"{CROSSREF} is without {named}: no DOI that can be registered."
        remedy = "Give every paper its `doi`, in the form `10.1234/abc`."
        yield Problem(at=("crossref",), code="deposit-incomplete", message=fact, remedy=remedy)
