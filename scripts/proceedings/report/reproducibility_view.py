"""Reproducibility at a glance: how many items of each kind every paper states, and how far they can be followed."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.report.page import HeatCell, HeatRow, PaperMark, ReproducibilityView, Shade
from proceedings.report.usage_view import usage_views
from proceedings.reproducibility.climb import LEGEND, MISSING, Climb, climbs
from proceedings.reproducibility.ladder import KINDS

ASKED_FOR = KINDS[:4]
"""The four nouns of the workshop's call."""

SHADES: tuple[Shade, ...] = ("h4", "h3", "h2", "h1")
"""In the order of `MISSING`."""


def reproducibility_view(edition: Edition, anchors: Mapping[str, str]) -> ReproducibilityView | None:
    """Counts of all papers that were accepted for the volume; None where the edition does not ask, or has no papers."""
    papers = [each for each in edition.papers if each.status == "accepted"]
    if edition.volume.reproducibility == "off" or not papers:
        return None
    return ReproducibilityView(
        sentence=_sentence(papers, edition.volume.reproducibility),
        kinds=KINDS,
        rows=tuple(_row(each, anchors) for each in papers),
        totals=tuple(sum(count(each, kind) for each in papers) for kind in KINDS),
        legend=LEGEND,
        shades=tuple(zip(SHADES, MISSING, strict=True)),
        usage=usage_views(edition, papers),
    )


def count(paper: Paper, kind: str) -> int:
    """How many items of one kind the paper states."""
    return len(getattr(paper.reproducibility, kind, ()))


def _sentence(papers: list[Paper], demand: str) -> str:
    whole = sum(all(count(each, kind) or kind in _not_applicable(each) for kind in ASKED_FOR) for each in papers)
    total = len(papers)
    if total == 1:
        subject = "The only paper answers" if whole else "The only paper does not answer"
    else:
        number = f"All {total:,}" if whole == total else f"{whole:,} of {total:,}"
        subject = f"{number} papers {'answers' if whole == 1 else 'answer'}"
    return (
        f"{subject} for algorithms, software, datasets and hardware, as the call asks. "
        f"In this edition the answers are {demand}."
    )


def _row(paper: Paper, anchors: Mapping[str, str]) -> HeatRow:
    climbed = climbs(paper.reproducibility)
    return HeatRow(
        paper=PaperMark(id=paper.id, anchor=anchors.get(paper.id)),
        title=paper.short_title or paper.title,
        cells=tuple(_cell(climbed.get(kind), kind, _not_applicable(paper).get(kind)) for kind in KINDS),
    )


def _cell(climb: Climb | None, kind: str, reason: str | None) -> HeatCell:
    if climb:
        return HeatCell(text=str(climb.items), mark=climb.mark, shade=SHADES[climb.shade])
    return HeatCell(text="n/a", shade="na", reason=reason) if reason else HeatCell(text="0", shade=_none(kind))


def _none(kind: str) -> Shade:
    return "h-none" if kind in ASKED_FOR else "h0"


def _not_applicable(paper: Paper) -> Mapping[str, str]:
    return (paper.reproducibility or Reproducibility()).not_applicable
