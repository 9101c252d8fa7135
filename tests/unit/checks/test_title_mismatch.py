"""The title on page 1 against the metadata, and files under the wrong id."""

from __future__ import annotations

import pytest

from builders import edition, holdings, paper
from front_makers import NAMES, SMALL, TITLE, facts_of, front_lines, line
from proceedings.checks.registry import check_edition
from proceedings.checks.rules import Rules
from proceedings.checks.title_mismatch import title_mismatch
from proceedings.profile import load_profile
from proceedings.publisher import load_policy
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper, Status

ONE, TWO = "Deep Learning on a Sample Machine", "Choosing a Batch Size from the Noise of Gradients"


def found(printed: str, about: Paper, rules: Rules | None = None) -> list[Finding]:
    lines = front_lines(printed, "Ada Sample")
    return list(title_mismatch(holdings(edition(about), facts_of(lines, about.id), rules=rules)))


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, [each.message for each in findings]
    return findings[0]


@pytest.mark.parametrize(
    "printed",
    ["Deep Learning on a Sample Machine", "DEEP LEARNING\nON A SAMPLE MACHINE", "Deep Learn-\ning on a Sample Machine",
     "Deep Learning on a Sample Machine ∗", "D EEP L EARNING ON A S AMPLE M ACHINE"],
)  # fmt: skip
def test_the_same_title_in_another_dress_is_no_finding(printed: str) -> None:
    assert found(printed, paper(title=ONE)) == []


def test_another_word_is_a_warning_that_shows_it() -> None:
    finding = only(found("Deep Learning with a Sample Machine", paper(title=ONE)))
    assert (finding.severity, finding.page) == ("warning", 1)
    assert "differs in “with” / “on”" in finding.message
    assert finding.box is not None


def test_a_letter_more_is_information() -> None:
    long = "A Long and Winding Title About the Model of a Sample Machine"
    finding = only(found(long.replace("Model", "Models"), paper(title=long)))
    assert (finding.severity, "“Models” / “Model”" in finding.message) == ("info", True)


def test_another_title_is_an_error() -> None:
    finding = only(found(TWO, paper(title=ONE)))
    assert finding.severity == "error"
    assert TWO in finding.message and ONE in finding.message


def test_a_subtitle_may_be_printed_with_the_title_or_left_to_a_smaller_line() -> None:
    with_subtitle = paper(title="Deep Learning", subtitle="A Study of One Sample Machine")
    assert found("Deep Learning: A Study of One Sample Machine", with_subtitle) == []
    assert found("Deep Learning", with_subtitle) == []
    whole = paper(title="Deep Learning on Machines Sample University")
    assert found("Deep Learning on Machines", whole) != []


def test_a_title_that_goes_on_in_a_smaller_size_is_the_title() -> None:
    about = paper(title="Sample Machines Ada Sample and Her Work")
    lines = front_lines("Sample Machines", "Ada Sample and Her Work")
    assert list(title_mismatch(holdings(edition(about), facts_of(lines)))) == []


def test_a_title_is_found_in_smaller_type_where_the_largest_is_a_journal_s_name() -> None:
    about = paper(title=ONE)
    below = front_lines("Sample Letters", "Deep Learning", "on a Sample Machine", "Ada Sample")
    above = [line(ONE, 120.0, NAMES), *front_lines("Sample Letters", "Ada Sample")]
    for lines in (below, above):
        assert list(title_mismatch(holdings(edition(about), facts_of(lines)))) == []


def test_words_of_the_title_within_a_line_or_in_the_text_are_not_the_title() -> None:
    about = paper(title="Deep Learning")
    elsewhere = [
        front_lines(TWO, "Ada Sample", abstract="Abstract. We measure deep learning."),
        [*front_lines(TWO, "Ada Sample"), line("Deep Learning", 700.0)],
        front_lines(TWO, "Ada Sample, Institute of Deep Learning"),
        front_lines("Deep Learning on\nSample Machines", "Ada Sample"),
        front_lines("Waiting for\nDeep Learning", "Ada Sample"),
    ]
    for lines in elsewhere:
        only(list(title_mismatch(holdings(edition(about), facts_of(lines)))))


def test_the_mark_of_a_footnote_behind_a_title_is_none_of_its_letters() -> None:
    def with_figure(title: str, style: tuple[str, float]) -> list[TextLine]:
        return [*front_lines(title, "Ada Sample"), line("2", 138.0, style, x=134.8 + 0.5 * TITLE[1] * len(title))]

    about = paper(title="Storing Carbon as CO")
    assert list(title_mismatch(holdings(edition(about), facts_of(with_figure(about.title, SMALL))))) == []
    whole = paper(title="Storing Carbon as CO2")
    assert list(title_mismatch(holdings(edition(whole), facts_of(with_figure(about.title, SMALL))))) == []
    assert only(list(title_mismatch(holdings(edition(about), facts_of(with_figure(about.title, TITLE)))))).message


def test_the_short_title_on_the_page_is_information() -> None:
    about = paper(title=ONE, short_title="Learning on a Machine")
    assert only(found("Learning on a Machine", about)).severity == "info"


def test_a_title_in_another_script_cannot_be_compared() -> None:
    assert only(found("Глубокое обучение", paper(title=ONE))).severity == "info"


@pytest.mark.parametrize(
    ("publisher", "cure"),
    [("springer", "the paper counts"), ("acl", "the metadata counts"), ("acm", "the signed form counts")],
)
def test_the_cure_names_the_side_that_counts_for_the_publisher(publisher: str, cure: str) -> None:
    rules = Rules(policy=load_policy(publisher))
    assert cure in only(found(TWO, paper(title=ONE), rules)).remedy


def test_a_wholly_different_title_asks_first_for_the_right_file() -> None:
    question = "the right file lies under this id"
    assert question in only(found(TWO, paper(title=ONE))).remedy
    assert question not in only(found(ONE.replace("Learning", "Earning"), paper(title=ONE))).remedy


def test_no_title_on_the_page_is_no_finding() -> None:
    assert list(title_mismatch(holdings(edition(paper(title=ONE)), facts_of([])))) == []


def two_papers(first: str, second: str) -> list[Finding]:
    """All findings of papers 017 and 021, whose files print these titles."""
    papers = paper("017", "Ada Sample", title=ONE), paper("021", "Ben Two", title=TWO)
    people = {ONE: "Ada Sample", TWO: "Ben Two"}
    facts = [
        facts_of(front_lines(title, people[title]), id, sha256=f"{title}")
        for id, title in (("017", first), ("021", second))
    ]
    findings = check_edition(edition(*papers, profile=load_profile("lncs")), facts)
    return [each for each in findings if each.code in ("title-mismatch", "author-mismatch", "duplicate-pdf")]


def test_files_under_the_right_ids_are_no_finding() -> None:
    assert two_papers(ONE, TWO) == []


def test_swapped_files_are_recognised_by_their_titles_and_have_no_author_finding() -> None:
    findings = two_papers(TWO, ONE)
    assert [(each.paper, each.code, each.severity) for each in findings] == [
        ("017", "title-mismatch", "error"),
        ("021", "title-mismatch", "error"),
    ]
    assert "papers/017.pdf, page 1: the file carries the title of paper 021" in findings[0].message
    assert "exchange papers/017.pdf and papers/021.pdf" in findings[0].remedy


def test_a_file_that_lies_under_two_ids_is_wrong_where_the_title_is_not() -> None:
    findings = {each.code: each for each in two_papers(TWO, TWO)}
    assert findings.keys() == {"duplicate-pdf", "title-mismatch"}
    assert findings["duplicate-pdf"].paper == findings["title-mismatch"].paper == "017"
    assert "has the title of paper 021" in findings["duplicate-pdf"].message


@pytest.mark.parametrize("status", ["accepted", "withdrawn", "non-archival"])
def test_a_file_of_a_paper_whose_own_file_is_not_there_is_told_as_that_paper_s(status: Status) -> None:
    papers = paper("017", title=ONE), paper("021", title=TWO, status=status)
    finding = only(list(title_mismatch(holdings(edition(*papers), facts_of(front_lines(TWO, "Ben Two"))))))
    assert (finding.paper, finding.severity) == ("017", "error")
    assert finding.message == f"papers/017.pdf, page 1: the file carries the title of paper 021, “{TWO}”."
    assert finding.remedy.startswith("Rename it to papers/021.pdf if it is that paper's")


def test_swapped_files_of_papers_with_nearly_one_title_are_told_by_the_letter() -> None:
    papers = paper("017", title=f"{ONE}, Part I"), paper("021", title=f"{ONE}, Part II")
    given = [facts_of(front_lines(title, "Ada Sample"), id) for id, title in (("017", papers[1].title), ("021", ONE))]
    assert holdings(edition(*papers), *given).swapped == {"017": "021"}


def test_two_papers_with_nearly_one_title_are_not_taken_for_each_other() -> None:
    papers = paper("017", title=f"{ONE}, Part I"), paper("021", title=f"{ONE}, Part II")
    given = [facts_of(front_lines(each.title, "Ada Sample"), each.id) for each in papers]
    assert list(title_mismatch(holdings(edition(*papers), *given))) == []
