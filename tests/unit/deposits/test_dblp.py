from __future__ import annotations

import pytest

from builders import edition, paper
from deposit_makers import REGISTERING, deposited, faults, registering, tree_of
from proceedings.deposits.folder import deposit_files
from proceedings.deposits.listing import DBLP, refusals
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.volume import Event, PartOf


def test_the_proceedings_stand_in_the_order_of_dblps_document_type() -> None:
    written = deposited(registering({"series": "Sample Series"}))[DBLP]
    assert written.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE dblpsubmission SYSTEM ')
    assert faults(written, "dblp") == []
    (proceedings,) = tree_of(written)
    assert [each.tag for each in proceedings] == [
        *("editor", "title", "year", "isbn", "doi", "conf", "series", "toc"),
    ]
    assert [each.text for each in proceedings.iterfind("conf/*")] == [
        *("DLS 2019", "3", "Ghent, Belgium", "20–21 June 2019"),
    ]


def test_a_paper_has_names_in_their_own_script_pages_and_doi() -> None:
    (found,) = tree_of(deposited(registering())[DBLP]).iterfind(".//publ")
    assert [(each.tag, each.text) for each in found] == [
        ("author", "Ludwig van der Berg Jr."),
        ("author", "Mausam"),
        ("author", "Xiaoming Wang"),
        ("author", "The Sample Machine Team"),
        ("title", "An O(n²) Bound for <Tags> & Entities: A Study"),
        ("pages", "1-4"),
        ("doi", "10.5555/x"),
        ("ee", "https://doi.org/10.5555/x"),
    ]
    assert [each.get("original") for each in found.iterfind("author")] == [None, None, "王小明", None]


def test_a_paper_without_a_doi_is_led_to_by_its_own_address() -> None:
    (found,) = tree_of(deposited(registering(doi="pending"))[DBLP]).iterfind(".//publ")
    assert found.find("doi") is None
    assert found.findtext("ee") == "https://example.org/v/017.html"


def test_papers_stand_under_their_sessions_wherever_their_pages_are() -> None:
    about = edition(paper("1"), paper("2"), paper("3"))
    sessions = (Session(title="First", papers=("1", "2")), Session(title="Second", papers=("3",)))
    about = Edition(volume=REGISTERING, sessions=sessions, papers=about.papers)
    places = [("1", 0), ("3", 1), ("2", 0)]
    pagination = Pagination(
        placements=tuple(
            Placement(paper=each, session=session, first_page=n, last_page=n)
            for n, (each, session) in enumerate(places, 1)
        )
    )
    toc = tree_of(deposit_files(about, pagination, load_policy("own"))[DBLP]).find(".//toc")
    assert toc is not None
    assert [each.text if each.tag == "section" else each.findtext("pages") for each in toc] == [
        *("First", "1", "3", "Second", "2"),
    ]


def test_a_part_of_a_joint_volume_is_told_as_the_book_that_it_is_in() -> None:
    joint = PartOf(title="Joint Volume", publisher="Sample Press", isbn="978-3-16-148410-0")
    (proceedings,) = tree_of(deposited(registering({"part_of": joint, "isbn": None}))[DBLP])
    told = [proceedings.findtext(each) for each in ("title", "publisher", "isbn", "doi")]
    assert told == ["Joint Volume", "Sample Press", "978-3-16-148410-0", None]


@pytest.mark.parametrize("event", [Event(), Event(place="Ghent")])
def test_without_place_and_day_there_is_no_submission(event: Event) -> None:
    about = registering({"event": event})
    assert DBLP not in deposited(about)
    assert "`event.start`" in refusals(about.volume)[DBLP]
