"""`metadata/received.csv`: the camera-ready files that came, as they were written down."""

from __future__ import annotations

import datetime
from pathlib import Path

from proceedings.arrivals import COLUMNS
from proceedings.intake.csv_rows import read_cells
from proceedings.problem import Problem
from proceedings.records.exchange import Arrival


def read_arrivals(path: Path, *, shown_as: str) -> tuple[tuple[Arrival, ...], list[Problem]]:
    """The arrivals in the order of the table, with everything that is wrong with it; nothing where there is none."""
    rows, problems = read_cells(path, COLUMNS, shown_as=shown_as)
    arrivals: list[Arrival] = []
    for line, cells in rows or ():
        try:
            arrivals.append(_arrival(cells))
        except ValueError:
            fact = f'"{cells.get("date", "")}" is no date, or "{cells.get("round", "")}" no number.'
            problems.append(Problem(file=shown_as, line=line, message=fact, remedy="Write them as 2019-06-20 and 1."))
    return tuple(arrivals), problems


def _arrival(cells: dict[str, str]) -> Arrival:
    return Arrival(
        id=cells.get("id", ""),
        sha256=cells.get("sha256", "").casefold(),
        date=datetime.date.fromisoformat(cells.get("date", "")),
        round=int(cells.get("round", "")),
    )
