"""Workbooks of Excel: whether one is safe to open, and the cells of its sheets as they are shown."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from proceedings.importers.imported import Doubt
from proceedings.importers.xml_entities import defines_entities
from proceedings.unsafe_archive import unsafe

EMPTY_FORMULAS = (
    "cells have formulas that no spreadsheet has worked out, and so are empty: open the workbook in one, save it, and "
    "import again"
)
ERRORS = "cells whose formula came to an error (#N/A, #REF!) are empty: write what they should say into the workbook"
EXCEL_97 = b"\xd0\xcf\x11\xe0"
"""How the binary workbooks of Excel 97 begin."""

LARGEST, DENSEST = 50_000_000, 200
"""A workbook of more bytes unpacked, which are so many times those of its file, was written by nobody."""

_EMPTY_FORMULA = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*\br="([A-Z]+[0-9]+)"[^>]*>\s*(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v></v>)?\s*</c>"
)


Grid = list[list[str]]
"""The rows of a sheet, each with its cells to the last one that says something."""


def sheets_of_workbook(path: Path, doubts: list[Doubt]) -> dict[str, Grid]:
    """The sheets by their names; of formulas the values are read. Raises what readers do for what is none."""
    if _is_excel_97(path):
        return _old_sheets(path, doubts)
    return {sheet.title: _grid(sheet, path, doubts) for sheet in _worksheets(path, doubts)}


def sheet_of_workbook(path: Path, name: str | None, doubts: list[Doubt]) -> Grid:
    """The sheet of this name, or else the first."""
    if _is_excel_97(path):
        old = _old_sheets(path, doubts)
        return old.get(name or "", next(iter(old.values()), []))
    sheets = _worksheets(path, doubts)
    meant = [each for each in sheets if each.title == name] or sheets
    return _grid(meant[0], path, doubts) if meant else []


def _is_excel_97(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(EXCEL_97)) == EXCEL_97


def _old_sheets(path: Path, doubts: list[Doubt]) -> dict[str, Grid]:
    """The sheets of a workbook of Excel 97, which pandas reads."""
    import pandas
    import xlrd
    from xlrd.compdoc import CompDocError

    wanted = {"sheet_name": None, "header": None, "dtype": object, "na_filter": False}
    quiet = {"logfile": io.StringIO()}  # else what xlrd wonders about is printed
    try:
        with warnings.catch_warnings(action="ignore"):  # pandas 4 asks for calamine, which panics at broken files
            sheets = pandas.read_excel(io.BytesIO(path.read_bytes()), engine="xlrd", engine_kwargs=quiet, **wanted)
    except (xlrd.XLRDError, CompDocError, RecursionError) as error:
        raise ValueError(str(error)) from error
    for name, sheet in sheets.items():
        doubts += [Doubt(fact=ERRORS, where=f"{path.name}, {name}, row {row + 1}") for row in _rows_with_errors(sheet)]
    return {str(name): [_texts(row) for row in sheet.fillna("").values.tolist()] for name, sheet in sheets.items()}


def _rows_with_errors(sheet: Any) -> list[int]:  # noqa: ANN401  # pandas is untyped
    return [int(row) for row in sheet.index[sheet.isna().any(axis=1)]]


def _worksheets(path: Path, doubts: list[Doubt]) -> list[Any]:
    import openpyxl

    refuse_unsafe(path)
    doubts += formula_doubts(path)
    content = io.BytesIO(path.read_bytes())  # openpyxl refuses a path that does not end in .xlsx
    return list(openpyxl.load_workbook(content, read_only=True, data_only=True).worksheets)


def _grid(sheet: Any, path: Path, doubts: list[Doubt]) -> Grid:  # noqa: ANN401  # openpyxl is untyped
    sheet.reset_dimensions()  # some programs write that the sheet has one cell
    return [_shown(row, path.name, doubts) for row in sheet.iter_rows()]


def _shown(row: Iterable[Any], name: str, doubts: list[Doubt]) -> list[str]:
    """The cells as they are shown, nothing of an error."""
    values: list[object] = []
    for cell in row:
        is_error = cell.data_type == "e"
        if is_error:
            doubts.append(Doubt(fact=ERRORS, where=f"{name}, {cell.coordinate} ({cell.value})"))
        values.append(None if is_error else cell.value)
    return _texts(values)


def _texts(values: Iterable[object]) -> list[str]:
    """The cells of a row to the last one that says something: `7` of the number 7.0."""
    whole = (int(each) if isinstance(each, float) and each.is_integer() else each for each in values)
    cells = ["" if each is None else str(each) for each in whole]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def refuse_unsafe(path: Path) -> None:
    """ValueError when a workbook is far larger unpacked than any that people write, leads out, or defines entities."""
    with zipfile.ZipFile(path) as book:
        members = book.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > LARGEST and unpacked > DENSEST * path.stat().st_size:
            raise ValueError(f"unpacked it would have {unpacked // 1_000_000} MB; save it again, without empty rows")
        if reason := unsafe(members):
            raise ValueError(f"it {reason}; open it in a spreadsheet and save it again")
        for member in members:
            if member.filename.endswith((".xml", ".rels")) and defines_entities(book.read(member)):
                raise ValueError(f"{member.filename} in it defines entities, which are not expanded; save it again")


def formula_doubts(path: Path) -> list[Doubt]:
    """A doubt that names the first cell of a workbook whose formula no spreadsheet has worked out, so that it is empty.

    Programs that write workbooks leave that to the spreadsheet that opens them.
    """
    with zipfile.ZipFile(path) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    cells = [cell for sheet in sheets for cell in _EMPTY_FORMULA.findall(sheet)]
    return [Doubt(fact=EMPTY_FORMULAS, where=f"{path.name}, {cell.decode()}") for cell in cells]
