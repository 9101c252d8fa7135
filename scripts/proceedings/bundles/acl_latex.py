"""Texts as aclpub2 wants them: LaTeX, from plain text and from Markdown."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from proceedings.bibliography.latex_text import escaped, one_line, split_math

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

AS_TYPED = "‘’“”–—…"
AS_TYPED_SIGN = re.compile(f"([{AS_TYPED}])")
"""Signs that aclpub2 takes as they are: spelled in LaTeX, they would read back as others."""

HELD = "\ue100{}\ue101"
"""What stands for a formula while Markdown is read, which would take its underscores for emphasis."""

HEADINGS = {"h1": "section", "h2": "section", "h3": "subsection"}
BLOCKS = {
    "bullet_list": "itemize",
    "ordered_list": "enumerate",
    "blockquote": "quote",
}
MARKS = {
    "em_open": "\\emph{",
    "em_close": "}",
    "strong_open": "\\textbf{",
    "strong_close": "}",
    "softbreak": "\n",
    "hardbreak": "\\\\\n",
    "link_close": "}",
}


def latex(text: str) -> str:
    """One line of text in LaTeX; formulas, and signs that need no spelling, stay."""
    parts = split_math(unicodedata.normalize("NFC", one_line(text)))
    return "".join(part if is_math else _spelled(part) for is_math, part in parts)


def latex_of_markdown(text: str) -> str:
    """Headings, paragraphs, lists, quotations, emphasis and links; what else there is stays as it is typed."""
    formulas: list[str] = []
    held = "".join(_held(part, formulas) if is_math else part for is_math, part in split_math(text))
    body = "".join(map(_block, _parser().parse(unicodedata.normalize("NFC", held))))
    for number, formula in enumerate(formulas):
        body = body.replace(HELD.format(number), formula)
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def _held(formula: str, formulas: list[str]) -> str:
    formulas.append(formula)
    return HELD.format(len(formulas) - 1)


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _block(token: Token) -> str:
    name, _, edge = token.type.rpartition("_")
    if token.type == "inline":
        return _inline(token.children or [])
    if token.type in ("fence", "code_block"):
        return f"\\begin{{verbatim}}\n{token.content}\\end{{verbatim}}\n\n"
    if name == "heading":
        return f"\\{HEADINGS.get(token.tag, 'subsubsection')}*{{" if edge == "open" else "}\n\n"
    if name in BLOCKS:
        return f"\\begin{{{BLOCKS[name]}}}\n" if edge == "open" else f"\\end{{{BLOCKS[name]}}}\n\n"
    if name == "list_item":
        return "\\item " if edge == "open" else "\n"
    return "\n\n" if name == "paragraph" and edge == "close" and not token.hidden else ""


def _inline(tokens: Sequence[Token]) -> str:
    return "".join(_piece(each) for each in tokens)


def _piece(token: Token) -> str:
    if token.type == "link_open":
        return f"\\href{{{_address(str(token.attrGet('href') or ''))}}}{{"
    if token.type == "code_inline":
        return f"\\texttt{{{_spelled(token.content)}}}"
    return MARKS.get(token.type, _spelled(token.content))


def _address(address: str) -> str:
    """A link's address, whose signs LaTeX would take for its own."""
    return re.sub(r"([%#])", r"\\\1", address)


def _spelled(text: str) -> str:
    return "".join(part if part in AS_TYPED else escaped(part) for part in AS_TYPED_SIGN.split(text))
