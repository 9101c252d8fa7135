"""`metadata/approvals.csv`: what the authors said yes to, a line for each paper and answer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from proceedings.intake.csv_rows import Row, one_a_cause, read_rows
from proceedings.intake.programme import meant_paper
from proceedings.problem import Problem
from proceedings.records.edition import Approval
from proceedings.records.paper import Paper

COLUMNS = ("id", "pdf_sha256", "metadata_sha256", "who", "date")
HEADING = ",".join(COLUMNS)

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_approvals(path: Path, *, shown_as: str) -> tuple[tuple[Approval, ...] | None, list[Problem]]:
    """The approvals, with everything that is wrong with the table; None where the edition has none."""
    if not path.is_file():
        return None, []
    rows, problems = read_rows(path, shown_as=shown_as, heading=HEADING)
    if not rows:
        return None, problems
    names = [cell.casefold() for cell in rows[0][1]]
    if set(names) != set(COLUMNS):
        fact, remedy = f"the columns are not {HEADING}.", f"Let the first line be {HEADING}."
        return None, [Problem(file=shown_as, line=1, message=fact, remedy=remedy)]
    approvals = tuple(_approval(dict(zip(names, cells, strict=False)), line) for line, cells in rows[1:])
    return approvals, [_shown(each, shown_as) for each in one_a_cause(_faulty(rows[1:], names))]


def approval_problems(approvals: Sequence[Approval], papers: Sequence[Paper]) -> Iterator[Problem]:
    """Approvals of papers that nobody knows."""
    known = {paper.id for paper in papers}
    yield from one_a_cause(_unknown(each, known) for each in approvals if each.id not in known)


def _unknown(approval: Approval, known: Collection[str]) -> Problem:
    fact = f'the line names paper "{approval.id}", and metadata/papers/ holds no such file.'
    return Problem(line=approval.line, message=fact, remedy=meant_paper(approval.id, known, "Delete the line."))


def _approval(cells: dict[str, str], line: int) -> Approval:
    return Approval(
        id=cells.get("id", ""),
        pdf_sha256=cells.get("pdf_sha256", "").casefold(),
        metadata_sha256=cells.get("metadata_sha256", "").casefold(),
        who=cells.get("who", ""),
        date=_day(cells.get("date", "")),
        line=line,
    )


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _faulty(rows: Sequence[Row], names: Sequence[str]) -> Iterator[Problem]:
    """Cells that cannot be what their column says."""
    for line, cells in rows:
        row = dict(zip(names, cells, strict=False))
        for column in ("pdf_sha256", "metadata_sha256"):
            if not _SHA256.fullmatch(row.get(column, "").casefold()):
                remedy = "Copy it from the finding `approval-missing`, which names both for the paper as it is now."
                yield Problem(line=line, message=f"`{column}` is no SHA-256 of 64 hex digits.", remedy=remedy)
        if row.get("date") and _day(row["date"]) is None:
            yield Problem(line=line, message=f'"{row["date"]}" is no date.', remedy="Write it as 2019-06-20.")


def _shown(problem: Problem, file: str) -> Problem:
    return Problem(file=file, line=problem.line, message=problem.message, remedy=problem.remedy)
