"""Titles compared: how alike two are whatever happened to them in TeX and PDF, and in which words they differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from proceedings.checks.sightings import quoted
from proceedings.folding import folded
from proceedings.wording import listed

_LANGUAGE = re.compile(r"\\(?:selectlanguage|foreignlanguage)\s*\{\w*\}")
_STYLE = re.compile(
    r"\\(?:text(?:it|bf|sc|tt|rm|sf|sl|up)?|emph|math\w*|mbox|operatorname|ensuremath|left|right)(?![a-zA-Z])"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_GLUED_FIGURE = re.compile(r"(?<=[^\W\d_])([.!?)]?)\d$")
_FUNCTIONS = frozenset(["log", "ln", "exp", "min", "max", "arg", "sin", "cos", "tan", "lim", "det", "mod", "ell", "ss"])

MOST_DIFFERENCES = 4
"""Titles that differ in more places are shown whole, without a list."""


def plain_title(title: str) -> str:
    """A title without LaTeX: Greek letters as themselves, other commands and their signs gone."""
    if not any(sign in title for sign in "\\${}"):
        return title
    bare = _STYLE.sub("", _LANGUAGE.sub("", title))
    return re.sub(r"[\\${}^_]", "", _COMMAND.sub(_symbol, bare))


def likeness(printed: str, meant: str) -> float:
    """How much of the letters and digits of two titles agrees, from 0 to 1.

    One figure may be glued to the printed one's last word, as the mark of a footnote is; a number of the title's own
    stands behind a blank or a hyphen.
    """
    one, other = folded(plain_title(printed)), folded(plain_title(meant))
    if other in (one, folded(_GLUED_FIGURE.sub("", plain_title(printed)))):
        return 1.0
    from rapidfuzz import fuzz  # here, because only titles that differ need it

    return fuzz.ratio(one, other) / 100


def differing_words(printed: str, meant: str) -> list[tuple[str, str]]:
    """The places in which two titles differ: the words of each; ("", "foo") where the first lacks `foo`.

    A word that stands in two pieces, and hyphens, are no differences.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = ([word for word in plain_title(title).split() if folded(word)] for title in (printed, meant))
    steps = Levenshtein.opcodes([folded(word) for word in ours], [folded(word) for word in theirs])
    places: list[tuple[list[str], list[str]]] = []
    apart = False
    for step in steps:
        if step.tag == "equal":
            apart = False
            continue
        if not apart:
            places.append(([], []))
        places[-1][0].extend(ours[step.src_start : step.src_end])
        places[-1][1].extend(theirs[step.dest_start : step.dest_end])
        apart = True
    shown = [pair for one, other in places for pair in _word_pairs(one, other)]
    return [(one, other) for one, other in shown if folded(one) != folded(other)]


def _word_pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    """Two differing places word by word where they have equally many; as a whole where words stand in pieces."""
    whole = (" ".join(ours), " ".join(theirs))
    pieces = len(ours) != len(theirs) or folded(whole[0]) == folded(whole[1])
    return [whole] if pieces else list(zip(ours, theirs, strict=True))


def differences_in_words(printed: str, meant: str) -> str:
    """`“by” / “through” and “act” / “acts”`, the paper's first; empty where too much differs to be listed."""
    places = differing_words(printed, meant)
    if not places or len(places) > MOST_DIFFERENCES:
        return ""
    return listed([_difference(one, other) for one, other in places])


def script_of(text: str) -> str:
    """The script of most letters: `LATIN`, `CYRILLIC`, `CJK`; empty without letters."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            script = "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ")[0]
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: (counts[script], script), default="")


def _difference(printed: str, meant: str) -> str:
    if not meant:
        return f"{quoted(printed)}, which only the paper has"
    if not printed:
        return f"{quoted(meant)}, which only the metadata has"
    return f"{quoted(printed)} / {quoted(meant)}"


def _symbol(command: re.Match[str]) -> str:
    """The letter that a command stands for, or nothing."""
    name = command[1]
    if name in _FUNCTIONS:
        return {"ell": "l", "ss": "ß"}.get(name, name)
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.removeprefix('var').upper()}")
    except KeyError:
        return ""
