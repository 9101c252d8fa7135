"""The text of a form of questions, in whatever encoding it was saved, and what it may be instead."""

from __future__ import annotations

import codecs

from proceedings.forms.workbook import EXPLAINS
from proceedings.problem import Problem

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def form_text(content: bytes) -> tuple[str, list[Problem]]:
    """The text, in UTF-8 or UTF-16; anything else is read as Windows-1252, which is a doubt."""
    if content.startswith(_UTF16):
        return content.decode("utf-16", errors="replace"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = f"line {line}: the file is not in UTF-8 and was read as Windows-1252."
        remedy = "Look at the accents in the difference; if they are wrong, save the file again with encoding UTF-8."
        return content.decode("cp1252", errors="replace"), [Problem(severity="warning", message=message, remedy=remedy)]


def sheet_alone(text: str) -> Problem | None:
    """The problem that a text is one sheet of the workbook, saved as CSV, which holds no other one."""
    if not any(line.lstrip('"').startswith(EXPLAINS) for line in text.splitlines()[:3]):
        return None
    message = "line 1: this is one sheet of the form; a CSV file holds no other sheet."
    return Problem(message=message, remedy="Save the whole form as .xlsx.")
