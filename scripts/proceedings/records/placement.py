"""Placements: where each paper stands in the volume, and what is stamped on its pages."""

from __future__ import annotations

from typing import Literal

from proceedings.page_sizes import A4, Size
from proceedings.records.record import Record

Standing = Literal["present", "missing", "refused", "withdrawn"]
"""Whether a paper's own pages are in the volume, or why not.

`missing`: its file has not come or cannot be used. `refused`: it has more pages than the ledger keeps for it.
`withdrawn`: taken back after the volume was published.
"""


class Placement(Record):
    """A paper's place. `first_page` and `last_page` are page labels of the volume (arabic).

    Of a paper that is not present a placeholder page stands in its place, followed by blanks up to the last page.
    `blanks_before` are pages in front of it, which recto openings need; the one labelled `session_page` opens its
    session, the others are blank. A session's page may stand in front of a gap that its first papers have left.
    `blanks_after` are blank pages behind a paper that is shorter than the pages kept for it, and one behind the last
    paper where the appendix needs a recto. Labels between two placements that no page has are a gap.
    """

    paper: str = ""
    session: int = 0
    first_page: int = 1
    last_page: int = 1
    standing: Standing = "present"
    blanks_before: int = 0
    session_page: int | None = None
    blanks_after: int = 0

    @property
    def present(self) -> bool:
        """Whether the paper's own pages are in the volume."""
        return self.standing == "present"

    @property
    def labels_before(self) -> tuple[int, ...]:
        """The labels of the pages in front of it, blank ones and that which opens its session."""
        first = self.first_page - self.blanks_before
        opening = () if self.session_page is None or self.session_page >= first else (self.session_page,)
        return (*opening, *range(first, self.first_page))

    @property
    def pages(self) -> int:
        """How many pages the paper, or what stands for it, has."""
        return self.last_page - self.first_page + 1


class Pagination(Record):
    """All placements in the order of their pages, the page label that follows them, and the papers' page size.

    `page_size` (width, height in points) is the commonest among the papers; what the volume adds is set on it.
    """

    first_page: int = 1
    placements: tuple[Placement, ...] = ()
    next_page: int = 1
    page_size: Size = A4

    def by_session(self) -> list[tuple[int, list[Placement]]]:
        """Each session that has papers, with them in the order of their pages: a late paper stands with its session."""
        sessions: dict[int, list[Placement]] = {}
        for placement in self.placements:
            sessions.setdefault(placement.session, []).append(placement)
        return sorted(sessions.items())


class LedgerChange(Record):
    """What became of a paper since the pages were frozen; `before` and `now` are its page labels as `13–20`.

    `arrived`: its file came after the freezing, into the pages kept for it. `late`: it was not in the ledger. `gone`:
    its file is there no more.
    """

    paper: str = ""
    kind: Literal["replaced", "arrived", "late", "moved", "refused", "gone", "withdrawn"] = "replaced"
    before: str = ""
    now: str = ""


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
    """An entry of the outline; `page` counts from 1 within the part, `level` from 0.

    `paper`: the paper of which all that stands there is said, and from whose own bookmark it is reached too.
    """

    title: str = ""
    page: int = 1
    level: int = 0
    paper: str | None = None


class DetachedPart(Record):
    """How a typeset part becomes a file that stands alone: its outline, the labels of its pages, and where it links to.

    `cover` is what its first page is called that has no number, None without one; `first` is the number of the next,
    in `roman` figures or arabic ones. `addresses` are those of papers and of pages, by what the volume calls them:
    `paper.017`, `page.12`; `files` the PDFs in the same folder that begin with what is called so, `pages` those of the
    part itself, from 1.
    """

    bookmarks: tuple[Bookmark, ...] = ()
    cover: str | None = None
    first: int = 1
    roman: bool = False
    addresses: dict[str, str] = {}
    files: dict[str, str] = {}
    pages: dict[str, int] = {}


class TypesetPart(Record):
    """A part of the volume that Bindery typeset itself. With no pages its PDF is not opened.

    In `placeholders`, each bookmark's title is a paper's id and its page the placeholder's.
    """

    pages: int = 0
    bookmarks: tuple[Bookmark, ...] = ()
