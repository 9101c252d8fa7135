"""Markdown as authors and their programs write it, line by line: what is a heading, and what a line says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_HASHED = re.compile(r"#{1,6}(?:\s+|(?=[^\W\d]))(.*?)\s*#*\s*")
_BOLD = re.compile(r"(?:\*\*|__)(?P<title>[^*_]+?):?(?:\*\*|__):?\s*(?P<behind>.*)")
_WORDS = re.compile(r"\(?\w")
"""How a heading without marks begins: items of lists and rows of tables have marks."""

_UNDERLINE = re.compile(r"(=|-)\1{2,}\s*")
_RULE = re.compile(r"(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}")
_FENCES = ("```", "~~~")
_ESCAPED = re.compile(r"\\([-*_&#+.!()\[\]|>~])")
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_PREAMBLE = re.compile(r"\A\s*---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


class MarkdownLine(NamedTuple):
    """A line without its marks, its number, and whether it is a heading."""

    text: str
    number: int
    is_heading: bool


def markdown_lines(text: str, is_title: Callable[[str], bool]) -> Iterator[MarkdownLine]:
    """The lines that say something: without remarks, the preamble, rules and the marks of quotations.

    Headings have hashes, or a line below them, or are bold; a line of its own that `is_title` knows is one too, with
    whatever stands behind it in bold letters as the line below. Code between fences stays as it is.
    """
    lines = _blanked(_PREAMBLE, _blanked(_REMARK, text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")
    fenced = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        is_fence = bare.startswith(_FENCES)
        fenced ^= is_fence
        if fenced or is_fence:
            yield MarkdownLine(bare, number, is_heading=False)
            continue
        above, below = (lines[at].strip() if at < len(lines) else "" for at in (number - 2, number))
        if _UNDERLINE.fullmatch(bare) and number > 1 and _is_underlined(above, bare, is_title):
            continue
        if bare and not _RULE.fullmatch(bare):
            yield from _plain_line(bare, below, number, is_title)


def _plain_line(bare: str, below: str, number: int, is_title: Callable[[str], bool]) -> Iterator[MarkdownLine]:
    bare = re.sub(r"^(?:>\s?)+", "", bare)
    bold, hashed, said = _BOLD.fullmatch(bare), _HASHED.fullmatch(bare), _ESCAPED.sub(r"\1", bare)
    if hashed:
        yield MarkdownLine(hashed[1], number, is_heading=True)
    elif bold and (not bold["behind"] or is_title(bold["title"])):
        yield MarkdownLine(bold["title"], number, is_heading=True)
        if bold["behind"]:
            yield MarkdownLine(_ESCAPED.sub(r"\1", bold["behind"]), number, is_heading=False)
    elif bare:
        underlined = bool(_UNDERLINE.fullmatch(below)) and _is_underlined(bare, below, is_title)
        is_heading = underlined or (bool(_WORDS.match(bare)) and is_title(bare))
        yield MarkdownLine(said, number, is_heading=is_heading)


def _is_underlined(above: str, line: str, is_title: Callable[[str], bool]) -> bool:
    """Whether a line of hyphens or equals signs makes a heading of the one above; hyphens may be a mere rule."""
    return bool(above) and (line.startswith("=") or is_title(above))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds taken out, and every other line still where it was."""
    return pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
