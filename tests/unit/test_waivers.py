"""Waivers that are over and waivers that cover nothing are findings themselves."""

from __future__ import annotations

import datetime

import pytest

from builders import edition, paper
from proceedings.codes import finding
from proceedings.gathering import gathered_findings
from proceedings.records.edition import Waiver
from proceedings.records.finding import Finding
from proceedings.records.volume import Volume

TODAY = datetime.date(2019, 6, 20)
GUTTER = finding("gutter", "x", paper="a")


def gathered(*findings: Finding, waivers: tuple[Waiver, ...], complete: bool = True, **fields: object) -> list[Finding]:
    made = edition(paper("a"), paper("b"), waivers=waivers, as_of=TODAY, **fields)
    return list(gathered_findings(findings, made, strict=False, complete=complete))


def waiver(code: str = "gutter", id: str | None = "a", **fields: object) -> Waiver:
    return Waiver(paper=id, code=code, reason="Seen.", by="Ed Chair", **fields)  # type: ignore[arg-type]


def test_a_waiver_that_covers_a_finding_is_silent() -> None:
    assert [(each.code, each.waived) for each in gathered(GUTTER, waivers=(waiver(until=TODAY),))] == [("gutter", True)]


def test_an_expired_waiver_is_named_with_its_place_its_day_and_its_author() -> None:
    over = waiver(until=datetime.date(2019, 6, 1))
    found = gathered(GUTTER, waivers=(waiver("page-size", "b"), over))
    expired = next(each for each in found if each.code == "waiver-expired")
    assert expired.severity == "warning" and expired.paper is None
    assert expired.message == (
        "metadata/waivers.yml, entry 2: the waiver of gutter for paper a (Ed Chair) "
        "held until 1 June 2019; the finding counts again."
    )


def test_an_expired_waiver_of_nothing_is_information_and_not_unused_as_well() -> None:
    found = gathered(waivers=(waiver(until=datetime.date(2019, 6, 1)),))
    assert [(each.code, each.severity) for each in found] == [("waiver-expired", "info")]


def test_a_waiver_of_nothing_is_unused() -> None:
    found = gathered(GUTTER, waivers=(waiver(id="b"),))
    assert [(each.code, each.severity) for each in found] == [("waiver-unused", "info"), ("gutter", "warning")]
    assert "entry 1: the waiver of gutter for paper b" in found[0].message


def test_a_waiver_of_the_volume_is_named_as_such() -> None:
    assert "for the volume" in gathered(waivers=(waiver("isbn-invalid", None),))[0].message


def test_a_waiver_of_what_follows_from_another_finding_is_used() -> None:
    found = gathered(finding("page-size", "x", paper="a"), GUTTER, waivers=(waiver(),))
    assert [each.code for each in found] == ["page-size"]


def test_a_waiver_of_a_paper_that_has_not_arrived_is_not_called_unused() -> None:
    missing = finding("camera-ready-missing", "x", paper="a")
    found = gathered(missing, waivers=(waiver(),), volume=Volume(phase="collecting"))
    assert [each.code for each in found] == ["camera-ready-missing"]


def test_no_waiver_is_called_unused_before_all_stages_have_spoken() -> None:
    assert gathered(waivers=(waiver("proof-mismatch", None),), complete=False) == []


@pytest.mark.parametrize("strange", [waiver("guter"), waiver(id="z")])
def test_unknown_papers_and_codes_are_left_to_the_intake(strange: Waiver) -> None:
    assert gathered(waivers=(strange,)) == []


def test_an_edition_may_silence_both() -> None:
    volume = Volume(severities={"waiver-unused": "off"})
    assert gathered(waivers=(waiver(),), volume=volume) == []


def test_an_unused_waiver_of_a_changed_author_that_names_nobody_says_what_it_lacks() -> None:
    made = finding("authors-changed", "“Ben Two” is an author now.", paper="a", people=("Ben Two",))
    unused = next(each for each in gathered(made, waivers=(waiver("authors-changed"),)) if each.code == "waiver-unused")
    assert "must name the `person`" in unused.message
