"""The programme: what comes when, and what of it is in the volume."""

from __future__ import annotations

import datetime

import msgspec
import pytest

from proceedings.bidi import RIGHT_TO_LEFT
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper, Status
from proceedings.records.programme import Session, Talk
from proceedings.records.volume import Event, Volume
from proceedings.typesetting.front_matter import front_matter
from proceedings.typesetting.grid import page_grid
from proceedings.typesetting.inline import drawn
from proceedings.typesetting.pages import flow
from proceedings.typesetting.programme import programme_rows
from proceedings.typesetting.running_order import printed_time, running_order, start_of
from typeset_reading import page_text
from typesetting_makers import NO_METADATA, difficult_edition, placed

FIRST, SECOND = datetime.date(2019, 6, 20), datetime.date(2019, 6, 21)


def paper(name: str, status: Status = "accepted") -> Paper:
    return Paper(id=name, title=f"Paper {name}", authors=(Author(given="Ada", family="Sample"),), status=status)


def order_of(*items: Session | Talk) -> list[str]:
    sessions = tuple(item for item in items if isinstance(item, Session))
    talks = tuple(item for item in items if isinstance(item, Talk))
    return [slot.item.title for slot in running_order(Edition(sessions=sessions, keynotes=talks))]


def words_of(edition: Edition) -> str:
    rows = programme_rows(edition, page_grid((595.0, 842.0)))
    return "\n".join(
        "".join(piece.text for piece in placed.line.pieces).replace("\u00a0", " ")
        for row in rows
        for placed in row.lines
    )


def test_a_keynote_comes_at_its_hour() -> None:
    sessions = (Session(title="Morning", time="9:00-10:30"), Session(title="Afternoon", time="14:00-15:30"))
    assert order_of(Talk(title="Keynote", time="13:00"), *sessions) == ["Morning", "Keynote", "Afternoon"]


def test_a_keynote_without_an_hour_opens_its_day() -> None:
    sessions = (Session(title="One", date=FIRST, time="9:00"), Session(title="Two", date=SECOND, time="9:00"))
    assert order_of(Talk(title="Keynote", date=SECOND), *sessions) == ["One", "Keynote", "Two"]


def test_a_session_without_a_date_is_on_the_day_of_the_one_before() -> None:
    edition = Edition(sessions=(Session(date=FIRST), Session(), Session(date=SECOND), Session()))
    assert [slot.day for slot in running_order(edition)] == [FIRST, FIRST, SECOND, SECOND]


def test_an_event_of_one_day_has_that_day() -> None:
    edition = Edition(volume=Volume(event=Event(start=FIRST, end=FIRST)), sessions=(Session(),))
    assert [slot.day for slot in running_order(edition)] == [FIRST]
    longer = msgspec.structs.replace(edition, volume=Volume(event=Event(start=FIRST, end=SECOND)))
    assert [slot.day for slot in running_order(longer)] == [None]


def test_what_stands_before_the_first_date_is_on_the_events_first_day() -> None:
    volume = Volume(event=Event(start=FIRST, end=SECOND))
    edition = Edition(volume=volume, sessions=(Session(), Session(date=SECOND)), keynotes=(Talk(),))
    assert [slot.day for slot in running_order(edition)] == [FIRST, FIRST, SECOND]
    nameless = msgspec.structs.replace(edition, volume=Volume())
    assert [slot.day for slot in running_order(nameless)] == [SECOND, SECOND, SECOND]


def test_hours_of_a_night_are_told_by_their_nought() -> None:
    sessions = (Session(title="Night", time="05:30–06:10"), Session(title="Evening", time="18:35"))
    assert order_of(Talk(title="Keynote", time="18:30"), *sessions) == ["Night", "Keynote", "Evening"]


def test_hours_that_may_mean_the_afternoon_change_no_order() -> None:
    sessions = (Session(title="Morning", time="9:00"), Session(title="Afternoon", time="2:00"))
    assert order_of(*sessions) == ["Morning", "Afternoon"]
    assert order_of(Session(title="Late", time="2:00 pm"), Session(title="Early", time="9:00 am")) == ["Early", "Late"]


@pytest.mark.parametrize(
    ("time", "minutes"),
    [
        ("9:00", 540),
        ("13.30-14.10", 810),
        ("1:30–2:10 PM", 810),
        ("12:15 pm", 735),
        ("12:15 am", 15),
        ("2:00pm", 840),
        ("9:00–10:30 a.m.", 540),
        ("10:30-12:00 pm", 630),
        ("11:00 - 1:00 pm", 660),
        ("12:30-1:30 pm", 750),
        ("after lunch", None),
        (None, None),
    ],
)
def test_the_hour_is_read_from_the_beginning(time: str | None, minutes: int | None) -> None:
    assert start_of(time) == minutes


def test_a_half_of_the_day_right_behind_the_hour_tells_the_order_too() -> None:
    sessions = (Session(title="Morning", time="9:00am"), Session(title="Afternoon", time="2:00pm"))
    assert order_of(Talk(title="Keynote", time="4:00pm"), *sessions) == ["Morning", "Afternoon", "Keynote"]


def test_hours_are_joined_by_an_en_dash_and_dates_stay() -> None:
    assert printed_time("9:00-10:30") == "9:00–10:30"
    assert printed_time("2020-07-01 9:00 - 10:30") == "2020-07-01 9:00–10:30"


def test_a_non_archival_paper_is_in_the_programme_and_marked_a_withdrawn_one_is_not() -> None:
    papers = (paper("1"), paper("2", "non-archival"), paper("3", "withdrawn"))
    session = Session(title="Talks", time="9:00", papers=("1", "2", "3"), times={"2": "9:20"})
    words = words_of(Edition(papers=papers, sessions=(session,)))
    assert "9:20\nPaper 2\nAda Sample · not in this volume" in words
    assert "Paper 1\nAda Sample\n" in words and "Paper 3" not in words


def test_only_papers_of_the_volume_are_linked() -> None:
    session = Session(title="Talks", time="9:00", papers=("1", "2"))
    edition = Edition(papers=(paper("1"), paper("2", "non-archival")), sessions=(session,))
    links = {row.link for row in programme_rows(edition, page_grid((595.0, 842.0))) if row.link}
    assert links == {"bindery:paper.1"}


def test_a_break_is_a_line_and_a_session_says_who_chairs_it_and_where() -> None:
    talks = Session(title="Talks", time="9:00", papers=("1",), chairs=("Ada Sample", "Ben Two"), room="Hall 2")
    words = words_of(Edition(papers=(paper("1"),), sessions=(talks, Session(title="Coffee", time="10:30-11:00"))))
    assert "Talks\nChairs: Ada Sample and Ben Two · Hall 2\n" in words
    assert words.endswith("10:30–11:00\nCoffee")


def test_a_page_on_which_a_session_goes_on_says_which() -> None:
    papers = tuple(paper(f"{number:02}") for number in range(30))
    long = Session(title="Posters", time="9:00", papers=tuple(each.id for each in papers))
    grid = page_grid((595.0, 842.0))
    first, second = flow(programme_rows(Edition(papers=papers, sessions=(long,)), grid), grid)
    words = ["".join(piece.text for piece in row.row.lines[0].line.pieces) for row in second.rows if row.row.lines]
    assert words[0] == "Posters (continued)" and words[1].startswith("Paper ")
    assert not any(
        "continued" in piece.text for row in first.rows for each in row.row.lines for piece in each.line.pieces
    )


def test_without_times_there_is_no_programme() -> None:
    assert programme_rows(difficult_edition(), page_grid((595.0, 842.0))) == []


def test_the_programme_stands_before_the_contents() -> None:
    edition = difficult_edition()
    timed = tuple(msgspec.structs.replace(session, time="9:00") for session in edition.sessions)
    edition = msgspec.structs.replace(edition, sessions=timed)
    content, part = front_matter(edition, placed(edition), load_policy("own"), NO_METADATA, [])
    assert [mark.title for mark in part.bookmarks][-2:] == ["Programme", "Contents"]
    assert "Thursday, 20 June 2019" in page_text(content, part.bookmarks[-2].page)


def test_names_that_run_left_leave_what_stands_beside_them_in_its_place() -> None:
    name, room = "محمد عبد الرحمن", "201"
    talk = Talk(speaker=name, affiliation="MIT", chair=name, room=room)
    sessions = (Session(title="One", time="9:00", chairs=("Ada Sample", name), room=room, talks=(talk,)),)
    rows = programme_rows(Edition(sessions=sessions), page_grid((595.0, 842.0)))
    lines = [[piece.text for piece in drawn(placed.line.pieces)] for row in rows for placed in row.lines]
    ends = [(line[0], line[-1]) for line in lines if any(map(RIGHT_TO_LEFT.search, line))]
    assert [last for _, last in ends] == [room, "MIT", room]
    assert [first for first, _ in ends] == ["Chairs:", "الرحمن", "Chair:"]
