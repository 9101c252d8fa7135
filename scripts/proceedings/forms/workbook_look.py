"""How a form looks: what tells titles, explanations and answers apart, how wide columns are, how a sheet is printed."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

NEEDED, USUAL, EXPLAINED, CALLED_FOR = "1F4E79", "5B7FA6", "EEF3F8", "1F4E79"
"""Fills of titles that each row needs, of other titles and of explanations; the tabs of kinds that the call wants."""

FACE = "Calibri"

PROSE = ("text", "execution", "analysis", "expected_results", "statement", "reason", "hw_notes", "reference")
ADDRESSES = ("url", "doi", "swhid", "croissant", "commit", "container", "checksum")
NAMED = ("name", "title", "system_name", "same_as")
ID, NARROW, WIDE, WIDEST = 9, 16, 30, 46
"""Widths of columns in characters: of ids, at least, of names and addresses, of prose."""

PRINTED_WIDTH = 190
"""So many characters of a sheet stand side by side on a printed page."""

POINTS_A_LINE, ANSWER_SIZE, EXPLANATION_SIZE = 13.0, 11, 9


def width_of(title: str) -> int:
    """The width of a column by what stands in it, and no less than its title needs."""
    key = title.rpartition(".")[2]
    usual = ID if key == "id" else WIDEST if key in PROSE else WIDE if key in (*ADDRESSES, *NAMED) else NARROW
    return max(usual, len(title) + 2)


def plain_words(words: str) -> str:
    """An explanation as authors read it who know no YAML: without marks of code, braces and brackets."""
    without_braces = re.sub(r":? `\{[^`]*\}`", "", words)
    listed = re.sub(r"`\[([^`]*)\]`", lambda match: match[1].replace(",", ";"), without_braces)
    return listed.replace("`", "")


def as_title(cell: Cell, *, needed: bool) -> None:
    """Dress a column's title."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=FACE, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=NEEDED if needed else USUAL)
    cell.alignment = Alignment(vertical="center")


def as_explanation(cell: Cell) -> None:
    """Dress what stands below a title and says what the column is for."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name=FACE, italic=True, size=EXPLANATION_SIZE, color="44546A")
    cell.fill = PatternFill("solid", fgColor=EXPLAINED)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side("medium", color=NEEDED))


def as_answer(cell: Cell) -> None:
    """Dress a cell that is to be filled in: text, over as many lines as it needs, with a line below."""
    from openpyxl.styles import Alignment, Border, Side

    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side("thin", color="D0D7DE"), right=Side("thin", color="E6EAEE"))


def set_columns(page: Worksheet, widths: Sequence[int]) -> None:
    """Give the columns their widths, and make all of their cells text."""
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(widths, 1):
        column = page.column_dimensions[get_column_letter(number)]
        column.width, column.number_format = width, "@"


def set_heights(page: Worksheet, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """Give explanations and known answers, from the second row on, the height that their texts need.

    Rows that are empty yet have none, so that they grow with what is written into them.
    """
    page.row_dimensions[1].height = 1.6 * POINTS_A_LINE
    for row, texts in enumerate(rows, 2):
        narrower = EXPLANATION_SIZE / ANSWER_SIZE if row == 2 else 1
        lines = max(_lines(text, width / narrower) for text, width in zip(texts, widths, strict=True))
        if lines > 1:
            page.row_dimensions[row].height = POINTS_A_LINE * lines + 4


def _lines(text: str, width: float) -> int:
    """About so many lines a text fills in a column; a word that is too long for one is broken."""
    return sum(max(1, math.ceil(1.1 * len(part) / width)) for part in text.split("\n"))


def set_print(page: Worksheet, widths: Sequence[int]) -> None:
    """Print lying, titles and ids on each page, as many pages side by side as can be read."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", "9"
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = max(1, math.ceil(sum(widths) / PRINTED_WIDTH)), 0
    if len(widths) > 1:
        page.print_title_rows, page.print_title_cols = "1:2", "A:A"
