"""How the papers of a volume were chosen, as a preface and a page of the volume say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from proceedings.records.edition import Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Paper
from proceedings.records.volume import Review

UNREVIEWED = frozenset({"invited", "keynote"})
"""Types of paper that nobody submitted to be reviewed."""

SHORT = "short"
PREFACE = "preface"


class Selection(NamedTuple):
    """How many papers were submitted and accepted to be in the volume, and how many of these are regular and short."""

    submitted: int | None
    accepted: int
    regular: int
    short: int


Marked = Callable[[str, int], str]
"""A number as it is written, given the name of what it counts: `SUBMITTEDPAPERS`."""


def prefaces(edition: Edition) -> list[FrontMatterText]:
    """The texts of the front matter that are prefaces: `preface`, `preface-2`."""
    return [text for text in edition.front_matter if text.stem.casefold().startswith(PREFACE)]


def selection(review: Review, papers: Sequence[Paper]) -> Selection:
    """The numbers of a volume with these papers."""
    reviewed = [paper for paper in papers if paper.type not in UNREVIEWED]
    short = sum(paper.type == SHORT for paper in reviewed)
    accepted = len(reviewed) if review.accepted is None else review.accepted
    return Selection(review.submitted, accepted, len(reviewed) - short, short)


def selection_sentence(chosen: Selection, written: Marked = lambda _, number: str(number)) -> str:
    """What the numbers say, as CEUR-WS words it; empty where nobody has said how many were submitted."""
    if chosen.submitted is None:
        return ""
    one = chosen.submitted == 1
    submitted = f"{written('SUBMITTEDPAPERS', chosen.submitted)} paper{'s' * (not one)} submitted"
    were = "was" if chosen.accepted == 1 else "were"
    accepted = f"{written('ACCEPTEDPAPERS', chosen.accepted)} paper{'s' * (chosen.accepted != 1)} {were} accepted"
    kinds = f", {_kinds(chosen, written)}" if chosen.short and chosen.regular + chosen.short == chosen.accepted else ""
    return (
        f"There {'was' if one else 'were'} {submitted} for peer review to this workshop. "
        f"Out of {'it' if one else 'these'}, {accepted} for this volume{kinds}."
    )


def _kinds(chosen: Selection, written: Marked) -> str:
    regular = f"{written('ACCEPTEDREGULARPAPERS', chosen.regular)} as regular paper{'s' * (chosen.regular != 1)}"
    return f"{regular} and {written('ACCEPTEDSHORTPAPERS', chosen.short)} as short paper{'s' * (chosen.short != 1)}"
