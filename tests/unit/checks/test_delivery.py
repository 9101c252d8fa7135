"""What is asked of everything that is to be handed over: sources, forms, approvals, extent."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
import pytest

from builders import edition, facts, holdings, paper
from proceedings.approvals import printed_metadata_sha256
from proceedings.checks.approvals import approval_missing
from proceedings.checks.holdings import Holdings
from proceedings.checks.rights_forms import rights_mismatch, rights_missing
from proceedings.checks.rules import Rules
from proceedings.checks.sources import source_mismatch, source_missing
from proceedings.checks.volume_extent import page_budget, publisher_precondition
from proceedings.publisher import load_policy
from proceedings.records.companions import CompiledPdf, FormFacts, SourceFacts
from proceedings.records.edition import Approval
from proceedings.records.format_profile import PageRule
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Affiliation, Paper, PaperFiles, Rights
from proceedings.records.volume import PageBudget, Review, Volume

GOOD = SourceFacts(file="017.zip", kind="latex", mains=("main.tex",), titles=("Paper 017",), held=("main.tex",))


def delivery(*papers: Paper, publisher: str = "own", missing: tuple[str, ...] = (), **fields: Any) -> Holdings:
    """A delivery in which each paper but the missing ones is there with four pages."""
    volume = msgspec.structs.replace(fields.pop("volume", Volume()), publisher=publisher)
    papers = papers or (paper(),)
    return holdings(
        edition(*papers, volume=volume, approvals=fields.pop("approvals", None)),
        *(facts(each.id) for each in papers if each.id not in missing),
        rules=Rules(policy=load_policy(publisher), volume=volume),
        **fields,
    )


def said_of(source: SourceFacts, *others: Paper) -> list[str]:
    return [each.message for each in source_mismatch(delivery(paper(), *others, sources=(source,)))]


def test_good_sources_have_no_finding() -> None:
    assert said_of(GOOD) == []
    assert said_of(msgspec.structs.replace(GOOD, titles=())) == []
    assert said_of(msgspec.structs.replace(GOOD, titles=("PAPER  017:",))) == []


def test_sources_in_two_forms_are_told_until_the_metadata_names_one() -> None:
    forms = tuple(msgspec.structs.replace(GOOD, file=f"017.{ending}") for ending in ("docx", "tar.gz", "zip"))
    (found,) = source_mismatch(delivery(paper(), sources=forms))
    assert found.message == (
        "papers/017.zip counts, and nobody is sent papers/017.tar.gz and papers/017.docx beside it."
    )
    assert "`files: {source: ...}`" in found.remedy
    named = paper(files=PaperFiles(source="017.docx"))
    assert [*source_mismatch(delivery(named, sources=forms))] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"problem": "is no zip archive, or was cut"}, "papers/017.zip is no zip archive, or was cut."),
        (
            {"mains": (), "kind": "other", "held": ("a.py", "b.svg")},
            "papers/017.zip holds no main file, neither of LaTeX nor of a word processor, but a.py and b.svg.",
        ),
        (
            {"titles": ("Something Else Entirely",), "missing": ("plot",)},
            'papers/017.zip has the title "Something Else Entirely", while the metadata has "Paper 017".',
        ),
        (
            {"missing": ("plot", "refs.bib")},
            "papers/017.zip lacks plot and refs.bib, which main.tex names.",
        ),
        (
            {"compiled": (CompiledPdf(name="main.pdf", sha256="x", pages=5),), "missing": ("plot",)},
            "papers/017.zip makes 5 pages by its own main.pdf, and papers/017.pdf has 4; "
            "it lacks plot, which main.tex names.",
        ),
    ],
)
def test_sources_that_are_not_those_of_the_paper_are_one_finding(change: dict[str, Any], message: str) -> None:
    assert said_of(msgspec.structs.replace(GOOD, **change)) == [message]


def test_sources_of_another_paper_are_named() -> None:
    other = paper("021", title="A Page-Long Model of the All-Reduce")
    source = msgspec.structs.replace(GOOD, titles=("A Page-Long Model of the All-Reduce",))
    assert "the title of paper 021" in said_of(source, other)[0]


def test_a_compiled_pdf_of_the_same_length_or_content_is_no_fault() -> None:
    pages = CompiledPdf(name="main.pdf", sha256="x", pages=4)
    same = CompiledPdf(name="old.pdf", sha256=facts().sha256, pages=9)
    for compiled in (pages, same, CompiledPdf(name="broken.pdf")):
        assert said_of(msgspec.structs.replace(GOOD, compiled=(compiled,))) == []


def test_sources_are_asked_for_where_the_publisher_typesets_from_the_chairs() -> None:
    assert [each.paper for each in source_missing(delivery(publisher="springer"))] == ["017"]
    assert not list(source_missing(delivery(publisher="springer", sources=(GOOD,))))
    assert not list(source_missing(delivery(publisher="springer", missing=("017",)))), "the PDF is missing first"
    assert not list(source_missing(delivery(publisher="acm"))), "ACM collects itself"
    packed = Volume(publisher="own", bundles=("archive", "acm"))
    assert [each.message for each in source_missing(delivery(paper("017"), volume=packed))] == [
        "papers/017.zip is missing: ACM typesets the paper from its sources."
    ]
    assert not list(source_missing(delivery(publisher="ieee"))), "IEEE takes PDFs"
    named = paper(files=PaperFiles(source="x.zip"))
    assert not list(source_missing(delivery(named, publisher="springer"))), "intake says so"


def test_a_form_is_asked_for_where_the_publisher_prints_nothing_without() -> None:
    def asked(publisher: str, *forms: str, **fields: Any) -> list[str]:
        there = tuple(FormFacts(file=name) for name in forms)
        missing = fields.pop("missing", ())
        given = delivery(paper(**fields), publisher=publisher, forms=there, missing=missing)
        return [each.message for each in rights_missing(given)]

    assert asked("springer") == ["papers/017-rights.pdf is missing: Springer prints nothing without the signed form."]
    assert asked("springer", "017-rights.pdf") == asked("acm") == asked("own") == asked("pmlr") == asked("acl") == []
    assert asked("springer", missing=("017",)) == [], "the PDF is missing first"
    recorded = Rights(signed=datetime.date(2019, 6, 2))
    assert asked("ieee", rights=recorded) == asked("springer", rights=recorded) == []
    assert asked("ceur", rights=recorded) != [], "CEUR-WS is sent the form itself"
    assert asked("ceur", files=PaperFiles(rights="photo.jpg")) == [
        "papers/photo.jpg is no PDF: CEUR-WS prints nothing without the signed form."
    ]
    assert asked("ieee", files=PaperFiles(rights="gone.pdf")) == [], "intake says so"


def test_a_form_that_names_another_paper_is_found() -> None:
    papers = (paper("017", title="How to Bind Writings by Hand"), paper("021", title="How to Sew Them by Machine"))

    def found(text: str) -> list[str]:
        form = FormFacts(file="017-rights.pdf", text=text)
        return [each.message for each in rights_mismatch(delivery(*papers, forms=(form,)))]

    assert found("Title: HOW TO SEW THEM BY MACHINE") == [
        'papers/017-rights.pdf is the form of paper 021: it names "How to Sew Them by Machine".'
    ]
    assert found("Title: How to Bind Writings by Hand") == []
    assert found("How to Bind Writings by Hand; also How to Sew Them by Machine") == []
    assert found("Title: ______") == found("") == []


def approval(paper_: Paper, **fields: Any) -> Approval:
    usual = {"id": paper_.id, "pdf_sha256": facts().sha256, "metadata_sha256": printed_metadata_sha256(paper_)}
    return Approval(**(usual | {"who": "Ada", "date": datetime.date(2019, 6, 2), "line": 2} | fields))


def test_nobody_is_asked_for_an_approval_without_the_list() -> None:
    assert not list(approval_missing(delivery()))


def test_a_paper_without_its_line_is_information_with_the_line_to_enter() -> None:
    (finding,) = approval_missing(delivery(approvals=()))
    assert (finding.code, finding.severity) == ("approval-missing", "info")
    assert f"017,{facts().sha256},{printed_metadata_sha256(paper())},NAME,DATE" in finding.remedy
    assert not list(approval_missing(delivery(approvals=(), missing=("017",)))), "the PDF is missing first"


def test_an_approval_holds_until_the_file_or_what_is_printed_changes() -> None:
    assert not list(approval_missing(delivery(approvals=(approval(paper()),))))
    (finding,) = approval_missing(delivery(approvals=(approval(paper(), pdf_sha256="0" * 64),)))
    assert finding.severity == "warning"
    assert finding.message == (
        "metadata/approvals.csv, line 2: Ada approved paper 017 on 2019-06-02; the file has changed since."
    )
    (finding,) = approval_missing(delivery(paper(title="Another"), approvals=(approval(paper()),)))
    assert "the printed metadata has changed since" in finding.message
    later = approval(paper(), line=3)
    assert not list(approval_missing(delivery(approvals=(approval(paper(), pdf_sha256="0" * 64), later))))


def test_only_what_is_printed_counts_for_an_approval() -> None:
    first = printed_metadata_sha256(paper())
    moved = paper(type="short", doi="10.5555/1", expected_pages=9, track="A", files=PaperFiles(source="x.zip"))
    assert printed_metadata_sha256(moved) == first
    elsewhere = paper(affiliations={"ghent": Affiliation(name="Another University", country="BE")})
    people = tuple(msgspec.structs.replace(author, affiliations=("ghent",)) for author in paper().authors)
    assert printed_metadata_sha256(msgspec.structs.replace(elsewhere, authors=people)) != printed_metadata_sha256(
        msgspec.structs.replace(paper(), authors=people)
    )


def test_a_publishers_least_is_said_on_the_first_day() -> None:
    few = [paper(f"{number}") for number in range(5)]
    finding, _ = publisher_precondition(delivery(*few, publisher="ceur"))
    takes = "metadata/proceedings.yml, `publisher`: CEUR-WS takes volumes of"
    assert finding.message == f"{takes} at least 6 papers (here 5) and at least 40 pages (here 20)."
    awaited, _ = publisher_precondition(delivery(*few, publisher="ceur", missing=("0",)))
    assert awaited.message == f"{takes} at least 6 papers (here 5).", "paper 0 may have any length"
    assert not list(publisher_precondition(delivery(*few, publisher="own")))
    many = [paper(f"{number}") for number in range(10)]
    (preface,) = publisher_precondition(delivery(*many, publisher="ceur"))
    assert preface.message.startswith("CEUR-WS wants a preface that says how many papers were submitted")
    bundled = delivery(*few, volume=Volume(bundles=("archive", "ceur")))
    (packed,) = publisher_precondition(bundled)
    assert packed.message.startswith("metadata/proceedings.yml, `bundles`: CEUR-WS takes")


def test_a_preface_that_can_say_how_papers_were_chosen_is_no_finding() -> None:
    many = [paper(f"{number}") for number in range(10)]
    said = Volume(review=Review(submitted=31, process="By three people each."))
    whole = delivery(*many, publisher="ceur", volume=said)
    (finding,) = publisher_precondition(whole)
    assert finding.message.endswith(": metadata/front_matter/preface.md is missing.")
    preface = (FrontMatterText(stem="preface", markdown="Welcome."),)
    whole.edition = msgspec.structs.replace(whole.edition, front_matter=preface)
    assert not list(publisher_precondition(whole))


def test_pages_to_come_count_as_many_as_their_type_allows() -> None:
    papers = [paper(f"{number}") for number in range(6)]
    short = Volume(types={"full": PageRule(max=5)})
    finding, _ = publisher_precondition(delivery(*papers, publisher="ceur", volume=short, missing=("0",)))
    assert finding.message.endswith(": CEUR-WS takes volumes of at least 40 pages (here at most 25).")


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (PageBudget(max=7), "the papers take 8 pages; at most 7 were agreed on."),
        (PageBudget(min=9), "the papers take 8 pages; at least 9 were agreed on."),
        (PageBudget(expected=9), "the papers take 8 pages; 9 were expected."),
        (PageBudget(min=8, expected=8, max=8), ""),
        (PageBudget(), ""),
    ],
)
def test_the_papers_keep_to_the_page_budget(budget: PageBudget, words: str) -> None:
    found = list(page_budget(delivery(paper("a"), paper("b"), volume=Volume(page_budget=budget))))
    assert [each.message.removeprefix("metadata/proceedings.yml: ") for each in found] == ([words] if words else [])


def test_papers_to_come_count_with_their_expected_pages() -> None:
    papers = (paper("a"), paper("b", expected_pages=6))
    too_many = delivery(*papers, volume=Volume(page_budget=PageBudget(max=9)), missing=("b",))
    (finding,) = page_budget(too_many)
    assert "the papers take 10 pages, with 1 paper counted as expected; at most 9" in finding.message
    unknown = delivery(paper("a"), paper("b"), volume=Volume(page_budget=PageBudget(min=9)), missing=("b",))
    assert not list(page_budget(unknown))
