from __future__ import annotations

import pytest

from lined_pages import paper_of, text_lines
from proceedings.checks.unresolved_references import unresolved_reference
from proceedings.reading.reading import Reading
from worded_papers import findings, front, reading, said


@pytest.mark.parametrize(
    "words",
    [
        "as shown in Fig. ?? and below",
        "as shown in Figures ?? and below",
        "in Section ?? of this paper",
        "in Subsection ?? of this paper",
        "in Sub-section ?? of this paper",
        "see § ?? of it",
        "by Eq. (??) and more",
        "by summation (??) and more",
        "was seen [?] before",
        "was seen [?, ?] before",
        "was seen [? ] before",
        "was seen [3, ?] before",
        "was seen [?, p. 3] before",
        "for the proof (Sample, ??) of it",
        "shown in Error! Reference source not found. for each",
        "in Fehler! Verweisquelle konnte nicht gefunden werden. zu sehen",
        "(см. рис. ??)",
    ],
)
def test_a_reference_that_did_not_resolve_is_an_error(words: str) -> None:
    (only,) = findings(unresolved_reference, reading(words))
    assert (only.severity, only.page) == ("error", 1)
    assert only.box is not None


@pytest.mark.parametrize(
    "words",
    [
        "The speaker answers Uh-huh?? and goes on.",
        "A: Are you there?? B: Yes?! A: What did you say??? B: Nothing.",
        "SELECT name FROM ranks WHERE wait > ? AND step = ?",
        "constants: !! for universal, ?? for existential quantification",
        "the value was assigned to (?). Since it is negative",
        "was it so [sic] or not?",
        "what (?:x) means",
    ],
)
def test_question_marks_of_other_kinds_are_none(words: str) -> None:
    assert not findings(unresolved_reference, reading(words))


def test_program_text_has_operators_that_look_the_same() -> None:
    code = Reading(paper_of([*front(), *said("return name ?? Section ??", font="CMTT10")], text_lines()))
    assert not findings(unresolved_reference, code)


def test_a_reference_is_found_across_a_line_end() -> None:
    (only,) = findings(unresolved_reference, reading("which is shown in Figure", "?? of the paper"))
    assert "“Figure ??”" in only.message


def test_two_question_marks_alone_are_a_warning() -> None:
    (only,) = findings(unresolved_reference, reading("as can be seen in ?? and more"))
    assert only.severity == "warning" and "may be unresolved" in only.message


@pytest.mark.parametrize(
    "words",
    [
        "by Observation ?? we have this",
        "Property ?? holds for all",
        "as in Experiment ??.",
        "(Hypothesis ??)",
        "см. Свойство ?? выше",
    ],
)
def test_any_word_with_a_capital_may_be_a_label(words: str) -> None:
    (only,) = findings(unresolved_reference, reading(words))
    assert only.severity == "warning" and "may be unresolved" in only.message


@pytest.mark.parametrize(
    "words", ["Did you see Paris ?? What a town", "Are you from Berlin ??", "Alice: Paris ?? really"]
)
def test_who_asks_has_no_fault(words: str) -> None:
    assert not findings(unresolved_reference, reading(words))


def test_a_mark_in_parentheses_is_a_citation_where_the_paper_cites_so() -> None:
    doubt = "It was measured before (?). Then it was not."
    cites = ["as known (Sample, 2019; Other et al., 2020)", "and more (Sample, 2018)"]
    assert not findings(unresolved_reference, reading(doubt))
    (only,) = findings(unresolved_reference, reading(doubt, *cites))
    assert "“(?)”" in only.message


def test_all_of_a_paper_are_one_finding_with_the_pages() -> None:
    given = Reading(paper_of([*front(), *said("in Fig. ??", "seen [?]")], said("in Fig. ??", top=140)))
    (only,) = findings(unresolved_reference, given)
    assert only.message == (
        "papers/017.pdf, pages 1–2: 3 references are not resolved: “Fig. ??” (pages 1–2) and “[?]” (page 1)."
    )
    (single,) = findings(unresolved_reference, Reading(paper_of([*front(), *said("in Fig. ??", "seen [?]")])))
    assert single.message == "papers/017.pdf, page 1: 2 references are not resolved: “Fig. ??” and “[?]”."


@pytest.mark.parametrize(
    "words",
    [
        "The operator ?? of C# is lazy. Sketch fills (??) from examples.",
        "Holes are written ?? or (??), and completed later.",
        "Unclear glyphs are annotated as “??”, and lost ones (??) are counted.",
        "Annotators marked words by (?) or [?] where they were unsure.",
        "Word prints “Error! Reference source not found.” for a lost field.",
        "In Java, the type [?] is unbounded.",
    ],
)
def test_who_writes_about_such_marks_has_no_fault(words: str) -> None:
    assert not findings(unresolved_reference, reading(words))


def test_a_label_tells_a_reference_also_where_the_marks_are_a_subject() -> None:
    (only,) = findings(unresolved_reference, reading("The operator ?? is lazy, see Section ??."))
    assert only.severity == "error" and "“Section ??”" in only.message
