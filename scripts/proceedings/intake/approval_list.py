"""`metadata/approvals.csv`: what the authors said yes to, a line for each paper and answer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from proceedings.intake.csv_rows import Cells, one_a_cause, read_cells
from proceedings.intake.programme import meant_paper
from proceedings.problem import Problem
from proceedings.records.edition import Approval
from proceedings.records.paper import Paper

COLUMNS = ("id", "pdf_sha256", "metadata_sha256", "who", "date")

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_approvals(path: Path, *, shown_as: str) -> tuple[tuple[Approval, ...] | None, list[Problem]]:
    """The approvals, with everything that is wrong with the table; None where the edition has none."""
    rows, problems = read_cells(path, COLUMNS, shown_as=shown_as)
    if rows is None:
        return None, problems
    approvals = tuple(_approval(cells, line) for line, cells in rows)
    return approvals, [*problems, *(_shown(each, shown_as) for each in one_a_cause(_faulty(rows)))]


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


def _faulty(rows: Sequence[Cells]) -> Iterator[Problem]:
    """Cells that cannot be what their column says."""
    for line, row in rows:
        for column in ("pdf_sha256", "metadata_sha256"):
            if not _SHA256.fullmatch(row.get(column, "").casefold()):
                remedy = "Copy it from the finding `approval-missing`, which names both for the paper as it is now."
                yield Problem(line=line, message=f"`{column}` is no SHA-256 of 64 hex digits.", remedy=remedy)
        if row.get("date") and _day(row["date"]) is None:
            yield Problem(line=line, message=f'"{row["date"]}" is no date.', remedy="Write it as 2019-06-20.")


def _shown(problem: Problem, file: str) -> Problem:
    return Problem(file=file, line=problem.line, message=problem.message, remedy=problem.remedy)
