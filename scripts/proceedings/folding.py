"""Text in the form to compare it by: letters and digits, whatever their case, accents, ligatures and spacing.

Programs that read a PDF's text see an accent that TeX put over a letter as a sign before or behind it ("M¨oller",
"Yag˘ız"), and the small capitals of one word as two ("T ITLE"). Folded, they are the same as what the author wrote.
"""

from __future__ import annotations

import unicodedata

# Letters that no decomposition leads to a plain one.
_PLAIN = {
    "ı": "i", "ȷ": "j", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th",
    "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
}  # fmt: skip
# Accents that stand alone and count as letters (ˆ, ˇ, ʼ), and the ordinal signs that serve as footnote marks.
_NO_LETTERS = dict.fromkeys([*range(0x02B0, 0x0300), 0xAA, 0xBA], "")
_TABLE = str.maketrans(_PLAIN) | _NO_LETTERS


def folded(text: str) -> str:
    """The letters and digits of a text: `yagiz` of "Yag˘ız", `on2` of "O(n²)"."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text.translate(_TABLE))
    return "".join(filter(str.isalnum, plain.casefold()))


def folded_words(text: str) -> tuple[str, ...]:
    """Each word of a text folded; what holds neither letter nor digit is left out."""
    return tuple(filter(None, map(folded, text.split())))
