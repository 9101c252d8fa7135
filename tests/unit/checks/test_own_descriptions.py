"""Papers that describe their artifacts themselves are not asked for the same in the metadata."""

from __future__ import annotations

import msgspec
import pytest

from builders import edition, paper
from lined_pages import paper_of, text_lines
from proceedings.checks.own_descriptions import artifacts_described
from proceedings.checks.rules import Rules
from proceedings.codes import finding
from proceedings.gathering import gathered_findings
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.volume import Volume
from worded_papers import findings, front, heading, said

REQUIRED = Rules(volume=Volume(reproducibility="required"))
ASKED = ("reproducibility-missing", "item-unidentified", "item-unresolvable", "item-not-persistent")


def facts_with(name: str = "", paper: str = "a") -> PaperFacts:
    """A paper of two pages with a section of this name at its end."""
    last = [*text_lines(last=600), *([heading(name, 620)] if name else [])]
    return msgspec.structs.replace(paper_of([*front(), *said()], last), paper=paper)


def gathered(given: PaperFacts, *codes: str) -> dict[str, Finding]:
    """What the chair reads of paper a, by code: these findings beside that of its own description."""
    beside = findings(artifacts_described, Reading(given), REQUIRED, paper("a"))
    asked = [finding(code, "Asked.", paper="a") for code in codes]
    found = gathered_findings([*asked, *beside], edition(paper("a")), strict=True, complete=False)
    return {each.code: each for each in found}


def test_an_own_description_makes_information_of_what_is_asked_for_and_says_where_it_stands() -> None:
    found = gathered(facts_with("Appendix: Artifact Description"), *ASKED)
    assert {found[code].severity for code in ASKED} == {"info"}
    assert "Take" not in found["reproducibility-missing"].remedy
    note = found["artifacts-described"]
    assert (note.severity, note.page) == ("info", 2)
    assert "papers/a.pdf, page 2: the paper describes its artifacts itself" in note.message
    assert "“Appendix: Artifact Description”" in note.message
    assert note.message.endswith("It makes information of item-unidentified and reproducibility-missing.")


@pytest.mark.parametrize("name", ["", "Data Availability"])
def test_a_paper_without_one_is_asked_as_before(name: str) -> None:
    found = gathered(facts_with(name), *ASKED)
    assert {code: each.severity for code, each in found.items()} == {code: finding(code, "").severity for code in ASKED}


def test_what_is_wrong_in_the_metadata_stays_so() -> None:
    found = gathered(facts_with("Artifact Description"), "reproducibility-missing", "identifier-invalid")
    assert found["identifier-invalid"].severity == "warning"


def test_nothing_is_noted_where_nothing_was_asked() -> None:
    assert gathered(facts_with("Artifact Description")) == {}
    off = Rules(volume=Volume(reproducibility="off"))
    assert not findings(artifacts_described, Reading(facts_with("Artifact Description")), off)
