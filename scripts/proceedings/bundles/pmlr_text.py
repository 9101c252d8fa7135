"""Text as PMLR's pages are made from it: Unicode, LaTeX where a sign has a meaning, and nothing that its checker names.

The checker refuses `\\$`, `\\{`, `\\}` and `\\_` in titles and abstracts, two backslashes anywhere, and
`\\textbackslash`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

from proceedings.bibliography.latex_text import apart, balanced, one_line, split_math
from proceedings.bibliography.titles import WORD
from proceedings.names import bibtex_name
from proceedings.records.paper import Person

SIGNS = {
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "$": r"{\textdollar}",
    "_": r"{\textunderscore}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "`": "`{}",
    "\\": "∖",  # the set minus, which looks like it: no spelling in LaTeX is taken
}
IN_NAMES = {sign: SIGNS[sign] for sign in "&%#$_^"} | {"\\": r"{\textbackslash}"}
"""A backslash in a name is LaTeX that nobody converted, and is refused."""

IN_MATH = {r"\{": r"\lbrace ", r"\}": r"\rbrace ", r"\_": r"\text{-}", r"\$": r"\text{USD}", "\\\\": r"\cr "}
"""What stands in formulas for what the checker refuses, a line end included."""

COLOURS = re.compile(r"\\(?:text)?color\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b]")
LIGATURES = re.compile("[\ufb00-\ufb06]")
REFUSED = re.compile(r"\\\\|\\[$_{}]|\\textbackslash|\\(?:text)?color|[\ufb00-\ufb06]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a title or an abstract must not hold."""

BROKEN_WORD = re.compile(r"[A-Za-z]+- [a-z][A-Za-z-]*")
"""What the checker takes for a word that was broken at the end of a line: `knowl- edge`, and `pre- and` too."""


def pmlr_text(text: str) -> str:
    """Plain text with formulas as a title or an abstract is written."""
    parts = split_math(_clean(text))
    return "".join(_math(part) if is_math and balanced(_math(part)) else _escaped(part) for is_math, part in parts)


def pmlr_title(text: str, names: Set[str] = frozenset()) -> str:
    """The same with braces around abbreviations and names, as of `names_in`: the checker asks for them in titles."""
    parts = split_math(_clean(text))
    return "".join(
        _math(part) if is_math and balanced(_math(part)) else _braced(part, names) for is_math, part in parts
    )


def pmlr_name(person: Person) -> str:
    """`van der Berg, Jr., Ada`: a comma in every name that has parts; a mononym or a group is one, in braces."""
    name = unicodedata.normalize("NFC", bibtex_name(person))
    return "".join(IN_NAMES.get(sign, sign) for sign in name)


def _clean(text: str) -> str:
    spelled = LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return CONTROL.sub("", one_line(spelled))


def _braced(text: str, names: Set[str]) -> str:
    pieces = re.split(f"({WORD.pattern})", text)
    return "".join(f"{{{_escaped(each)}}}" if _is_name(each, names) else _escaped(each) for each in pieces)


def _is_name(word: str, names: Set[str]) -> bool:
    return word in names or (word[:1].isalnum() and any(letter.isupper() for letter in word[1:]))


def _escaped(text: str) -> str:
    return apart(unicodedata.normalize("NFC", text), lambda sign: SIGNS.get(sign, sign))


def _math(math: str) -> str:
    """A formula without colours; each sequence that is refused is another that looks alike."""
    return re.sub(r"\\[{}_$\\]", lambda match: IN_MATH[match.group()], COLOURS.sub("", math))
