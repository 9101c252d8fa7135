"""Forms of questions as people and their programs really save them: marks, numbers, encodings, and nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from metadata_makers import edition_folder
from proceedings.forms.form_files import Form, read_forms

PYTORCH = {"software": [{"id": "SW1", "name": "PyTorch", "version": "1.8.1"}]}
FIXED = {"experiments": {"seeds": "fixed"}}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = edition_folder(tmp_path_factory.mktemp("edition"), "017")
    (folder / "metadata/forms").mkdir()
    return folder / "metadata"


def read(edition: Path, content: str | bytes, ending: str = ".md") -> Form:
    path = edition / "forms" / f"017{ending}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (form,) = read_forms(edition)
    path.unlink()
    return form


def said(form: Form) -> dict[str, Any]:
    """What the block of a form says, without what it does not."""
    given: dict[str, Any] = _given(msgspec.to_builtins(form.block)) if form.block else {}
    return given


def _given(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _given(value) for key, value in part.items() if value not in (None, "", [], {}, False)}
    return [_given(each) for each in part] if isinstance(part, list | tuple) else part


@pytest.mark.parametrize(
    "heading",
    [
        "Seeds\n=====", "Seeds\n-----", "##Seeds", "###### Seeds ######", "## *Seeds*", "**Seeds:**", "__Seeds__",
        "Seeds", "4. Seeds", "## Q4. Seeds", "## Question 4: Seeds", "## 4 - Seeds", "## (4) Seeds", "## II-B Seeds",
        "## 2.1 Seeds", "## 5) Seeds", "## Seeds?", "## Seeds *", "## Seeds [optional]", "##\u00a0Seeds", "> ## Seeds",
        "\ufeff## Seeds", "---\ntitle: AD\n---\n## Seeds",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_heading_may_have_any_mark_level_and_number(edition: Path, heading: str, ending: str) -> None:
    text = f"{heading}\n\nfixed\n\n---\n"
    form = read(edition, text.replace("\n", ending))
    assert (said(form), form.problems) == (FIXED, ())


@pytest.mark.parametrize("line", ["- Seeds", "| Seeds |", "Seeds are fixed", "#1 of all", "`Seeds` are", "\\# Seeds"])
def test_an_item_a_row_and_a_sentence_are_no_headings(edition: Path, line: str) -> None:
    answer = said(read(edition, f"## Repetitions\n5\n{line}\n"))["experiments"]["repetitions"]
    assert answer == f"5\n{line.removeprefix(chr(92))}"


def test_a_question_in_bold_letters_may_have_its_answer_behind_it(edition: Path) -> None:
    form = read(edition, "**Software**: PyTorch 1.8.1\n\n**Seeds:** fixed\n")
    assert (said(form), form.problems) == (PYTORCH | FIXED, ())


@pytest.mark.parametrize("answer", ["", "N/A", "n.a.", "Not applicable.", "- none", "—", "TBD", "\n\n"])
def test_an_answer_that_says_nothing_is_none(edition: Path, answer: str) -> None:
    form = read(edition, f"## Datasets\n{answer}\n## Seeds\nfixed\n")
    assert (said(form), form.problems) == (FIXED, ())


@pytest.mark.parametrize("answer", ["N/A: a theory paper", "Not applicable, a theory paper.", "None (a theory paper)"])
def test_what_does_not_apply_keeps_its_reason(edition: Path, answer: str) -> None:
    assert said(read(edition, f"## Hardware\n{answer}\n")) == {"not_applicable": {"hardware": "a theory paper"}}


@pytest.mark.parametrize(
    "answer",
    [
        "- PyTorch 1.8.1", "\\- PyTorch 1.8.1", "- [x] PyTorch 1.8.1", "1) PyTorch 1.8.1", "• PyTorch 1.8.1",
        "- PyTorch\n  1.8.1", "> - PyTorch 1.8.1", "| Name | Version |\n|:--|---|\n| PyTorch | 1.8.1 |",
        "| ID | Package | Release |\n|---|---|---|\n| SW1 | PyTorch | 1.8.1 |",
    ],
)  # fmt: skip
def test_a_list_and_a_table_of_items_are_read_alike(edition: Path, answer: str) -> None:
    form = read(edition, f"## Software\n{answer}\n")
    assert (said(form), form.problems) == (PYTORCH, ())


def test_a_link_of_markdown_is_the_address_of_its_item(edition: Path) -> None:
    item = {**PYTORCH["software"][0], "url": "https://pytorch.org"}
    assert said(read(edition, "## Software\n- [PyTorch](https://pytorch.org) 1.8.1\n")) == {"software": [item]}


def test_lists_and_tables_in_a_text_stay_in_it(edition: Path) -> None:
    text = "1. T1: train\n2. T2: draw\n| task | hours |\n|---|---|\n| T1 | 2 |"
    assert said(read(edition, f"## Artifact Execution\n{text}\n"))["artifacts"] == [{"id": "A1", "execution": text}]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("| Name | Colour |\n| PyTorch | red |", 'the column "Colour" of this table is none that is known here.'),
        ("| Name | Version |\n| PyTorch | 1 |\nand so on", "line 4 is no row of this table."),
        ("| PyTorch | 1 |", 'no column of this table is called "name".'),
    ],
)
def test_a_table_that_cannot_be_read_is_told(edition: Path, table: str, fault: str) -> None:
    (problem,) = read(edition, f"## Software\n{table}\n").problems
    assert problem.message == f"line 2: {fault}"
    assert problem.remedy is not None and "Call the columns name, version" in problem.remedy


@pytest.mark.parametrize(
    "table",
    [
        "\ufeffQuestion,Answer\r\nSeeds,fixed\r\n", "QUESTION\tANSWER\nSEEDS\tfixed\n", "Seeds,fixed\n",
        "#,Question,Answer\n1,Seeds,fixed\n", "sep=;\nQuestion;Answer\nSeeds;fixed\n",
        "Question,Answer\nSoftware,N/A\n,\nSeeds,fixed\n", '"Seeds (were they fixed, and how?)",fixed\n',
    ],
)  # fmt: skip
def test_a_table_of_questions_may_come_from_any_program(edition: Path, table: str) -> None:
    form = read(edition, table, ".csv")
    assert (said(form), form.problems) == (FIXED, ())


def test_other_encodings_are_read_and_a_doubtful_one_is_told(edition: Path) -> None:
    text = "## Seeds\nfixed – as in Jülich\n"
    sure, doubtful = read(edition, text.encode("utf-16")), read(edition, text.encode("cp1252"))
    assert said(sure) == said(doubtful) == {"experiments": {"seeds": "fixed – as in Jülich"}}
    assert [(each.severity, each.message) for each in (*sure.problems, *doubtful.problems)] == [
        ("warning", "line 2: the file is not in UTF-8 and was read as Windows-1252.")
    ]


def test_one_sheet_of_the_form_is_not_taken_for_answers(edition: Path) -> None:
    (problem,) = read(edition, "id,name\n▸ SW1,its name\nSW1,PyTorch\n", ".csv").problems
    assert (problem.message, problem.remedy) == (
        "line 1: this is one sheet of the form; a CSV file holds no other sheet.",
        "Save the whole form as .xlsx.",
    )


def test_the_questions_that_there_are_are_listed_once(edition: Path) -> None:
    first, second = read(edition, "## Xyzzy\na\n## Qwfp\nb\n").problems
    assert first.remedy is not None and "Questions are " in first.remedy
    assert second.remedy is not None and "named above" in second.remedy
