"""`metadata/accepted.csv`: titles and authors as they were when the papers were accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from proceedings.intake.csv_rows import one_a_cause, read_rows
from proceedings.intake.programme import meant_paper
from proceedings.problem import Problem, did_you_mean
from proceedings.records.edition import AcceptedPaper
from proceedings.records.paper import Paper

COLUMNS = ("id", "title", "authors")
INVITED = "invited"
"""Papers of this type were never on a list of accepted submissions."""


def read_acceptance_list(path: Path, *, shown_as: str) -> tuple[tuple[AcceptedPaper, ...], list[Problem]]:
    """The list, with everything that is wrong with it; nothing of both where there is none."""
    if not path.is_file():
        return (), []
    rows, problems = read_rows(path, shown_as=shown_as, heading=",".join(COLUMNS))
    if not rows:
        return (), problems
    names = [cell.casefold() for cell in rows[0][1]]
    problems += _column_problems(names, rows[0][1], shown_as)
    if "id" not in names:
        return (), problems
    papers: dict[str, AcceptedPaper] = {}
    in_lines: list[Problem] = []
    for line, cells in rows[1:]:
        paper = _paper(dict(zip(names, cells, strict=False)), line)
        authors = _authors_problem(paper, shown_as, many=len(cells) > len(names))
        repeated = _repeated(paper, papers, shown_as)
        in_lines += [problem for problem in (authors, repeated) if problem]
        papers.setdefault(paper.id, paper)
    return tuple(paper for paper in papers.values() if paper.id), [*problems, *one_a_cause(in_lines)]


def acceptance_problems(accepted: Sequence[AcceptedPaper], papers: Sequence[Paper]) -> Iterator[Problem]:
    """Papers of the list that nobody knows, and papers of the volume that were never accepted."""
    known = {paper.id for paper in papers}
    listed = {paper.id for paper in accepted}
    yield from one_a_cause(_unknown(paper, known - listed) for paper in accepted if paper.id not in known)
    for each in papers:
        if accepted and each.id not in listed and each.status == "accepted" and each.type != INVITED:
            fact = f'paper "{each.id}" of metadata/papers/ is not in the list of accepted papers.'
            remedy = f"Add its line, or give it the type `{INVITED}`, or another status than `accepted`."
            yield Problem(paper=each.id, message=fact, remedy=remedy, severity="warning")


def _unknown(paper: AcceptedPaper, unlisted: Collection[str]) -> Problem:
    fact = f'paper "{paper.id}" was accepted, and metadata/papers/ holds no such file.'
    otherwise = "Write its file, or delete the line if the paper was withdrawn."
    remedy = meant_paper(paper.id, unlisted, otherwise)
    return Problem(line=paper.line, message=fact, remedy=remedy, severity="warning")


def _column_problems(names: Sequence[str], written: Sequence[str], shown_as: str) -> Iterator[Problem]:
    if "id" not in names:
        remedy = "Let the first line be id,title,authors."
        yield Problem(file=shown_as, line=1, message="there is no column `id`.", remedy=remedy)
        return
    for name, cell in zip(names, written, strict=True):
        if name and name not in COLUMNS:
            free = [column for column in COLUMNS if column not in names]
            remedy = did_you_mean(name, free, "Columns are id, title and authors; this one is left out.")
            fact = f'"{cell}" is no column.'
            yield Problem(file=shown_as, line=1, message=fact, remedy=remedy, severity="warning")


def _paper(cells: dict[str, str], line: int) -> AcceptedPaper:
    authors = tuple(" ".join(name.split()) for name in cells.get("authors", "").split(";") if name.strip())
    title = " ".join(cells.get("title", "").split())
    return AcceptedPaper(id=cells.get("id", "").strip(), title=title, authors=authors, line=line)


def _authors_problem(paper: AcceptedPaper, shown_as: str, *, many: bool) -> Problem | None:
    """A row in which commas part what belongs together, or names that nobody can tell apart."""
    if many:
        fact, remedy = "the line has more cells than there are columns.", 'Put text with commas between quotes: "A, B".'
    elif len(paper.authors) == 1 and (paper.authors[0].count(",") > 1 or " and " in paper.authors[0]):
        fact, remedy = "the authors are not set apart by semicolons.", 'Write them as "Ada Sample; Ben Two".'
    else:
        return None
    return Problem(file=shown_as, line=paper.line, paper=paper.id or None, message=fact, remedy=remedy)


def _repeated(paper: AcceptedPaper, before: dict[str, AcceptedPaper], shown_as: str) -> Problem | None:
    if not paper.id:
        fact, remedy = "the line has no id.", "Write the paper's id in the column `id`."
    elif paper.id in before:
        fact = f'paper "{paper.id}" stands in line {before[paper.id].line} already; this line is left out.'
        remedy = "Delete one of the two lines."
    else:
        return None
    return Problem(file=shown_as, line=paper.line, message=fact, remedy=remedy)
