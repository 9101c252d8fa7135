"""`metadata/same_names.csv` as the chair has it: which names mean one thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proceedings.intake.csv_rows import one_a_cause, read_cells
from proceedings.problem import Problem, did_you_mean
from proceedings.records.same_names import SameName
from proceedings.reproducibility.named_things import KINDS
from proceedings.same_names import COLUMNS
from proceedings.wording import listed

SAID = {"yes": True, "true": True, "no": False, "false": False, "": None}
"""What may stand in the column `same`; a spreadsheet may make a truth value of it."""


def read_same_names(path: Path, *, shown_as: str) -> tuple[tuple[SameName, ...], list[Problem]]:
    """The lines in the order of the table, with everything that is wrong with it; nothing where there is none."""
    rows, problems = read_cells(path, COLUMNS, shown_as=shown_as)
    answers, in_lines = [], []
    for line, cells in rows or ():
        cells = {column: _as_written(cells.get(column, "")) for column in COLUMNS}
        in_lines += [Problem(file=shown_as, line=line, message=fact, remedy=cure) for fact, cure in _faults(cells)]
        if cells["print"] and cells["print"] == cells["instead_of"]:
            continue  # it has been told, and says nothing
        said = SAID.get(cells["same"].casefold())
        kind = cells["kind"].casefold()
        pair = {"kind": kind, "name": cells["print"], "other": cells["instead_of"]}
        answers.append(SameName(**pair, same=said, why=cells["why"], line=line))
    return tuple(answers), [*problems, *one_a_cause(in_lines)]


def _as_written(cell: str) -> str:
    """The cell with single spaces."""
    return " ".join(cell.split())


def _faults(cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    if cells["kind"].casefold() not in KINDS:
        fact = f'"{cells["kind"]}" is no kind of things.'
        yield fact, did_you_mean(cells["kind"], KINDS, f"Kinds are {listed(KINDS)}.")
    for column in ("print", "instead_of"):
        if not cells[column]:
            yield f"there is no name in the column `{column}`.", "Write both names, or delete the line."
    if cells["print"] and cells["print"] == cells["instead_of"]:
        fact = f'"{cells["print"]}" stands on both sides, so the line says nothing.'
        yield fact, "Write the other name under `instead_of`, or delete the line."
    if cells["same"].casefold() not in SAID:
        fact = f'"{cells["same"]}" answers nothing, so the two names stay two.'
        yield fact, "Write `yes` or `no` in the column `same`."
