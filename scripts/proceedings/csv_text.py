"""How every table that is handed over or kept is written as CSV, and what a spreadsheet must not work out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula; a Japanese one takes the wide signs too."""


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """The columns' names and the rows, a line each that ends in a line feed; no text in it begins like a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([escaped(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def escaped(cell: str) -> str:
    """The cell as a spreadsheet shows it without reckoning: behind an apostrophe where it begins like a formula.

    One that begins like a formula behind apostrophes of its own gets one more, so that it is read back.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA_SIGNS) else cell


def unescaped(cell: str) -> str:
    """The cell without the apostrophe that `escaped` puts before it."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_SIGNS) else cell
