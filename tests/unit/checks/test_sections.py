from __future__ import annotations

import msgspec
import pytest

from lined_pages import line, paper_of, text_lines
from proceedings.checks.rules import Rules
from proceedings.checks.sections import section_missing
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.edition import Volume
from worded_papers import findings, front, heading, on_profile, said


def lacks(*sections: str, given: Reading, **volume: object) -> list[str]:
    profile = msgspec.structs.replace(load_profile("lncs"), sections=sections)
    rules = Rules(profile=profile, volume=Volume(**volume))  # type: ignore[arg-type]
    return [each.message for each in findings(section_missing, given, rules)]


def read(*lines: object, abstract: str = "Abstract. We measure.") -> Reading:
    return Reading(paper_of([*front(abstract=abstract), *said(), *lines], text_lines()))  # type: ignore[list-item]


@pytest.mark.parametrize("name", ["REFERENCES", "R EFERENCES", "7 References", "Bibliography", "Литература"])
def test_a_heading_names_the_section_in_any_case_and_language(name: str) -> None:
    assert not lacks("references", given=read(heading(name, 660)))


@pytest.mark.parametrize("words", ["Abstract. We measure.", "Abstract—We measure", "Summary: we measure", "Abstract"])
def test_a_paragraph_may_begin_with_the_name(words: str) -> None:
    assert not lacks("abstract", given=read(abstract=words))


def test_a_sentence_with_the_word_is_no_section() -> None:
    assert lacks("limitations", given=read(line("Limitations of the runtime are discussed below.", 135, 660)))
    assert lacks("abstract", given=read(abstract="Abstract machines are measured here."))


def test_all_missing_sections_are_one_finding() -> None:
    (message,) = lacks("abstract", "keywords", "references", given=read())
    assert message.startswith(
        "papers/017.pdf lacks the sections “Keywords” and “References” that Springer LNCS asks for"
    )


def test_springer_asks_for_abstract_keywords_and_references() -> None:
    keywords, references = line("Keywords: ranks · nodes", 135, 300), heading("References", 660)
    assert not findings(section_missing, read(keywords, references), on_profile("lncs"))
    (made,) = findings(section_missing, read(references), on_profile("lncs"))
    assert (made.severity, "lacks the section “Keywords”" in made.message) == ("warning", True)


def test_a_heading_that_says_more_is_enough() -> None:
    assert not lacks("limitations", given=read(heading("Ethics and Limitations", 660)))
    assert not lacks("genai-declaration", given=read(heading("Use of Generative AI tools", 660)))


def test_a_section_of_the_call_is_looked_for_by_its_own_name() -> None:
    assert not lacks("broader-impact", given=read(heading("8 Broader Impact", 660)))
    (message,) = lacks("broader-impact", given=read())
    assert "the section “Broader impact”" in message


def test_a_section_that_publishers_ask_for_since_some_year_is_not_asked_of_older_volumes() -> None:
    assert not lacks("limitations", given=read(), year=2022)
    assert lacks("limitations", given=read(), year=2023)


def test_a_paper_without_text_lacks_no_section() -> None:
    assert not findings(section_missing, Reading(paper_of([], [])), on_profile("acl"))
