import datetime
from typing import Any

import msgspec

from builders import edition, paper
from proceedings.codes import finding
from proceedings.records.volume import Volume
from proceedings.report.compose import NOT_SET, report_page
from proceedings.report.page import ReportPage
from proceedings.report.papers_view import Build
from report_makers import difficult_build, proof_of


def figures(page: ReportPage) -> dict[str, str]:
    return {each.label: f"{each.value} ({each.remark})" for each in page.figures}


def test_where_the_day_comes_from_is_said_if_nobody_has_set_it() -> None:
    day = datetime.date(2019, 3, 19)
    recorded = report_page(Build(edition=edition(paper(), as_of=day)), None)
    said = report_page(Build(edition=edition(paper(), as_of=day, volume=Volume(title="V", as_of=day))), None)
    assert figures(said)["Phase"].endswith("(as of 19 March 2019)")
    assert "(as of 19 March 2019, the latest day that is known" in figures(recorded)["Phase"]
    assert "as_of in proceedings.yml sets it" in figures(recorded)["Phase"]


def test_the_figures_say_what_there_is() -> None:
    build = difficult_build()
    assert figures(report_page(build, proof_of(build))) == {
        "Phase": f"checking (as of 20 June 2019, {NOT_SET})",
        "Papers": "10 (in 3 sessions; 1 non-archival, 1 withdrawn)",
        "Pages": "56 (i–viii, 1–48)",
        "Internal links": "184 of 184 (kept, stamped and in the volume)",
        "Findings": "60 (4 errors, 37 warnings, 18 notes, 1 waived)",
    }


def test_without_a_proof_pages_are_summed_from_the_table_and_links_are_not_spoken_of() -> None:
    shown = figures(report_page(difficult_build(), None))
    assert shown["Pages"] == "40 (of papers)"
    assert "Internal links" not in shown


def test_without_a_volume_the_report_says_so() -> None:
    assert figures(report_page(Build(edition=edition(paper())), None))["Pages"] == "none (no volume yet)"


def test_findings_of_the_volume_and_of_unknown_papers_come_before_all_rows() -> None:
    shown = report_page(difficult_build(), None).volume_findings
    assert [(each.paper, each.code) for each in shown] == [(None, "metadata-missing"), ("099", "orphan-pdf")]


def test_the_mood_follows_what_blocks_and_what_is_awaited() -> None:
    missing = finding("camera-ready-missing", "The PDF is not there.", paper="017", severity="info")
    collecting = edition(paper("017"), volume=Volume(title="V", phase="collecting"))
    assert report_page(difficult_build(), None).mood == "bad"
    assert report_page(Build(edition=edition(paper())), None).mood == "good"
    assert report_page(Build(edition=collecting, findings=(missing,)), None).mood == "waiting"


def test_with_many_blocked_papers_the_commonest_causes_are_named_first() -> None:
    many = edition(*(paper(f"{number:03}") for number in range(13)))
    found = tuple(finding("password", "Locked.", paper=each.id, severity="error") for each in many.papers)
    shown = report_page(Build(edition=many, findings=(*found, *found)), None).causes
    assert [(each.code, each.anchor, each.papers) for each in shown] == [("password", "code-password", "13 papers")]
    assert report_page(difficult_build(), None).causes == ()


def test_a_ribbon_is_drawn_while_its_papers_can_be_told_apart() -> None:
    build = difficult_build()
    assert report_page(build, None).ribbon
    assert not report_page(msgspec.structs.replace(build, table={}), None).ribbon


def test_files_are_named_with_what_they_are() -> None:
    files = {each.name: (each.link, each.what) for each in report_page(difficult_build(), None).files}
    assert files["proceedings.pdf"] == ("../proceedings.pdf", "the whole volume")


def test_bundles_are_listed_with_whom_they_are_for_and_what_becomes_of_them() -> None:
    def page(**volume: Any) -> ReportPage:
        given = edition(paper(), volume=Volume(bundles=("springer", "archive"), **volume))
        return report_page(Build(edition=given), None)

    ready = page()
    assert [(each.name, each.what) for each in ready.bundles] == [
        ("bundle/springer.zip", "for Springer"),
        ("bundle/archive.zip", "for the archive"),
    ]
    assert {each.link for each in ready.bundles} == {""}
    assert ready.of_bundles.endswith("Once one is handed over: make deliver TO=springer.")
    assert page(phase="collecting").of_bundles.startswith("make packs them once")
    assert report_page(difficult_build(), None).of_bundles == "Not packed, because 4 errors block them."


def test_a_note_of_the_chairs_stands_with_its_paper_in_the_report() -> None:
    given = edition(paper(notes="Ask Ada\nfor the form."))
    (session,) = report_page(Build(edition=given), None).sessions
    assert [each.notes for each in session.papers] == ["Ask Ada for the form."]
