"""Blocks as Markdown and as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proceedings.bibliography.latex_text import latex_text, split_math
from proceedings.editorial.blocks import Block

MARKED = re.compile(r"([\\`*_<\[])")
"""What Markdown would not print as it stands."""
OPENING = re.compile(r"^(\d{0,9})(?=[#>+.)=-])")
"""What at the beginning of a paragraph makes a heading, a list or a quotation of it."""

MARKDOWN = {
    "title": "# {text}\n\n",
    "heading": "## {text}\n\n",
    "entry": "{text} ..... {page}\\\n",
    "names": "*{text}*\n\n",
    "line": "- {text}\n",
}
LATEX = {
    "title": "\\section*{{{text}}}\n",
    "heading": "\n\\subsection*{{{text}}}\n",
    "entry": "\n\\noindent {text}\\dotfill\\ {page}\n",
    "names": "\n\\noindent\\emph{{{text}}}\\smallskip\n",
    "line": "\n\\noindent {text}\n",
}
PREAMBLE = "% In UTF-8, for \\input into a document of any class; letters beyond Latin want LuaLaTeX or XeLaTeX.\n"


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown; a list ends before a heading."""
    text = "".join(MARKDOWN[each.kind].format(text=_unmarked(each.text), page=each.page) for each in blocks)
    return re.sub(r"(?m)^(- .*\n)(?=#)", r"\1\n", text).rstrip("\n") + "\n"


def latex(blocks: Iterable[Block]) -> str:
    """The blocks as LaTeX."""
    lines = (LATEX[each.kind].format(text=latex_text(each.text), page=each.page) for each in blocks)
    return PREAMBLE + "".join(lines)


def _unmarked(text: str) -> str:
    """The text as Markdown prints it; mathematics is left alone."""
    marked = "".join(part if is_math else MARKED.sub(r"\\\1", part) for is_math, part in split_math(text))
    return OPENING.sub(r"\1\\", marked)
