"""Who wrote a paper when it was accepted, and who does now."""

from __future__ import annotations

import time

import pytest

from builders import edition, holdings, paper
from proceedings.checks.acceptance import authors_changed, is_person, title_changes, was_author, was_named
from proceedings.records.edition import AcceptedPaper, Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Author, NativeName


def changed(then: tuple[str, ...], now: tuple[str, ...]) -> list[Finding]:
    return list(authors_changed(holdings(accepted(then, now))))


def accepted(then: tuple[str, ...], now: tuple[str, ...], title: str = "A Sample") -> Edition:
    listed = AcceptedPaper(id="017", title="A Sample", authors=then, line=3)
    return edition(paper("017", *now, title=title), accepted=(listed,))


@pytest.mark.parametrize(
    "then",
    [
        ("Ada Sample", "Ben Two"),
        ("Sample, Ada", "Two, Ben"),
        ("A. Sample", "B. Two"),
        ("ADA SAMPLE", "Ben M. Two"),
        (),
    ],
)
def test_the_same_authors_are_no_finding(then: tuple[str, ...]) -> None:
    assert changed(then, ("Ada Sample", "Ben Two")) == []


def test_an_author_who_is_named_by_an_address_is_the_same_then_and_now() -> None:
    assert changed(("ada@example.org", "Ben Two"), ("ada@example.org", "Ben Two")) == []


def test_a_paper_that_is_not_on_the_list_has_no_finding_here() -> None:
    assert list(authors_changed(holdings(edition(paper("021"))))) == []


def test_each_author_who_came_or_went_is_an_error_of_its_own() -> None:
    findings = changed(("Ada Sample", "Ben Two"), ("Ada Sample", "Cy Quack", "Di Quark"))
    assert [each.severity for each in findings] == ["error"] * 3
    assert [each.page for each in findings] == [None] * 3
    messages = [each.message for each in findings]
    assert "“Ben Two” was an author when the paper was accepted and is none now" in messages[0]
    assert "“Cy Quack” is an author now and was none when the paper was accepted" in messages[1]
    assert all("metadata/accepted.csv, line 3" in message for message in messages)


def test_no_finding_quotes_anybody_but_the_person_it_is_about() -> None:
    came_and_went = changed(("Ada Sample", "Ben Two"), ("Ada Sample", "Cy Quack"))
    assert ["“Ada Sample”" in each.message for each in came_and_went] == [False, False]


def test_a_renamed_author_is_one_error_that_names_both() -> None:
    findings = changed(("Ada Sample", "Ben Two"), ("Ada Example", "Ben Two"))
    assert [each.severity for each in findings] == ["error"]
    assert "“Ada Sample” of the list at acceptance is “Ada Example” now" in findings[0].message


def test_a_short_name_that_changed_by_a_letter_may_be_another_person() -> None:
    assert [each.severity for each in changed(("Wei Zhang",), ("Wen Zhang",))] == ["error"]


def test_a_corrected_spelling_is_a_warning() -> None:
    assert [each.severity for each in changed(("Subhasis Ghosh",), ("Subhasish Ghosh",))] == ["warning"]


def test_another_order_is_one_warning() -> None:
    findings = changed(("Ada Sample", "Ben Two", "Cy Three"), ("Cy Three", "Ada Sample", "Ben Two"))
    assert [each.severity for each in findings] == ["warning"]
    assert "“" not in findings[0].message


def test_a_title_that_changed_since_acceptance_is_information() -> None:
    findings = list(title_changes(accepted(("Ada Sample",), ("Ada Sample",), title="A Simple")))
    assert [(each.code, each.severity) for each in findings] == [("title-mismatch", "info")]
    assert "“Sample” / “Simple”" in findings[0].message
    assert list(title_changes(accepted(("Ada Sample",), ("Ada Sample",), title="A SAMPLE"))) == []


def test_people_are_known_by_their_names_in_any_form() -> None:
    assert is_person("Nguyễn Thị Hương", Author(given="Thị Hương", family="Nguyễn"))
    assert not is_person("Nguyen Van An", Author(given="Thị Hương", family="Nguyễn"))
    assert is_person("王小明", Author(given="Xiaoming", family="Wang", native=NativeName(name="王小明")))
    assert was_author(Author(given="Ada", family="Sample"), AcceptedPaper(authors=("Sample, A.",)))
    assert not was_author(Author(given="Cy", family="Quack"), AcceptedPaper(authors=("Ada Sample",)))


@pytest.mark.parametrize(
    "then",
    [
        "Ada Sample",
        "Sample, Ada",
        "A. Sample",
        "Ada Maria Luisa Josefa Sample",
        "Sample, Ada Maria Luisa",
        "ADA SAMPLE",
    ],
)
def test_a_printed_name_is_one_of_the_list_whichever_of_the_two_is_longer(then: str) -> None:
    assert was_named("Ada Sample", AcceptedPaper(authors=("Ben Two", then)))
    assert not was_named("Cy Sample", AcceptedPaper(authors=("Ben Two", then)))


def test_people_of_one_name_are_as_many_as_they_were() -> None:
    twice = ("Wei Wang", "Ada Sample", "Wei Wang")
    assert changed(twice, twice) == []
    assert changed(("Wang, Wei", "Ada Sample", "W. Wang"), twice) == []
    (gone,) = changed(twice, twice[:2])
    assert "one of 2 people called “Wei Wang” was an author when the paper was accepted" in gone.message
    (come,) = changed(twice[:2], twice)
    assert "“Wei Wang” is an author now and was none" in come.message
    assert [each.severity for each in (gone, come)] == ["error", "error"]


def test_who_is_written_the_same_is_no_namesake_s_initial() -> None:
    assert changed(("W. Wang", "Wei Wang"), ("Wen Wang", "Wei Wang")) == []


@pytest.mark.parametrize("written", ["{given} {family}", "{family}, {given}", "{initial}. {family}"])
def test_eight_hundred_authors_in_reverse_order_are_compared_in_a_moment(written: str) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [(f"Anna{one}{two}", f"Bee{two}{one}{three}") for one in letters for two in letters for three in "xy"][:800]
    names = [written.format(given=given, family=family, initial=given[0]) for given, family in reversed(parts)]
    start = time.process_time()
    findings = changed(tuple(names), tuple(" ".join(part) for part in parts))
    assert time.process_time() - start < 2.0
    assert [each.severity for each in findings] == ["warning"]
