"""`metadata/deliveries/`: what was handed over, one table for each time."""

from __future__ import annotations

from pathlib import Path

from proceedings.deliveries import COLUMNS, FOLDER
from proceedings.intake.csv_rows import read_cells
from proceedings.problem import Problem
from proceedings.records.exchange import Delivered


def delivery_names(metadata: Path) -> tuple[str, ...]:
    """The names of all deliveries, the oldest first: `2019-06-20-springer`."""
    return tuple(sorted(path.stem for path in (metadata / "deliveries").glob("*.csv")))


def read_delivery(metadata: Path, name: str) -> tuple[tuple[Delivered, ...] | None, list[Problem]]:
    """The lines of one delivery, with everything that is wrong with its table; None where there is no such table."""
    shown_as = f"{FOLDER}/{name}.csv"
    rows, problems = read_cells(metadata / "deliveries" / f"{name}.csv", COLUMNS, shown_as=shown_as)
    if rows is None:
        return None, problems
    lines = []
    for number, cells in rows:
        try:
            lines.append(_delivered(cells))
        except ValueError:
            fact = "the pages are no numbers."
            problems.append(Problem(file=shown_as, line=number, message=fact, remedy="Put the table back as it was."))
    return tuple(lines), problems


def _delivered(cells: dict[str, str]) -> Delivered:
    return Delivered(
        id=cells.get("id", ""),
        first_page=int(cells.get("first_page", "")),
        last_page=int(cells.get("last_page", "")),
        doi=cells.get("doi") or None,
        pdf_sha256=cells.get("pdf_sha256", ""),
        source_sha256=cells.get("source_sha256", ""),
        rights_sha256=cells.get("rights_sha256", ""),
        metadata_sha256=cells.get("metadata_sha256", ""),
    )
