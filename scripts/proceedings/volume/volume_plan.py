"""The plan of the volume: which pages follow one another, what they are called, and the bookmarks to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from proceedings.records.edition import Edition
from proceedings.records.placement import Bookmark, Pagination, Placement, StampedPaper, TypesetPart
from proceedings.typesetting.math_text import plain_title

FRONT = "front_matter"
PLACEHOLDERS = "placeholders"
BACK = {"artifact_appendix": "Artifact Appendix", "author_index": "Author Index"}
"""The parts behind the papers, in order, with the title of their bookmark where their record has none."""


class Piece(NamedTuple):
    """Consecutive pages of the volume from one source.

    `name` is a part's stem or a paper's id; `page` the first page taken from the source, from 1;
    `start` the index of the first page in the volume, from 0; `label` the number on it.
    """

    kind: Literal["part", "paper", "placeholder", "blank"]
    name: str
    pages: int
    start: int
    label: int
    page: int = 1
    roman: bool = False


class PlannedBookmark(NamedTuple):
    """A bookmark to a page of the volume (from 0); `paper`: the paper whose own bookmarks stand below it."""

    title: str
    page: int
    level: int
    paper: str | None = None


def volume_pieces(
    pagination: Pagination, stamped: Mapping[str, StampedPaper], parts: Mapping[str, TypesetPart]
) -> tuple[Piece, ...]:
    """All pieces in order. `stamped` holds the papers whose stamped file can be used, `parts` the parts by stem."""
    pieces: list[Piece] = []
    start, label = 0, pagination.first_page
    front = parts.get(FRONT, TypesetPart()).pages
    if front:
        pieces.append(Piece("part", FRONT, front, 0, 1, roman=True))
        start = front
    placeholders = {each.title: each.page for each in reversed(parts.get(PLACEHOLDERS, TypesetPart()).bookmarks)}
    for placement in pagination.placements:
        for piece in _paper_pieces(placement, stamped, placeholders):
            pieces.append(piece._replace(start=start))
            start += piece.pages
            label = piece.label + piece.pages
    for stem in BACK:
        if pages := parts.get(stem, TypesetPart()).pages:
            pieces.append(Piece("part", stem, pages, start, label))
            start, label = start + pages, label + pages
    return tuple(pieces)


def volume_bookmarks(
    edition: Edition, pagination: Pagination, parts: Mapping[str, TypesetPart], pieces: Sequence[Piece]
) -> tuple[PlannedBookmark, ...]:
    """The outline of the volume, parents first: front matter, each session with its papers, the parts behind them."""
    titles = {paper.id: plain_title(paper.title) for paper in edition.papers}
    starts = {piece.name: piece.start for piece in reversed(pieces) if piece.kind in ("part", "paper", "placeholder")}
    blanks = {piece.name: piece.start for piece in pieces if piece.kind == "blank"}
    planned: list[PlannedBookmark] = []
    if FRONT in starts:
        planned += _part_bookmarks(parts[FRONT].bookmarks, 0)
    session = None
    for placement in pagination.placements:
        page = starts.get(placement.paper, blanks.get(placement.paper, 0))
        inside = placement.session < len(edition.sessions)
        if inside and placement.session != session:
            planned.append(PlannedBookmark(edition.sessions[placement.session].title, page, 0))
        session = placement.session
        title = titles.get(placement.paper) or placement.paper
        planned.append(PlannedBookmark(title, page, 1 if inside else 0, placement.paper))
    for stem, title in BACK.items():
        if stem in starts:
            planned += _part_bookmarks(parts[stem].bookmarks or (Bookmark(title=title),), starts[stem])
    return tuple(planned)


def _paper_pieces(
    placement: Placement, stamped: Mapping[str, StampedPaper], placeholders: Mapping[str, int]
) -> Iterator[Piece]:
    """Blanks, then the stamped paper, or else its placeholder and blanks; starts are still to be set.

    `placeholders`: the page of each paper's placeholder, from 1.
    """
    paper, first = placement.paper, placement.first_page
    pages = placement.last_page - first + 1
    if placement.blanks_before:
        yield Piece("blank", "", placement.blanks_before, 0, first - placement.blanks_before)
    if placement.present and paper in stamped:
        yield Piece("paper", paper, pages, 0, first)
        return
    if (page := placeholders.get(paper)) is not None:
        yield Piece("placeholder", paper, 1, 0, first, page=page)
        first, pages = first + 1, pages - 1
    if pages:
        yield Piece("blank", paper, pages, 0, first)


def _part_bookmarks(bookmarks: Sequence[Bookmark], start: int) -> list[PlannedBookmark]:
    return [PlannedBookmark(each.title, start + each.page - 1, each.level) for each in bookmarks]
