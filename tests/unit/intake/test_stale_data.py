from __future__ import annotations

import datetime
from typing import Any

import pytest

from builders import edition, paper
from proceedings.intake.approval_list import approval_problems, read_approvals
from proceedings.intake.deadlines import deadline_problems
from proceedings.intake.rights_checks import rights_problems
from proceedings.intake.stale_data import stale_problems
from proceedings.records.paper import PaperDates, Rights
from proceedings.records.volume import Event, PartOf, Phase, StampSettings, Volume

HELD = datetime.date(2019, 6, 20)
DAY = datetime.date(2019, 5, 20)


def stale(**fields: Any) -> list[str]:
    """The places of stale values in a volume of 2019."""
    event = Event(**({"name": "Workshop", "start": HELD, "end": HELD} | fields.pop("event", {})))
    volume = Volume(**({"year": 2019, "event": event} | fields))
    return [".".join(map(str, problem.at)) for problem in stale_problems(volume)]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"year": 2018}, "year"),
        ({"year": 2023}, "year"),
        ({"acronym": "DLS 2018"}, "acronym"),
        ({"title": "Proceedings of DLS'18"}, "title"),
        ({"event": {"acronym": "DLS2018"}}, "event.acronym"),
        ({"event": {"colocated_with": "ISC High Performance 2018"}}, "event.colocated_with"),
        ({"part_of": PartOf(title="ISC 2018 International Workshops")}, "part_of.title"),
        ({"copyright": "© 2018 the authors"}, "copyright"),
        ({"stamp": StampSettings(notice="Copyright 2017 by its authors")}, "stamp.notice"),
        ({"edition": "3rd", "title": "Proceedings of the Second International Workshop on Binding"}, "title"),
        ({"edition": "3", "event": {"name": "2nd Workshop on Binding"}}, "event.name"),
        ({"deadlines": {"camera_ready": datetime.date(2018, 5, 20)}}, "deadlines.camera_ready"),
        ({"as_of": datetime.date(2016, 1, 1)}, "as_of"),
    ],
)
def test_a_value_of_another_edition_is_found_at_its_place(fields: dict[str, Any], place: str) -> None:
    assert stale(**fields) == [place]


@pytest.mark.parametrize(
    "fields",
    [
        {"year": 2020, "acronym": "DLS 2019"},
        {"acronym": "DLS 2020", "year": 2020},
        {"title": "Computing in 2030: Proceedings of a Workshop"},
        {"title": "From 1950 to 2018: Proceedings"},
        {"title": "Papers on the Crisis of 1929"},
        {"title": "First Steps in Binding", "edition": "3rd"},
        {"edition": "Sample edition", "title": "Second Workshop"},
        {"edition": "3rd", "title": "Third International Workshop on the 2nd Law"},
        {"deadlines": {"camera_ready": datetime.date(2019, 10, 27), "submission": datetime.date(2018, 5, 1)}},
        {"as_of": datetime.date(2026, 1, 1)},
        {"stamp": StampSettings(notice="Preprint, arXiv 2018")},
    ],
)
def test_what_may_be_meant_is_left_alone(fields: dict[str, Any]) -> None:
    assert stale(**fields) == []


def late(phase: Phase = "collecting", deadline: str = "camera_ready", **fields: Any) -> list[str]:
    volume = Volume(phase=phase, deadlines={deadline: DAY}, **fields)
    papers = (paper("a"), paper("b"), paper("c", status="withdrawn"), paper("d", rights=Rights(signer="Ada Sample")))
    today = datetime.date(2019, 5, 21)
    listing = {"a.pdf", "d.pdf", "a-rights.pdf"}
    problems = deadline_problems(edition(*papers, volume=volume, as_of=today), listing)
    return [problem.message for problem in problems]


def test_a_deadline_that_is_over_names_who_is_late() -> None:
    assert late() == ["the deadline was 2019-05-20, and 1 PDF of b is missing."]
    assert late(deadline="rights") == ["the deadline was 2019-05-20, and 1 signed form of b is missing."]


def test_nothing_is_said_twice_or_of_what_others_collect() -> None:
    assert late(phase="checking") == []
    assert late(phase="checking", deadline="rights") == late(deadline="rights")
    assert late(collected_by="publisher") == []
    assert late(deadline="notification") == []


def rights(publisher: str = "own", **fields: Any) -> list[str]:
    judged = paper("a", "Ada de la Cruz", rights=Rights(**fields), dates=PaperDates(submitted=DAY))
    return [problem.message for problem in rights_problems(judged, Volume(publisher=publisher))]


def test_the_form_fits_the_paper_that_it_was_signed_for() -> None:
    assert rights(signer="A. CRUZ", variant="crown", signed=HELD, publisher="ieee") == []
    assert rights(signer="Ben Two") == ['the form was signed by "Ben Two", who is no author.']
    assert rights(variant="government") == []
    assert rights(variant="royal", publisher="ieee") == ['"royal" is no variant of the form of IEEE.']
    assert len(rights(signed=datetime.date(2018, 1, 1))) == 1


def test_approvals_are_read_with_everything_that_is_wrong_with_them(tmp_path: Any) -> None:
    file = tmp_path / "approvals.csv"
    assert read_approvals(file, shown_as="x") == (None, [])
    file.write_text(
        f'id,pdf_sha256,metadata_sha256,who,date\na,{"A" * 64},{"b" * 64},"Ada, Sample",2019-06-02\nz,1,2,,soon\n'
    )
    approvals, problems = read_approvals(file, shown_as="x")
    assert approvals is not None
    assert [(each.id, each.who, each.line, each.date) for each in approvals] == [
        ("a", "Ada, Sample", 2, datetime.date(2019, 6, 2)),
        ("z", "", 3, None),
    ]
    assert approvals[0].pdf_sha256 == "a" * 64
    assert [problem.line for problem in problems] == [3, 3, 3]
    assert [problem.line for problem in approval_problems(approvals, [paper("a")])] == [3]
    file.write_text("paper;who\n1;2\n")
    approvals, (problem,) = read_approvals(file, shown_as="x")
    assert approvals is None
    assert problem.message == "the columns are not id,pdf_sha256,metadata_sha256,who,date."
