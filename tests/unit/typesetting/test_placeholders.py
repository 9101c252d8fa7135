"""Pages that stand in for papers."""

from __future__ import annotations

from builders import edition, paper
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.typesetting.placeholders import placeholders
from typeset_reading import page_text

VOLUME = edition(paper("a", "Ada Sample", title="Here"), paper("b", "Bo Berg", title="Not Here"), paper("c"))


def places(*present: bool) -> Pagination:
    return Pagination(
        placements=tuple(
            Placement(
                paper=id, first_page=4 * number + 1, last_page=4 * number + 4, standing="present" if here else "missing"
            )
            for number, (id, here) in enumerate(zip("abc", present, strict=True))
        )
    )


def test_a_missing_paper_has_a_page_that_says_so_and_blanks_with_folios() -> None:
    content, part = placeholders(VOLUME, places(True, False, True))
    assert part == TypesetPart(pages=4, bookmarks=(Bookmark(title="b", page=1),))
    assert "Not Here Bo Berg The camera-ready paper has not arrived" in page_text(content, 1)
    assert [page_text(content, page).split()[-1] for page in (1, 2, 3, 4)] == ["5", "6", "7", "8"]


def test_each_missing_paper_has_its_own_bookmark() -> None:
    _, part = placeholders(VOLUME, places(False, True, False))
    assert part.bookmarks == (Bookmark(title="a", page=1), Bookmark(title="c", page=5))


def test_nothing_is_set_when_every_paper_is_there() -> None:
    assert placeholders(VOLUME, places(True, True, True)) == (b"", TypesetPart())
