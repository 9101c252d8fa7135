"""What is seen of a workbook before it is opened: whether it is safe to, and formulas that hold nothing."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from proceedings.importers.imported import Doubt
from proceedings.importers.xml_entities import defines_entities
from proceedings.unsafe_archive import unsafe

EMPTY_FORMULAS = (
    "cells have formulas that no spreadsheet has worked out, and so are empty: open the workbook in one, save it, and "
    "import again"
)
LARGEST, DENSEST = 50_000_000, 200
"""A workbook of more bytes unpacked, which are so many times those of its file, was written by nobody."""

_EMPTY_FORMULA = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*\br="([A-Z]+[0-9]+)"[^>]*>\s*(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v></v>)?\s*</c>"
)


def refuse_unsafe(path: Path) -> None:
    """ValueError when a workbook is far larger unpacked than any that people write, leads out, or defines entities."""
    with zipfile.ZipFile(path) as book:
        members = book.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > LARGEST and unpacked > DENSEST * path.stat().st_size:
            raise ValueError(f"unpacked it would have {unpacked // 1_000_000} MB; save it again, without empty rows")
        if reason := unsafe(members):
            raise ValueError(f"it {reason}; open it in a spreadsheet and save it again")
        for member in members:
            if member.filename.endswith((".xml", ".rels")) and defines_entities(book.read(member)):
                raise ValueError(f"{member.filename} in it defines entities, which are not expanded; save it again")


def formula_doubts(path: Path) -> list[Doubt]:
    """A doubt that names the first cell of a workbook whose formula no spreadsheet has worked out, so that it is empty.

    Programs that write workbooks leave that to the spreadsheet that opens them.
    """
    with zipfile.ZipFile(path) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    cells = [cell for sheet in sheets for cell in _EMPTY_FORMULA.findall(sheet)]
    return [Doubt(fact=EMPTY_FORMULAS, where=f"{path.name}, {cell.decode()}") for cell in cells]
