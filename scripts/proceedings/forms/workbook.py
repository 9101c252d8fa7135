"""Writes a form as a workbook: a sheet for each kind of item, notes and choices in it, and what is known filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings.csv_text import FORMULA_SIGNS
from proceedings.forms.block_keys import ID_LETTERS
from proceedings.forms.columns import Column, Sheet, Words, sheets_of_form
from proceedings.intake.shared_facts import SharedFacts
from proceedings.records.record import Record
from proceedings.records.record_files import written_aside
from proceedings.records.reproducibility import Reproducibility

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

README_SHEET = "read me"

EMPTY_ROWS, ROWS_WITH_CHOICES = 4, 200
_LONGEST_LIST = 255
"""As many characters may the choices of a cell have."""

_REMARKS = (
    "What others need to do it again: paper {paper}",
    "",
    "One sheet for each kind of item, one row for each item. A note on each title says what the column is for.",
    "Leave empty what does not apply; a row with nothing but an id does not count.",
    "Several values of one cell are set apart by semicolons: SW1; SW2",
    "`uses`, `setup`, `supports` and `implementation` name other items by their ids.",
    "A kind that the paper has none of goes into the sheet not_applicable, with the reason.",
    "Write versions as they are printed; all cells are text, so that 1.10 stays 1.10.",
)


def write_workbook(path: Path, paper: str, block: Reproducibility, shared: SharedFacts, words: Words) -> None:
    """Write the form of a paper, with the items of its block in it."""
    from openpyxl import Workbook  # here, because most editions never need it

    book = Workbook()
    book.properties.creator = "Bindery"
    first = book.active
    first.title = README_SHEET
    for row, remark in enumerate(_REMARKS, 1):
        _write(first.cell(row, 1), remark.format(paper=paper))
    first.column_dimensions["A"].width = 100
    for sheet in sheets_of_form(words):
        _fill(book.create_sheet(sheet.kind.name), sheet, block, shared)
    with written_aside(path) as aside:
        book.save(aside)


def _fill(page: Worksheet, sheet: Sheet, block: Reproducibility, shared: SharedFacts) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "B2" if len(sheet.columns) > 1 else "A2"
    for number, column in enumerate(sheet.columns, 1):
        title = page.cell(1, number)
        _write(title, column.title)
        title.font, title.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6EE")
        if column.key.words:
            title.comment = Comment(column.key.words, "Bindery", width=260, height=90)
        page.column_dimensions[get_column_letter(number)].width = max(14, len(column.title) + 3)
        _offer(page, get_column_letter(number), column, choices_of(sheet, column, shared))
    for row, cells in enumerate(_rows(sheet, block), 2):
        for number, text in enumerate(cells, 1):
            _write(page.cell(row, number), text)


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


def _offer(page: Worksheet, letter: str, column: Column, choices: Sequence[str]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(choices)
    if not choices or len(listed) > _LONGEST_LIST or '"' in listed or listed.count(",") >= len(choices):
        return
    offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
    offer.showErrorMessage = column.key.kind is not str and column.key.name == "status"
    offer.add(f"{letter}2:{letter}{ROWS_WITH_CHOICES}")
    page.add_data_validation(offer)


def _rows(sheet: Sheet, block: Reproducibility) -> Iterable[list[str]]:
    """The cells of what is known, then rows that have an id alone."""
    kind = sheet.kind
    value = getattr(block, kind.name)
    if kind.name == "not_applicable":
        return [[each, reason] for each, reason in value.items()]
    if kind.items is None:
        return [_cells(sheet, value)] if isinstance(value, Record) else [[value or ""]]
    rows = [_cells(sheet, item) for item in value]
    if kind.name not in ID_LETTERS:
        return rows
    known = {row[0] for row in rows}
    ids = (f"{ID_LETTERS[kind.name]}{number}" for number in range(1, len(rows) + EMPTY_ROWS + 1))
    return [*rows, *([each] for each in ids if each not in known)]


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
