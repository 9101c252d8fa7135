"""Deadlines that are over while something that they asked for has not come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from proceedings.papers_folder import CAMERA_READY, beside, own_file
from proceedings.problem import Problem
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.wording import counted, listed

NAMED_AT_MOST = 12

ASKED = {"camera_ready": "PDF", "rights": "signed form"}
"""What the authors owe by each deadline that is known here."""


def deadline_problems(edition: Edition, listing: Collection[str]) -> Iterator[Problem]:
    """One problem a deadline, with the papers that are late. `listing`: files of `papers/`, relative to it.

    Outside of `collecting` a missing PDF is an error of its paper from the first day on, and this says nothing of it.
    """
    volume, today = edition.volume, edition.as_of
    if today is None:
        return
    owing = [
        each for each in edition.papers if each.status == "accepted" and not edition.volume.is_with_publisher(each)
    ]
    for name, thing in ASKED.items():
        day = volume.deadlines.get(name)
        if day is None or today <= day or (name == "camera_ready" and volume.phase != "collecting"):
            continue
        forms = {owner for owner, what in map(beside, listing) if what == "rights"}
        late = [paper for paper in owing if not _is_there(name, paper, listing, forms)]
        if late:
            fact = f"the deadline was {day}, and {counted(len(late), thing)} of {_named(late)} {_verb(late)} missing."
            yield Problem(at=("deadlines", name), code="deadline-passed", message=fact)


def _is_there(name: str, paper: Paper, listing: Collection[str], forms: Collection[str]) -> bool:
    """Whether it has come; `forms` are the ids of papers beside which one lies."""
    if name == "camera_ready":
        return own_file(paper.id, CAMERA_READY, listing) is not None
    return paper.rights.is_recorded or paper.id in forms or paper.files.rights in listing


def _named(papers: Sequence[Paper]) -> str:
    ids = [paper.id for paper in papers]
    return listed(ids if len(ids) <= NAMED_AT_MOST else [*ids[:NAMED_AT_MOST], f"{len(ids) - NAMED_AT_MOST:,} more"])


def _verb(papers: Sequence[Paper]) -> str:
    return "is" if len(papers) == 1 else "are"
