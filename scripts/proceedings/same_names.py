"""`metadata/same_names.csv`: pairs of names that may mean one thing, each with the chair's answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proceedings.csv_text import csv_text
from proceedings.records.same_names import SameName
from proceedings.reproducibility.likeness import Likeness
from proceedings.reproducibility.listed_names import spelling_key
from proceedings.wording import listed_briefly

FILE = "metadata/same_names.csv"
COLUMNS = ("kind", "print", "instead_of", "same", "why")
ANSWERS = {True: "yes", False: "no", None: ""}


def with_questions(answers: Iterable[SameName], found: Sequence[Likeness]) -> tuple[SameName, ...]:
    """The chair's lines as they are, without open ones that nothing speaks for any more, and the new questions."""
    open_pairs = {_pair(each.kind, each.name, each.other) for each in found}
    kept = [each for each in answers if each.same is not None or _pair(each.kind, each.name, each.other) in open_pairs]
    asked = {_pair(each.kind, each.name, each.other) for each in kept}
    new = [each for each in found if _pair(each.kind, each.name, each.other) not in asked]
    return (*kept, *(SameName(kind=each.kind, name=each.name, other=each.other, why=_reason(each)) for each in new))


def same_names_table(answers: Iterable[SameName]) -> str:
    """The table, in one form from the first line to the last, whatever a spreadsheet made of it meanwhile."""
    rows = ((each.kind, each.name, each.other, ANSWERS[each.same], each.why) for each in answers)
    return csv_text(COLUMNS, rows)


def _pair(kind: str, name: str, other: str) -> tuple[str, frozenset[str]]:
    return kind, frozenset((spelling_key(name), spelling_key(other)))


def _reason(found: Likeness) -> str:
    return f"{found.why}; papers {listed_briefly(found.papers, 3)} / {listed_briefly(found.other_papers, 3)}"
