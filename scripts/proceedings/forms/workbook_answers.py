"""Reads a filled form from a workbook: values alone, each with its sheet, row and column."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from proceedings.forms.answers import Answer
from proceedings.forms.columns import Column, Sheet, Words, sheets_of_form
from proceedings.forms.workbook import EXPLAINS, README_SHEET
from proceedings.importers.workbooks import refuse_unsafe
from proceedings.problem import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError, OSError, zipfile.BadZipFile)
"""What openpyxl raises for a file that is no workbook."""


class Cell(NamedTuple):
    """A cell as its file holds it: the value, whether a formula or an error stands behind it, and how it is shown."""

    value: object
    kind: str
    is_formula: bool
    shown_as: str = "General"


def answers_of_workbook(path: Path, words: Words, file: str) -> tuple[list[Answer], list[Problem]]:
    """All answers of a form, and what is no answer; `file` is the form as shown."""
    answers: list[Answer] = []
    problems: list[Problem] = []
    try:
        pages = list(_pages(path))
    except UNREADABLE as error:
        said = " ".join(str(error).split())
        remedy = "Open it in a spreadsheet program and save it as .xlsx."
        return [], [Problem(file=file, message=f"this is no workbook that can be read: {said}.", remedy=remedy)]
    sheets = {sheet.kind.name: sheet for sheet in sheets_of_form(words)}
    for name, rows in pages:
        sheet = sheets.get(name.strip().casefold().replace(" ", "_"))
        if sheet is not None:
            _read(sheet, rows, answers, problems)
        elif name.strip().casefold() != README_SHEET and any(cell.value is not None for row in rows for cell in row):
            remedy = did_you_mean(name, sheets, f"Sheets are {', '.join(sheets)}.")
            problems.append(Problem(message=f"sheet {name}: there is no kind of this name.", remedy=remedy))
    return answers, [msgspec.structs.replace(problem, file=file) for problem in problems]


def _pages(path: Path) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Name and rows of each sheet; the book is read twice, for its values and for its formulas."""
    from openpyxl import load_workbook

    refuse_unsafe(path)
    shown = load_workbook(path, read_only=True, data_only=True)
    written = load_workbook(path, read_only=True)
    try:
        for page in shown.worksheets:
            yield page.title, [_cells(*rows) for rows in _row_pairs(shown, written, page.title)]
    finally:
        shown.close()
        written.close()


def _row_pairs(shown: Workbook, written: Workbook, name: str) -> Iterator[tuple[Sequence[object], Sequence[object]]]:
    for book in (shown, written):
        book[name].reset_dimensions()  # some programs write wrong ones
    yield from zip_longest(shown[name].iter_rows(), written[name].iter_rows(), fillvalue=())


def _cells(shown: Sequence[object], written: Sequence[object]) -> list[Cell]:
    kinds = [getattr(cell, "data_type", "n") for cell in written]
    return [
        Cell(
            getattr(cell, "value", None),
            getattr(cell, "data_type", "n"),
            kind == "f",
            getattr(cell, "number_format", "General"),
        )
        for cell, kind in zip_longest(shown, kinds, fillvalue="n")
    ]


def _read(sheet: Sheet, rows: list[list[Cell]], answers: list[Answer], problems: list[Problem]) -> None:
    """The answers of one sheet; a row with nothing but an id is none."""
    head, *body = rows or [[]]
    columns = _columns(sheet, head, problems)
    number = 0
    for row, cells in enumerate(body, 2):
        if _explains(cells):
            continue
        found: list[tuple[Column, str, str]] = []
        for position, cell in enumerate(cells):
            where = f"sheet {sheet.kind.name}, row {row}, column {_letter(position)}"
            column = columns.get(position)
            text = _text(cell, where, column, problems)
            if text and column:
                found.append((column, text, f"{where} ({column.title})"))
            elif text:
                remedy = "Give the column its title in the first row, or delete the cell."
                problems.append(Problem(message=f"{where}: nothing says what this is.", remedy=remedy))
        if any(column.title not in ("id", *_WITH_DEFAULTS) for column, _, _ in found):
            answers += _row_answers(sheet, number, found, problems)
            number += 1


def _explains(cells: Sequence[Cell]) -> bool:
    """Whether a row says what the columns are for, as the form has it below its titles."""
    return any(isinstance(cell.value, str) and cell.value.startswith(EXPLAINS) for cell in cells)


_FORMAT = re.compile(r"(?P<whole>0+)(?:\.(?P<places>0+))?(?P<share>%)?")
"""Formats of numbers that show what the number does not hold: `0.00`, `000`, `0%`."""

WRITTEN_EXACTLY = ("version", "commit")
"""Columns in which a number or a date is rarely what somebody wrote."""

_WITH_DEFAULTS = ("status", "new", "verified")
"""Columns that a form may fill in by itself, so that they alone make no item."""


def _row_answers(
    sheet: Sheet, number: int, found: list[tuple[Column, str, str]], problems: list[Problem]
) -> Iterator[Answer]:
    name = sheet.kind.name
    if name == "not_applicable":
        texts = {column.title: (text, where) for column, text, where in found}
        if len(texts) < 2:
            remedy = "Fill in both, the kind and the reason."
            problems.append(Problem(message=f"{found[0][2]}: kind and reason belong together.", remedy=remedy))
        else:
            yield Answer((name, texts["kind"][0]), texts["reason"][0], texts["reason"][1])
        return
    above: Place = (name, number) if sheet.kind.items else () if sheet.kind.record is None else (name,)
    if not sheet.kind.items and number:
        remedy = "Put all of it into the second row."
        problems.append(Problem(message=f"{found[0][2]}: this sheet has one row of answers.", remedy=remedy))
        return
    for column, text, where in found:
        value = parted(text) if column.key.is_list else text
        yield Answer((*above, *column.path), value, where)


def parted(text: str) -> tuple[str, ...]:
    """The values of a cell: set apart by semicolons, or by commas and line breaks where there is no semicolon."""
    parts = text.split(";") if ";" in text else re.split(r"[,\n]", text)
    return tuple(part.strip() for part in parts if part.strip())


def _columns(sheet: Sheet, head: list[Cell], problems: list[Problem]) -> dict[int, Column]:
    """The columns by their position; a title that is none, or there twice, is a problem."""
    known = {column.title: column for column in sheet.columns}
    found: dict[int, Column] = {}
    for position, cell in enumerate(head):
        title = str(cell.value).strip() if cell.value is not None else ""
        where = f"sheet {sheet.kind.name}, row 1, column {_letter(position)}"
        if title and title not in known:
            remedy = did_you_mean(title, known, f"Columns are {', '.join(known)}.")
            problems.append(Problem(message=f'{where}: "{title}" is no column of this sheet.', remedy=remedy))
        elif title and known[title] in found.values():
            problems.append(Problem(message=f'{where}: the column "{title}" stands twice.', remedy="Keep one of them."))
        elif title:
            found[position] = known[title]
    return found


def _text(cell: Cell, where: str, column: Column | None, problems: list[Problem]) -> str:
    """What a cell says, as text; empty when it says nothing or nothing that can be used."""
    value = cell.value
    if cell.kind == "e":
        problems.append(Problem(message=f"{where}: the formula fails with {value}.", remedy="Write the value."))
        return ""
    if value is None and cell.is_formula:
        remedy = "Write the value, or open the form in a spreadsheet program and save it, so that it is computed."
        problems.append(Problem(message=f"{where}: a formula, and the file does not hold its value.", remedy=remedy))
        return ""
    text = _as_shown(value, cell.shown_as)
    what = "date" if isinstance(value, datetime.date) else "number" if _is_number(value) else ""
    if what and column and column.key.name in WRITTEN_EXACTLY:
        key = column.key.name
        message = f"{where}: the {key} {text} is a {what} here; a spreadsheet program takes 1.10 for 1.1, 007 for 7."
        remedy = "Look at the paper; to be sure, format the column as text and write it again."
        problems.append(Problem(severity="warning", message=message, remedy=remedy))
    return text


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _as_shown(value: object, shown_as: str) -> str:
    """A value as text; a number with the decimals, the zeros before it or the per cent that its format shows."""
    pattern = _FORMAT.fullmatch(shown_as) if _is_number(value) else None
    if pattern is None or not isinstance(value, int | float):
        return _as_text(value)
    places = len(pattern["places"] or "")
    number = f"{value * 100 if pattern['share'] else value:.{places}f}"
    return number.zfill(len(pattern["whole"]) + (1 + places if places else 0)) + (pattern["share"] or "")


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _letter(position: int) -> str:
    """`A` for the first column, `AB` for the 28th."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
