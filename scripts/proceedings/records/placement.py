"""Placements: where each paper stands in the volume, and what is stamped on its pages."""

from __future__ import annotations

from typing import Literal

from proceedings.page_sizes import A4, Size
from proceedings.records.record import Record


class Placement(Record):
    """A paper's place. `first_page` and `last_page` are page labels of the volume (arabic).

    `present` False: the paper's own pages are not there (missing or unusable file); a placeholder
    page stands for it, followed by blanks up to the reserved pages. `blanks_before` are blank pages
    in front of it, which recto openings need.
    """

    paper: str = ""
    session: int = 0
    first_page: int = 1
    last_page: int = 1
    present: bool = True
    blanks_before: int = 0


class Pagination(Record):
    """All placements in volume order, the page label that follows the last paper, and the papers' page size.

    `page_size` (width, height in points) is the commonest among the papers; what the volume adds is set on it.
    """

    first_page: int = 1
    placements: tuple[Placement, ...] = ()
    next_page: int = 1
    page_size: Size = A4


StampPlace = Literal["head-left", "head-centre", "head-right", "foot-left", "foot-centre", "foot-right"]


class StampLine(Record):
    """One line of a stamp: text and where it goes; several lines of one place are set under one another."""

    place: StampPlace = "foot-centre"
    text: str = ""
    size: float = 8.0


class PageStamp(Record):
    """What one page of a paper gets, and its page label.

    `left` and `right` are the x of the text block's edges, `head` the baseline of the first line in the head,
    in points from the top left of the page as displayed. `balanced` is what the facts say of the page's content.
    """

    label: str = ""
    left: float = 54.0
    right: float = 541.0
    head: float | None = None
    balanced: bool = False
    lines: tuple[StampLine, ...] = ()


class StampOrder(Record):
    """All that the stamper has to know of one paper, and nothing else, so that nothing else reruns it.

    `namespace` is put before each named destination (`<namespace>/section.1`); the first page
    additionally gets the destination `paper.<id>`. `sha256` is that of the file that is stamped: the author's, or the
    repaired one, whose path relative to the edition is then in `repaired`.
    """

    paper: str = ""
    sha256: str = ""
    namespace: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = "en"
    subject: str = ""
    keywords: tuple[str, ...] = ()
    doi: str | None = None
    rights: str = ""
    date: str | None = None
    pages: tuple[PageStamp, ...] = ()
    repaired: str = ""


class StampedPaper(Record):
    """A stamped paper, as it is handed over: `file` is relative to the batch's folder.

    `problem` says in one sentence why there is no stamped file; the other fields are then empty.
    """

    paper: str = ""
    file: str = ""
    sha256: str = ""
    source_sha256: str = ""
    pages: int = 0
    internal_links: int = 0
    external_links: int = 0
    destinations: int = 0
    bookmarks: int = 0
    problem: str | None = None


class Bookmark(Record):
    """An entry of the outline; `page` counts from 1 within the part, `level` from 0."""

    title: str = ""
    page: int = 1
    level: int = 0


class TypesetPart(Record):
    """A part of the volume that Bindery typeset itself. With no pages its PDF is not opened.

    In `placeholders`, each bookmark's title is a paper's id and its page the placeholder's.
    """

    pages: int = 0
    bookmarks: tuple[Bookmark, ...] = ()
