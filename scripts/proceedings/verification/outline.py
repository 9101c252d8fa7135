"""Compares the outline of the volume with what it should be: parts, sessions, papers, the papers' own bookmarks."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from proceedings.records.edition import Edition
from proceedings.records.placement import Placement, TypesetPart
from proceedings.records.proof import OutlineProof
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.readback import BookmarkRead, Navigation, Target, View, bare
from proceedings.verification.volume_layout import VolumeLayout

Kind = Literal["part", "session", "paper", "own"]


NAMES: dict[Kind, str] = {
    "part": "the bookmark",
    "session": "the session's bookmark",
    "paper": "the paper's bookmark",
    "own": "the author's bookmark",
}

ENTRY = "Artifact Description"
"""What leads from below a paper's bookmark to its entry in the appendix."""


class Expected(NamedTuple):
    """A bookmark that should be there. `view` only for the papers' own."""

    kind: Kind
    paper: str | None
    title: str
    page: int
    view: View | None = None


class WithBookmarks(Protocol):
    """A file, or a part of one."""

    @property
    def bookmarks(self) -> Sequence[BookmarkRead]:
        """Its bookmarks in order."""
        ...


def expected_outline(
    edition: Edition, layout: VolumeLayout, own: Mapping[str, Sequence[BookmarkRead]]
) -> list[Expected]:
    """The outline as it should read. `own`: each paper's bookmarks, pages counted within the paper."""
    wanted = _of_part(layout.front, 0)
    titles = {paper.id: plain_title(paper.title) for paper in edition.papers}
    entries = {mark.paper: layout.appendix_start + mark.page - 1 for mark in layout.appendix.bookmarks if mark.paper}
    for session, placements in layout.pagination.by_session():
        if session < len(edition.sessions) and (title := plain_title(edition.sessions[session].title)):
            first = placements[0]
            start = layout.start_of(first) if first.session_page is None else layout.session_page(first)
            wanted.append(Expected("session", None, title, start or 0))
        for each in placements:
            title = titles.get(each.paper) or each.paper
            wanted.append(Expected("paper", each.paper, title, layout.start_of(each)))
            wanted.extend(_of_paper(each, layout, own.get(each.paper, ())))
            if each.paper in entries:
                wanted.append(Expected("part", each.paper, ENTRY, entries[each.paper]))
    wanted += _of_part(layout.appendix, layout.appendix_start) + _of_part(layout.index, layout.index_start)
    return wanted + _of_part(layout.keywords, layout.keywords_start)


def compare_outline(
    wanted: Sequence[Expected], found: Sequence[BookmarkRead]
) -> tuple[OutlineProof, list[tuple[str | None, str]]]:
    """The counts, and (paper, sentence) for each bookmark that is missing, astray, or in nobody's list."""
    left = Counter(_key(each.title, each.target.page) for each in found if each.target)
    views = Counter((each.title, each.target) for each in found if each.target)
    landed: Counter[Kind] = Counter()
    troubles: list[tuple[str | None, str]] = []
    by_title = _pages_by_title(found)
    for each in wanted:
        key = _key(each.title, each.page)
        if left[key] > 0 and _shows(each, views):
            left[key] -= 1
            landed[each.kind] += 1
        else:
            troubles.append((each.paper, _missing(each, by_title.get(bare(each.title), ()))))
    if not troubles and not _in_order(wanted, found):
        troubles.append((None, "the bookmarks are not in the order of the volume"))
    extra = sum(left.values())
    if extra and not troubles:
        troubles.append((None, f"the outline has {extra} bookmarks too many"))
    counts = Counter(each.kind for each in wanted)
    return OutlineProof(
        bookmarks=sum(each.target is not None for each in found),
        headings=sum(each.target is None for each in found),
        sessions=counts["session"],
        papers=counts["paper"],
        own=counts["own"],
        landed=landed.total(),
    ), troubles


def own_bookmarks(navigation: Navigation, title: str, start: int, pages: int) -> list[BookmarkRead]:
    """The bookmarks below that of a paper, as they stand in the volume; none where the paper's own is not there.

    What leads to other pages than the paper's is not its author's.
    """
    found = navigation.bookmarks
    named = (each for each in navigation.bookmarks_by_page.get(start, ()) if bare(found[each].title) == bare(title))
    place = next(named, None)
    if place is None:
        return []
    above = found[place].level
    below = itertools.takewhile(lambda each: each.level > above, found[place + 1 :])
    inside = (each for each in below if each.target is None or start <= each.target.page < start + pages)
    return [_within(each, start, above + 1) for each in inside]


def with_targets(bookmarks: Iterable[BookmarkRead]) -> list[BookmarkRead]:
    """The bookmarks that lead to a page; others are headings only or lead to the web."""
    return [each for each in bookmarks if each.target is not None]


def outline_of(holder: WithBookmarks) -> list[tuple[str, int]]:
    """Titles and levels, of headings too."""
    return [(each.title, each.level) for each in holder.bookmarks]


def _within(bookmark: BookmarkRead, start: int, level: int) -> BookmarkRead:
    """The bookmark with its page counted from `start` and its level from `level`."""
    target = bookmark.target
    moved = Target(target.page - start, target.view) if target else None
    return bookmark._replace(target=moved, level=bookmark.level - level)


def _of_part(part: TypesetPart, start: int) -> list[Expected]:
    if not part.pages:
        return []
    return [Expected("part", None, each.title, start + each.page - 1) for each in part.bookmarks]


def _of_paper(placement: Placement, layout: VolumeLayout, own: Sequence[BookmarkRead]) -> list[Expected]:
    start = layout.start_of(placement)
    return [
        Expected("own", placement.paper, each.title, start + each.target.page, each.target.view)
        for each in own
        if each.target is not None
    ]


def _shows(each: Expected, views: Counter[tuple[str, Target]]) -> bool:
    return each.view is None or views[each.title, Target(each.page, each.view)] > 0


def _key(title: str, page: int) -> tuple[str, int]:
    return bare(title), page


def _pages_by_title(found: Iterable[BookmarkRead]) -> dict[str, list[int]]:
    pages: dict[str, list[int]] = defaultdict(list)
    for each in found:
        if each.target:
            pages[bare(each.title)].append(each.target.page)
    return pages


def _missing(each: Expected, pages: Sequence[int]) -> str:
    """What is wrong with a bookmark; `pages` are those that bookmarks of its title lead to."""
    words = f'{NAMES[each.kind]} "{each.title}"'
    if not pages:
        return f"{words} is not in the outline"
    if each.page in pages:
        return f"{words} shows its page otherwise than the author's file"
    return f"{words} leads to page {pages[0] + 1} of the file instead of page {each.page + 1}"


def _in_order(wanted: Sequence[Expected], found: Sequence[BookmarkRead]) -> bool:
    ours = {_key(each.title, each.page) for each in wanted}
    read = [key for each in found if each.target and (key := _key(each.title, each.target.page)) in ours]
    return read == [_key(each.title, each.page) for each in wanted]
