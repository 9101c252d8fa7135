"""Tables of submission systems: CSV, tab-separated text and Excel, read as text from first to last cell."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from proceedings.csv_text import unescaped
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.plain_files import read_text
from proceedings.importers.workbooks import refuse_unsafe, sheet_of_workbook

Row = dict[str, str]
"""The cells of a row by the names of their columns. A cell that is not there is empty."""

PARTED = "tables that commas do not part were read by the sign that their titles show"
UNREADABLE = (
    *(ValueError, LookupError, TypeError, AttributeError, SyntaxError, OSError, EOFError, NotImplementedError),
    *(OverflowError, AssertionError, zipfile.BadZipFile, zlib.error, struct.error),
)
"""What the readers of workbooks raise for one that is none."""

HEADING_LINES = 10
"""Among how many lines the titles of the columns are looked for below a heading."""

NO_TITLE = "Unnamed: "
"""What a column without a title is called, before its number."""

SHOWN_TITLES = 8
"""How many column titles an error names before it says how many more there are."""

TWICE_TITLED = "a title of a column stands there twice; the first was taken"
DELIMITERS = ",;\t|"
SIGNS = {";": "semicolons", "\t": "tabs", "|": "bars"}
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
TABLES = (".csv", ".tsv", ".txt", *WORKBOOKS)
HIDDEN = (".", "~$")
"""What begins the names of hidden files, and of those that Excel keeps beside a table as long as it is open."""

_END = "\ue000"  # stands behind the last row; within one, a quotation mark was left open
_SEPARATOR_LINE = re.compile(r"\Asep=.\r?\n", re.IGNORECASE)
JOINED = "were two exports merged? Import each into an edition of its own, or take the second apart"


def read_table(path: Path, doubts: list[Doubt], sheet: str | None = None) -> list[Row]:
    """The rows of a table below its header. SourceError when there are none; other columns keep their order.

    A sheet that a workbook does not have is its first one.
    """
    rows = rows_if_any(path, doubts, sheet)
    if not rows:
        raise SourceError(f"{path.name}: the table is empty")
    return rows


def rows_if_any(path: Path, doubts: list[Doubt], sheet: str | None = None) -> list[Row]:
    """The same of a table that may be empty. SourceError when it cannot be read."""
    try:
        return _excel_rows(path, sheet, doubts) if path.suffix.lower() in WORKBOOKS else _text_rows(path, doubts)
    except UNREADABLE as error:
        raise SourceError(f"{path.name}: this table cannot be read: {one_line(str(error))}") from error


def _text_rows(path: Path, doubts: list[Doubt]) -> list[Row]:
    lines = [(line, row) for line, row in text_rows(without_heading(table_text(path, doubts)), path, doubts) if row]
    if not lines:
        return []
    refuse_long_rows(lines, path)
    return _rows([row[: len(lines[0][1])] for _, row in lines], path, doubts)


def _excel_rows(path: Path, sheet: str | None, doubts: list[Doubt]) -> list[Row]:
    grid = [row for row in sheet_of_workbook(path, sheet, doubts) if row]
    return _rows(grid[_heading_height(grid[:HEADING_LINES]) :], path, doubts)


def text_rows(text: str, path: Path, doubts: list[Doubt]) -> list[tuple[int, list[str]]]:
    """The cells of each row of a text, and the line where it begins. SourceError for a quotation mark left open."""
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=told_delimiter(text, path, doubts))
    rows, line = [], 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(f"{path.name}, line {line}: this table cannot be read: {error}") from error
    line, last = rows.pop()
    if last != [_END]:
        raise SourceError(f"{path.name}, line {line}: a quotation mark opens in this row, and none closes it")
    return rows


def refuse_long_rows(lines: Sequence[tuple[int, Sequence[str]]], path: Path) -> None:
    """SourceError for a row with more cells than the first, in which some may have moved under titles of others."""
    width = len(lines[0][1])
    for line, row in lines:
        if any(map(str.strip, row[width:])):
            raise SourceError(
                f"{path.name}: line {line} has {len(row)} cells, where there are {width} titles; is this a table, or a "
                f"text? A cell that holds a separator stands in quotation marks. Or {JOINED}"
            )


def without_heading(text: str) -> str:
    """The text with its heading left empty."""
    lines = text.splitlines(keepends=True)
    begin = (next(csv.reader([line], delimiter=delimiter(line or ",")), []) for line in lines[:HEADING_LINES])
    height = _heading_height(begin)
    return "\n" * height + "".join(lines[height:])


def _heading_height(begin: Iterable[Sequence[str]]) -> int:
    """How many rows of one cell stand before one of at least three, the titles; an empty first row is no heading."""
    for number, row in enumerate(begin):
        filled = sum(bool(cell.strip()) for cell in row)
        if filled > 2:
            return number
        if filled > 1 or (number == 0 and not filled):
            return 0
    return 0


def table_text(path: Path, doubts: list[Doubt]) -> str:
    """The text of a table, without the line that tells Excel its delimiter.

    SourceError with the line when a byte order mark tells that a second file begins there.
    """
    text = _SEPARATOR_LINE.sub("", read_text(path, doubts).lstrip("\ufeff"))
    first_title = re.escape(re.split(rf"[{DELIMITERS}\r\n]", text.lstrip(), maxsplit=1)[0]) or "(?!)"
    if second := re.search(rf"(?<=[\r\n])\ufeff|\ufeff(?={first_title})", text):
        line = 1 + len(re.findall(r"\r\n?|\n", text[: second.start()]))
        raise SourceError(f"{path.name}, line {line}: a byte order mark, where a second file begins: {JOINED}")
    return text.replace("\ufeff", "")


def has_sheet(path: Path, name: str) -> bool:
    """Whether a file is a workbook with a sheet of this name."""
    if path.suffix.lower() not in WORKBOOKS:
        return False
    import openpyxl

    try:
        refuse_unsafe(path)
        return name in openpyxl.load_workbook(path, read_only=True).sheetnames
    except UNREADABLE:
        return False


def _rows(grid: Sequence[Sequence[str]], path: Path, doubts: list[Doubt]) -> list[Row]:
    """The rows below the first, which has the titles. ValueError where these stand there again."""
    width = max(map(len, grid), default=0)
    titles, *rows = [[*row, *[""] * (width - len(row))] for row in grid] or [[]]
    names = [one_line(title) or f"{NO_TITLE}{number}" for number, title in enumerate(titles)]
    for number, row in enumerate(rows, start=2):
        if _are_titles([cell.strip() for cell in row], names):
            raise ValueError(f"row {number} has the titles of the columns again: {JOINED}")
    places = {name: names.index(name) for name in names}
    doubts += [Doubt(fact=TWICE_TITLED, where=f"{path.name}, {name!r}") for name in places if names.count(name) > 1]
    return [{name: row[place] for name, place in places.items()} for row in rows if any(map(str.strip, row))]


def _are_titles(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row has titles of columns: the first title first, and among its other cells mostly titles.

    Those of another export of the same system may be more or fewer, and so stand under others.
    """
    filled = [cell for cell in cells if cell]
    if cells == names:
        return len(names) > 1
    return len(filled) > 2 and filled[0] == names[0] and 2 * sum(cell in names for cell in filled) > len(filled)


def table_in(source: Path, titles: Sequence[str], kinds: Sequence[str] = TABLES) -> Path:
    """The table itself, or the one in a folder whose beginning has these titles. SourceError when it is not clear."""
    if source.is_file() and source.suffix.lower() in kinds:
        return source
    if source.is_file():
        raise SourceError(f"{source}: this is no table; name one ({', '.join(kinds)}) or the folder that holds it")
    tables = tables_of(source, kinds)
    if len(tables) > 1:
        tables = [each for each in tables if begins_with(each, titles)] or tables
    if len(tables) == 1:
        return tables[0]
    if not tables:
        raise SourceError(f"{source}: no table here; there should be one that ends in {', '.join(kinds)}")
    raise SourceError(f"{source}: name one of the tables; there are: {', '.join(each.name for each in tables)}")


def tables_of(folder: Path, kinds: Sequence[str] = TABLES) -> list[Path]:
    """The tables in a folder, by name; not those that macOS and offices hide there."""
    return sorted(
        each for each in folder.iterdir() if each.suffix.lower() in kinds and not each.name.startswith(HIDDEN)
    )


def begins_with(path: Path, titles: Sequence[str]) -> bool:
    """Whether the beginning of a table of text has these titles."""
    if path.suffix.lower() in WORKBOOKS:
        return False
    with path.open("rb") as file:
        begin = file.read(4096).replace(b"\0", b"").decode("utf-8", errors="replace")
    return all(title in begin for title in titles)


def require_columns(row: Row, titles: Iterable[str], table: str) -> None:
    """SourceError that names the first column which is missing, and what there is."""
    for title in titles:
        if title not in row:
            raise SourceError(
                f"{table}: the column {title!r} is missing; {titles_there_are(row)}. The importer csv reads any table"
            )


def delimiter(text: str) -> str:
    """The separator that is most frequent in the header line outside its quotation marks; a comma when none is."""
    header = re.sub(r'"[^"]*"', "", (text.lstrip() or ",").splitlines()[0])
    return max(DELIMITERS, key=header.count)


def as_meant(row: Row) -> Row:
    """The row without the apostrophes that keep cells from being formulas."""
    return {title: unescaped(cell) for title, cell in row.items()}


def told_delimiter(text: str, path: Path, doubts: list[Doubt]) -> str:
    """The same, told where the name of the file does not say it already."""
    sign = delimiter(text)
    if sign != "," and (sign, path.suffix.lower()) != ("\t", ".tsv"):
        doubts.append(Doubt(fact=PARTED, where=f"{path.name} ({SIGNS[sign]})"))
    return sign


def titles_there_are(row: Row) -> str:
    """What a table has instead of the column that was looked for, in words."""
    titles = [title for title in row if not title.startswith(NO_TITLE)]
    if not titles:
        return "its first row, where the titles should stand, is empty"
    more = f" and {len(titles) - SHOWN_TITLES} more" if len(titles) > SHOWN_TITLES else ""
    return f"its first row has {', '.join(map(repr, titles[:SHOWN_TITLES]))}{more}"


def one_line(cell: str) -> str:
    """The cell without line breaks and doubled spaces."""
    return " ".join(cell.split())


def paragraphs(cell: str) -> str:
    """The cell with its paragraphs, which empty lines part, in one line each."""
    parts = (one_line(part) for part in re.split(r"\n\s*\n", cell.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n\n".join(part for part in parts if part)


def is_yes(cell: str) -> bool:
    """Whether a cell says yes: yes, y, true, 1, x or a tick."""
    return cell.strip().casefold() in ("yes", "y", "true", "1", "x", "✓", "✔")
