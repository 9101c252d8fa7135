"""The tables that chairs keep as CSV in metadata/: their rows, whatever program saved them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from proceedings.csv_text import unescaped
from proceedings.problem import Problem
from proceedings.sound_text import sound_text
from proceedings.wording import counted, listed_briefly
from proceedings.yaml.yaml_source import decoded

DELIMITERS = ",;\t"

MOST_ALIKE = 5
"""So many lines with one cure are told one by one; of more the first is, and where the others are."""

SINGULAR = re.compile(r'"[^"]*"|\d+')
"""What differs between facts that are alike: an id or another cell, and a line."""

Row = tuple[int, list[str]]
"""A row of the table and the line in which it ends."""


def read_rows(path: Path, *, shown_as: str, heading: str) -> tuple[list[Row], list[Problem]]:
    """The rows that are not empty, their cells unescaped and without blanks around them, or else why there are none.

    The first row has the names of the columns; `heading` is what it should be, as in `id,title,authors`.
    """
    try:
        text = decoded(path.read_bytes())
        first = text.split("\n", 1)[0]
        delimiter = max(DELIMITERS, key=lambda sign: (first.count(sign), sign == ","))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = [
            (reader.line_num, [unescaped(sound_text(cell).strip()) for cell in cells])
            for cells in reader
            if any(map(str.strip, cells))
        ]
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


def one_a_cause(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a table's lines in their order, those that more than `MOST_ALIKE` lines have alike as one.

    Alike is what says and asks for the same but for ids and numbers, as where an id was copied into every line.
    """
    found = list(problems)
    alike: dict[tuple[str, str | None], list[Problem]] = {}
    for each in found:
        alike.setdefault(_kind(each), []).append(each)
    for each in found:
        group = alike[_kind(each)]
        if len(group) <= MOST_ALIKE:
            yield each
        elif each is group[0]:
            yield _as_one(group)


def _kind(problem: Problem) -> tuple[str, str | None]:
    return SINGULAR.sub("", problem.message), problem.remedy


def _as_one(alike: Sequence[Problem]) -> Problem:
    """The first of them, which says in how many lines the same is wrong and is no single paper's."""
    first, *others = alike
    lines = listed_briefly([f"{each.line}" for each in others])
    message = f"{first.message} The same is wrong in {counted(len(others), 'more line')}: {lines}."
    return msgspec.structs.replace(first, message=message, paper=None)


Cells = tuple[int, dict[str, str]]
"""A row of a table whose columns are known: the line in which it ends, and its cells by column."""


def read_cells(
    path: Path, columns: Sequence[str], *, shown_as: str, remedy: str = ""
) -> tuple[list[Cells] | None, list[Problem]]:
    """The rows of a table that has these columns and no others; None, and why, where there is no such table.

    An absent file is no problem. `remedy` is the cure for other columns.
    """
    if not path.is_file():
        return None, []
    heading = ",".join(columns)
    rows, problems = read_rows(path, shown_as=shown_as, heading=heading)
    if not rows:
        return None, problems
    names = [cell.casefold() for cell in rows[0][1]]
    if set(names) != set(columns):
        fact = f"the columns are not {heading}."
        cure = remedy or f"Let the first line be {heading}."
        return None, [Problem(file=shown_as, line=1, message=fact, remedy=cure)]
    return [(line, dict(zip(names, cells, strict=False))) for line, cells in rows[1:]], problems
