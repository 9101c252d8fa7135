"""Which day it is for an edition."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from builders import edition, paper
from proceedings.intake.edition_dates import dated, today_problems
from proceedings.records.edition import Approval, Edition, Waiver
from proceedings.records.paper import PaperDates, Rights
from proceedings.records.volume import Event, Volume

DEADLINE = datetime.date(2019, 5, 20)
SUBMITTED = datetime.date(2019, 2, 1)
MEETING = Event(start=datetime.date(2019, 6, 18), end=datetime.date(2019, 6, 20))
AHEAD = Volume(event=MEETING, deadlines={"camera_ready": DEADLINE})
SOURCE_DATE = datetime.date(2019, 3, 3)


def notes(made: Edition, source_date: datetime.date | None = None) -> list[str]:
    problems = list(today_problems(dated(made, source_date), source_date))
    assert all((each.severity, each.at) == ("info", ("as_of",)) for each in problems)
    return [each.message for each in problems]


def test_a_deadline_and_an_event_that_lie_ahead_do_not_make_today() -> None:
    made = dated(edition(paper("a"), volume=AHEAD), None)
    assert made.as_of is None
    assert made.printed_date == MEETING.end


@pytest.mark.parametrize(
    "fields",
    [
        {"dates": PaperDates(submitted=SUBMITTED)},
        {"dates": PaperDates(accepted=SUBMITTED)},
        {"dates": PaperDates(camera_ready=SUBMITTED)},
        {"rights": Rights(signed=SUBMITTED)},
    ],
)
def test_today_is_not_before_what_is_on_record(fields: dict[str, Any]) -> None:
    assert dated(edition(paper("a", **fields), volume=AHEAD), None).as_of == SUBMITTED


def test_an_approval_is_on_record_too() -> None:
    assert dated(edition(approvals=(Approval(id="a", date=SUBMITTED),)), None).as_of == SUBMITTED


def test_proceedings_and_the_source_date_say_what_is_today_and_what_is_printed() -> None:
    made = dated(edition(paper("a"), volume=AHEAD), SOURCE_DATE)
    assert (made.as_of, made.printed_date) == (SOURCE_DATE, SOURCE_DATE)
    said = dated(edition(volume=Volume(event=MEETING, as_of=DEADLINE)), SOURCE_DATE)
    assert (said.as_of, said.printed_date) == (DEADLINE, DEADLINE)


def test_without_a_today_one_note_says_that_deadlines_and_waivers_are_not_watched() -> None:
    waived = (Waiver(code="gutter", until=DEADLINE), Waiver(code="gutter", until=DEADLINE))
    assert notes(edition(volume=AHEAD)) == ["`as_of` is not set, so deadlines are not watched."]
    assert notes(edition(volume=AHEAD, waivers=waived)) == [
        "`as_of` is not set, so deadlines and waivers with `until` are not watched."
    ]


def test_a_deadline_after_all_that_is_on_record_is_not_watched_either() -> None:
    papers = paper("a", dates=PaperDates(submitted=SUBMITTED))
    assert notes(edition(papers, volume=AHEAD)) == [
        "`as_of` is not set, so deadlines are watched up to 2019-02-01 only, the latest day on record."
    ]


def test_nothing_is_noted_where_nothing_ends_or_all_has_ended_or_the_day_is_known() -> None:
    late = paper("a", dates=PaperDates(camera_ready=datetime.date(2019, 5, 21)))
    assert notes(edition(paper("a"), volume=Volume(event=MEETING, deadlines={"submission": DEADLINE}))) == []
    assert notes(edition(waivers=(Waiver(code="gutter"),))) == []
    assert notes(edition(late, volume=AHEAD)) == []
    assert notes(edition(volume=AHEAD), SOURCE_DATE) == []
