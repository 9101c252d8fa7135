"""Accents that a PDF draws beside their letters, put back on the letters they stand over.

TeX with its old fonts draws "ö" as a dieresis and an o in one place; read one after the other they are "¨o" or
"o ¨", and at times the accent comes only at the end of the line. Where the boxes say which letter is meant, and
the two make one character of Unicode, that character is put; any other accent stays where it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from proceedings.records.record import Box

MARKS = dict(
    zip(
        "`´ˆ˜¯˘˙¨˚˝ˇ¸˛",
        map(chr, (*range(0x300, 0x305), *range(0x306, 0x309), *range(0x30A, 0x30D), 0x327, 0x328)),
        strict=True,
    )
)
ACCENT = re.compile(f"[{''.join(MARKS)}]")
DOTLESS = {"ı": "i", "ȷ": "j"}
WORD_SPACE_EM = 0.13
"""White that a word space has at the least; PDFium writes one where it only stepped back to draw an accent."""


class Character(NamedTuple):
    """A character of a line and its box as displayed, None for a space that nobody drew."""

    text: str
    box: Box | None


def composed(line: Sequence[Character], size: float) -> str:
    """The text of an upright line set in `size` points, its accents on their letters."""
    texts: list[str] = [each.text for each in line]
    for at, each in enumerate(line):
        mark = MARKS.get(each.text)
        letter = _letter_at(line, each.box) if mark and each.box else None
        if mark is None or letter is None:
            continue
        together = unicodedata.normalize("NFC", DOTLESS.get(texts[letter], texts[letter]) + mark)
        if len(together) == 1:
            texts[letter], texts[at] = together, ""
            _close_up(line, texts, at, size)
    return "".join(texts)


def _letter_at(line: Sequence[Character], accent: Box) -> int | None:
    """Which letter has the middle of the accent over or under it; the one whose own middle is nearest."""
    middle = (accent[0] + accent[2]) / 2
    found = [
        (abs(each.box[0] + each.box[2] - 2 * middle), at)
        for at, each in enumerate(line)
        if each.box and each.text.isalpha() and each.text not in MARKS and each.box[0] <= middle <= each.box[2]
    ]
    return min(found)[1] if found else None


def _close_up(line: Sequence[Character], texts: list[str], at: int, size: float) -> None:
    """Take away the spaces beside a removed accent that are none between the letters left and right of them."""
    for space in (at - 1, at + 1):
        if not (0 < space < len(line) and texts[space] == " "):
            continue
        before = next((line[k].box for k in range(space - 1, -1, -1) if texts[k].strip()), None)
        after = next((line[k].box for k in range(space + 1, len(line)) if texts[k].strip()), None)
        if before and after and after[0] - before[2] < WORD_SPACE_EM * size:
            texts[space] = ""
