"""The artifact appendix: a table of all that authors declared, for every paper all of it in full, and its indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from proceedings.bibliography.cited_book import as_in_the_book, own_doi
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Bookmark, DetachedPart, Pagination, TypesetPart
from proceedings.records.reproducibility import OwnSection, Reproducibility
from proceedings.typesetting.appendix_cover import appendix_cover
from proceedings.typesetting.artifact_entry import entry_rows, page_label
from proceedings.typesetting.artifact_indexes import TITLES, index_rows
from proceedings.typesetting.book import opening, prose
from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.ladder_table import any_badge, ladder_table
from proceedings.typesetting.math_text import plain_title, title_spans
from proceedings.typesetting.pages import Page, flow, with_folios
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import (
    Row,
    space,
)
from proceedings.typesetting.usage_plots import PLOT_TITLES, usage_plots
from proceedings.wording import doi_url

TITLE = "Artifact Appendix"
COVER = "Cover"
BRACKETS = " A badge in brackets was asked for and not awarded."
NOTHING_AT_ALL = "No paper of this volume has reproducibility metadata."


class Appendix(NamedTuple):
    """The printed pages, their record as a part of the volume (no pages where they stand online only), and how they
    become a file that stands alone.
    """

    content: bytes
    part: TypesetPart
    outside: DetachedPart


class _Printed(NamedTuple):
    """The appendix as it is drawn, how many pages it has, and its bookmarks."""

    content: bytes
    pages: int
    bookmarks: tuple[Bookmark, ...]


def artifact_appendix(edition: Edition, pagination: Pagination, sections: Sequence[OwnSection] = ()) -> Appendix:
    """Set the appendix. Its folios go on from the papers' in the volume; online only, they count from 1.

    `sections`: where papers speak of their artifacts themselves. Online it tells the pages of the publisher's book once
    they are known; where a paper has more or fewer pages there, nobody knows on which a section of it begins.
    """
    stands_in_volume = edition.volume.appendix_in_volume
    lengths = {each.paper: each.pages for each in pagination.placements}
    if not stands_in_volume:
        pagination = as_in_the_book(edition, pagination)
    kept = {each.paper for each in pagination.placements if each.pages == lengths[each.paper]}
    own = {each.paper: each for each in sections if each.paper in kept}
    in_volume = stands_in_volume and any(_blocks(edition, pagination))
    first = pagination.next_page if in_volume else 1
    printed = _printed(edition, pagination, own, first)
    addresses = _addresses(edition, pagination, own)
    cover = None if stands_in_volume else COVER
    outside = DetachedPart(bookmarks=printed.bookmarks, cover=cover, first=first, addresses=addresses)
    part = TypesetPart(pages=printed.pages, bookmarks=printed.bookmarks) if in_volume else TypesetPart()
    return Appendix(printed.content, part, outside)


def _printed(edition: Edition, pagination: Pagination, own: Mapping[str, OwnSection], first: int) -> _Printed:
    """The pages drawn, with a cover where they stand online only; they are let go of, being large, once they are."""
    grid = page_grid(pagination.page_size, SMALL)
    entries = flow(_rows(edition, pagination, own, grid), grid, TITLE)
    pages = with_folios([*entries, *_indexes(edition, pagination)], first)
    bookmarks = _bookmarks(edition, pages)
    if not edition.volume.appendix_in_volume:
        pages = [appendix_cover(edition, pagination, grid, TITLE), *pages]
        shifted = (msgspec.structs.replace(mark, page=mark.page + 1) for mark in bookmarks)
        bookmarks = (Bookmark(title=COVER, page=1), *shifted)
    about = Imprint(f"{edition.volume.title}: {TITLE}", language=edition.volume.language)
    return _Printed(print_pages(pages, grid, about), len(pages), bookmarks)


def _indexes(edition: Edition, pagination: Pagination) -> list[Page]:
    """The pages of the indexes, in two columns."""
    grid = page_grid(pagination.page_size, SMALL, columns=2)
    rows = index_rows(edition, pagination, grid)
    return [page._replace(kind="running") for page in flow(rows, grid, TITLE)] if rows else []


def _addresses(edition: Edition, pagination: Pagination, own: Mapping[str, OwnSection]) -> dict[str, str]:
    """Where the appendix alone finds papers and pages: in files beside it, or online by DOIs that are ours to give."""
    policy, in_files = load_policy(edition.volume.publisher), edition.volume.appendix_in_volume
    addresses: dict[str, str] = {}
    papers = {paper.id: paper for paper in edition.papers}
    for placement in (each for each in pagination.placements if each.present and each.paper in papers):
        paper = papers[placement.paper]
        doi = own_doi(paper, policy)
        address = f"papers/{paper.id}.pdf" if in_files else doi_url(doi) if doi else None
        if address:
            addresses[f"paper.{paper.id}"] = address
        if address and (section := own.get(paper.id)):
            label = page_label(section, placement)
            addresses[f"page.{label}"] = f"{address}#page={section.page}" if in_files else address
    return addresses


def _blocks(edition: Edition, pagination: Pagination) -> list[Reproducibility]:
    papers = {paper.id: paper for paper in edition.papers}
    found = (papers[placement.paper].reproducibility for placement in pagination.placements)
    return [block for block in found if block]


def _bookmarks(edition: Edition, pages: Sequence[Page]) -> tuple[Bookmark, ...]:
    marks = {anchor: Bookmark(title=title, level=1) for anchor, title in (TITLES | PLOT_TITLES).items()}
    for paper in edition.papers:
        described = paper.id if paper.reproducibility else None
        title = plain_title(paper.title) or paper.id
        marks[f"appendix.{paper.id}"] = Bookmark(title=title, level=1, paper=described)
    entries = [
        msgspec.structs.replace(marks[placed.row.anchor], page=number)
        for number, page in enumerate(pages, 1)
        for placed in page.rows
        if placed.row.anchor in marks
    ]
    return (Bookmark(title=TITLE, page=1), *entries)


def _rows(edition: Edition, pagination: Pagination, own: Mapping[str, OwnSection], grid: PageGrid) -> Iterator[Row]:
    papers = {paper.id: paper for paper in edition.papers}
    yield from opening(TITLE, grid)
    style = Style("serif", grid.size + 0.75)
    if not _blocks(edition, pagination):
        yield from prose([Span(NOTHING_AT_ALL, style)], grid, None)
        return
    yield from prose(_introduction(edition, style), grid, edition.volume.language)
    yield from (space(grid.leading), *ladder_table([papers[each.paper] for each in pagination.placements], grid))
    yield from usage_plots(edition, pagination, grid)
    for placement in pagination.placements:
        yield from entry_rows(papers[placement.paper], placement, own.get(placement.paper), grid)


def _introduction(edition: Edition, style: Style) -> list[Span]:
    return [
        Span("This appendix prints what the authors of ", style),
        *title_spans(edition.volume.title, style._replace(face="serif-italic")),
        Span(
            " declared about their experiments: the algorithms, software releases, datasets and hardware "
            "configurations used, with benchmarks and artifacts. The entries stand in the order of the volume, "
            "each in that of SC’s artifact descriptions. "
            "Identifiers such as SW1 or D1 are the authors’ own and hold within one entry. The table "
            "counts the items of each kind, and its dots tell how far all of them can be followed; a dash "
            "means that nothing was said, n/a that the authors gave a reason why the kind does not apply."
            + BRACKETS
            * any_badge(edition.papers),
            style,
        ),
    ]
