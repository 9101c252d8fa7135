"""LaTeX fragments in titles, abstracts, names and prefaces, turned into Unicode or Markdown.

Formulas between dollar signs stay as they are written.
"""

from __future__ import annotations

import functools
import logging
import re
from typing import Any

from pylatexenc import latexwalker, macrospec
from pylatexenc.latex2text import (
    EnvironmentTextSpec,
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from proceedings.bibliography.latex_text import MATH

BROKEN = (LookupError, AttributeError, TypeError, ValueError)
"""What the library raises for macros without their arguments."""

_PLAIN = re.compile(r"(?:[^\W_]|[ .,;:()/@+=-])*")
"""What means itself in LaTeX, but for dashes. Most names and titles are nothing else, and the library is slow."""

_UNESCAPED = r"(?<!\\)((?:\\\\)*)"
_ADDRESS = re.compile(r"\\(?:url|nolinkurl|href)\s*\{[^{}]*\}")
_BULLET, _NUMBER, _LIST = "\ue001", "\ue002", "\ue003"  # stand for the signs of items, and for a list's beginning
_CURVED_SIGNS = {"{'}": "’", "{`}": "‘"}  # as our own BibTeX tells curved ones from straight ones
_CURVED = re.compile(rf"{MATH.pattern}|\{{['`]\}}")  # or a formula, in which they are primes
_GUARDS = {"%": "\ue004", "&": "\ue005"}  # stand for signs that have a meaning in LaTeX, and none in a line of text
_BREAK = "\ue000"  # stands for \\ until it is known whether the paragraph ends there


def plain_text(fragment: str) -> str:
    """One line of Unicode text. A bare `%` is the sign itself: in a one-line field it starts no comment."""
    line = " ".join(fragment.split())
    if _PLAIN.fullmatch(line) and "--" not in line:
        return line
    guarded = re.sub(_UNESCAPED + "([%&])", lambda match: match[1] + _GUARDS[match[2]], line)
    guarded = re.sub(r"(?:^|(?<=[\s(]))~", r"\\textasciitilde{}", guarded)  # "~5" is "about 5", no tie
    guarded = _ADDRESS.sub(lambda match: match[0].replace("~", r"\textasciitilde{}"), guarded)
    curved = _CURVED.sub(lambda match: _CURVED_SIGNS.get(match[0], match[0]), _pair_dollars(guarded))
    text = _converted(curved, _plain_converter())
    for sign, guard in _GUARDS.items():
        text = text.replace(guard, sign)
    return " ".join(text.replace(_BREAK, " ").split())


def left_commands(text: str) -> list[str]:
    """The LaTeX commands that stand in a converted text outside its formulas: macros nobody knows."""
    return re.findall(r"\\[A-Za-z]+", outside_formulas(text))


def outside_formulas(text: str) -> str:
    """The text without its formulas between dollar signs. With an odd number of these there is none."""
    return text if _has_lone_dollar(text) else re.sub(r"(?<!\\)\$(?:[^$\\]|\\.)*\$", " ", text)


def markdown(fragment: str) -> str:
    """The Markdown of a LaTeX text: paragraphs, headings, lists, emphasis and links."""
    text = _converted(_pair_dollars(fragment), _markdown_converter())
    text = re.sub(rf"[ \t]*{_BREAK}[ \t]*(?=\n\s*\n|\n*\Z)", "", text)
    text = re.sub(rf"[ \t]*{_BREAK}[ \t]*\n?", "\\\\\n", text)
    text = re.sub(rf"\s*{_BULLET}\s*", "\n- ", re.sub(rf"\s*{_NUMBER}\s*", "\n1. ", text))
    text = re.sub(rf"\s*{_LIST}\s*", "\n\n", text)
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pair_dollars(fragment: str) -> str:
    """Formulas between dollar signs. With an odd number of these there is none: each is the sign itself."""
    fragment = re.sub(_UNESCAPED + r"\\[()]", r"\1$", fragment)
    return re.sub(r"(?<!\\)\$", r"\\$", fragment) if _has_lone_dollar(fragment) else fragment


def _has_lone_dollar(fragment: str) -> bool:
    """Whether the dollar signs that are not escaped cannot stand in pairs."""
    return len(re.findall(_UNESCAPED + r"\$", fragment)) % 2 == 1


def _converted(fragment: str, converter: LatexNodes2Text) -> str:
    """The text of a fragment; the fragment as it is written when it is too broken for the library."""
    walker = latexwalker.LatexWalker(fragment, latex_context=_grammar(), tolerant_parsing=True)
    try:
        text: str = converter.nodelist_to_text(walker.get_latex_nodes()[0])
    except BROKEN:
        return fragment
    return text.replace("\u00ad", "")


class _Converter(LatexNodes2Text):  # type: ignore[misc]  # the library is untyped
    """Sets single quotation marks, which the library leaves as they are typed."""

    def chars_node_to_text(self, node: Any, textcol: int = 0) -> str:  # noqa: ANN401  # a node of an untyped library
        text: str = super().chars_node_to_text(node, textcol=textcol)
        return re.sub(r"`([^`']*)'", "‘\\1’", text)


@functools.cache
def _grammar() -> Any:  # noqa: ANN401
    """The library's LaTeX, with the arguments of macros that it lacks."""
    grammar = latexwalker.get_default_latex_context_db()
    macros = [macrospec.MacroSpec(name, "{") for name in ("url", "nolinkurl", "textsuperscript", "footnote", "thanks")]
    grammar.add_context_category("house", macros=[macrospec.MacroSpec("href", "{{"), *macros], prepend=True)
    return grammar


_SIGNS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textunderscore": "_",
    "hyphen": "-",
}
"""Signs by names that the library does not know, or takes for another."""


@functools.cache
def _plain_converter() -> LatexNodes2Text:
    macros = [
        MacroTextSpec("href", simplify_repl="%(2)s"),
        MacroTextSpec("footnote", discard=True),
        MacroTextSpec("thanks", discard=True),
        MacroTextSpec("url", simplify_repl="%s"),
        MacroTextSpec("nolinkurl", simplify_repl="%s"),
        MacroTextSpec("\\", simplify_repl=_BREAK),
        *(MacroTextSpec(name, simplify_repl=sign) for name, sign in _SIGNS.items()),
    ]
    return _converter(macros, [])


@functools.cache
def _markdown_converter() -> LatexNodes2Text:
    marks = {"textbf": "**", "emph": "*", "textit": "*", "texttt": "`"}
    heads = {"section": "##", "subsection": "###", "subsubsection": "####", "paragraph": "####"}
    macros = [MacroTextSpec(name, simplify_repl=f"{mark}%s{mark}") for name, mark in marks.items()]
    for name, mark in heads.items():
        macros += [MacroTextSpec(name, simplify_repl=_heading(mark))]
    macros += [
        MacroTextSpec("href", simplify_repl="[%(2)s](%(1)s)"),
        MacroTextSpec("footnote", simplify_repl=" (%s)"),
        MacroTextSpec("url", simplify_repl="<%s>"),
        MacroTextSpec("nolinkurl", simplify_repl="<%s>"),
        MacroTextSpec("item", simplify_repl=f"{_BULLET}%s"),
        MacroTextSpec("\\", simplify_repl=_BREAK),
    ]
    blocks = ("center", "flushright", "flushleft", "quote")
    environments = [EnvironmentTextSpec(name, simplify_repl="\n\n%s\n\n") for name in blocks]
    environments += [EnvironmentTextSpec(name, simplify_repl=f"{_LIST}%s\n\n") for name in ("itemize", "description")]
    return _converter(macros, [*environments, EnvironmentTextSpec("enumerate", simplify_repl=_numbered)])


def _as_written(node: Any) -> str:  # noqa: ANN401
    """An unknown macro stays and is seen, rather than vanish with what it stands for."""
    return f"\\{node.macroname} "


def _numbered(node: Any, l2tobj: LatexNodes2Text) -> str:  # noqa: ANN401
    body: str = l2tobj.nodelist_to_text(node.nodelist)
    return f"{_LIST}{body.replace(_BULLET, _NUMBER)}\n\n"


def _superscript(node: Any, l2tobj: LatexNodes2Text) -> str:  # noqa: ANN401
    return str(l2tobj.nodelist_to_text([node.nodeargd.argnlist[-1]])).translate(_SUPERSCRIPTS)


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAYOUT = re.findall(
    r"\w+",
    "noindent indent bigskip medskip smallskip newpage clearpage pagebreak centering raggedright hfill vfill  "
    "bf it em sc sl tt rm sf bfseries itshape scshape tiny scriptsize footnotesize small normalsize large Large LARGE  "
    "huge Huge vspace hspace label protect sloppy thispagestyle pagestyle relax",
)
_COMMON = [
    MacroTextSpec("copyright", simplify_repl="©"),
    MacroTextSpec("textsuperscript", simplify_repl=_superscript),
    MacroTextSpec("par", simplify_repl="\n\n"),
    *(MacroTextSpec(name, discard=True) for name in _LAYOUT),
]


def _heading(mark: str) -> Any:  # noqa: ANN401
    def replacement(node: Any, l2tobj: LatexNodes2Text) -> str:  # noqa: ANN401
        return f"\n\n{mark} {l2tobj.nodelist_to_text([node.nodeargd.argnlist[-1]])}\n\n"

    return replacement


def _converter(macros: list[MacroTextSpec], environments: list[EnvironmentTextSpec]) -> LatexNodes2Text:
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it warns of what is broken; the text shows it
    words = get_default_latex_context_db()
    words.add_context_category("house", prepend=True, macros=[*_COMMON, *macros], environments=environments)
    words.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_as_written))
    return _Converter(words, math_mode="verbatim", keep_comments=False, strict_latex_spaces=True)
