"""Values of BibTeX fields as Unicode: braces that keep capitals vanish, formulas stay."""

from __future__ import annotations

import re

from proceedings.importers.html_text import plain_paragraphs
from proceedings.importers.imported import Doubt
from proceedings.importers.latex import left_commands, plain_text
from proceedings.importers.system_text import LATEX_LEFT
from proceedings.importers.tables import paragraphs


def latex_line(value: str, where: str, doubts: list[Doubt]) -> str:
    """A value of one line."""
    text = plain_text(value)
    if commands := left_commands(text):
        doubts.append(Doubt(fact=LATEX_LEFT, where=f"{where}: {' '.join(commands)}"))
    return text


def latex_paragraphs(value: str, where: str, doubts: list[Doubt]) -> str | None:
    """A value of several paragraphs, in LaTeX or in HTML; None when it is empty."""
    parts = [latex_line(part, where, doubts) for part in paragraphs(plain_paragraphs(value)).split("\n\n")]
    return "\n\n".join(part for part in parts if part) or None


def address_text(value: str) -> str:
    """A web address or a DOI, whose signs may have a backslash before them, or `\\url` or braces around them all."""
    bare = re.sub(r"^(?:\\url\s*)?\{(.*)\}$", r"\1", value.strip())
    return re.sub(r"\\([%_&#~])", r"\1", bare)
