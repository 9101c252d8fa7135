"""Writes a form as a workbook: a sheet a kind of item, with explanations and choices, and what is known filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings.csv_text import FORMULA_SIGNS
from proceedings.forms import workbook_look as look
from proceedings.forms.block_keys import ID_LETTERS
from proceedings.forms.columns import Column, Sheet, Words, sheets_of_form
from proceedings.intake.shared_facts import SharedFacts
from proceedings.records.record import Record
from proceedings.records.record_files import written_aside
from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.naming import NAMES
from proceedings.reproducibility.steps import CALLED_FOR

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

README_SHEET = "read me"

EXPLAINS = "\u25b8"
"""What the first cell of a row begins with that explains the columns and answers nothing."""

FIRST_ROW = 3
EMPTY_ROWS, ROWS_WITH_CHOICES = 4, 200
_LONGEST_LIST = 255
"""As many characters may the choices of a cell have."""

_SHARED = "shared with other papers of the volume: choose it, and fill in only what was otherwise"
"""What `same_as` says to authors, who do not know the files of shared facts."""

_REMARKS = (
    "What others need to do it again: paper {paper}",
    "One sheet for each kind of item, one row for each item. The row below the titles says what a column is for.",
    "A row needs what stands under the dark title; everything else as far as you know it. A row with nothing but an id "
    "does not count, and further rows may be added.",
    "Several values of one cell are set apart by semicolons: SW1; SW2",
    "The columns that begin with uses and setup, supports and implementation name rows of other sheets by their ids.",
    "A kind that the paper has none of goes into the sheet not_applicable, with the reason.",
    "All cells are text: write versions as they are printed, and 1.10 stays 1.10. Save the form as .xlsx.",
    "Sheets with a dark tab are what the call asks every paper for.",
)


def write_workbook(path: Path, paper: str, block: Reproducibility, shared: SharedFacts, words: Words) -> None:
    """Write the form of a paper, with the items of its block in it."""
    from openpyxl import Workbook  # here, because most editions never need it

    book = Workbook()
    book.properties.creator = "Bindery"
    sheets = sheets_of_form(words)
    _introduce(book.active, paper, sheets)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.kind.name), sheet, block, shared)
    with written_aside(path) as aside:
        book.save(aside)


def _introduce(page: Worksheet, paper: str, sheets: Sequence[Sheet]) -> None:
    """The first sheet: how the form is filled in, and what is asked on which sheet, as links."""
    from openpyxl.styles import Alignment, Font

    page.title = README_SHEET
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 92
    for row, remark in enumerate(_REMARKS, 1):
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        _write(page.cell(row, 1), remark.format(paper=paper))
        page.cell(row, 1).font = Font(name=look.FACE, bold=row == 1, size=14 if row == 1 else 11)
        page.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="center")
        page.row_dimensions[row].height = 32 if row == 1 or len(remark) > 115 else 18
    for row, sheet in enumerate(sheets, len(_REMARKS) + 2):
        _write(page.cell(row, 1), sheet.kind.name)
        page.cell(row, 1).hyperlink = f"#'{sheet.kind.name}'!A1"
        strong = sheet.kind.name in CALLED_FOR
        page.cell(row, 1).font = Font(name=look.FACE, bold=strong, underline="single", color=look.NEEDED)
        _write(page.cell(row, 2), look.plain_words(sheet.kind.words))
    look.set_print(page, [110])


def _fill(page: Worksheet, sheet: Sheet, block: Reproducibility, shared: SharedFacts) -> None:
    rows = list(_rows(sheet, block))
    widths = [look.width_of(column.title) for column in sheet.columns]
    explanations = [_explanation(column) for column in sheet.columns]
    explanations[0] = f"{EXPLAINS} {explanations[0]}"
    page.freeze_panes = f"{'B' if len(sheet.columns) > 1 else 'A'}{FIRST_ROW}"
    page.sheet_properties.tabColor = look.CALLED_FOR if sheet.kind.name in CALLED_FOR else None
    look.set_columns(page, widths)
    for number, column in enumerate(sheet.columns, 1):
        _write(page.cell(1, number), column.title)
        look.as_title(page.cell(1, number), needed=column.title == NAMES.get(sheet.kind.name))
        _write(page.cell(2, number), explanations[number - 1])
        look.as_explanation(page.cell(2, number))
        _offer(page, number, column, choices_of(sheet, column, shared))
    for row, cells in enumerate(rows, FIRST_ROW):
        for number, text in enumerate(cells, 1):
            _write(page.cell(row, number), text)
            look.as_answer(page.cell(row, number))
    look.set_heights(page, [explanations, *rows], widths)
    look.set_print(page, widths)


def _explanation(column: Column) -> str:
    return _SHARED if column.key.name == "same_as" else look.plain_words(column.key.words)


def _write(cell: Cell, text: str) -> None:
    """Text as text: nothing that somebody wrote becomes a formula, neither here nor when it is saved again."""
    cell.number_format = "@"
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA_SIGNS)


def choices_of(sheet: Sheet, column: Column, shared: SharedFacts) -> tuple[str, ...]:
    """What a cell of the column offers: the keys of shared facts, the kinds without an item, or the known words."""
    if column.key.name == "same_as":
        return tuple(getattr(shared, sheet.kind.name))
    if sheet.kind.name == "not_applicable" and column.path == ("kind",):
        return tuple(ID_LETTERS)
    return column.key.choices


def _offer(page: Worksheet, number: int, column: Column, choices: Sequence[str]) -> None:
    """A list to choose from; a column for shared facts is not shown where there are none."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(number)
    page.column_dimensions[letter].hidden = column.key.name == "same_as" and not choices
    listed = ",".join(choices)
    if not choices or len(listed) > _LONGEST_LIST or '"' in listed or listed.count(",") >= len(choices):
        return
    offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
    offer.showErrorMessage = column.key.kind is not str and column.key.name == "status"
    offer.add(f"{letter}{FIRST_ROW}:{letter}{ROWS_WITH_CHOICES}")
    page.add_data_validation(offer)


def _rows(sheet: Sheet, block: Reproducibility) -> Iterable[list[str]]:
    """The cells of what is known, then rows that have an id alone, or nothing."""
    kind = sheet.kind
    value = getattr(block, kind.name)
    empty = [""] * len(sheet.columns)
    if kind.name == "not_applicable":
        return [*([each, reason] for each, reason in value.items()), *[empty] * EMPTY_ROWS]
    if kind.items is None:
        return [_cells(sheet, value)] if isinstance(value, Record) else [[value or "", *empty[1:]]]
    rows = [_cells(sheet, item) for item in value]
    if kind.name not in ID_LETTERS:
        return [*rows, *[empty] * EMPTY_ROWS]
    known = {row[0] for row in rows}
    ids = (f"{ID_LETTERS[kind.name]}{number}" for number in range(1, len(rows) + EMPTY_ROWS + 1))
    return [*rows, *([each, *empty[1:]] for each in ids if each not in known)]


def _cells(sheet: Sheet, item: Record) -> list[str]:
    return [_text(_value(item, column.path), column.key.default) for column in sheet.columns]


def _value(item: object, path: Sequence[str]) -> object:
    for name in path:
        item = getattr(item, name, None)
    return item


def _text(value: object, default: object) -> str:
    if value is None or (value == default and not value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value) + (";" if len(value) == 1 and "," in value[0] else "")
    return f"{value:g}" if isinstance(value, float) else str(value)
