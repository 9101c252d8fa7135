from __future__ import annotations

import msgspec
import pytest

from builders import edition, paper
from lined_pages import line, paper_of, text_lines
from proceedings.checks.rules import Rules
from proceedings.checks.sections import section_missing
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.volume import Volume
from proceedings.severity import weigh_findings
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
    assert not lacks("ethics", given=read(heading("6 Ethical Considerations", 660)))


@pytest.mark.parametrize(
    "words",
    [
        "Ethics, Limitations, and Future Work",
        "Limitations & Threats",
        "6.2 Limitations of this Study",
        "Limitations (A)",
    ],
)
def test_limitations_may_be_named_among_others(words: str) -> None:
    assert not lacks("limitations", given=read(heading(words, 660)))


@pytest.mark.parametrize(
    "words",
    [
        "Declaration on Generative AI",
        "Declaration on the Use of Generative AI",
        "9 AI Usage Disclosure",
        "Statement on the use of large language models",
        "Acknowledgments and AI Usage",
    ],
)
def test_the_declaration_on_generative_ai_goes_by_many_names(words: str) -> None:
    assert not lacks("genai-declaration", given=read(heading(words, 660)))


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("limitations", "2 Limitations of Prior Work"),
        ("limitations", "2 Limitations of Language Models"),
        ("genai-declaration", "2 Generative AI in Education"),
        ("genai-declaration", "2 Use of Generative AI in Schools"),
        ("ethics", "3 Ethical Agents"),
        ("artifacts", "2 Reproducibility in Deep Learning"),
        ("artifacts", "Artefacts in Images"),
    ],
)
def test_what_a_paper_is_about_is_no_declaration(section: str, words: str) -> None:
    assert lacks(section, given=read(heading(words, 300)))


@pytest.mark.parametrize(
    "words",
    ["Artifact Description", "Appendix: Artifact Description/Artifact Evaluation", "Data and Code Availability"],
)
def test_an_artifact_description_may_be_an_appendix(words: str) -> None:
    assert not lacks("artifacts", given=read(heading(words, 660)))


def test_ceur_ws_insists_on_the_declaration_on_generative_ai_alone() -> None:
    grave, usual = findings(section_missing, read(), on_profile("ceurart"))[::-1]
    assert (grave.severity, "the section “Declaration on Generative AI” that" in grave.message) == ("error", True)
    assert (usual.severity, "the sections “Keywords” and “References” that" in usual.message) == ("warning", True)
    about = edition(paper(), profile=load_profile("ceurart"))
    assert [each.severity for each in weigh_findings([usual, grave], about, strict=False)] == ["error", "warning"]


def test_a_section_of_the_call_is_looked_for_by_its_own_name() -> None:
    assert not lacks("broader-impact", given=read(heading("8 Broader Impact", 660)))
    (message,) = lacks("broader-impact", given=read())
    assert "the section “Broader impact”" in message


def test_a_section_that_publishers_ask_for_since_some_year_is_not_asked_of_older_volumes() -> None:
    assert not lacks("limitations", given=read(), year=2022)
    assert lacks("limitations", given=read(), year=2023)


def test_a_paper_without_text_lacks_no_section() -> None:
    assert not findings(section_missing, Reading(paper_of([], [])), on_profile("acl"))
