"""Questions and answers of a submission system, from Markdown (a heading a question) or from a table (a row each)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from proceedings.csv_text import unescaped
from proceedings.forms.markdown_lines import markdown_lines
from proceedings.importers.csv_mapping import PAPER_COLUMNS, plain_title
from proceedings.importers.tables import delimiter

_PART = r"(?:[IVX]+|[A-Z]|\d+)"
_NUMBERING = re.compile(
    rf"(?:Q(?:uestion)?\s*\d+|\(?{_PART}(?:[.-]{_PART})*)(?:[.):]|\s*[-–—])\s+|{_PART}(?:[.-]{_PART})+\s+"
)
_QUESTION_TITLES = {"question", "field", "prompt"}
_HEADER = {*_QUESTION_TITLES, "answer", "value", "response", "#", "no", "no.", "nr", "nr.", "number", ""}


class Line(NamedTuple):
    """A line of an answer and where in the form it stands."""

    text: str
    where: str


class Question(NamedTuple):
    """A question as it is put, without its number, and the lines of its answer."""

    title: str
    where: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The words of the question for comparison: small letters, no remark in brackets, no punctuation."""
        words = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", self.title.lower().replace("'", "").replace("’", ""))
        return " ".join(re.findall(r"\w+", words))


def questions_of_markdown(text: str, is_known: Callable[[Question], bool] = lambda _: False) -> Iterator[Question]:
    """Each heading with what stands below it, a question that is known without any mark of one among them.

    Text before the first one has no title.
    """
    title, where, lines = "", "line 1", list[Line]()
    for line in markdown_lines(text, lambda words: is_known(Question(without_number(words), "", ()))):
        if line.is_heading:
            yield Question(title, where, tuple(lines))
            title, where, lines = without_number(line.text), f"line {line.number}", []
        else:
            lines.append(Line(line.text, f"line {line.number}"))
    yield Question(title, where, tuple(lines))


def questions_of_table(text: str) -> Iterator[Question]:
    """Each row's first cell with what stands behind it; a first row of titles says which cell is the question."""
    first = 0
    for number, row in enumerate(_rows(text), 1):
        cells = [unescaped(cell.strip()) for cell in row]
        titles = [cell.lower() for cell in cells]
        if number == 1 and _HEADER.issuperset(titles):
            first = next((at for at, each in enumerate(titles) if each in _QUESTION_TITLES), 0)
            continue
        title, *answers = cells[first:] or [""]
        lines = [line.strip() for answer in answers for line in answer.splitlines() if line.strip()]
        if title or lines:
            where = f"row {number}"
            yield Question(without_number(title), where, tuple(Line(line, f"{where}, column 2") for line in lines))


def rows_of_papers(text: str) -> Iterator[tuple[str, int, tuple[Question, ...]]]:
    """Paper, row and answers, of a table with a row for each paper; nothing where no column is the paper."""
    rows = _rows(text)
    titles = [title.strip() for title in rows[0]] if rows else []
    place = next((n for n, title in enumerate(titles) if plain_title(title) in PAPER_COLUMNS["id"]), None)
    for number, row in enumerate(rows[1:], 2):
        if place is not None and any(cell.strip() for cell in row[place:]):
            cells = enumerate(zip(titles, row, strict=False))
            yield row[place].strip(), number, tuple(_answer(*cell, number) for n, cell in cells if n != place)


def _rows(text: str) -> list[list[str]]:
    """The cells of all rows; what parts them is looked for outside of quotation marks, which may hold several lines."""
    text = re.sub(r"\Asep=.\r?\n", "", text)  # by which Excel is told what parts the cells
    bare = re.sub(r'"[^"]*"', "", text)
    return list(csv.reader(io.StringIO(text), delimiter=delimiter(bare))) if bare.strip() else []


def _answer(title: str, cell: str, number: int) -> Question:
    where = f"row {number}, column {title}"
    lines = (line.strip() for line in unescaped(cell.strip()).splitlines() if line.strip())
    return Question(without_number(title), where, tuple(Line(line, where) for line in lines))


def without_number(title: str) -> str:
    """`Expected Results` of `II.A. Expected Results`; a C1 or an A1 is no number."""
    return _NUMBERING.sub("", title, count=1) if _NUMBERING.match(title) else title
