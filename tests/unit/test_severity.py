from __future__ import annotations

import datetime

import pytest

from builders import edition, paper
from proceedings.codes import finding
from proceedings.profile import FormatProfile
from proceedings.records.edition import Waiver
from proceedings.records.volume import Volume
from proceedings.severity import blocking, weigh_findings


def weigh(*findings, table=None, strict=False, **fields):
    profile = FormatProfile(severities=table or {})
    return weigh_findings(findings, edition(paper("a"), paper("b"), profile=profile, **fields), strict=strict)


def test_a_code_keeps_its_own_severity_where_no_table_speaks():
    assert weigh(finding("type3-font", "x", paper="a"))[0].severity == "warning"


def test_the_profile_decides_and_the_edition_overrides_it():
    made = finding("type3-font", "x", paper="a")
    assert weigh(made, table={"type3-font": "error"})[0].severity == "error"
    volume = Volume(severities={"type3-font": "info"})
    assert weigh(made, table={"type3-font": "error"}, volume=volume)[0].severity == "info"


@pytest.mark.parametrize(
    ("asked", "usual_case", "mild_case"),
    [
        (None, "error", "warning"),
        ("error", "error", "warning"),
        ("warning", "warning", "warning"),
        ("info", "info", "info"),
    ],
)
def test_a_profile_makes_a_case_that_its_check_found_mild_no_graver(asked, usual_case, mild_case):
    findings = weigh(
        finding("page-limit", "twice as long", paper="a"),
        finding("page-limit", "by its references", paper="b", severity="warning"),
        table={"page-limit": asked} if asked else {},
    )
    assert [each.severity for each in findings] == [usual_case, mild_case]


@pytest.mark.parametrize("asked", ["error", "warning", "info"])
def test_a_profile_weighs_also_what_its_check_found_grave(asked):
    grave = finding("ink-outside-text-block", "a table 40 pt wide of the block", paper="a", severity="error")
    assert weigh(grave)[0].severity == "error"
    assert weigh(grave, table={"ink-outside-text-block": asked})[0].severity == asked


@pytest.mark.parametrize(
    ("code", "mild"),
    [("damaged-pdf", "warning"), ("no-searchable-text", "warning"), ("low-resolution-image", "info")],
)
def test_the_edition_speaks_of_every_case_of_a_code_and_off_silences_all(code, mild):
    made = finding(code, "x", paper="a", severity=mild)
    assert weigh(made, table={code: "error"})[0].severity == mild
    assert weigh(made, table={code: "off"}) == ()
    volume = Volume(severities={code: "error"})
    assert weigh(made, table={code: "info"}, volume=volume)[0].severity == "error"


def test_what_a_profile_does_not_want_to_hear_is_dropped():
    assert weigh(finding("page-number-present", "x", paper="a"), table={"page-number-present": "off"}) == ()


def test_while_collecting_a_missing_paper_is_information_until_its_deadline():
    missing = finding("camera-ready-missing", "x", paper="a")
    volume = Volume(phase="collecting", deadlines={"camera_ready": datetime.date(2019, 5, 20)})
    before = weigh(missing, volume=volume, as_of=datetime.date(2019, 5, 20))
    after = weigh(missing, volume=volume, as_of=datetime.date(2019, 5, 21))
    assert (before[0].severity, after[0].severity) == ("info", "error")


@pytest.mark.parametrize("phase", ["collecting", "checking"])
def test_what_nobody_wants_to_hear_is_silent_also_while_it_is_awaited(phase):
    awaited = finding("source-missing", "x", paper="a")
    assert weigh(awaited, table={"source-missing": "off"}, volume=Volume(phase=phase)) == ()
    ours = Volume(phase=phase, severities={"source-missing": "off"})
    assert weigh(awaited, table={"source-missing": "error"}, volume=ours) == ()


def test_a_delivery_is_strict_in_every_phase():
    missing = finding("camera-ready-missing", "x", paper="a")
    assert weigh(missing, volume=Volume(phase="collecting"), strict=True)[0].severity == "error"


def test_a_broken_file_is_an_error_even_while_collecting():
    assert weigh(finding("damaged-pdf", "x", paper="a"), volume=Volume(phase="collecting"))[0].severity == "error"


def test_a_waiver_holds_for_its_paper_and_code_only():
    waiver = Waiver(paper="a", code="damaged-pdf", reason="Seen.")
    findings = weigh(
        finding("damaged-pdf", "x", paper="a"),
        finding("damaged-pdf", "x", paper="b"),
        finding("password", "x", paper="a"),
        waivers=(waiver,),
    )
    assert [(each.paper, each.code) for each in findings if each.waived] == [("a", "damaged-pdf")]
    assert len(blocking(findings)) == 2


def test_an_expired_waiver_holds_no_more():
    waiver = Waiver(paper="a", code="damaged-pdf", reason="Seen.", until=datetime.date(2019, 6, 1))
    made = finding("damaged-pdf", "x", paper="a")
    assert weigh(made, waivers=(waiver,), as_of=datetime.date(2019, 6, 1))[0].waived
    assert not weigh(made, waivers=(waiver,), as_of=datetime.date(2019, 6, 2))[0].waived


def test_findings_stand_in_reading_order():
    findings = weigh(
        finding("type3-font", "x", paper="b"),
        finding("type3-font", "x", paper="a"),
        finding("damaged-pdf", "x", paper="a"),
        finding("isbn-invalid", "x"),
    )
    assert [(each.paper, each.code) for each in findings] == [
        (None, "isbn-invalid"),
        ("a", "damaged-pdf"),
        ("a", "type3-font"),
        ("b", "type3-font"),
    ]


def test_a_paper_that_the_publisher_collects_is_awaited_but_blocks_nothing():
    missing = finding("camera-ready-missing", "x", paper="a")
    assert weigh(missing, volume=Volume(collected_by="publisher"), strict=True)[0].severity == "info"
    ours = edition(paper("a", collected_by="chair"), volume=Volume(collected_by="publisher"))
    assert weigh_findings([missing], ours, strict=True)[0].severity == "error"
    silent = Volume(collected_by="publisher", severities={"camera-ready-missing": "off"})
    assert weigh(missing, volume=silent, strict=True) == ()


@pytest.mark.parametrize("person", ["Ben Two", "Two, Ben", "BEN TWO"])
def test_a_waiver_of_a_changed_author_names_the_person(person):
    made = finding("authors-changed", "“Ben Two” is an author now.", paper="a", people=("Ben Two",))
    waiver = Waiver(paper="a", code="authors-changed", person=person, reason="the chairs agreed")
    assert weigh(made, waivers=(waiver,))[0].waived


@pytest.mark.parametrize("person", [None, "Ada Sample", "Ben"])
def test_a_waiver_that_names_nobody_or_somebody_else_does_not_hold_for_a_changed_author(person):
    made = finding("authors-changed", "“Ben Two” is an author now.", paper="a", people=("Ben Two",))
    waiver = Waiver(paper="a", code="authors-changed", person=person, reason="the chairs agreed")
    assert not weigh(made, waivers=(waiver,))[0].waived


def test_another_order_of_the_same_authors_is_about_nobody_and_waived_without_a_name():
    made = finding("authors-changed", "the authors stand in another order.", paper="a", severity="warning")
    assert weigh(made, waivers=(Waiver(paper="a", code="authors-changed", reason="asked"),))[0].waived
