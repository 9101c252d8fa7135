"""Where a paper speaks of its artifacts itself."""

from __future__ import annotations

import pytest

from lined_pages import line, paper_of, text_lines
from proceedings.reading.own_sections import AVAILABILITY, artifact_heading, own_section
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from worded_papers import front, heading, said


def on_last_page(*lines: TextLine) -> Reading:
    """A paper of three pages that ends with these lines."""
    return Reading(paper_of([*front(), *said()], text_lines(), [*text_lines(last=600), *lines]))


@pytest.mark.parametrize(
    "name",
    [
        "Appendix: Artifact Description/Artifact Evaluation",
        "Appendix: Artifact Description",
        "Artifact Description (AD)",
        "APPENDIX A ARTIFACT DESCRIPTION APPENDIX: PORTABILITY",
        "A PPENDIX A: A RTIFACT D ESCRIPTION",
        "Appendix A Overview of Contributions and Artifacts",
        "SUMMARY OF THE EXPERIMENTS REPORTED",
        "A Artifact Appendix",
        "A ARTIFACT APPENDIX",
        "A Artifact",
        "Artefact Evaluation",
        "Reproducibility Appendix",
    ],
)
def test_a_description_goes_by_the_names_that_conferences_ask_for(name: str) -> None:
    found = artifact_heading(on_last_page(heading(name, 620)))
    assert found and found.page == 3


def test_a_description_in_ctunings_form_is_known_by_its_check_list() -> None:
    lines = (heading("APPENDIX", 620), line("B. Artifact check-list (meta-information)", 135, 640, font="CMTI10"))
    found = artifact_heading(on_last_page(*lines))
    assert found and (found.number, found.page) == ("B.", 3)


@pytest.mark.parametrize(
    "name",
    ["Artifacts of the Compression", "Appendix", "Appendix A: Proofs", "Data Availability", "Artifacts", "Experiments"],
)
def test_other_sections_describe_no_artifact(name: str) -> None:
    assert artifact_heading(on_last_page(heading(name, 620))) is None


def test_what_a_paper_about_artifacts_is_about_is_no_description_of_its_own() -> None:
    about = heading("2 Artifact Evaluation", 655)
    assert artifact_heading(Reading(paper_of([*front(), *said(), about], text_lines()))) is None


def test_a_sentence_that_speaks_of_it_is_no_heading() -> None:
    assert artifact_heading(on_last_page(line("Artifact description and evaluation are optional.", 135, 620))) is None


@pytest.mark.parametrize("name", ["Data and Code Availability", "6 Artifact Availability", "Artifacts"])
def test_a_statement_on_availability_says_where_things_are_and_no_more(name: str) -> None:
    given = on_last_page(heading(name, 620))
    assert artifact_heading(given, AVAILABILITY)
    assert artifact_heading(given) is None


def test_a_paragraph_that_begins_with_the_word_may_say_that_there_is_nothing() -> None:
    given = on_last_page(heading("Artifact availability. There is nothing to run.", 620, size=10))
    assert artifact_heading(given, AVAILABILITY) is None


def test_a_description_is_told_before_a_statement_on_availability() -> None:
    found = own_section(on_last_page(heading("Data Availability", 620), heading("Artifact Description", 650)))
    assert found and (found.title, found.describes, found.page) == ("Artifact Description", True, 3)
    assert own_section(on_last_page()) is None
