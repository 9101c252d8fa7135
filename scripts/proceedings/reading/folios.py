"""Folios: the page numbers that the authors' own file carries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from proceedings.reading.margins import SAME_HEIGHT, Band, Running, in_rows
from proceedings.records.facts import TextLine
from proceedings.records.record import Record

PAGES, SHARE = 3, 1 / 3
"""Rising numbers are folios if so many pages have one, and so large a part of them; in a short paper all but one."""

SMALLEST = 6.5
"""Points: what is smaller is the mark of a footnote."""

NUMBER = r"([0-9]{1,4}|[ivxl]{1,6})"
LONE = re.compile(rf"(?:page|p\.)?\s*[-–—|]?\s*{NUMBER}\s*[-–—|]?(?:\s*(?:of|/)\s*[0-9]{{1,4}})?", re.IGNORECASE)
BESIDE_WORDS = re.compile(NUMBER, re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


class Folio(Record):
    """A page number as printed, its value, and the line that it stands in. `lone`: the line holds nothing else."""

    page: int = 1
    number: str = ""
    value: int = 0
    band: Band = "foot"
    line: TextLine = TextLine()
    lone: bool = True


def folios_of(outer: Sequence[Running], repeated: Collection[Running], pages: int) -> tuple[Folio, ...]:
    """The numbers that rise with the pages and stand at one height; `outer` are the lines in the head and foot bands.

    At least one of them stands alone, or beside words that are `repeated` from page to page. Footnotes do neither.
    """
    alone = _outermost_or_alone(outer)
    groups: dict[tuple[int, Band], list[Folio]] = defaultdict(list)
    for each in outer:
        for folio in _candidates(each):
            if not folio.lone or each in alone:
                groups[folio.value - folio.page, folio.band].append(folio)
    best: list[Folio] = []
    for group in groups.values():
        for row in _at_one_height(group):
            sure = any(each.lone or Running(page=each.page, band=each.band, line=each.line) in repeated for each in row)
            if sure and _enough(len(row), pages) and len(row) > len(best):
                best = row
    return tuple(best)


def value_of(number: str) -> int | None:
    """The value of a number in decimal or Roman digits; None for what is neither, as "³" and "iiv"."""
    if number.isdecimal():
        return int(number)
    digits = number.lower()
    if not ROMAN.fullmatch(digits):
        return None
    values = [ROMAN_DIGITS[digit] for digit in digits]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _candidates(each: Running) -> Iterator[Folio]:
    """What could be a folio: a lone number, or the first or last word of a line."""
    text = each.line.text.strip()
    if each.line.size < SMALLEST:
        return
    if match := LONE.fullmatch(text):
        found, lone = {match[1]}, True
    else:
        words = text.split() if LETTER.search(text) else []
        found, lone = {word for word in (*words[:1], *words[-1:]) if BESIDE_WORDS.fullmatch(word)}, False
    for number in sorted(found):
        if (value := value_of(number)) is not None:
            yield Folio(page=each.page, number=number, value=value, band=each.band, line=each.line, lone=lone)


def _outermost_or_alone(outer: Sequence[Running]) -> set[Running]:
    """The lines in the outermost row of their band, and those that have a row for themselves."""
    found: set[Running] = set()
    for rows in in_rows(outer):
        found |= {*rows[0], *(row[0] for row in rows if len(row) == 1)}
    return found


def _at_one_height(group: Sequence[Folio]) -> Iterator[list[Folio]]:
    """The folios parted by their baselines, one a page, in page order."""
    row: dict[int, Folio] = {}
    last = 0.0
    for folio in sorted(group, key=lambda each: (each.line.baseline, each.page)):
        if row and folio.line.baseline - last > SAME_HEIGHT:
            yield [row[page] for page in sorted(row)]
            row = {}
        row.setdefault(folio.page, folio)
        last = folio.line.baseline
    if row:
        yield [row[page] for page in sorted(row)]


def _enough(numbered: int, pages: int) -> bool:
    return numbered >= max(PAGES, SHARE * pages) or numbered >= max(2, pages - 1)
