"""An author's own check says what the chair's run will say of the file, and nothing that only the chair can know."""

from __future__ import annotations

import msgspec
import pytest

from builders import edition, paper
from lined_pages import line, paper_of, text_lines
from proceedings.checks.registry import check_edition
from proceedings.codes import all_codes
from proceedings.gathering import gathered_findings
from proceedings.profile import load_profile
from proceedings.publisher import publisher_of
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts, TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Author
from proceedings.records.volume import Volume
from proceedings.self_check import printed_paper, self_check
from worded_papers import front, said

PATH = "papers/017.pdf"
TITLE = "Waiting for the Slowest Rank"
ANONYMOUS = "Anonymous Submission Systems and Their Users"
SAMPLE_ORCID = "0000-0001-7116-9338"
WORKSHOP = "Proceedings of the 4th Workshop on Deep Learning on Supercomputers"


def titled(title: str, *more: TextLine) -> PaperFacts:
    """A paper of this title and two pages."""
    top = line(title, 150, 120, size=14.3, font="CMBX12")
    names = line("Ada Sample", 250, 170)
    return paper_of([top, names, line("Abstract. We measure.", 160, 250, size=9), *said("so"), *more], text_lines())


def by(name: str, *more: TextLine) -> PaperFacts:
    """A paper by one author."""
    return paper_of([*front(authors=[name]), *said("so"), *more], text_lines())


def headed(head: str) -> PaperFacts:
    """A paper of three pages with this head on each."""
    top = line(head, 150, 50, size=8)
    return paper_of([top, *front(), *said("so")], [top, *text_lines()], [top, *text_lines()])


def named(title: str) -> PaperFacts:
    """A paper whose properties have this title."""
    return msgspec.structs.replace(by("Ada Sample"), document_info={"Title": title})


def own(facts: PaperFacts, profile: str) -> list[Finding]:
    """What the author's own check says."""
    return list(self_check(facts, load_profile(profile), path=PATH))


def of_the_chair(facts: PaperFacts, profile: str, *authors: str, title: str = TITLE) -> list[Finding]:
    """What the chair's run says of the file alone."""
    about = edition(
        paper("017", *authors, title=title, type=""),
        profile=load_profile(profile),
        volume=Volume(title=WORKSHOP, publisher=publisher_of(profile)),
    )
    beside = ("metadata", "beside", "volume")
    found = [each for each in check_edition(about, [facts]) if all_codes()[each.code].group not in beside]
    return list(gathered_findings(found, about, strict=True))


@pytest.mark.parametrize("profile", ["acl", "acm", "ceurart", "ieee", "lncs"])
def test_author_and_chair_hear_the_same_of_a_file(profile: str) -> None:
    for facts in (
        by("Ada Sample"),
        by("Ilaria Tiddi", line(SAMPLE_ORCID, 250, 200, size=9)),
        headed(WORKSHOP),
        headed("Proceedings of the 61st Meeting, pages 101–110"),
        named("Microsoft Word - final_v3.docx"),
        named("Compressing Gradients by Sketches"),
    ):
        people = [author.literal or "" for author in printed_paper(Reading(facts), PATH).authors]
        assert own(facts, profile) == of_the_chair(facts, profile, *people)
    reviewed = titled(ANONYMOUS)
    assert own(reviewed, profile) == of_the_chair(reviewed, profile, title=ANONYMOUS)


def codes(findings: list[Finding]) -> set[str]:
    return {each.code for each in findings}


def test_a_title_that_speaks_of_anonymous_submissions_is_no_review_mode() -> None:
    assert "review-mode" not in codes(own(titled(ANONYMOUS), "lncs"))
    assert "review-mode" in codes(own(titled(TITLE, line("Anonymous Submission", 250, 200)), "lncs"))


def test_the_orcid_of_a_sample_author_is_no_sample_text_where_she_is_the_author() -> None:
    mark = line(SAMPLE_ORCID, 250, 200, size=9)
    assert "template-leftover" not in codes(own(by("Ilaria Tiddi", mark), "ceurart"))
    assert "template-leftover" in codes(own(by("Ada Sample", mark), "ceurart"))


def test_a_head_that_names_a_book_may_name_the_volume_and_one_with_pages_does_not() -> None:
    assert "already-stamped" not in codes(own(headed(WORKSHOP), "acm"))
    assert "already-stamped" in codes(own(headed(f"{WORKSHOP}, pages 101–110"), "acm"))


def test_the_properties_matter_to_publishers_that_take_the_authors_file() -> None:
    file = named("Microsoft Word - final_v3.docx")
    assert "document-info" in codes(own(file, "ieee"))
    assert "document-info" not in codes(own(file, "lncs"))
    ours = msgspec.structs.replace(load_profile("ieee"), name="ours", based_on="ieee")
    assert "document-info" in codes(list(self_check(file, ours, path=PATH)))


def test_the_names_of_a_front_page_are_not_split() -> None:
    printed = printed_paper(Reading(paper_of([*front(authors=["Ada Sample1, Ben de la Two2"]), *said("so")])), PATH)
    assert printed.title == TITLE
    assert printed.authors == (Author(literal="Ada Sample"), Author(literal="Ben de la Two"))


def test_a_file_without_pages_has_no_front() -> None:
    assert printed_paper(Reading(PaperFacts(paper="x")), PATH).title == ""
