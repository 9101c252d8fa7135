import msgspec

from builders import edition, facts, paper
from proceedings.codes import finding
from proceedings.records.programme import Session
from proceedings.report.page import PaperView
from proceedings.report.papers_csv import TableRow
from proceedings.report.papers_view import Build, file_facts, page_words, session_views
from report_makers import difficult_build, table_of


def rows(build: Build) -> dict[str, PaperView]:
    return {each.id: each for session in session_views(build) for each in session.papers}


def test_every_paper_has_one_row_in_volume_order_and_those_in_no_session_come_last() -> None:
    sessions = session_views(difficult_build())
    assert [each.title for each in sessions][-1] == "In no session"
    ids = [each.id for session in sessions for each in session.papers]
    assert ids == [each.id for each in difficult_build().edition.papers]


def test_a_paper_that_two_sessions_name_has_one_row() -> None:
    both = edition(
        paper("017"), sessions=(Session(title="A", papers=("017", "017")), Session(title="B", papers=("017",)))
    )
    assert [[each.id for each in session.papers] for session in session_views(Build(edition=both))] == [["017"]]


def test_links_lead_only_to_files_that_exist() -> None:
    missing = rows(difficult_build())["021"]
    assert (missing.stamped_link, missing.file_link) == (None, None)
    assert missing.volume_link == "../proceedings.pdf#nameddest=paper.021"
    present = rows(difficult_build())["017"]
    assert (present.stamped_link, present.file_link) == ("../papers/017.pdf", "../../papers/017.pdf")


def test_a_paper_that_is_missing_has_proof_and_letter_too() -> None:
    build = msgspec.structs.replace(difficult_build(), files=("proofs",))
    missing = rows(build)["021"]
    assert (missing.proof_link, missing.letter_link) == ("../proofs/021.html", "../proofs/021.txt")
    assert rows(difficult_build())["021"].proof_link is None


def test_without_a_volume_no_row_links_to_its_pages() -> None:
    build = msgspec.structs.replace(difficult_build(), table={}, files=())
    assert all(each.volume_link is None and each.pages == "" for each in rows(build).values())


def test_the_gravest_finding_of_a_paper_stands_first_and_a_waived_one_last() -> None:
    seven = rows(difficult_build())["007"].findings
    assert seven[0].severity == "warning"
    assert seven[-1].waiver is not None


def test_blocked_papers_are_unfolded_while_they_are_few() -> None:
    few, many = edition(paper("017")), edition(*(paper(f"{number}") for number in range(13)))
    for each, expanded in ((few, True), (many, False)):
        found = tuple(finding("password", "Locked.", paper=one.id, severity="error") for one in each.papers)
        assert {row.expanded for row in rows(Build(edition=each, findings=found)).values()} == {expanded}


def test_pages_are_the_page_labels_of_the_table() -> None:
    assert page_words(TableRow(first_page="17", last_page="24")) == "17–24"
    assert page_words(TableRow(first_page="17", last_page="17")) == "17"
    assert page_words(TableRow(first_page="17")) == "17"
    assert page_words(TableRow()) == ""


def test_a_file_is_described_in_a_few_words() -> None:
    described = file_facts(facts("017", pages=1, document_info={"Producer": "pdfTeX-1.40.24"}, tagged=True))
    assert described == ("1 page", "100 kB", "PDF 1.5", "pdfTeX-1.40.24", "tagged")


def test_ids_with_signs_in_them_are_quoted_in_links() -> None:
    odd = edition(paper("2022.x#1"))
    row = rows(Build(edition=odd, table=table_of(odd), facts={"2022.x#1": facts("2022.x#1")}))["2022.x#1"]
    assert row.stamped_link == "../papers/2022.x%231.pdf"
