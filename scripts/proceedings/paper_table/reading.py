"""Reads the table back: rows by the ids of the papers, and what of them cannot be understood."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from proceedings.csv_text import unescaped
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import read_table
from proceedings.paper_table.columns import COLUMNS, MARK, SHEET, Known
from proceedings.problem import Problem, did_you_mean
from proceedings.wording import shortened

TABLES = ("papers.csv", "papers.xlsx")


class Table(NamedTuple):
    """The cells that a table has, by paper and column, and the doubts and problems of reading it."""

    rows: Mapping[str, Mapping[str, str]]
    problems: list[Problem]


def table_of(metadata: Path) -> Path | None:
    """The edition's table, the newer one of two; None where there is none."""
    there = [metadata / name for name in TABLES if (metadata / name).is_file()]
    return max(there, key=lambda path: path.stat().st_mtime, default=None)


def read_papers_table(path: Path, known: Known) -> Table:
    """The rows of a table. A column that is not there leaves what the metadata says. Raises SourceError."""
    doubts: list[Doubt] = []
    rows = [_by_our_titles(row) for row in read_table(path, doubts, SHEET)]
    problems = [Problem(file=path.name, severity="warning", message=f"{each.fact}.") for each in doubts]
    if "id" not in rows[0]:
        raise SourceError(f"{path.name}: there is no column `id`; `make table` writes the table anew")
    for name in rows[0]:
        if name not in COLUMNS and any(row[name].strip() for row in rows):
            remedy = did_you_mean(name, COLUMNS, f"The columns are {', '.join(COLUMNS)}.")
            fact = f"the column `{name}` is not known and was left out."
            problems.append(Problem(file=path.name, severity="warning", message=fact, remedy=remedy))
    return Table(dict(_by_id(path, rows, known, problems)), problems)


def _by_our_titles(row: Mapping[str, str]) -> dict[str, str]:
    """The row by our titles of columns, where somebody has written one with capitals or blanks."""
    ours = {name: name.strip().casefold().replace(" ", "_") for name in row}
    return {ours[name] if ours[name] in COLUMNS else name: cell for name, cell in row.items()}


def _by_id(
    path: Path, rows: list[dict[str, str]], known: Known, problems: list[Problem]
) -> Iterator[tuple[str, dict[str, str]]]:
    seen: set[str] = set()
    for row in rows:
        asked = as_read(row["id"])
        if not asked:
            said = next(cell for cell in row.values() if cell.strip())
            problems.append(_problem(path, f'a row has no id: "{shortened(said)}".', "Write one, or delete the row."))
            continue
        try:
            id = paper_called(asked, known.papers)
        except NoPaperError as error:
            problems.append(_problem(path, f"{error}.", "Write the id as the paper's file is called."))
            continue
        if id is None:
            remedy = (
                f"Papers are added by a file: metadata/papers/{asked}.yml; `make template PAPER={asked}` writes one."
            )
            problems.append(_problem(path, f"there is no paper {asked}.", remedy))
        elif id in seen:
            problems.append(_problem(path, f"the paper {id} has two rows.", "Delete one of them."))
        else:
            seen.add(id)
            yield id, {name: as_read(cell) for name, cell in row.items() if name in COLUMNS}


def as_read(cell: str) -> str:
    """What a cell says: without the apostrophe that kept it from being a formula, and a date without an hour."""
    text = unicodedata.normalize("NFC", cell).replace("_x000D_", "").strip()
    return unescaped(text).removesuffix(" 00:00:00")


def _problem(path: Path, fact: str, remedy: str) -> Problem:
    return Problem(file=path.name, message=fact, remedy=remedy)


def is_old(row: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether the metadata has changed since the row was written."""
    return bool(row.get(MARK)) and row[MARK] != now[MARK]
