"""The cover of an artifact appendix that stands online, apart from the volume with the papers."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.bibliography.cited_book import settled
from proceedings.names import set_author_list
from proceedings.page_sizes import A4
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.volume import Volume
from proceedings.typesetting.book import stacked, volume_line
from proceedings.typesetting.cover import EDGE, MIST, NIGHT, PAPER, SIGNAL, draft_band, event_lines, spines
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Style
from proceedings.typesetting.pages import Page, Panel, stack
from proceedings.wording import copyright_words, licence_label, page_list

APART = "Published by the workshop itself, online. It is no part of the volume with the papers."


def appendix_cover(edition: Edition, pagination: Pagination, grid: PageGrid, title: str) -> Page:
    """`title` over the volume's own; below, where its papers stand and who publishes what."""
    volume, scale = edition.volume, grid.width / A4[0]
    edge = EDGE * grid.width
    measure = grid.width - 2 * edge
    head = stack(stacked(_head(volume, title, scale), measure), edge, 0.085 * grid.height, measure)
    rows = stacked(_foot(volume, pagination, scale), measure)
    foot = stack(rows, edge, 0.935 * grid.height - sum(row.height for row in rows), measure)
    night = Panel(0.0, 0.0, grid.width, grid.height, NIGHT)
    panels = [night, *spines(pagination, edge, grid.width, 0.50 * grid.height, 0.10 * grid.height)]
    band = draft_band(grid) if volume.phase == "collecting" else Page()
    return Page((*head, *foot, *band.rows), (*panels, *band.panels))


def papers_words(volume: Volume, pagination: Pagination) -> str:
    """In which book and where the papers stand: `Joint Proceedings, pages 211-260`, with an en dash."""
    book = volume.part_of.title if volume.part_of and volume.part_of.title else volume.title
    pages = sorted(page for each in pagination.placements for page in (each.first_page, each.last_page))
    span = page_list(range(pages[0], pages[-1] + 1)) if pages else ""
    return ", ".join(part for part in (book, span) if part)


def _head(volume: Volume, title: str, scale: float) -> Iterator[tuple[str, Style, float]]:
    """Series and acronym as on the volume's cover, the appendix in its type, the volume's title smaller under it."""
    above = (volume.acronym or volume.event.acronym or "").upper()
    yield volume_line(volume), Style("sans", 10.5 * scale, 0.6, colour=MIST), 15 * scale
    if above:
        yield above, Style("sans-semibold", 15 * scale, 1.5, colour=SIGNAL), 58 * scale
    yield title, Style("serif-light", 34 * scale, colour=PAPER), 41 * scale
    yield "", Style(), 8 * scale
    yield volume.title, Style("serif-light", 18 * scale, colour=MIST), 24 * scale


def _foot(volume: Volume, pagination: Pagination, scale: float) -> Iterator[tuple[str, Style, float]]:
    strong = Style("sans-semibold", 12 * scale, 0.2, colour=PAPER)
    plain = Style("sans", 11 * scale, 0.1, colour=MIST)
    serif = Style("serif", 11.5 * scale, colour=PAPER)
    for number, line in enumerate(event_lines(volume)):
        yield line, plain if number else strong, 16 * scale
    if volume.editors:
        yield "", plain, 8 * scale
        yield f"Edited by {set_author_list(volume.editors)}", serif, 16 * scale
    yield "", plain, 14 * scale
    yield "The papers", strong, 17 * scale
    yield papers_words(volume, pagination), serif, 16 * scale
    yield from ((line, plain, 16 * scale) for line in _book_lines(volume))
    yield "", plain, 14 * scale
    yield from ((line, Style("sans", 8.5 * scale, 0.1, colour=SIGNAL), 13 * scale) for line in _notices(volume))


def _book_lines(volume: Volume) -> Iterator[str]:
    """Who edits and publishes the joint volume, as far as that is known."""
    joint = volume.part_of
    if joint and joint.editors:
        yield f"edited by {set_author_list(joint.editors)}"
    if joint and (joint.series or joint.publisher):
        yield ", ".join(part for part in (joint.series, joint.publisher) if part)
    if joint and (isbn := settled(joint.isbn)):
        yield f"ISBN {isbn}"


def _notices(volume: Volume) -> Iterator[str]:
    """The workshop's own notice, whose publication this is, and under which licence."""
    if volume.stamp.notice:
        yield volume.stamp.notice
    yield APART
    licence = licence_label(volume.licence) if volume.licence else ""
    rights = " · ".join(part for part in (copyright_words(volume.year, volume.copyright), licence) if part)
    if rights:
        yield rights
