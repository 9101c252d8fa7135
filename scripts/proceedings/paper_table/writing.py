"""Writes the table, as CSV or as a workbook, in which no cell is a formula and every cell is text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from proceedings.csv_text import FORMULA_SIGNS, csv_text
from proceedings.paper_table.columns import COLUMNS, MARK, SESSION, SHEET, Known, rows_of, session_names
from proceedings.records.paper import Status
from proceedings.records.record_files import write_file, written_aside
from proceedings.records.volume import Volume

WIDTHS = {"id": 8, "session": 26, "order": 7, "title": 60, "authors": 44, "notes": 44}
ROWS_WITH_CHOICES = 2000
_LONGEST_LIST = 255
"""As many characters may the choices of a cell have."""


def write_table(path: Path, known: Known, volume: Volume) -> int:
    """Write all papers at `path`, by its ending; returns how many rows it has."""
    rows = [[row[name] for name in COLUMNS] for row in rows_of(known)]
    if path.suffix == ".csv":
        # A byte order mark, without which Excel reads UTF-8 as Windows-1252.
        write_file(path, csv_text(COLUMNS, rows).encode("utf-8-sig"))
    else:
        _write_workbook(path, rows, choices(known, volume))
    return len(rows)


def choices(known: Known, volume: Volume) -> dict[str, tuple[str, ...]]:
    """What the cells of a column may say, where that is known."""
    named = zip(session_names(known), known.sessions, strict=True)
    sessions = tuple(name for name, each in named if each.papers or each.talks or each.chairs)  # else it is a break
    return {SESSION: sessions, "type": tuple(volume.types), "status": get_args(Status)}


def _write_workbook(path: Path, rows: Sequence[Sequence[str]], offered: Mapping[str, Sequence[str]]) -> None:
    from openpyxl import Workbook  # here, because most editions never need it
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.properties.creator = "Bindery"
    page = book.active
    page.title = SHEET
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"
    for number, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = WIDTHS.get(name, 16)
        page.column_dimensions[letter].hidden = name == MARK
        title = page.cell(1, number, name)
        title.font, title.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6EE")
        listed = ",".join(offered.get(name, ()))
        if listed and len(listed) <= _LONGEST_LIST and '"' not in listed and listed.count(",") < len(offered[name]):
            offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
            offer.add(f"{letter}2:{letter}{ROWS_WITH_CHOICES}")
            page.add_data_validation(offer)
    for number, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=COLUMNS[column - 1] in WIDTHS)
            if text:
                cell.value, cell.data_type = text, "s"
                cell.quotePrefix = text.startswith(FORMULA_SIGNS)
    with written_aside(path) as aside:
        book.save(aside)
