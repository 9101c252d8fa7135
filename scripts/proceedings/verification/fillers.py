"""Checks the pages that are no paper's and nobody set: blanks, and placeholders of papers that are not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from proceedings.records.paper import Paper
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.matter import shown
from proceedings.verification.pdf_reading import FinishedPdf
from proceedings.verification.readback import TypesetRead
from proceedings.verification.volume_layout import VolumeLayout


class FillersRead(NamedTuple):
    """How many fillers are what they should be, and a sentence for each that is not."""

    placeholders: int
    blanks: int
    troubles: list[str]


def read_fillers(
    volume: FinishedPdf, layout: VolumeLayout, typeset: TypesetRead, papers: Mapping[str, Paper]
) -> FillersRead:
    """Look at each page that the pagination records as a filler. `typeset` has the texts of the placeholders."""
    placeholders = blanks = 0
    troubles: list[str] = []
    for page, paper in layout.fillers():
        if page >= len(volume.pages):
            continue
        label = volume.read.navigation.labels[page]
        if paper is None:
            blank = _is_blank(volume, page)
            blanks += blank
            troubles += [] if blank else [f"page {label} should be blank and is not"]
        else:
            title = plain_title(papers[paper].title) if paper in papers else paper
            names = shown(title).on(typeset.bare_texts.get(page, ""))
            placeholders += names
            troubles += [] if names else [f"page {label} stands in for paper {paper} and does not name it"]
    return FillersRead(placeholders, blanks, troubles)


def uncounted_pages(pages: int, papers: int, typeset: int, fillers: FillersRead) -> list[str]:
    """A sentence where the pages of the volume are not those of its papers, those that were set and the fillers."""
    found = papers + typeset + fillers.placeholders + fillers.blanks
    if found == pages:
        return []
    parts = f"{papers} of papers, {typeset} of front and back matter, {fillers.placeholders + fillers.blanks} fillers"
    return [f"the volume has {pages} pages, and there are {parts}"]


def _is_blank(volume: FinishedPdf, page: int) -> bool:
    """Whether a page draws nothing and has no links."""
    return not volume.content(page).strip() and page not in volume.read.navigation.links_by_page
