"""Tables as grids of text, sheet by sheet, for systems whose titles do not stand in the first row.

A `.xls` may be a workbook of Excel 97, XML (SpreadsheetML, Excel 2003), an `.xlsx` under another name, or text; its
first bytes tell.
Of formulas the values are read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from proceedings.csv_text import unescaped
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.loose_xml import root_of
from proceedings.importers.tables import (
    JOINED,
    TABLES,
    TWICE_TITLED,
    UNREADABLE,
    Row,
    one_line,
    table_text,
    text_rows,
)
from proceedings.importers.workbooks import EXCEL_97, Grid, sheets_of_workbook

KINDS = (*TABLES, ".xml")
WIDEST = 16384
"""How many columns a sheet of Excel has; a cell that says it stands further right has a broken place."""

BEYOND = "cells stand right of the last title, and were left out"

_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"


def rows_below(
    path: Path, titles: Sequence[str], doubts: list[Doubt], others: Mapping[str, str] = MappingProxyType({})
) -> list[Row]:
    """The rows of all sheets that have these titles in some row, from below it. SourceError when none has.

    `others` are titles by what they are called elsewhere; neither capitals nor blanks in them count.
    """
    sheets = sheets_of(path, doubts)
    grids = {name: [_titled(row, titles, others) for row in grid] for name, grid in sheets.items()}
    places = {name: f"{path.name}, sheet {name!r}" for name in sheets}
    found = [row for name, grid in grids.items() for row in _below(grid, titles, places[name], doubts)]
    if not found:
        named = ", ".join(map(repr, sheets)) or "none"
        raise SourceError(
            f"{path.name}: no sheet has a row with the titles {' and '.join(map(repr, titles))} and rows below it; "
            f"the sheets are: {named}. The importer csv reads any table"
        )
    return found


def sheets_of(path: Path, doubts: list[Doubt]) -> dict[str, Grid]:
    """The sheets of a file by their names; of text there is one. SourceError when it cannot be read."""
    begin = path.read_bytes()[:512].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if begin.startswith(b"<"):
        return _xml_sheets(root_of(path, doubts), path.name)
    try:
        is_workbook = begin.startswith((b"PK", EXCEL_97))
        return sheets_of_workbook(path, doubts) if is_workbook else {path.stem: _text_grid(path, doubts)}
    except UNREADABLE as error:
        raise SourceError(f"{path.name}: this table cannot be read: {one_line(str(error))}") from error


def _squeezed(title: str) -> str:
    return "".join(title.split()).casefold()


def _titled(row: list[str], titles: Sequence[str], others: Mapping[str, str]) -> list[str]:
    """A row that has all of these titles, by whichever names, under the names that they are known by."""
    there = {_squeezed(cell) for cell in row}
    known = {_squeezed(other): title for other, title in others.items() if _squeezed(title) not in there}
    known |= {_squeezed(title): title for title in (*others.values(), *titles)}
    named = [known.get(_squeezed(cell), one_line(cell)) for cell in row]
    return named if {*titles} <= {*named} else row


def _below(grid: Grid, titles: Sequence[str], place: str, doubts: list[Doubt]) -> list[Row]:
    """The rows below the titles. SourceError when these stand there twice."""
    heads = [number for number, row in enumerate(grid) if {*titles} <= {*row}]
    if len(heads) > 1:
        raise SourceError(f"{place}, row {heads[1] + 1}: the titles of the columns stand there again: {JOINED}")
    if not heads:
        return []
    names = grid[heads[0]]
    columns = {name: names.index(name) for name in names}
    twice = [name for name in columns if name and names.count(name) > 1]
    doubts += [Doubt(fact=TWICE_TITLED, where=f"{place}, {name!r}") for name in twice]
    beyond = (one_line(" ".join(row[len(names) :])) for row in grid[heads[0] + 1 :])
    doubts += [Doubt(fact=BEYOND, where=f"{place}, {cells!r}") for cells in beyond if cells]
    rows = [
        {name: row[column] if column < len(row) else "" for name, column in columns.items()}
        for row in grid[heads[0] + 1 :]
    ]
    return [row for row in rows if any(cell.strip() for cell in row.values())]


def _text_grid(path: Path, doubts: list[Doubt]) -> Grid:
    return [[unescaped(cell) for cell in row] for _, row in text_rows(table_text(path, doubts), path, doubts)]


def _xml_sheets(root: etree._Element, name: str) -> dict[str, Grid]:
    if root.tag != f"{_NAMESPACE}Workbook":
        raise SourceError(
            f"{name}, line {root.sourceline}: <{root.tag}> where <Workbook> should be; is it a workbook of Excel 2003?"
        )
    sheets = root.iterfind(f"{_NAMESPACE}Worksheet")
    return {
        _said(sheet, "Name") or f"sheet {number}": _xml_grid(sheet, f"{name}, sheet {number}")
        for number, sheet in enumerate(sheets, start=1)
    }


def _xml_grid(sheet: etree._Element, place: str) -> Grid:
    """The rows that are there; a gap between rows is no row, a gap between cells is empty cells."""
    return [_xml_row(row, place) for row in sheet.iterfind(f"{_NAMESPACE}Table/{_NAMESPACE}Row")]


def _xml_row(row: etree._Element, place: str) -> list[str]:
    cells: list[str] = []
    for cell in row.iterfind(f"{_NAMESPACE}Cell"):
        column = _number(cell, "Index", len(cells) + 1)
        end = max(column, len(cells) + 1) + _number(cell, "MergeAcross", 0)
        if end > WIDEST:
            raise SourceError(f"{place}, line {cell.sourceline}: a cell stands beyond the last column that Excel has")
        cells += [""] * (column - 1 - len(cells))
        written = cell.find(f"{_NAMESPACE}Data")
        cells.append("" if written is None else "".join(written.itertext()))
        cells += [""] * (end - len(cells))
    return cells


def _said(element: etree._Element, name: str) -> str:
    return str(element.get(f"{_NAMESPACE}{name}", ""))


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    """The number in an attribute; `otherwise` where it is none."""
    said = _said(element, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else otherwise
