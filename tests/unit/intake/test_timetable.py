"""Days and hours of the programme that cannot be."""

from __future__ import annotations

import datetime

import pytest

from proceedings.intake.programme import Programme
from proceedings.intake.timetable import timetable_problems
from proceedings.records.programme import Session, Talk
from proceedings.records.volume import Event

FIRST, SECOND = datetime.date(2019, 6, 20), datetime.date(2019, 6, 21)
EVENT = Event(start=FIRST, end=SECOND)


def test_a_programme_that_can_be_is_left_alone() -> None:
    sessions = (
        Session(papers=("017",), time="9:00-10:30", times={"017": "9h15"}, date=FIRST),
        Session(time="after lunch", talks=(Talk(time="2:00 pm", date=SECOND),)),
    )
    assert list(timetable_problems(Programme(sessions=sessions, keynotes=(Talk(time="24:00"),)), EVENT)) == []


@pytest.mark.parametrize(("time", "told"), [("25:00", "25:00"), ("9:00-10:75", "10:75"), ("17h61", "17h61")])
def test_an_hour_that_no_clock_shows_is_told_where_it_stands(time: str, told: str) -> None:
    sessions = (Session(papers=("017",), times={"017": time}, talks=(Talk(time=time),)),)
    problems = list(timetable_problems(Programme(sessions=sessions, keynotes=(Talk(time=time),)), Event()))
    assert {each.message for each in problems} == {f'"{told}" is no time of day.'}
    assert [each.at for each in problems] == [
        ("keynotes", 0, "time"),
        ("sessions", 0, "times", "017"),
        ("sessions", 0, "talks", 0, "time"),
    ]


def test_a_day_on_which_the_event_is_not_is_a_warning() -> None:
    late = Programme(sessions=(Session(date=datetime.date(2020, 6, 20)),))
    (problem,) = timetable_problems(late, EVENT)
    assert problem.message == "2020-06-20 is not among the days of the event, 2019-06-20 to 2019-06-21."
    assert problem.severity == "warning"
    assert list(timetable_problems(late, Event(end=SECOND))) == []
