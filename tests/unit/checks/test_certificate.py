"""IEEE PDF eXpress: the certificate wins, unless the file was changed after it."""

from __future__ import annotations

from typing import Any

import pytest

from builders import edition, facts, holdings, paper
from proceedings.checks import certificate, file_condition, file_extras, file_form, fonts
from proceedings.checks.registry import PaperCheck
from proceedings.checks.rules import Rules
from proceedings.gathering import gathered_findings
from proceedings.profile import FormatProfile, load_profile
from proceedings.publisher import load_policy
from proceedings.reading.reading import Reading
from proceedings.records.facts import ExtraFacts, FontFacts
from proceedings.records.finding import Finding
from proceedings.records.volume import Volume
from proceedings.severity import blocking

MARK = "Certified by IEEE PDFeXpress at 05/12/2019 10:15:32 AM"
CREATED = "D:20190512101532-04'00'"
CHECKS: tuple[PaperCheck, ...] = (
    certificate.certified,
    certificate.certificate_void,
    file_condition.encrypted,
    file_extras.form,
    file_extras.attachment,
    file_form.pdf_version,
    fonts.font_not_embedded,
)
FAULTS: dict[str, Any] = {
    "form_fields": (ExtraFacts(name="comment"),),
    "attachments": (ExtraFacts(name="a.csv"),),
    "pdf_version": "2.0",
}


def found(*, creator: str = MARK, modified: str = CREATED, profile: str = "ieee", **fields: Any) -> list[Finding]:
    information = {"Creator": creator, "CreationDate": CREATED, "ModDate": modified}
    chosen = load_profile(profile)
    file = facts("017", document_info=information, **fields)
    ours = [each for check in CHECKS for each in check(paper("017"), Reading(file), Rules(profile=chosen))]
    return list(gathered_findings(ours, edition(paper("017"), profile=chosen), strict=True))


@pytest.mark.parametrize(
    "creator",
    [
        MARK,
        "Certified by IEEE PDF eXpress at 12/05/2019 8:15:32 PM",
        "certified by IEEE PDF Express at 2019",
        "Microsoft Word - Certified by IEEE PDFeXpress Plus",
    ],
)
def test_what_the_certificate_covers_blocks_nothing(creator: str) -> None:
    fonts = (FontFacts(name="Arial", kind="TrueType", embedded=False, pages=(1,)),)
    findings = found(creator=creator, condition="encrypted", fonts=fonts, **FAULTS)
    assert not blocking(findings)
    assert {each.severity for each in findings} == {"info"}
    assert sum(each.code == "certified" for each in findings) == 1


def test_a_certified_file_without_a_fault_has_no_finding() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("modified", "void"),
    [("D:20190512101532-07'00'", False), ("D:20190512101610-07'00'", False), ("D:20190512153000-07'00'", True)],
)
def test_the_service_itself_may_have_modified_the_file_when_it_certified_it(modified: str, void: bool) -> None:
    assert [each.code for each in found(modified=modified)] == ["certificate-void"] * void


def test_without_the_mark_the_same_faults_are_errors() -> None:
    assert {each.code for each in blocking(found(creator="LaTeX with hyperref", **FAULTS))} == {"form", "attachment"}


def test_a_file_changed_after_its_certificate_is_one_error() -> None:
    findings = found(modified="D:20190513080000Z", **FAULTS)
    assert [(each.code, each.severity) for each in findings] == [("certificate-void", "error")]
    assert "created on 2019-05-12 14:15:32 UTC and modified on 2019-05-13 08:00:00 UTC" in findings[0].message
    assert "not listed: attachment, form and pdf-version" in findings[0].message


def test_one_moment_in_two_zones_is_no_change() -> None:
    assert found(modified="D:20190512161532+02'00'") == []


@pytest.mark.parametrize("modified", ["", "unknown", "D:20190512"])
def test_a_date_that_says_nothing_certain_voids_nothing(modified: str) -> None:
    assert found(modified=modified) == []


def test_other_publishers_know_no_such_certificate() -> None:
    codes = {each.code for each in found(profile="lncs", modified="D:20190513080000Z", **FAULTS)}
    assert codes == {"form", "attachment"}


def test_the_publisher_alone_is_enough_where_the_profile_is_an_own_one() -> None:
    rules = Rules(profile=FormatProfile(name="own"), policy=load_policy("ieee"))
    file = facts("017", document_info={"Creator": MARK})
    assert [each.code for each in certificate.certified(paper("017"), Reading(file), rules)] == ["certified"]


def missing(*, publisher: str = "own", bundles: tuple[str, ...] = (), creator: str = "TeX", **fields: Any) -> list[Any]:
    volume = Volume(publisher=publisher, bundles=bundles)
    came = facts("017", document_info={"Creator": creator}, **fields)
    about = edition(paper("017"), paper("021"), volume=volume)
    found = certificate.certificate_missing(holdings(about, came, rules=Rules(policy=load_policy(publisher))))
    return [(each.paper, each.severity) for each in found]


def test_a_paper_without_a_certificate_is_named_where_the_publisher_wants_one() -> None:
    assert missing(publisher="ieee") == [("017", "warning")]
    assert missing(publisher="ieee", bundles=("archive",), creator=MARK) == []
    assert missing(publisher="springer") == missing(publisher="own") == []


def test_it_is_an_error_where_the_bundle_is_packed_for_which_it_is_wanted() -> None:
    assert missing(publisher="own", bundles=("archive", "ieee")) == [("017", "error")]
    assert missing(publisher="ieee", bundles=("ieee",)) == [("017", "error")]


def test_a_file_that_cannot_be_read_is_not_asked_for_a_certificate() -> None:
    assert missing(publisher="ieee", pages=0, condition="not-a-pdf") == []
