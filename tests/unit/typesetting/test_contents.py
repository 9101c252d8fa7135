"""The table of contents."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

import typesetting_makers as makers
from builders import paper
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.volume import Award, Volume
from proceedings.typesetting.awards import award_rows
from proceedings.typesetting.front_matter import front_matter
from proceedings.typesetting.grid import page_grid
from typeset_reading import SetLine, links_of, page_text, set_lines_of, whole_text

BACK = [("Artifact Appendix", 49, "artifact_appendix"), ("Author Index", 63, "author_index")]


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, int]:
    """The front matter of the difficult edition, and the page on which its contents begin."""
    edition = makers.difficult_edition()
    content, part = front_matter(
        edition, makers.placed(edition), load_policy("own"), tmp_path_factory.mktemp("m"), BACK
    )
    return content, next(mark.page for mark in part.bookmarks if mark.title == "Contents")


def lines_of_contents(volume: tuple[bytes, int]) -> list[SetLine]:
    return [line for page in (volume[1], volume[1] + 1) for line in set_lines_of(volume[0], page)]


def test_every_title_stands_whole_in_the_contents(volume: tuple[bytes, int]) -> None:
    text = whole_text(volume[0])
    without_formulas = [title for title in makers.TITLES if "$" not in title]
    assert without_formulas
    for title in without_formulas:
        assert title in text


def test_every_author_stands_under_the_title(volume: tuple[bytes, int]) -> None:
    text = whole_text(volume[0])
    assert "Minh Khai Nguyễn Thị" in text
    assert "Ludwig van der Berg" in text
    assert "Łukasz Ćwikła-Święcicki" in text


def test_an_entry_is_a_link_over_all_its_lines(volume: tuple[bytes, int]) -> None:
    entry = [link for link in links_of(volume[0]) if link.uri == "bindery:paper.017"]
    tops = sorted(link.box[3] for link in entry)
    assert len(entry) == 5  # four lines of title, one of authors
    assert {round(high - low, 1) for low, high in pairwise(tops)} == {13.5}
    assert all(link.box[2] - link.box[0] == pytest.approx(372.0) for link in entry)


def test_every_part_behind_the_papers_is_listed_and_linked(volume: tuple[bytes, int]) -> None:
    uris = {link.uri for link in links_of(volume[0])}
    assert {"bindery:part.artifact_appendix", "bindery:part.author_index"} <= uris


def test_page_numbers_stand_at_the_right_edge_and_never_alone(volume: tuple[bytes, int]) -> None:
    lines = lines_of_contents(volume)
    edge = max(line.right for line in lines)
    numbers = [
        line for line in lines if line.text.split()[-1:] and line.text.split()[-1].isdigit() and line.right > edge - 9
    ]
    assert len(numbers) >= 14
    for number in numbers:
        beside = [line for line in lines if abs(line.bottom - number.bottom) < 3]
        assert any(letter.isalpha() for line in beside for letter in line.text)


def test_a_session_heading_is_never_the_last_line_of_a_page() -> None:
    for lead in range(14):
        papers = [paper(f"{number:03}") for number in range(34)]
        sessions = (Session(title="First", papers=tuple(each.id for each in papers[:lead])),) * bool(lead)
        sessions += (Session(title="Second", papers=tuple(each.id for each in papers[lead:])),)
        edition = Edition(volume=Volume(title="V"), papers=tuple(papers), sessions=sessions)
        content, _ = front_matter(edition, makers.placed(edition), load_policy("own"), makers.NO_METADATA, [])
        for page in (5, 6):
            lines = [line for line in set_lines_of(content, page) if line.top < 750]
            assert max(lines, key=lambda line: line.bottom).text != "Second"


def test_a_title_of_nothing_but_braces_is_still_an_entry() -> None:
    edition = Edition(
        papers=(paper("1", title="{}"), paper("2", title="")), sessions=(Session(title="", papers=("1", "2")),)
    )
    places = (Placement(paper="1", first_page=1, last_page=2), Placement(paper="2", first_page=3, last_page=4))
    content, _ = front_matter(edition, Pagination(placements=places), load_policy("own"), makers.NO_METADATA, [])
    assert {"bindery:paper.1", "bindery:paper.2"} <= {link.uri for link in links_of(content)}


def test_an_award_stands_in_the_contents_and_on_a_page_of_its_own() -> None:
    edition = makers.difficult_edition(awards=(Award(name="Best Review", recipients=("Ben Two",), reason="For all."),))
    first, second, *others = edition.papers
    named = (
        msgspec.structs.replace(first, awards=("Best Paper",)),
        msgspec.structs.replace(second, awards=("Best Paper", "Best Artifact")),
    )
    edition = msgspec.structs.replace(edition, papers=(*named, *others))
    content, part = front_matter(edition, makers.placed(edition), load_policy("own"), makers.NO_METADATA, BACK)
    (page,) = (mark.page for mark in part.bookmarks if mark.title == "Awards")
    words = page_text(content, page).replace(".", "")
    places = [words.index(name) for name in ("Best Paper", "Best Artifact", "Best Review Ben Two For all")]
    assert places == sorted(places)
    assert [link.uri for link in links_of(content) if link.page == page].count("bindery:paper.003") == 2
    assert "· Best Paper, Best Artifact" in whole_text(content)


def test_one_award_given_twice_names_all_who_received_it() -> None:
    awards = (Award(name="Best Review", recipients=("Ada Sample",)), Award(name="Best Review", recipients=("Ben Two",)))
    rows = award_rows(makers.difficult_edition(awards=awards), Pagination(), page_grid((595.0, 842.0)))
    words = ["".join(piece.text for piece in placed.line.pieces) for row in rows for placed in row.lines]
    assert words == ["Best Review", "Ada Sample", "Ben Two"]


def test_a_paper_that_is_not_in_the_volume_has_its_award_without_a_page() -> None:
    shown = paper("009", title="A Demonstration", status="non-archival", awards=("Best Demonstration",))
    edition = msgspec.structs.replace(makers.difficult_edition(), papers=(shown,), sessions=())
    rows = award_rows(edition, Pagination(), page_grid((595.0, 842.0)))
    words = ["".join(piece.text for piece in placed.line.pieces) for row in rows for placed in row.lines]
    assert words[:2] == ["Best Demonstration", "A Demonstration"]
    assert not any(row.link for row in rows)
