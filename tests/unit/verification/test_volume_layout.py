from __future__ import annotations

import pytest

from builders import edition, paper
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.records.programme import Session
from proceedings.verification.outline import expected_outline, own_bookmarks
from proceedings.verification.readback import BookmarkRead, Navigation, Target, View
from proceedings.verification.volume_layout import VolumeLayout, labels_of, small_roman

FIT: View = ("/Fit",)


@pytest.mark.parametrize(
    ("number", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix"), (448, "cdxlviii")]
)
def test_front_matter_pages_are_small_roman(number: int, written: str) -> None:
    assert small_roman(number) == written


def test_blanks_before_a_paper_count_and_carry_labels() -> None:
    placements = (Placement(paper="1", last_page=3), Placement(paper="2", first_page=5, last_page=6, blanks_before=1))
    layout = VolumeLayout(
        Pagination(placements=placements, next_page=7), TypesetPart(pages=2), index=TypesetPart(pages=1)
    )
    assert layout.start_of(placements[1]) == 6
    assert layout.labels() == ["i", "ii", "1", "2", "3", "4", "5", "6", "7"]
    assert layout.typeset_pages() == [0, 1, 8]


def test_a_part_of_a_joint_volume_starts_at_its_first_page() -> None:
    placement = Placement(paper="1", first_page=301, last_page=304)
    layout = VolumeLayout(Pagination(first_page=301, placements=(placement,), next_page=305))
    assert (layout.start_of(placement), layout.pages) == (0, 4)
    assert labels_of(placement) == layout.labels() == ["301", "302", "303", "304"]


def test_a_sessions_page_is_one_of_ours_and_the_outline_leads_to_it() -> None:
    placements = (
        Placement(paper="1", first_page=2, last_page=4, blanks_before=1, session_page=1),
        Placement(paper="2", session=1, first_page=9, last_page=9, blanks_before=3, session_page=7),
    )
    layout = VolumeLayout(Pagination(placements=placements, next_page=10), front=TypesetPart(pages=2))
    assert [layout.session_page(each) for each in placements] == [2, 7]
    assert layout.typeset_pages() == [0, 1, 2, 7]
    assert layout.fillers() == [(6, None), (8, None)]
    sessions = (Session(title="One", papers=("1",)), Session(title="Two", papers=("2",)))
    wanted = expected_outline(edition(paper("1"), paper("2"), sessions=sessions), layout, {})
    assert [(each.title, each.page) for each in wanted if each.kind == "session"] == [("One", 2), ("Two", 7)]


def test_the_bookmark_of_a_paper_has_its_title_without_commands() -> None:
    placement = Placement(paper="1", last_page=1)
    layout = VolumeLayout(Pagination(placements=(placement,), next_page=2))
    wanted = expected_outline(edition(paper("1", title=r"Beyond $\mathcal{O}(n \log n)$")), layout, {})
    assert [each.title for each in wanted if each.kind == "paper"] == ["Beyond O(n log n)"]


def test_a_session_without_a_title_has_no_bookmark_and_a_paper_without_one_its_id() -> None:
    sessions = (Session(title="Below $n$", papers=("1",)), Session(papers=("2",)))
    places = (Placement(paper="1"), Placement(paper="2", session=1, first_page=2, last_page=2))
    layout = VolumeLayout(Pagination(placements=places, next_page=3))
    wanted = expected_outline(edition(paper("1"), paper("2", title=""), sessions=sessions), layout, {})
    assert [each.title for each in wanted] == ["Below n", "Paper 1", "2"]


def test_below_a_paper_the_outline_has_its_own_bookmarks_and_one_to_its_entry_in_the_appendix() -> None:
    marks = (Bookmark(title="Artifact Appendix"), Bookmark(title="Paper 1", page=2, level=1, paper="1"))
    pagination = Pagination(placements=(Placement(paper="1", last_page=3),), next_page=4)
    layout = VolumeLayout(pagination, appendix=TypesetPart(pages=2, bookmarks=marks))
    own = BookmarkRead("Introduction", 0, Target(0, FIT))
    wanted = [(each.title, each.page) for each in expected_outline(edition(paper("1")), layout, {"1": [own]})]
    assert wanted[1:4] == [("Paper 1", 0), ("Introduction", 0), ("Artifact Description", 4)]
    marks_read = (
        BookmarkRead("Paper 1", 0, Target(0, FIT)),
        own._replace(level=1),
        BookmarkRead("Artifact Description", 1, Target(4, FIT)),
    )
    assert own_bookmarks(Navigation(bookmarks=marks_read), "Paper 1", 0, 3) == [own]
