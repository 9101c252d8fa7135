"""Answers to SC's artifact description become the block; what fits no question is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata_makers import edition_folder
from proceedings.forms.answers import block_of
from proceedings.forms.block_keys import README
from proceedings.forms.form_files import read_forms
from proceedings.forms.item_lines import ItemLine, item_line
from proceedings.forms.known_questions import DOCUMENTED
from proceedings.forms.question_answers import QUESTIONS, answers_of_questions
from proceedings.forms.questions import Line, Question, questions_of_markdown, questions_of_table, without_number
from proceedings.intake.shared_facts import SharedFacts
from proceedings.problem import Problem
from proceedings.records.reproducibility import Experiments, Minutes, Reproducibility

ARTIFACT_DESCRIPTION = """\
# Appendix: Artifact Description (AD)
## I. Overview of Contributions and Artifacts
### A. Paper's Main Contributions
- **C1**: An optimiser that keeps
  large batches stable.
- C2 Measurements on two machines.
### B. Computational Artifacts
- A1: The training code, https://doi.org/10.5281/zenodo.1234567
- A2: https://git.example.org/logs

| Artifact ID | Contributions Supported | Related Paper Elements |
|---|---|---|
| A1 | C1 | Fig. 3, Table 2 |
| A2 | C2 | Table 4 |

## II. Artifact Identification
### A. Computational Artifact A1
#### Relation To Contributions
A1 supports C1 and C2.
#### Expected Results
The loss of Fig. 3.
#### Expected Reproduction Time (in Minutes)
Artifact Setup: 30
Artifact Execution: 2 hours
Artifact Analysis: 10
#### Artifact Setup (incl. Inputs)
##### Hardware
- Sample-1
##### Software
- PyTorch 1.8.1, https://pytorch.org
- SW2: Horovod v0.21.3
##### Datasets
- ImageNet-1K (doi:10.1007/s11263-015-0816-y)
##### Installation and Deployment
Run `make`.
#### Artifact Execution
T1 trains, T2 draws.
#### Artifact Analysis (incl. Outputs)
N/A
### B. Computational Artifact A2
#### Artifact Setup (incl. Inputs)
##### Software
- PyTorch 1.8.1
##### Hardware
Any machine that has a disk and on which one may wait.
"""


def read(questions: object) -> tuple[Reproducibility, list[Problem]]:
    answers, problems = answers_of_questions(questions)  # type: ignore[arg-type]
    block, found = block_of(answers, SharedFacts(), "017.md")
    return block, [*problems, *found]


def messages(text: str) -> list[str]:
    return [problem.message for problem in read(questions_of_markdown(text))[1]]


def test_an_artifact_description_is_read_whole() -> None:
    block, problems = read(questions_of_markdown(ARTIFACT_DESCRIPTION))
    assert problems == []
    assert [(each.id, each.text) for each in block.contributions] == [
        ("C1", "An optimiser that keeps large batches stable."),
        ("C2", "Measurements on two machines."),
    ]
    first, second = block.artifacts
    assert (first.title, first.doi, first.supports) == ("The training code", "10.5281/zenodo.1234567", ("C1", "C2"))
    assert first.elements == ("Fig. 3", "Table 2")
    assert first.time_minutes == Minutes(setup=30, execution=120, analysis=10)
    assert (first.setup.hardware, first.setup.software, first.setup.datasets) == (("HW1",), ("SW1", "SW2"), ("D1",))
    assert (first.expected_results, first.analysis) == ("The loss of Fig. 3.", None)
    assert (second.url, second.setup.software) == ("https://git.example.org/logs", ("SW1",))
    assert second.setup.text == "Hardware: Any machine that has a disk and on which one may wait."
    assert [(each.id, each.name, each.version, each.url) for each in block.software] == [
        ("SW1", "PyTorch", "1.8.1", "https://pytorch.org"),
        ("SW2", "Horovod", "0.21.3", None),
    ]
    assert (block.datasets[0].name, block.datasets[0].doi) == ("ImageNet-1K", "10.1007/s11263-015-0816-y")


def test_the_example_of_the_key_page_is_read_whole() -> None:
    example = README.read_text("utf-8").partition("```markdown\n")[2].partition("```")[0]
    block, problems = read(questions_of_markdown(example))
    assert problems == []
    assert (block.contributions[0].id, block.software[0].version, block.artifacts[0].supports) == (
        "C1",
        "1.8.1",
        ("C1",),
    )


def test_a_table_of_questions_is_read_alike() -> None:
    table = (
        'Question;Answer\nPaper\'s Main Contributions;"C1: One\nC2: Two"\nArtifact A1;Code, 10.5281/zenodo.1\n'
        'A1: Expected Results;\'=the same\nA1 - Relation to Contributions;C1\nSoftware;"PyTorch 1.8.1\nHorovod"\n'
        "Seeds;fixed\n"
    )
    block, problems = read(questions_of_table(table))
    assert problems == []
    artifact = block.artifacts[0]
    assert (artifact.title, artifact.doi, artifact.supports) == ("Code", "10.5281/zenodo.1", ("C1",))
    assert artifact.expected_results == "=the same"
    assert [each.name for each in block.software] == ["PyTorch", "Horovod"]
    assert block.experiments == Experiments(seeds="fixed")


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- PyTorch 1.8.1", ItemLine("", "PyTorch", {"version": "1.8.1"})),
        ("SW3: Open MPI, version 4.1", ItemLine("SW3", "Open MPI", {"version": "4.1"})),
        ("* CUDA 11.2 <https://example.org>", ItemLine("", "CUDA", {"url": "https://example.org", "version": "11.2"})),
        ("- ResNet-50", ItemLine("", "ResNet-50", {})),
        ("- CUDA 11.2 and cuDNN 8", ItemLine("", "CUDA 11.2 and cuDNN 8", {})),
        ("1. Python", ItemLine("", "Python", {})),
        ("2to3", ItemLine("", "2to3", {})),
    ],
)  # fmt: skip
def test_a_line_is_taken_apart_only_where_it_is_marked(line: str, item: ItemLine) -> None:
    assert item_line(line, with_version=True) == item


def test_a_number_is_no_part_of_a_question() -> None:
    titles = ["II.A. Expected Results", "A. Software", "1.2) Hardware", "C1: One", "A1: Setup", "Datasets"]
    assert [without_number(title) for title in titles] == [
        "Expected Results", "Software", "Hardware", "C1: One", "A1: Setup", "Datasets",
    ]  # fmt: skip


def test_a_line_in_bold_letters_is_a_question_and_code_is_none() -> None:
    questions = list(questions_of_markdown("**Artifact Execution:**\n```\n# make\n```\n"))
    assert [question.name for question in questions] == ["", "artifact execution"]
    assert [line.text for line in questions[1].lines] == ["```", "# make", "```"]


def test_what_fits_no_question_is_told_with_its_line() -> None:
    assert messages("# Expeted Results\nhm\n") == ['line 1: "Expeted Results" is no question that is known here.']
    assert messages("Dear chairs,\n") == ["line 1: this text answers no question that is known here."]


def test_answers_that_cannot_be_used_are_told_with_their_line() -> None:
    assert messages("# Relation To Contributions\nall\n") == ["line 2: no contribution is named."]
    assert messages("# Hardware\nWe used a machine.\nAnd another.\n") == [
        "line 2: this is a text, and what it names cannot be told apart."
    ]
    assert messages("# Software\n| PyTorch | 1.8 |\n") == ['line 2: no column of this table is called "name".']
    assert messages("# Artifact A1\n## Relation To Contributions\nC7\n") == [
        'line 3: "C7" is the id of nothing in contributions of this paper.'
    ]


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Artifact Execution: 2 h", 120), ("- Execution (T1): 1.5 hours", 90), ("Execution: 2 h 30 min", 150),
        ("Artifact Execution (in minutes): about 60 on one node", 60), ("| Artifact Execution | 30 |", 30),
    ],
)  # fmt: skip
def test_a_time_is_minutes_or_hours_that_say_so(line: str, minutes: float) -> None:
    block, problems = read(questions_of_markdown(f"# Expected Reproduction Time (in Minutes)\n{line}\n"))
    assert problems == []
    assert block.artifacts[0].time_minutes == Minutes(execution=minutes)


@pytest.mark.parametrize(
    "time", ["two hours", "two hours and 5 minutes", "30-40", "2 days", "30 s", "1:30", "1,5 h", "a while"]
)
def test_a_time_that_is_no_number_of_minutes_is_told_and_not_dropped(time: str) -> None:
    text = f"# Expected Reproduction Time\nArtifact Setup: 30\nArtifact Execution: {time}\nArtifact Analysis: N/A\n"
    assert messages(text) == [f'line 3: "Artifact Execution: {time}" gives no number of minutes for execution.']


def test_a_time_of_no_part_is_told_beside_others() -> None:
    text = "# Expected Reproduction Time\nOn one node:\nArtifact Setup: 30\nabout two hours in all\n"
    frame, fault = read(questions_of_markdown(text))[1]
    assert (frame.severity, fault.severity) == ("warning", None)
    assert fault.message == (
        'line 4: "about two hours in all" gives no number of minutes for setup, execution or analysis.'
    )


def test_a_question_that_is_none_is_left_out_and_told_with_those_that_there_are() -> None:
    block, (problem,) = read(questions_of_markdown("# Funny Question\nha\nha\n# Seeds\nfixed\n"))
    assert block.experiments == Experiments(seeds="fixed")
    assert problem.severity == "warning"
    assert problem.message == (
        'line 1: "Funny Question" is no question that is known here; what stands below it is left out (2 lines).'
    )
    questions = (problem.remedy or "").partition("Questions are ")[2].rstrip(".").split(", ")
    assert "Expected Reproduction Time (in Minutes)" in questions
    assert len(questions) == len(set(questions)) == len(DOCUMENTED)


def test_a_question_that_looks_misspelt_is_a_fault_that_names_the_one_that_is_meant() -> None:
    problems = read(questions_of_markdown("# Sofware Dependancies\n- PyTorch\n# Relation to Contribution\nC1\n"))[1]
    assert [(each.severity, (each.remedy or "").partition("?")[0]) for each in problems] == [
        (None, 'Did you mean "Software Dependencies"'),
        (None, 'Did you mean "Relation to Contributions"'),
    ]


def test_every_documented_question_is_known() -> None:
    assert set(DOCUMENTED) <= set(QUESTIONS)


def test_sentences_around_the_ids_of_contributions_are_doubted_and_not_kept() -> None:
    text = "# Main Contributions\nC1: One\n# Relation To Contributions\nA1 computes the figure of C1.\n"
    block, problems = read(questions_of_markdown(text))
    assert block.artifacts[0].supports == ("C1",)
    assert [(each.severity, each.message) for each in problems] == [
        ("warning", "line 4: only C1 is kept of this text.")
    ]


def test_a_form_of_questions_lies_where_workbooks_do(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, "017", "018", "019")
    (edition / "metadata/forms").mkdir()
    for name, content in (("17.md", b"# Seeds\nfixed\n"), ("18.doc", b"\xff"), ("19.csv", b"")):
        (edition / "metadata/forms" / name).write_bytes(content)
    read_form, broken, empty = read_forms(tmp_path / "metadata")
    assert read_form.block == Reproducibility(experiments=Experiments(seeds="fixed"))
    assert [each.message for each in broken.problems] == ['forms that end in ".doc" are not read.']
    assert (empty.block, empty.problems) == (None, ())


def test_an_answer_of_several_lines_does_not_part_its_table_otherwise() -> None:
    (question,) = questions_of_table('Software,"PyTorch; the framework\nHorovod; on top of it"\n')
    assert [line.text for line in question.lines] == ["PyTorch; the framework", "Horovod; on top of it"]


def test_a_remark_of_the_form_is_no_answer() -> None:
    questions = list(questions_of_markdown("# Seeds\n<!-- Were they\nfixed? -->\nyes\n"))
    assert questions[1].lines == (Line("yes", "line 4"),)


def test_one_table_may_have_the_answers_of_many_papers(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, "017", "021")
    table = (
        "Paper ID,Title,Software,Seeds\n17,A,PyTorch 1.8.1,fixed\n21,B,It is a long and sad story.,\n"
        "21,B,,fixed\n99,C,Horovod,\n"
    )
    (edition / "metadata/forms").mkdir()
    (edition / "metadata/forms/answers.csv").write_text(table, "utf-8")
    first, second, third, fourth = read_forms(edition / "metadata")
    assert first.block is not None
    assert first.paper == edition / "metadata/papers/017.yml"
    assert [item.version for item in first.block.software] == ["1.8.1"]
    assert [(each.severity, each.message) for each in first.problems] == [
        ("warning", 'row 1: "Title" is no question that is known here; the column is left out.')
    ]
    assert [each.message for each in second.problems] == [
        "row 3, column Software: this is a text, and what it names cannot be told apart."
    ]
    assert third.problems[0].message == "metadata/forms/answers.csv, row 3 is a form of paper 021 too."
    assert fourth.problems[0].message == 'no paper has the id "99".'
    assert fourth.file == "metadata/forms/answers.csv, row 5"


def test_a_question_is_compared_by_its_words() -> None:
    assert Question("Paper’s Main Contributions (required)", "", ()).name == "papers main contributions"
