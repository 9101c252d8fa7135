"""Plain text as LaTeX and BibTeX want it: accents as special characters, signs escaped, capitals kept.

BibTeX counts bytes. It abbreviates a name after its first byte and sorts by bytes, so that `Özge` in UTF-8
becomes half a character; `{\\"O}zge` is one letter to it. Letters without a form in LaTeX's standard
encodings (Chinese, Devanagari, the Vietnamese horn) stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u ",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r ",
    "\u030b": "H ",
    "\u030c": "v ",
    "\u0323": "d ",
    "\u0327": "c ",
    "\u0328": "k ",
    "\u0331": "b ",
}
LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ȷ": "j",
    "đ": "dj",
    "Đ": "DJ",
    "ð": "dh",
    "Ð": "DH",
    "þ": "th",
    "Þ": "TH",
}
SIGNS = {
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts an escaped brace, too
    "}": r"\textbraceright{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "–": "--",
    "—": "---",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "…": r"\ldots{}",
    "\u00a0": "~",
    "\u00ad": "",
}
MATH = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)+\$")
WORD_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORT = 3
"""Words up to this length are small in headline style, too, and tell nothing about a title's style."""


def latex_text(text: str) -> str:
    """Plain text in LaTeX. `$math$` stays as it is when its braces balance."""
    return "".join(part if is_math else _escaped(part) for is_math, part in _split_math(_one_line(text)))


def latex_name(name: str) -> str:
    """A name as `names.bibtex_name` writes it: its braces and commas have a meaning and stay."""
    return "".join(sign if sign in "{}" else _letter(sign) for sign in unicodedata.normalize("NFC", _one_line(name)))


def bibtex_title(title: str) -> str:
    """A title in LaTeX with braces around everything that a bibliography style must not turn small."""
    sentence_case = _is_sentence_case(title)
    written = ""
    for is_math, part in _split_math(_one_line(title)):
        written += f"{{{part}}}" if is_math else _protected(part, sentence_case, is_start=not written)
    return written


def _one_line(text: str) -> str:
    return " ".join(text.replace("\u00a0", "\0").split()).replace("\0", "\u00a0")


def _split_math(text: str) -> list[tuple[bool, str]]:
    """Text and math in turn; math whose braces do not balance would break the entry, so it is text."""
    parts, end = [], 0
    for match in MATH.finditer(text):
        if _balanced(match.group()):
            parts += [(False, text[end : match.start()]), (True, _math(match.group()))]
            end = match.end()
    return [part for part in [*parts, (False, text[end:])] if part[1]]


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def _math(math: str) -> str:
    return re.sub(r"(?<!\\)%", r"\\%", math)


def _escaped(text: str) -> str:
    return "".join(_letter(sign) for sign in unicodedata.normalize("NFC", text))


def _letter(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    if sign.isascii():
        return sign
    if sign in LETTERS:
        return f"{{\\{LETTERS[sign]}}}"
    base, *marks = list(unicodedata.normalize("NFD", sign))
    spelled = LETTERS.get(base, base)
    if not marks or not spelled.isascii() or not all(mark in ACCENTS for mark in marks):
        return sign
    written = f"\\{spelled}" if base in LETTERS else base
    for mark in marks:
        written = f"\\{ACCENTS[mark]}{written if len(written) == 1 else f'{{{written}}}'}"
    return f"{{{written}}}"


def _protected(text: str, sentence_case: bool, is_start: bool) -> str:
    written, end = "", 0
    for match in WORD_PART.finditer(text):
        first = is_start and not written
        word = _escaped(match.group())
        keep = _keeps_case(match.group(), sentence_case and not first)
        written += _escaped(text[end : match.start()]) + (f"{{{word}}}" if keep else word)
        end = match.end()
    return written + _escaped(text[end:])


def _keeps_case(word: str, capitals_are_names: bool) -> bool:
    """Whether a word's capitals carry meaning: `GPU`, `ResNet`, `3D`, `C`; in sentence case `Frontier`, too."""
    if any(sign.isupper() for sign in word[1:]):
        return True
    if len(word) == 1:
        return word.isupper() and word != "A"
    return capitals_are_names and word[0].isupper()


def _is_sentence_case(title: str) -> bool:
    words = [word for word in WORD_PART.findall(MATH.sub(" ", title))[1:] if len(word) > SHORT and word.isalpha()]
    small = sum(word.islower() for word in words)
    return bool(words) and 2 * small > len(words)
