"""The tables that chairs keep as CSV in metadata/: their rows, whatever program saved them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from proceedings.problem import Problem
from proceedings.yaml.yaml_source import decoded

DELIMITERS = ",;\t"

Row = tuple[int, list[str]]
"""A row of the table and the line in which it ends."""


def read_rows(path: Path, *, shown_as: str, heading: str) -> tuple[list[Row], list[Problem]]:
    """The rows that are not empty, their cells without blanks around them, or else why there are none.

    The first row has the names of the columns; `heading` is what it should be, as in `id,title,authors`.
    """
    try:
        text = decoded(path.read_bytes())
        first = text.split("\n", 1)[0]
        delimiter = max(DELIMITERS, key=lambda sign: (first.count(sign), sign == ","))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader if any(map(str.strip, cells))]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        fact, remedy = "the file is not in UTF-8.", 'Save it again as "CSV UTF-8".'
        return [], [Problem(file=shown_as, line=line, message=fact, remedy=remedy)]
    except (csv.Error, OSError) as error:
        fact, remedy = f"the table cannot be read: {error}.", f"Save it again as CSV with the columns {heading}."
        return [], [Problem(file=shown_as, line=1, message=fact, remedy=remedy)]
    if not rows:
        fact, remedy = "the table is empty.", f"Write the first line {heading} and a line for each paper."
        return [], [Problem(file=shown_as, message=fact, remedy=remedy)]
    return rows, []
