from __future__ import annotations

from builders import edition, paper
from proceedings.records.placement import Bookmark, Pagination, Placement, StampedPaper, TypesetPart
from proceedings.records.programme import Session
from proceedings.volume.volume_plan import Piece, PlannedBookmark, volume_bookmarks, volume_pieces

PLACES = (
    Placement(paper="a", first_page=1, last_page=3),
    Placement(paper="b", first_page=5, last_page=6, standing="missing", blanks_before=1),
    Placement(paper="c", session=1, first_page=7, last_page=7),
)
PAGINATION = Pagination(placements=PLACES, next_page=8)
STAMPED = {"a": StampedPaper(paper="a"), "c": StampedPaper(paper="c")}
PARTS = {
    "front_matter": TypesetPart(pages=4, bookmarks=(Bookmark(title="Preface", page=2),)),
    "placeholders": TypesetPart(pages=1, bookmarks=(Bookmark(title="b", page=1),)),
    "artifact_appendix": TypesetPart(pages=2, bookmarks=(Bookmark(title="Artifacts"), Bookmark(title="a", level=1))),
    "author_index": TypesetPart(pages=1),
}


def test_the_pieces_follow_one_another_without_a_gap() -> None:
    pieces = volume_pieces(PAGINATION, STAMPED, PARTS)
    assert pieces == (
        Piece("part", "front_matter", 4, 0, 1, roman=True),
        Piece("paper", "a", 3, 4, 1),
        Piece("blank", "", 1, 7, 4),
        Piece("placeholder", "b", 1, 8, 5),
        Piece("blank", "b", 1, 9, 6),
        Piece("paper", "c", 1, 10, 7),
        Piece("part", "artifact_appendix", 2, 11, 8),
        Piece("part", "author_index", 1, 13, 10),
    )


def test_a_volume_without_parts_is_its_papers() -> None:
    assert volume_pieces(Pagination(first_page=501), {}, {}) == ()
    places = (Placement(paper="a", first_page=501, last_page=502),)
    pieces = volume_pieces(Pagination(first_page=501, placements=places, next_page=503), STAMPED, {})
    assert pieces == (Piece("paper", "a", 2, 0, 501),)


def test_a_paper_that_could_not_be_stamped_leaves_its_pages_blank() -> None:
    pieces = volume_pieces(PAGINATION, {}, {})
    assert [(piece.kind, piece.name, piece.pages) for piece in pieces] == [
        ("blank", "a", 3),
        ("blank", "", 1),
        ("blank", "b", 2),
        ("blank", "c", 1),
    ]


def test_a_sessions_page_stands_among_the_blanks_before_its_first_paper() -> None:
    places = (
        Placement(paper="a", first_page=2, last_page=3, blanks_before=1, session_page=1),
        Placement(paper="c", session=1, first_page=7, last_page=7, blanks_before=3, session_page=5),
    )
    pagination = Pagination(placements=places, next_page=8)
    parts = {"session_pages": TypesetPart(pages=2)}
    pieces = volume_pieces(pagination, STAMPED, parts)
    assert pieces == (
        Piece("session", "", 1, 0, 1, page=1),
        Piece("paper", "a", 2, 1, 2),
        Piece("blank", "", 1, 3, 4),
        Piece("session", "", 1, 4, 5, page=2),
        Piece("blank", "", 1, 5, 6),
        Piece("paper", "c", 1, 6, 7),
    )
    sessions = (Session(title="One", papers=("a",)), Session(title="Two", papers=("c",)))
    found = volume_bookmarks(edition(paper("a"), paper("c"), sessions=sessions), pagination, parts, pieces)
    assert [(mark.title, mark.page) for mark in found] == [("One", 0), ("Paper a", 1), ("Two", 4), ("Paper c", 6)]


def test_a_sessions_page_stands_in_front_of_the_gap_that_its_first_paper_left() -> None:
    late = Pagination(placements=(Placement(paper="a", first_page=4, last_page=5, session_page=1),), next_page=6)
    pieces = volume_pieces(late, {"a": StampedPaper(paper="a")}, {"session_pages": TypesetPart(pages=1)})
    assert pieces == (Piece("session", "", 1, 0, 1, page=1), Piece("paper", "a", 2, 1, 4))


def test_a_session_whose_page_was_not_typeset_has_a_blank() -> None:
    places = (Placement(paper="a", first_page=2, last_page=4, blanks_before=1, session_page=1),)
    pieces = volume_pieces(Pagination(placements=places, next_page=5), STAMPED, {})
    assert [(piece.kind, piece.label) for piece in pieces] == [("blank", 1), ("paper", 2)]


def test_bookmarks_stand_in_the_order_of_the_volume() -> None:
    sessions = (Session(title="One", papers=("a", "b")), Session(title="Two", papers=("c",)))
    whole = edition(paper("a", title="Cost of $n$ Nodes"), paper("b"), paper("c"), sessions=sessions)
    found = volume_bookmarks(whole, PAGINATION, PARTS, volume_pieces(PAGINATION, STAMPED, PARTS))
    assert found == (
        PlannedBookmark("Preface", 1, 0),
        PlannedBookmark("One", 4, 0),
        PlannedBookmark("Cost of n Nodes", 4, 1, "a"),
        PlannedBookmark("Paper b", 8, 1, "b"),
        PlannedBookmark("Two", 10, 0),
        PlannedBookmark("Paper c", 10, 1, "c"),
        PlannedBookmark("Artifacts", 11, 0),
        PlannedBookmark("a", 11, 1),
        PlannedBookmark("Author Index", 13, 0),
    )


def test_below_a_paper_a_bookmark_leads_to_its_entry_in_the_appendix() -> None:
    marks = (Bookmark(title="Artifacts"), Bookmark(title="Paper c", page=2, level=1, paper="c"))
    parts = {"artifact_appendix": TypesetPart(pages=2, bookmarks=marks)}
    whole = edition(paper("a"), paper("c"), sessions=(Session(title="One", papers=("a", "c")),))
    places = Pagination(placements=(PLACES[0], PLACES[2]), next_page=8)
    found = volume_bookmarks(whole, places, parts, volume_pieces(places, STAMPED, parts))
    assert found[2:] == (
        PlannedBookmark("Paper c", 3, 0, "c"),
        PlannedBookmark("Artifact Description", 5, 1),
        PlannedBookmark("Artifacts", 4, 0),
        PlannedBookmark("Paper c", 5, 1),
    )


def test_a_paper_in_no_session_stands_at_the_top() -> None:
    whole = edition(paper("a"), sessions=())
    places = Pagination(placements=PLACES[:1], next_page=4)
    assert volume_bookmarks(whole, places, {}, volume_pieces(places, STAMPED, {})) == (
        PlannedBookmark("Paper a", 0, 0, "a"),
    )


def test_a_session_is_called_by_its_title_without_commands_and_an_untitled_one_not_at_all() -> None:
    sessions = (Session(title="Below $n^2$", papers=("a",)), Session(papers=("c",)))
    places = Pagination(placements=(PLACES[0], PLACES[2]), next_page=8)
    whole = edition(paper("a"), paper("c", title=""), sessions=sessions)
    assert volume_bookmarks(whole, places, {}, volume_pieces(places, STAMPED, {})) == (
        PlannedBookmark("Below n²", 0, 0),
        PlannedBookmark("Paper a", 0, 1, "a"),
        PlannedBookmark("c", 3, 0, "c"),
    )
