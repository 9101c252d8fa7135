"""The people on page 1 against those in the metadata."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from builders import author, edition, holdings, paper
from front_makers import NAMES, SMALL, TITLE, facts_of, front_lines, line, text_lines
from proceedings.checks.author_mismatch import author_mismatch
from proceedings.checks.author_segments import is_name, rejoined
from proceedings.records.edition import AcceptedPaper, Waiver
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Author, NativeName, Paper
from proceedings.severity import covers

TITLE_TEXT = "Deep Learning on a Sample Machine"


def found(about: Paper, *names: str, accepted: Sequence[AcceptedPaper] = ()) -> list[Finding]:
    """The findings of a page with these lines of names."""
    return found_in(about, front_lines(about.title, *names), accepted)


def found_in(about: Paper, lines: list[TextLine], accepted: Sequence[AcceptedPaper] = ()) -> list[Finding]:
    return list(author_mismatch(holdings(edition(about, accepted=tuple(accepted)), facts_of(lines, about.id))))


def by(*names: str) -> Paper:
    return paper("017", *names, title=TITLE_TEXT)


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, [each.message for each in findings]
    return findings[0]


@pytest.mark.parametrize(
    "line_of_names",
    [
        "Ada Sample and Ben Two",
        "Ada Sample1,∗ and Ben Two2",
        "Ada Samplea,b , Ben Twoa",
        "ADA SAMPLE, BEN TWO",
        "A. Sample, B. Two",
        "Sample Ada, Two Ben",
        "Ada M. Sample · Ben Two",
        "Ada Sample[0000−0002−1825−0097] and Ben Two",
        "Dr. Ada Sample, Member, IEEE, and Prof. Ben Two",
    ],
)
def test_the_same_people_in_another_dress_are_no_finding(line_of_names: str) -> None:
    assert found(by("Ada Sample", "Ben Two"), line_of_names) == []


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Sebastian M¨oller", author("Sebastian Möller")),
        ("Muhammet Yagız ˘", author("Muhammet Yağız")),
        ("Fatiha Sa¨ıs", author("Fatiha Saïs")),
        ("Veronica P´erez-Rosas", Author(given="Verónica", family="Pérez-Rosas")),
        ("İlker Şengül-Doğan", Author(given="İlker", family="Şengül-Doğan")),
        ("Ludwig van der Berg Jr.", Author(given="Ludwig", particle="van der", family="Berg", suffix="Jr.")),
        ("Jun’ichi Takeuchi", author("Jun'ichi Takeuchi")),
        ("J.-P. Serre", Author(given="Jean-Pierre", family="Serre")),
        ("Косовский Н.К.", Author(given="Н. К.", family="Косовский")),
        ("王小明", Author(given="小明", family="王")),
        ("王小明", Author(given="Xiaoming", family="Wang", native=NativeName(name="王小明", lang="zh"))),
        ("Wang Xiaoming", Author(given="Xiaoming", family="Wang")),
        ("Mausam", Author(literal="Mausam")),
        ("Sandra de F. Mendes Sampaio", Author(given="Sandra de F.", family="Mendes Sampaio")),
    ],
)
def test_a_name_is_recognised_however_page_and_pdf_spell_it(printed: str, person: Author) -> None:
    assert found(paper("017", people=(person,), title=TITLE_TEXT), printed) == []


def test_somebody_whom_the_page_does_not_name_is_missing() -> None:
    finding = only(found(by("Ada Sample", "Ben Two", "Cy Quack"), "Ada Sample and Ben Two"))
    assert (finding.severity, finding.page) == ("warning", 1)
    assert "does not name “Cy Quack”" in finding.message


def test_somebody_whom_the_metadata_does_not_have_is_extra() -> None:
    finding = only(found(by("Ada Sample", "Ben Two"), "Ada Sample1 , Cy Quack2 and", "Ben Two1"))
    assert "the paper names “Cy Quack”, whom the metadata does not have" in finding.message


def then(*names: str) -> list[AcceptedPaper]:
    return [AcceptedPaper(id="017", authors=names, line=2)]


def test_somebody_extra_who_was_not_accepted_either_is_an_error() -> None:
    finding = only(found(by("Ada Sample"), "Ada Sample and Cy Quack", accepted=then("Ada Sample")))
    assert (finding.severity, finding.people) == ("error", ("Cy Quack",))
    for known in ("C. Quack", "Quack, Cy", "Cy M. Quack"):
        finding = only(found(by("Ada Sample"), "Ada Sample and Cy Quack", accepted=then("Ada Sample", known)))
        assert finding.severity == "warning"


def test_somebody_missing_who_was_accepted_is_an_error() -> None:
    both = by("Ada Sample", "Cy Quack")
    finding = only(found(both, "Ada Sample", accepted=then("Ada Sample", "C. Quack")))
    assert (finding.severity, finding.people) == ("error", ("Cy Quack",))
    assert only(found(both, "Ada Sample", accepted=then("Ada Sample"))).severity == "warning"


def test_somebody_of_the_same_family_may_be_somebody_else_who_was_not_accepted() -> None:
    finding = only(found(by("Wei Wang", "Ben Two"), "Jing Wang, Ben Two", accepted=then("Wei Wang", "Ben Two")))
    assert (finding.severity, finding.people) == ("error", ("Jing Wang",))
    longer = only(
        found(by("Chris Wang", "Ben Two"), "Christopher Wang, Ben Two", accepted=then("Chris Wang", "Ben Two"))
    )
    assert (longer.severity, longer.people) == ("warning", ("Christopher Wang", "Chris Wang"))


def test_each_extra_person_is_a_finding_and_waived_by_no_other_name() -> None:
    findings = found(by("Ada Sample"), "Ada Sample, Cy Quack, Di Quark", accepted=then("Ada Sample"))
    assert [each.people for each in findings] == [("Cy Quack",), ("Di Quark",)]
    waivers = [
        Waiver(paper="017", code="author-mismatch", person=person) for person in (None, "Quack, Cy", "Ada Sample")
    ]
    covered = [[covers(waiver, each, None) for each in findings] for waiver in waivers]
    assert covered == [[False, False], [True, False], [False, False]]


EIGHT = ("Ada One", "Ben Two", "Cy Three", "Di Four", "Eva Five", "Fay Six", "Gus Seven", "Hal Eight")


@pytest.mark.parametrize("known", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "lines",
    [
        (", ".join(EIGHT),),
        (f"{', '.join(EIGHT[:4])},", ", ".join(EIGHT[4:])),
        (f"{', '.join(EIGHT[:-1])} and {EIGHT[-1]}",),
        EIGHT,
    ],
)
def test_people_are_extra_however_few_of_them_the_metadata_has(known: int, lines: tuple[str, ...]) -> None:
    findings = found(by(*EIGHT[:known]), *lines)
    assert [each.people for each in findings] == [(name,) for name in EIGHT[known:]]


def page_with(*pieces: tuple[str, float, float]) -> list[TextLine]:
    """Below the title pieces of text in one type, each with its x and y, and the abstract."""
    band = [line(text, y, NAMES, x=x) for text, x, y in pieces]
    return [line(TITLE_TEXT, 140.0, TITLE), *band, line("Abstract", 260.0), *text_lines(275.0)]


@pytest.mark.parametrize("known", [("Ada Sample",), ("Ada Sample", "Zora Nealeburg")])
def test_institutions_behind_or_below_somebody_unknown_are_nobody(known: tuple[str, ...]) -> None:
    behind = page_with(("Ada Sample, Carnegie Mellon", 120, 170), ("Ben Two, Max Planck", 330, 170))
    assert [each.people for each in found_in(by(*known), behind)] == [("Zora Nealeburg",)] * (len(known) - 1)
    names, below = (
        (("Ada Sample", 120, 170), ("Ben Two", 330, 170)),
        (("Max Planck", 120, 182), ("Rolls Royce", 330, 182)),
    )
    assert only(found_in(by(*known), page_with(*names, *below))).people == ("Ben Two",)


def test_affiliations_in_the_style_of_names_make_nobody_extra() -> None:
    assert found(by("Ada Sample"), "Ada Sample, student of Sample University", "Big Town") == []
    assert found(by("Ada Sample", "Ben Two"), "Ada Sample, Ghent University; Ben Two, New York") == []


def test_institutions_that_are_called_like_people_are_none() -> None:
    below = [line(TITLE_TEXT, 140.0, TITLE), line("Ada Sample", 170.0, NAMES), line("Johns Hopkins", 183.0, NAMES)]
    abstract = [line("Abstract", 260.0), *text_lines(275.0)]
    assert found_in(by("Ada Sample"), [*below, *abstract]) == []
    assert found(by("Ada Sample", "Ben Two"), "Ada Sample1 Ben Two2", "1Johns Hopkins, 2Rolls Royce") == []
    assert found(by("Ada Sample", "Ben Two"), "Ada Sample, Carnegie Mellon, Ben Two, Max Planck") == []


def test_somebody_extra_may_stand_below_others_who_stand_so() -> None:
    finding = only(found(by("Ada Sample", "Ben Two"), "Ada Sample", "Ben Two", "Cy Quack"))
    assert "names “Cy Quack”" in finding.message


def test_names_below_names_are_people_where_institutions_have_a_type_of_their_own() -> None:
    findings = found(by("Ada Sample"), "Ada Sample1, Ben Two2", "Cy Quack1,2, Di Quark2")
    assert [each.people for each in findings] == [("Ben Two",), ("Cy Quack",), ("Di Quark",)]


def test_somebody_of_one_name_is_extra_at_the_end_of_a_list() -> None:
    finding = only(found(by("Ada Sample", "Ben Two"), "Ada Sample1, Ben Two2, and Mausam2"))
    assert "names “Mausam”, whom" in finding.message
    assert found(by("Ada Sample", "Ben Two"), "Ada Sample and Ben Two, Google") == []
    assert found(by("Ada Sample"), "Ada Sample, Sample University and Google") == []


def test_degrees_behind_names_are_nobody() -> None:
    finding = only(found(by("Ben Two"), "Ada Sample, PhD, and Ben Two, M.Sc."))
    assert "names “Ada Sample”, whom" in finding.message


def test_somebody_in_the_place_of_another_is_one_finding() -> None:
    finding = only(found(by("Ada Sample", "Zora Nealeburg"), "Ada Sample and Cy Quack"))
    assert "names “Cy Quack”, whom the metadata does not have, and not “Zora Nealeburg”, whom it has" in finding.message
    assert finding.people == ("Cy Quack",)


def test_somebody_in_the_place_of_another_since_acceptance_is_one_who_came_and_one_who_went() -> None:
    about = by("Ada Sample", "Zora Nealeburg")
    findings = found(about, "Ada Sample and Cy Quack", accepted=then("Ada Sample", "Zora Nealeburg"))
    assert [(each.severity, each.people) for each in findings] == [
        ("error", ("Cy Quack",)),
        ("error", ("Zora Nealeburg",)),
    ]


def test_the_metadata_tells_places_from_people() -> None:
    assert found(by("Ada Sample"), "Ada Sample", "Sample University") == []


def test_another_order_is_a_finding() -> None:
    finding = only(found(by("Ada Sample", "Ben Two", "Cy Three"), "Ben Two, Ada Sample, Cy Three"))
    assert "Paper: Ben Two, Ada Sample and Cy Three; metadata: Ada Sample, Ben Two and Cy Three" in finding.message


def test_names_without_an_extent_are_read_like_others() -> None:
    names = [line("Ben Two", 170.0, NAMES), line("Ada Sample", 183.0, NAMES)]
    flat = [msgspec.structs.replace(each, box=(134.8, each.box[1], 134.8, each.box[3])) for each in names]
    lines = [line(TITLE_TEXT, 140.0, TITLE), *flat, line("Abstract", 230.0), *text_lines(245.0)]
    assert "another order" in only(found_in(by("Ada Sample", "Ben Two"), lines)).message


@pytest.mark.parametrize(
    "order",
    [("Ada Sample", "Ben Two", "Cy Three", "Di Four"), ("Ada Sample", "Cy Three", "Ben Two", "Di Four")],
)
def test_blocks_may_be_read_by_rows_or_by_columns(order: tuple[str, ...]) -> None:
    drawn = [("Ada Sample", 120.0, 170.0), ("Cy Three", 120.0, 220.0), ("Ben Two", 330.0, 170.0), ("Di Four", 330, 220)]
    blocks = [
        piece
        for name, x, y in drawn
        for piece in (line(name, y, NAMES, x=x), line("Sample University", y + 12, SMALL, x=x))
    ]
    lines = [line(TITLE_TEXT, 140.0, TITLE), *blocks, line("Abstract", 260.0), *text_lines(275.0)]
    assert found_in(by(*order), lines) == []


@pytest.mark.parametrize(
    ("printed", "meant"), [("Ada Sampel", "Ada Sample"), ("Gulnur Two", "Gulnura Two"), ("Bob Quark", "Rob Quark")]
)
def test_a_name_in_another_spelling_is_a_finding_with_both(printed: str, meant: str) -> None:
    finding = only(found(by(meant, "Zoe Last"), f"{printed} and Zoe Last"))
    assert f"“{printed}” / “{meant}”" in finding.message
    assert (finding.severity, finding.people) == ("warning", (printed, meant))


def test_a_name_is_spelled_otherwise_also_where_it_is_the_only_one() -> None:
    assert "“Ada Sampel” / “Ada Sample”" in only(found(by("Ada Sample"), "Ada Sampel")).message


def test_accents_and_hyphens_alone_are_information() -> None:
    finding = only(found(by("Cagri Sample", "Jean-Marie Two"), "Çağrı Sample, Jean Marie Two"))
    assert finding.severity == "info"
    assert "“Çağrı Sample” / “Cagri Sample”" in finding.message
    transcribed = paper("017", people=(Author(given="Joerg", family="Sample"),), title=TITLE_TEXT)
    assert only(found(transcribed, "Jörg Sample")).severity == "info"


def test_each_kind_of_difference_is_one_finding() -> None:
    findings = found(by("Ada Sample", "Ben Two", "Eve Gone", "Gulnura Three"), "Ben Two, Ada Sample, Gulnur Three")
    assert len(findings) == 2
    assert {("does not name" in each.message, "spelled" in each.message) for each in findings} == {
        (True, False),
        (False, True),
    }


def test_quite_other_people_are_named() -> None:
    finding = only(found(by("Ada One", "Ben Two"), "Cy Quack and Di Quark"))
    assert "the paper names “Cy Quack” and “Di Quark”, and the metadata Ada One and Ben Two" in finding.message
    assert not finding.people


def test_quite_other_people_than_those_accepted_are_errors_each() -> None:
    findings = found(by("Ada One"), "Cy Quack and Di Quark", accepted=then("Ada One"))
    assert [(each.severity, each.people) for each in findings] == [
        ("error", (name,)) for name in ("Cy Quack", "Di Quark", "Ada One")
    ]


@pytest.mark.parametrize(
    "printed",
    ["Anonymous Authors", "Павлов В.А.", "The Sample Machine Collaboration", "sample text without any name"],
)
def test_where_no_names_can_be_read_nothing_is_said(printed: str) -> None:
    assert found(by("Ada Sample"), printed) == []


def test_somebody_named_in_a_footnote_is_not_missing() -> None:
    lines = [*front_lines(TITLE_TEXT, "Ada Sample"), line("Ben Two is with Sample University.", 780.0, SMALL)]
    assert found_in(by("Ada Sample", "Ben Two"), lines) == []


def test_an_address_in_place_of_a_name_is_for_others_to_report() -> None:
    unnamed = paper("017", people=(author("Ada Sample"), Author(literal="ben@example.org")), title=TITLE_TEXT)
    assert found(unnamed, "Ada Sample, Ben Two", "ada@example.org, ben@example.org") == []


def test_names_in_addresses_are_no_names() -> None:
    finding = only(found(by("Ada Sample", "Ben Two"), "Ada Sample", "ada.sample@example.org, ben.two@example.org"))
    assert "does not name “Ben Two”" in finding.message


@pytest.mark.parametrize(
    "text", ["Ada Sample", "A. B. Sample", "Ludwig van der Berg", "Jean-Loup O'Neil", "Łucja Wróbel"]
)
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["Sample University", "Ada", "Department of Samples", "ada sample", "Room 12", "Research Group", "a@b.org x"],
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_accents_set_apart_are_taken_out_of_a_line() -> None:
    assert rejoined("Milica Gasiˇ c´") == "Milica Gasic"
    assert rejoined("Arne Kohn ¨ and Ben Two") == "Arne Kohn  and Ben Two"
