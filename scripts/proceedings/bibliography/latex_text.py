"""Plain text as LaTeX and BibTeX want it: accents as special characters, signs escaped.

BibTeX counts bytes. It abbreviates a name after its first byte and sorts by bytes, so that `Özge` in UTF-8
becomes half a character; `{\\"O}zge` is one letter to it. Letters without a form in LaTeX's standard
encodings (Chinese, Devanagari, the Vietnamese horn) stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

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
BELOW = frozenset("\u0323\u0327\u0328\u0331")
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
    "‘": "{`}",  # in braces, for the straight ones stand for themselves
    "’": "{'}",
    "`": "`{}",
    "“": "``",
    "”": "''",
    "…": r"\ldots{}",
    "\u00a0": "~",
    "\u00ad": "",
    "\u200b": "",
    "\u2010": "-",
    "\u2011": "-",
}
MATH = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)+\$")
_PER_CENT = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"})
_ACTIVE = re.compile(
    r"\^\^|\\(?:begin|end)\s*\{(?:document|filecontents)"
    r"|\\(?:immediate|write|openout|openin|closeout|closein|read|readline|input|include\w*|import|subimport|endinput"
    r"|InputIfFileExists|lstinputlisting|verbatiminput|special|directlua|latelua|luaexec|ShellEscape|shipout|output"
    r"|scantokens|everyjob|csname|catcode|lccode|uccode|active|expandafter|noexpand|futurelet|let|[gex]?def|font|outer"
    r"|global|long|(?:re|provide)?newcommand|(?:re)?newenvironment|newread|newwrite|usepackage|RequirePackage"
    r"|documentclass|AtBeginDocument|AtEndDocument|loop|stop|message|errmessage|jobname)(?![A-Za-z])"
)
"""What is no mathematics: it reads or writes files, defines commands, or ends the document. `^^` spells any sign."""
LIGATURES = {"-": "-–—", "–": "-–—", "—": "-–—", "'": "'”", "?": "`“", "!": "`“", ",": ","}
"""Signs that TeX would draw together with what follows, and what that is."""

_NAME_IN_PARTS = re.compile(r"(?<![^ ,])\{\{(?=[^\x00-\x7f])")
"""Where `{{王}{明}}` begins, of which a label would take the first byte."""

NAME_SEPARATORS = " ,-\u00a0"


def latex_text(text: str) -> str:
    """Plain text in LaTeX. `$math$` stays as it is when its braces balance."""
    return "".join(part if is_math else escaped(part) for is_math, part in split_math(one_line(text)))


def latex_name(name: str) -> str:
    """A name as `names.bibtex_name` writes it: its braces and commas have a meaning and stay.

    A part of a name that begins with a letter which LaTeX cannot spell gets `{\\relax Ə}`: one letter to BibTeX,
    as is a whole name in braces, `{\\relax 王明}`, which styles and labels would cut within its first letter.
    """
    depth, before, written = 0, " ", ""
    for sign in unicodedata.normalize("NFC", one_line(name)):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        letter = sign if sign in "{}" else _letter(sign)
        starts_a_part = before in NAME_SEPARATORS and not depth
        if before == "{" and depth == 1 and not letter.isascii():
            letter = f"\\relax {letter}"
        written += f"{{\\relax {letter}}}" if starts_a_part and not letter.isascii() else letter
        before = sign
    return _NAME_IN_PARTS.sub(r"{\\relax {", written)


def one_line(text: str) -> str:
    """The text with single spaces; no-break spaces stay."""
    return " ".join(text.replace("\u00a0", "\0").split()).replace("\0", "\u00a0")


def split_math(text: str) -> list[tuple[bool, str]]:
    """Text and math in turn; what would break the entry or do more than be printed (`\\write`) is text."""
    parts, end = [], 0
    for match in MATH.finditer(text):
        if balanced(match.group()) and not _ACTIVE.search(match.group()):
            parts += [(False, text[end : match.start()]), (True, _math(match.group()))]
            end = match.end()
    return [part for part in [*parts, (False, text[end:])] if part[1]]


def latex_address(address: str) -> str:
    """An address or a number as it stands in a field that nobody sets as text: its signs of LaTeX in per cent."""
    return address.translate(_PER_CENT)


def balanced(text: str) -> bool:
    """Whether each brace has its other one behind it, both as BibTeX counts them and as TeX does, without `\\{`."""
    return _is_balanced(text) and _is_balanced(re.sub(r"\\[{}]", "", text))


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def _math(math: str) -> str:
    return re.sub(r"(?<!\\)%", r"\\%", math)


def escaped(text: str) -> str:
    """Text without math in LaTeX."""
    return apart(unicodedata.normalize("NFC", text), _letter)


def apart(text: str, spelled: Callable[[str], str]) -> str:
    """The text with every sign as it is `spelled`, and with `{}` between two that TeX would draw as one (`--`)."""
    return "".join(
        f"{spelled(sign)}{{}}" if following in LIGATURES.get(sign, "") else spelled(sign)
        for sign, following in zip(text, f"{text[1:]} ", strict=False)
    )


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
    for mark in sorted(marks, key=lambda mark: mark in BELOW):  # TeX sets no accent over what has one below
        written = f"\\{ACCENTS[mark]}{written if len(written) == 1 else f'{{{written}}}'}"
    return f"{{{written}}}"
