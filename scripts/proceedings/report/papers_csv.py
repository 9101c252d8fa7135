"""The rows of `output/papers.csv`, read back for the report."""

from __future__ import annotations

import csv
from pathlib import Path

from proceedings.records.record import Record


class TableRow(Record):
    """One paper of the finished volume; page labels and hash are empty where there are none."""

    first_page: str = ""
    last_page: str = ""
    pages: int = 0
    sha256: str = ""


def read_table(path: Path) -> dict[str, TableRow]:
    """Rows by paper id, in volume order. Columns that are not there are empty, a count that is none is 0."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {row["id"]: _row(row) for row in csv.DictReader(lines) if row.get("id")}


def _row(row: dict[str, str | None]) -> TableRow:
    pages = row.get("pages") or ""
    return TableRow(
        first_page=row.get("first_page") or "",
        last_page=row.get("last_page") or "",
        pages=int(pages) if pages.isdecimal() else 0,
        sha256=row.get("sha256") or "",
    )
