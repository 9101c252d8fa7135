"""A workbook that an author fills in comes back as the block, and every fault is told with its cell."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from full_reproducibility import FULL_BLOCK
from proceedings.forms.answers import block_of
from proceedings.forms.block_keys import key_words
from proceedings.forms.workbook import write_workbook
from proceedings.forms.workbook_answers import answers_of_workbook
from proceedings.intake.shared_facts import SharedFacts
from proceedings.problem import Problem
from proceedings.records.reproducibility import Hardware, Reproducibility, Software

WORDS = key_words()
SHARED = SharedFacts(hardware={"sample-1": Hardware(system_name="Sample-1"), "sample-2": Hardware()})


NOTHING = Reproducibility()

Rows = tuple[tuple[object, ...], ...]


def form(folder: Path, block: Reproducibility = NOTHING) -> Path:
    """The form as it is written."""
    write_workbook(folder / "017.xlsx", "017", block, SHARED, WORDS)
    return folder / "017.xlsx"


def filled(folder: Path, **sheets: Rows) -> Path:
    """A workbook with some sheets, each with its titles and rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(folder / "017.xlsx")
    return folder / "017.xlsx"


def read(path: Path) -> tuple[Reproducibility, list[Problem]]:
    answers, problems = answers_of_workbook(path, WORDS, "forms/017.xlsx")
    block, found = block_of(answers, SHARED, "forms/017.xlsx")
    return block, [*problems, *found]


def only_problem(path: Path) -> Problem:
    _, problems = read(path)
    assert len(problems) == 1, [each.message for each in problems]
    return problems[0]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield form(tmp_path_factory.mktemp("empty"))


def test_what_is_known_is_filled_in_and_comes_back_as_it_was(tmp_path: Path) -> None:
    assert read(form(tmp_path, FULL_BLOCK)) == (FULL_BLOCK, [])


def test_an_empty_form_says_nothing(empty: Path) -> None:
    assert answers_of_workbook(empty, WORDS, "f") == ([], [])


def test_every_kind_has_a_sheet_and_every_title_its_explanation_below(empty: Path) -> None:
    book = load_workbook(empty)
    assert book.sheetnames == ["read me", *Reproducibility.__struct_fields__]
    for name in Reproducibility.__struct_fields__:
        titles, words = book[name][1], book[name][2]
        assert [title.value for title, cell in zip(titles, words, strict=True) if title.value and not cell.value] == []
        assert book[name].freeze_panes in ("A3", "B3")
    assert not any("`" in str(cell.value) for page in book for row in page.iter_rows() for cell in row)


def test_every_cell_that_is_to_be_filled_in_is_text(empty: Path) -> None:
    for name in Reproducibility.__struct_fields__:
        page = load_workbook(empty)[name]
        assert {cell.number_format for row in page.iter_rows(min_row=3) for cell in row} == {"@"}
        assert {page.column_dimensions[cell.column_letter].number_format for cell in page[1]} == {"@"}


def test_the_row_of_explanations_is_no_answer_wherever_it_was_moved(empty: Path, tmp_path: Path) -> None:
    book = load_workbook(empty)
    page = book["software"]
    for column, text in ((1, "SW1"), (3, "PyTorch")):
        page.cell(3, column).value = text
    page.move_range("A2:K2", rows=6)
    book.save(tmp_path / "017.xlsx")
    block, problems = read(tmp_path / "017.xlsx")
    assert (block.software, problems) == ((Software(id="SW1", name="PyTorch"),), [])


def test_a_column_for_shared_facts_is_shown_only_where_there_are_some(empty: Path) -> None:
    book = load_workbook(empty)
    assert book["hardware"].column_dimensions["B"].hidden is False
    assert book["software"].column_dimensions["B"].hidden is True


def test_known_words_and_shared_machines_are_offered(empty: Path) -> None:
    offers = {
        (page.title, page[f"{str(each.sqref)[0]}1"].value): each.formula1
        for page in load_workbook(empty)
        for each in page.data_validations.dataValidation
    }
    assert offers["datasets", "access"] == '"open,registration,restricted,proprietary"'
    assert offers["badges", "status"] == '"requested,awarded"'
    assert offers["hardware", "same_as"] == '"sample-1,sample-2"'


def test_text_that_looks_like_a_formula_is_none(tmp_path: Path) -> None:
    text = '=HYPERLINK("https://example.org";"click")'
    block = Reproducibility(statement=text, software=(Software(id="@SUM(A1)", name="-1+2", version="+3"),))
    path = form(tmp_path, block)
    with zipfile.ZipFile(path) as book:
        assert not any("<f>" in book.read(name).decode("utf-8", "ignore") for name in book.namelist())
    cells = [load_workbook(path)["statement"]["A3"], *load_workbook(path)["software"][3][:4]]
    assert [cell.data_type for cell in cells if cell.value] == ["s"] * 4
    assert all(cell.quotePrefix for cell in cells if cell.value)
    assert read(path) == (block, [])


def test_values_of_a_cell_are_set_apart_by_semicolons_or_commas(tmp_path: Path) -> None:
    artifacts = (("title", "elements", "supports"), ("Code", "Table 1, row 2; Fig. 3", "C1, C2"))
    contributions = (("id", "text"), ("C1", "one"), ("C2", "two"))
    block, problems = read(filled(tmp_path, contributions=contributions, artifacts=artifacts))
    assert problems == []
    assert (block.artifacts[0].elements, block.artifacts[0].supports) == (("Table 1, row 2", "Fig. 3"), ("C1", "C2"))


def test_numbers_and_dates_are_read_as_they_are_shown(tmp_path: Path) -> None:
    hardware = (("system_name", "number_of_nodes", "top500.rank"), ("Sample-1", 64.0, 7))
    badges = (("name", "awarded"), ("artifacts-available", datetime.datetime(2021, 6, 20)))
    block, problems = read(filled(tmp_path, hardware=hardware, badges=badges))
    assert problems == []
    top500 = block.hardware[0].top500
    assert (block.hardware[0].number_of_nodes, top500 and top500.rank) == ("64", 7)
    assert block.badges[0].awarded == "2021-06-20"


def test_a_version_that_became_a_number_is_doubted_and_taken(tmp_path: Path) -> None:
    path = filled(tmp_path, software=(("name", "version"), ("PyTorch", 1.1)))
    problem = only_problem(path)
    assert problem.severity == "warning"
    assert "sheet software, row 2, column B: the version 1.1 is a number" in problem.message
    assert read(path)[0].software[0].version == "1.1"


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (1.1, "0.00", "1.10"),
        (7, "000", "007"),
        (0.5, "0%", "50%"),
        (datetime.datetime(2021, 6, 20), "yyyy-mm-dd", "2021-06-20"),
        (1.1, "General", "1.1"),
        (1024, "#,##0", "1024"),
    ],
)
def test_a_number_is_taken_as_its_cell_shows_it(tmp_path: Path, value: object, shown_as: str, text: str) -> None:
    path = filled(tmp_path, software=(("name", "version"), ("PyTorch", value)))
    book = load_workbook(path)
    book["software"]["B2"].number_format = shown_as
    book.save(path)
    assert f"the version {text} is a " in only_problem(path).message
    assert read(path)[0].software[0].version == text


def test_a_wrong_value_is_told_with_its_cell(tmp_path: Path) -> None:
    rows = (("system_name", "top500.rank"), ("Sample-1", "7"), ("Sample-2", "second"))
    problem = only_problem(filled(tmp_path, hardware=rows))
    assert problem.file == "forms/017.xlsx"
    assert problem.message == (
        'sheet hardware, row 3, column B (top500.rank): "rank" expects a whole number, not "second".'
    )


def test_a_reference_to_nothing_is_told_with_its_cell(tmp_path: Path) -> None:
    software = (("id", "name"), ("SW1", "PyTorch"))
    benchmarks = (("name", "uses.software"), ("resnet", "SW1; SW7"))
    problem = only_problem(filled(tmp_path, software=software, benchmarks=benchmarks))
    assert problem.message.startswith('sheet benchmarks, row 2, column B (uses.software): "SW7" is the id of nothing')


def test_an_unknown_machine_is_told_with_its_cell(tmp_path: Path) -> None:
    problem = only_problem(filled(tmp_path, hardware=(("id", "same_as"), ("HW1", "sampel-1"))))
    assert problem.message.startswith('sheet hardware, row 2, column B (same_as): "sampel-1" is no key')
    assert problem.remedy == 'Did you mean "sample-1"?'


def test_a_column_and_a_sheet_that_do_not_exist_are_told(tmp_path: Path) -> None:
    rows = (("id", "nmae"), ("SW1", "PyTorch"))
    messages = [problem.message for problem in read(filled(tmp_path, software=rows, sofware=rows))[1]]
    assert messages == [
        'sheet software, row 1, column B: "nmae" is no column of this sheet.',
        "sheet software, row 2, column B: nothing says what this is.",
        "sheet sofware: there is no kind of this name.",
    ]


def test_a_formula_counts_by_its_value_and_without_one_not_at_all(tmp_path: Path) -> None:
    rows = (("id", "name"), ("SW1", '="Py"&"Torch"'), ("SW2", "Horovod"))
    path = filled(tmp_path, software=rows)
    problem = only_problem(path)
    assert problem.message == "sheet software, row 2, column B: a formula, and the file does not hold its value."
    with_value(path, b"<v></v>", b"<v>PyTorch</v>")
    block, problems = read(path)
    assert ([item.name for item in block.software], problems) == (["PyTorch", "Horovod"], [])


def with_value(path: Path, empty: bytes, value: bytes) -> None:
    """The value of the only formula of a workbook, as a program computes and saves it."""
    with zipfile.ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    assert sheet.count(b"<v />") + sheet.count(empty) == 1
    cell = sheet.replace(b"<v />", value).replace(empty, value)
    members["xl/worksheets/sheet1.xml"] = cell.replace(b'<c r="B2">', b'<c r="B2" t="str">')
    with zipfile.ZipFile(path, "w") as book:
        for name, content in members.items():
            book.writestr(name, content)


def test_a_kind_that_does_not_apply_needs_its_reason(tmp_path: Path) -> None:
    rows = (("kind", "reason"), ("hardware", "A theory paper."))
    block, problems = read(filled(tmp_path, not_applicable=rows))
    assert (block.not_applicable, problems) == ({"hardware": "A theory paper."}, [])
    problem = only_problem(filled(tmp_path, not_applicable=(("kind", "reason"), ("hardware", None))))
    assert problem.message == "sheet not_applicable, row 2, column A (kind): kind and reason belong together."


def test_a_file_that_is_no_workbook_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "017.xlsx").write_bytes(b"not a zip")
    answers, problems = answers_of_workbook(tmp_path / "017.xlsx", WORDS, "f")
    assert (answers, len(problems)) == ([], 1)


def test_a_workbook_of_somebody_elses_is_read_by_its_titles(tmp_path: Path) -> None:
    rows = (("version", "name"), ("2.4", "PyTorch"), (None, None), ("0.28", "Horovod"))
    block, problems = read(filled(tmp_path, Software=rows))
    assert problems == []
    assert [(item.name, item.version) for item in block.software] == [("PyTorch", "2.4"), ("Horovod", "0.28")]
