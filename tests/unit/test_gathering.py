"""From the findings of the stages to those of the edition."""

from __future__ import annotations

from builders import edition, paper
from proceedings.codes import finding
from proceedings.gathering import gathered_findings
from proceedings.profile import FormatProfile
from proceedings.records.edition import Waiver
from proceedings.records.volume import Volume
from proceedings.severity import blocking

WRONG_PAPER = finding("page-size", "x", paper="a")
INK = finding("ink-outside-text-block", "y", paper="a", page=2)
INK_IS_AN_ERROR = FormatProfile(severities={"ink-outside-text-block": "error"})


def test_a_cause_that_is_off_explains_nothing() -> None:
    volume = Volume(severities={"page-size": "off"})
    found = gathered_findings((WRONG_PAPER, INK), edition(paper("a"), volume=volume), strict=False)
    assert [each.code for each in found] == ["ink-outside-text-block"]


def test_a_waived_cause_takes_what_follows_with_it() -> None:
    made = edition(
        paper("a"), waivers=(Waiver(paper="a", code="page-size", reason="Agreed."),), profile=INK_IS_AN_ERROR
    )
    found = gathered_findings((WRONG_PAPER, INK), made, strict=True)
    assert len(found) == 1 and found[0].waived and not blocking(found)


def test_a_cause_that_a_profile_makes_a_note_of_hides_no_error() -> None:
    profile = FormatProfile(severities={"page-size": "info", "ink-outside-text-block": "error"})
    found = gathered_findings((WRONG_PAPER, INK), edition(paper("a"), profile=profile), strict=False)
    assert {each.code for each in found} == {"page-size", "ink-outside-text-block"}


def test_a_certificate_wins_over_the_profile() -> None:
    findings = (finding("certified", "c", paper="a"), finding("type3-font", "t", paper="a"))
    profile = FormatProfile(severities={"type3-font": "error"})
    found = gathered_findings(findings, edition(paper("a"), profile=profile), strict=True)
    assert {each.severity for each in found} == {"info"}


def test_one_findings_list_gives_one_order_whatever_order_the_stages_write_in() -> None:
    findings = (WRONG_PAPER, INK, finding("isbn-invalid", "i"))
    made = edition(paper("a"))
    assert gathered_findings(findings, made, strict=False) == gathered_findings(findings[::-1], made, strict=False)
