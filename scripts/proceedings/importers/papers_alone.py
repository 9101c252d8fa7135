"""An edition of papers alone, from an export that says nothing of the volume and has no programme."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.names import whole_name
from proceedings.records.edition import AcceptedPaper, Edition
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper
from proceedings.records.programme import Session
from proceedings.records.volume import Volume

NO_VOLUME = "the export does not describe the volume: write title, event, editors and publisher in proceedings.yml"
NO_PROGRAMME = "the export has no programme: all papers are in one session; make yours in metadata/program.yml"


def papers_alone(papers: Sequence[Paper]) -> Edition:
    """The edition with its types, one session of all papers, and the list at acceptance."""
    return Edition(
        volume=Volume(types={paper.type: PageRule() for paper in papers}),
        sessions=(Session(title="Papers", papers=tuple(paper.id for paper in papers)),),
        papers=tuple(papers),
        accepted=acceptance_list(papers),
    )


def acceptance_list(papers: Sequence[Paper]) -> tuple[AcceptedPaper, ...]:
    """The papers as they were accepted: what comes later is compared with it."""
    return tuple(
        AcceptedPaper(id=paper.id, title=paper.title, authors=tuple(map(whole_name, paper.authors))) for paper in papers
    )
