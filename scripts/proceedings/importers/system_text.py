"""Text fields of systems that take plain text, into which authors paste LaTeX all the same."""

from __future__ import annotations

import ast
import re

from proceedings.importers.html_text import without_marks
from proceedings.importers.imported import Doubt
from proceedings.importers.latex import left_commands, outside_formulas, plain_text
from proceedings.importers.tables import one_line, paragraphs

LATEX_LEFT = "LaTeX commands that nobody defines were kept as they are written"
HTML_TAKEN = "marks of HTML in titles and abstracts were taken for what they show"
_ROUND_FORMULA = re.compile(r"(?<!\\)\\\(([^$]+?)\\\)")
_LATEX = re.compile(r"\\[A-Za-z%&#$_{}\"'`^~=.]")


def title_text(cell: str, where: str, doubts: list[Doubt]) -> str:
    """A field of one line; LaTeX in it becomes Unicode, formulas stay, and make no LaTeX of the rest.

    All formulas come to stand between dollar signs.
    """
    text = _ROUND_FORMULA.sub(r"$\1$", one_line(cell))
    if not _LATEX.search(outside_formulas(text)):
        return text
    converted = plain_text(text)
    if commands := left_commands(converted):
        doubts.append(Doubt(fact=LATEX_LEFT, where=f"{where}: {' '.join(commands)}"))
    return converted


def abstract_text(cell: str, where: str, doubts: list[Doubt]) -> str | None:
    """A field of several paragraphs; None when it is empty."""
    parts = [title_text(part, where, doubts) for part in paragraphs(cell).split("\n\n")]
    return "\n\n".join(part for part in parts if part) or None


def form_title(cell: str, where: str, doubts: list[Doubt]) -> str:
    """The same of a field that takes plain text, into which people paste HTML too; that is a doubt."""
    return title_text(_unmarked(cell, where, doubts), where, doubts)


def form_abstract(cell: str, where: str, doubts: list[Doubt]) -> str | None:
    """The same of a field of several paragraphs."""
    return abstract_text(_unmarked(cell, where, doubts), where, doubts)


def _unmarked(cell: str, where: str, doubts: list[Doubt]) -> str:
    text = without_marks(cell)
    if text != cell:
        doubts.append(Doubt(fact=HTML_TAKEN, where=where))
    return text


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a field: one a line, or parted by semicolons or else by commas, or a list as Python writes it."""
    cell = cell.strip()
    if cell.startswith("['") or cell.startswith('["'):
        try:
            return tuple(one_line(str(each)) for each in ast.literal_eval(cell))
        except (ValueError, SyntaxError, MemoryError, RecursionError):  # the last two: brackets without end
            pass
    separator = next((each for each in ("\n", ";", ",") if each in cell), "\n")
    return tuple(part for part in map(one_line, cell.split(separator)) if part)


def type_key(cell: str) -> str:
    """The type of a paper as a key of `types`: `short-paper` for "Short Paper"; `full` where nothing is said."""
    return re.sub(r"[^a-z0-9]+", "-", cell.lower()).strip("-") or "full"
