"""Tables of submission systems: CSV, tab-separated text and Excel, read as text from first to last cell."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path

from proceedings.importers.imported import Doubt, SourceError

Row = dict[str, str]
"""The cells of a row by the names of their columns. A cell that is not there is empty."""

NOT_UTF8 = "tables that are not UTF-8 were read as Windows-1252: look at the accents"
LONG_ROWS = "rows have more cells than there are columns; the cells beyond were left out"
UNREADABLE = (ValueError, KeyError, TypeError, SyntaxError, OSError, zipfile.BadZipFile)
"""What pandas and openpyxl raise for a table that is none."""

SHOWN_TITLES = 8
"""How many column titles an error names before it says how many more there are."""

DELIMITERS = ",;\t|"
EXCEL = (".xlsx", ".xlsm")


def read_table(path: Path, doubts: list[Doubt], sheet: str | None = None) -> list[Row]:
    """The rows of a table below its header. SourceError when it cannot be read; other columns keep their order.

    A sheet that a workbook does not have is its first one.
    """
    try:
        rows = _excel_rows(path, sheet) if path.suffix.lower() in EXCEL else _text_rows(path, doubts)
    except UNREADABLE as error:
        raise SourceError(f"{path.name}: this table cannot be read: {' '.join(str(error).split())}") from error
    if not rows:
        raise SourceError(f"{path.name}: the table is empty")
    return rows


def _text_rows(path: Path, doubts: list[Doubt]) -> list[Row]:
    """Rows of CSV or tab-separated text, in UTF-8 or else in Windows-1252, which is a doubt."""
    import pandas

    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        doubts.append(Doubt(fact=NOT_UTF8, where=path.name))
    if not text.strip():
        return []
    with warnings.catch_warnings(record=True) as lost:  # pandas warns of rows that are longer than the header
        warnings.simplefilter("always", pandas.errors.ParserWarning)
        table = pandas.read_csv(
            io.StringIO(text), sep=delimiter(text), dtype=str, keep_default_na=False, index_col=False
        )
    doubts += [Doubt(fact=LONG_ROWS, where=path.name)] if lost else []
    return _rows(table.columns, table.values.tolist())


def _excel_rows(path: Path, sheet: str | None) -> list[Row]:
    import pandas

    with pandas.ExcelFile(path, engine="openpyxl") as book:
        name = sheet if sheet in book.sheet_names else 0
        table = pandas.read_excel(book, sheet_name=name, dtype=str, keep_default_na=False, na_filter=False)
    return _rows(table.columns, table.values.tolist())


def _rows(columns: object, values: list[list[object]]) -> list[Row]:
    names = [str(name).strip() for name in columns]  # type: ignore[attr-defined]  # pandas is untyped here
    rows = [dict(zip(names, ("" if cell is None else str(cell) for cell in row), strict=True)) for row in values]
    return [row for row in rows if any(cell.strip() for cell in row.values())]


def delimiter(text: str) -> str:
    """The separator that is most frequent in the header line outside its quotation marks; a comma when none is."""
    header = re.sub(r'"[^"]*"', "", text.lstrip().splitlines()[0])
    return max(DELIMITERS, key=header.count)


def titles_there_are(row: Row) -> str:
    """What a table has instead of the column that was looked for, in words."""
    titles = [title for title in row if not title.startswith("Unnamed: ")]  # pandas' name for a cell without text
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
