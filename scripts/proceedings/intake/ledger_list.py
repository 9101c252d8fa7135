"""`metadata/ledger.csv`: the pages that were frozen, a line for each paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from proceedings.intake.csv_rows import read_cells
from proceedings.intake.programme import meant_paper
from proceedings.ledger import COLUMNS
from proceedings.problem import Problem
from proceedings.records.edition import LedgerLine
from proceedings.records.paper import Paper

MOST_PAGES, MOST_DIGITS = 1_000_000, 12
KEEP = "Put back the ledger that `make freeze` wrote: pages that were announced depend on it."


def read_ledger(path: Path, *, shown_as: str) -> tuple[tuple[LedgerLine, ...], list[Problem]]:
    """The ledger in the order of its pages, with everything that is wrong with it; a line that is wrong is left out."""
    rows, problems = read_cells(path, COLUMNS, shown_as=shown_as, remedy=KEEP)
    lines: dict[str, LedgerLine] = {}
    for number, cells in rows or ():
        line, fault = _line(cells, number)
        if line.id in lines:
            fault = f'paper "{line.id}" stands in line {lines[line.id].line} already.'
        if fault:
            problems.append(Problem(file=shown_as, line=line.line, message=fault, remedy=KEEP))
        else:
            lines[line.id] = line
    ledger = tuple(sorted(lines.values(), key=lambda each: each.first_page))
    return ledger, [*problems, *_overlaps(ledger, shown_as)]


def ledger_problems(ledger: Sequence[LedgerLine], papers: Sequence[Paper]) -> Iterator[Problem]:
    """Lines of papers that nobody knows; a paper that was withdrawn keeps its file in metadata/papers/."""
    known = {paper.id for paper in papers}
    for each in ledger:
        if each.id not in known:
            fact = f'the line keeps pages for paper "{each.id}", and metadata/papers/ holds no such file.'
            otherwise = "Put its file back; if the paper was withdrawn, give it `status: withdrawn`."
            yield Problem(line=each.line, message=fact, remedy=meant_paper(each.id, known, otherwise))


def _line(cells: Mapping[str, str], number: int) -> tuple[LedgerLine, str]:
    """The line, and what is wrong with it in a sentence."""
    wrong = [key for key in ("first_page", "pages") if not _is_number(cells.get(key, ""))]
    fault = f'`{wrong[0]}` is "{cells.get(wrong[0], "")}", and no number of pages.' if wrong else ""
    line = LedgerLine(
        id=cells.get("id", ""),
        first_page=1 if wrong else int(cells["first_page"]),
        pages=1 if wrong else int(cells["pages"]),
        doi=cells.get("doi") or None,
        sha256=cells.get("sha256", "").casefold(),
        line=number,
    )
    return line, fault


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and 0 < int(text) <= MOST_PAGES


def _overlaps(ledger: Sequence[LedgerLine], shown_as: str) -> Iterator[Problem]:
    """Two papers on one page."""
    for before, each in pairwise(ledger):
        if each.first_page < before.first_page + before.pages:
            fact = f"papers {before.id} and {each.id} both have page {each.first_page}."
            yield Problem(file=shown_as, line=each.line, message=fact, remedy=KEEP)
