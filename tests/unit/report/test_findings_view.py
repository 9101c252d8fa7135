from builders import author, edition, paper
from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.report.findings_view import code_views, contacts, finding_views, mail_link
from proceedings.report.page import CodeView
from report_makers import difficult_edition, sixty_findings


def codes(findings: tuple[Finding, ...]) -> dict[str, CodeView]:
    return {each.code: each for each in code_views(findings, difficult_edition(), {"017": "paper-017"})}


def test_one_code_gathers_all_its_papers_in_volume_order() -> None:
    assert [mark.id for mark in codes(sixty_findings())["page-box"].papers] == ["003", "007", "011", "024", "028"]


def test_codes_that_block_come_first_and_waived_ones_last() -> None:
    order = list(codes(sixty_findings()))
    assert order[0] == "type3-font"
    assert order[-1] == "font-not-embedded"


def test_the_corresponding_author_is_written_to_else_the_first_with_an_address() -> None:
    named = paper(
        people=(author("A B", email="a@example.org"), author("C D", email="c@example.org", corresponding=True))
    )
    assert contacts(named) == ("c@example.org",)
    assert contacts(paper(people=(author("A B"), author("C D", email="c@example.org")))) == ("c@example.org",)
    assert contacts(paper()) == ()


def test_nobody_is_written_to_about_a_waived_finding_or_a_note() -> None:
    assert codes(sixty_findings())["type3-font"].addresses == ("ada@example.org",)
    assert codes(sixty_findings())["font-not-embedded"].addresses == ()
    assert codes(sixty_findings())["page-box"].addresses == ()


def test_a_mail_hides_its_receivers_from_one_another_and_is_dropped_when_too_long() -> None:
    assert mail_link(("a@example.org", "b@example.org"), "DLS: type3-font") == (
        "mailto:?bcc=a@example.org,b@example.org&subject=DLS%3A%20type3-font"
    )
    assert mail_link((), "x") is None
    assert mail_link(tuple(f"author{number}@example.org" for number in range(200)), "x") is None


def test_a_finding_about_a_paper_that_nobody_described_is_named_and_not_linked() -> None:
    stray = codes((finding("orphan-pdf", "It belongs to no paper.", paper="099"),))["orphan-pdf"]
    assert [(mark.id, mark.anchor) for mark in stray.papers] == [("099", None)]


def test_a_finding_with_an_unknown_code_is_shown_all_the_same() -> None:
    assert codes((Finding(code="of-a-later-version", message="Something."),))["of-a-later-version"].what == ""


def test_a_page_is_linked_only_where_the_file_is_there() -> None:
    found = (finding("type3-font", "A Type 3 font.", paper="017", page=3),)
    (without,) = finding_views(found, edition(paper()), {})
    (with_file,) = finding_views(found, edition(paper()), {"017": "017.PDF"})
    assert (without.page, without.page_link) == (3, None)
    assert with_file.page_link == "../../papers/017.PDF#page=3"
