"""The awards: each with its papers or its people."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination
from proceedings.records.volume import Award
from proceedings.typesetting.book import heading, unbroken_names
from proceedings.typesetting.contents import as_contents, entry
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import Row, kept_together, paragraph


def award_rows(edition: Edition, pagination: Pagination, grid: PageGrid) -> list[Row]:
    """Awards of papers in the order of the volume, then those of people; nothing where there are none."""
    pages = {placement.paper: str(placement.first_page) for placement in pagination.placements}
    papers = [paper for paper in edition.papers if paper.status != "withdrawn"]
    people = [award for award in edition.volume.awards if award.name]
    rows: list[Row] = []
    for name in dict.fromkeys([*(name for paper in papers for name in paper.awards), *(each.name for each in people)]):
        rows += heading(name, grid)
        rows += as_contents(_paper(each, pages.get(each.id, ""), grid) for each in papers if name in each.awards)
        for award in (each for each in people if each.name == name):
            rows += _people(award, grid, edition.volume.language)
    return rows


def _paper(paper: Paper, label: str, grid: PageGrid) -> list[Row]:
    """As the contents have it; a paper that is not in the volume has neither page nor link."""
    link = f"bindery:paper.{paper.id}" if label else None
    return entry(title_spans(paper.title, Style("serif", grid.size)), label, grid, link, unbroken_names(paper.authors))


def _people(award: Award, grid: PageGrid, language: str) -> Iterator[Row]:
    shape, style = Shape(grid.measure, "left", indent=1.2 * grid.size), Style("serif", grid.size)
    names = [row for name in award.recipients for row in paragraph([Span(name, style)], shape, grid.leading)]
    yield from kept_together(names, with_next=bool(award.reason) and len(names) < 4)
    yield from markdown_rows(award.reason or "", grid, language)
