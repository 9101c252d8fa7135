"""The plan of the volume: which pages follow one another, what they are called, and the bookmarks to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from proceedings.records.edition import Edition
from proceedings.records.placement import Bookmark, Pagination, Placement, StampedPaper, TypesetPart
from proceedings.typesetting.math_text import plain_title

FRONT = "front_matter"
PLACEHOLDERS = "placeholders"
SESSION_PAGES = "session_pages"
BACK = {
    "artifact_appendix": "Artifact Appendix",
    "author_index": "Author Index",
    "keyword_index": "Keyword Index",
}
"""The parts behind the papers, in order, with the title of their bookmark where their record has none."""

ENTRY = "Artifact Description"
"""The bookmark below that of a paper which leads to its entry in the appendix."""


class Piece(NamedTuple):
    """Consecutive pages of the volume from one source.

    `name` is a part's stem or a paper's id; `page` the first page taken from the source, from 1;
    `start` the index of the first page in the volume, from 0; `label` the number on it.
    """

    kind: Literal["part", "paper", "placeholder", "session", "blank"]
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
    start = 0
    front = parts.get(FRONT, TypesetPart()).pages
    if front:
        pieces.append(Piece("part", FRONT, front, 0, 1, roman=True))
        start = front
    placeholders = {each.title: each.page for each in reversed(parts.get(PLACEHOLDERS, TypesetPart()).bookmarks)}
    openings = _openings(pagination, parts)
    for placement in pagination.placements:
        before = _pieces_before(placement, openings)
        for piece in (*before, *_paper_pieces(placement, stamped, placeholders)):
            pieces.append(piece._replace(start=start))
            start += piece.pages
    label = pagination.next_page
    for stem in BACK:
        if pages := parts.get(stem, TypesetPart()).pages:
            pieces.append(Piece("part", stem, pages, start, label))
            start, label = start + pages, label + pages
    return tuple(pieces)


def volume_bookmarks(
    edition: Edition, pagination: Pagination, parts: Mapping[str, TypesetPart], pieces: Sequence[Piece]
) -> tuple[PlannedBookmark, ...]:
    """The outline of the volume, parents first: front matter, each session with its papers, the parts behind them.

    The papers of a session without a title stand where its bookmark would. Below a paper's own bookmarks one leads to
    its entry in the appendix.
    """
    titles = {paper.id: plain_title(paper.title) for paper in edition.papers}
    starts = {piece.name: piece.start for piece in reversed(pieces) if piece.kind in ("part", "paper", "placeholder")}
    blanks = {piece.name: piece.start for piece in pieces if piece.kind == "blank"}
    openings = {piece.label: piece.start for piece in pieces if piece.kind == "session"}
    entries = _entries(parts, starts)
    planned: list[PlannedBookmark] = []
    if FRONT in starts:
        planned += _part_bookmarks(parts[FRONT].bookmarks, 0)
    for session, placements in pagination.by_session():
        pages = [starts.get(each.paper, blanks.get(each.paper, 0)) for each in placements]
        title = plain_title(edition.sessions[session].title) if session < len(edition.sessions) else ""
        if title:
            opening = openings.get(placements[0].session_page or 0, pages[0])
            planned.append(PlannedBookmark(title, opening, 0))
        for each, page in zip(placements, pages, strict=True):
            level = int(bool(title))
            planned.append(PlannedBookmark(titles.get(each.paper) or each.paper, page, level, each.paper))
            if each.paper in entries:
                planned.append(PlannedBookmark(ENTRY, entries[each.paper], level + 1))
    for stem, title in BACK.items():
        if stem in starts:
            planned += _part_bookmarks(parts[stem].bookmarks or (Bookmark(title=title),), starts[stem])
    return tuple(planned)


def _entries(parts: Mapping[str, TypesetPart], starts: Mapping[str, int]) -> dict[str, int]:
    """The page of the volume, from 0, on which what a part says of each paper begins."""
    marks = ((stem, mark) for stem in BACK if stem in starts for mark in parts[stem].bookmarks)
    return {mark.paper: starts[stem] + mark.page - 1 for stem, mark in marks if mark.paper}


def _openings(pagination: Pagination, parts: Mapping[str, TypesetPart]) -> dict[int, int]:
    """The page of the session pages, from 1, that each label of one means."""
    labels = [each[0].session_page for _, each in pagination.by_session()]
    pages = range(1, parts.get(SESSION_PAGES, TypesetPart()).pages + 1)
    return dict(zip([label for label in labels if label], pages, strict=False))


def _pieces_before(placement: Placement, openings: Mapping[int, int]) -> Iterator[Piece]:
    """Blanks, and the page that opens the session; starts are still to be set."""
    opening = openings.get(placement.session_page or 0)
    for is_opening, labels in groupby(placement.labels_before, lambda label: label == placement.session_page):
        first, *others = labels
        if is_opening and opening is not None:
            yield Piece("session", "", 1, 0, first, page=opening)
        else:
            yield Piece("blank", "", 1 + len(others), 0, first)


def _paper_pieces(
    placement: Placement, stamped: Mapping[str, StampedPaper], placeholders: Mapping[str, int]
) -> Iterator[Piece]:
    """The stamped paper, or else its placeholder and blanks; starts are still to be set.

    `placeholders`: the page of each paper's placeholder, from 1.
    """
    paper, first, pages = placement.paper, placement.first_page, placement.pages
    if placement.present and paper in stamped:
        yield Piece("paper", paper, pages, 0, first)
        first, pages = placement.last_page + 1, 0
    elif (page := placeholders.get(paper)) is not None:
        yield Piece("placeholder", paper, 1, 0, first, page=page)
        first, pages = first + 1, pages - 1
    if pages + placement.blanks_after:
        yield Piece("blank", paper, pages + placement.blanks_after, 0, first)


def _part_bookmarks(bookmarks: Sequence[Bookmark], start: int) -> list[PlannedBookmark]:
    return [PlannedBookmark(each.title, start + each.page - 1, each.level) for each in bookmarks]
