"""Markdown of the front matter to rows: headings, prose, lists, quotations, tables."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from proceedings.typesetting.book import heading
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Align, Shape
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import Row, hung, kept_together, list_item, paragraph, space, tagged, within
from proceedings.typesetting.tables import Column, table
from proceedings.typesetting.tags import Tag

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LIST_INDENT = 18.0
ALIGNMENTS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "centre"}
QUOTE_INDENT = 18.0
LONGEST_SIGNATURE = 120
_FORMULA = re.compile(r"\$([A-Za-z]|(?=\S)(?=[^$]{0,200}[\\^_=])[^$]{1,200}(?<=\S))\$(?!\d)")
"""A letter, or what has a command, a raised or lowered sign or an equation in it."""


class _Place(NamedTuple):
    """Where a block stands: indent from the left and the right, a mark for its first line, what stood before it."""

    left: float = 0.0
    right: float = 0.0
    mark: str = ""


def markdown_rows(
    text: str, grid: PageGrid, language: str, without_title: str = "", before_signature: Sequence[Row] = ()
) -> list[Row]:
    """All blocks of a Markdown text. A first heading that only repeats `without_title` is left out.

    `before_signature` stands at the end of the text, in front of the place, the date and the names under it.
    """
    tokens = _parser(language).parse(text)
    repeated = without_title.strip().casefold()
    if repeated and tokens and tokens[0].type == "heading_open" and tokens[1].content.strip().casefold() == repeated:
        tokens = tokens[3:]
    setter, end = _Setter(grid, language), _start_of_signature(tokens)
    rows, signature = [*setter.rows(tokens[:end]), *before_signature], setter.signature(tokens[end:])
    rows[-1:] = [row._replace(keep=True) if signature else row for row in rows[-1:]]
    return [*rows, *signature]


@functools.cache
def _parser(language: str) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"typographer": True, "html": False}).enable(["table", "replacements"])
    return parser.enable("smartquotes") if language.startswith("en") else parser


class _Setter:
    """Walks the tokens once; `places` is the stack of lists and quotations around the current block."""

    def __init__(self, grid: PageGrid, language: str) -> None:
        self.grid, self.language = grid, language
        self.style = Style("serif-text", grid.size)
        self.places = [_Place()]
        self.counters: list[int | None] = []
        self.after_paragraph = False

    def rows(self, tokens: Sequence[Token]) -> list[Row]:
        rows: list[Row] = []
        position = 0
        while position < len(tokens):
            end = _end_of_block(tokens, position)
            rows.extend(self.block(tokens[position : end + 1]))
            position = end + 1
        return rows

    def block(self, tokens: Sequence[Token]) -> list[Row]:
        kind = tokens[0].type
        if kind == "heading_open":
            self.after_paragraph = False
            return heading(_plain(tokens[1]), self.grid, 2 if tokens[0].tag in ("h1", "h2") else 3)
        if kind == "paragraph_open":
            return self.paragraph(tokens[1])
        if kind in ("bullet_list_open", "ordered_list_open"):
            start = int(str(tokens[0].attrGet("start") or 1)) if kind.startswith("ordered") else None
            place = _Place(self.places[-1].left + LIST_INDENT, self.places[-1].right)
            return within(self.within(tokens, place, start), "L")
        if kind == "list_item_open":
            return self.item(tokens)
        if kind == "blockquote_open":
            place = self.places[-1]
            place = _Place(place.left + QUOTE_INDENT, place.right + QUOTE_INDENT)
            return within(self.within(tokens, place, None), "BlockQuote")
        if kind == "table_open":
            return self.table(tokens)
        if kind in ("fence", "code_block"):
            return self.code(tokens[0].content)
        self.after_paragraph = False
        return [space(self.grid.leading)]

    def signature(self, tokens: Sequence[Token]) -> list[Row]:
        """Place, date and names under a text: a line of white space above, nothing indented."""
        shape = Shape(self.grid.measure, "left", indent=1.4 * self.grid.size)
        lines = [spans for inline in tokens[1::3] for spans in inline_spans(inline, self.style)]
        rows = [row for spans in lines for row in paragraph(spans, shape, self.grid.leading)]
        return [space(self.grid.leading), *kept_together(rows)] if rows else []

    def within(self, tokens: Sequence[Token], place: _Place, start: int | None) -> list[Row]:
        """A list or a quotation: half a line of white space around it."""
        outermost = len(self.places) == 1
        self.places.append(place)
        self.counters.append(start)
        self.after_paragraph = False
        rows = self.rows(tokens[1:-1])
        self.places.pop()
        self.counters.pop()
        self.after_paragraph = False
        half = [space(self.grid.leading / 2)] if outermost else []
        return [*half, *rows, *half]

    def item(self, tokens: Sequence[Token]) -> list[Row]:
        number = self.counters[-1]
        self.places[-1] = self.places[-1]._replace(mark="•" if number is None else f"{number}.")
        self.counters[-1] = None if number is None else number + 1
        self.after_paragraph = False
        return list_item(self.rows(tokens[1:-1]))

    def paragraph(self, inline: Token) -> list[Row]:
        rows: list[Row] = []
        place = self.places[-1]
        lines = list(inline_spans(inline, self.style))
        indented = self.after_paragraph and len(self.places) == 1 and len(lines) == 1
        for spans in lines:
            first = place.left + (1.4 * self.grid.size if indented and not rows else 0.0)
            shape = Shape(self.grid.measure - place.right, "justify", first, place.left)
            rows.extend(paragraph(spans, shape, self.grid.leading, self.language))
        if len(lines) > 1:  # a signature, an address
            rows = [*([] if place.mark else [space(self.grid.leading / 2)]), *kept_together(rows)]
        if place.mark and rows:
            rows[0] = hung(rows[0], Span(place.mark, self.style), place.left - LIST_INDENT)
            self.places[-1] = place._replace(mark="")
        self.after_paragraph = True
        return rows

    def code(self, text: str) -> list[Row]:
        style = Style("sans", 0.9 * self.grid.size)
        shape = Shape(self.grid.measure, "left", self.places[-1].left + 12, self.places[-1].left + 24)
        self.after_paragraph = False
        lines = text.rstrip("\n").split("\n")
        rows = [row for line in lines for row in paragraph([Span(line or "\u00a0", style)], shape, self.grid.leading)]
        rows = within(tagged(rows, Tag("Code")), "P")
        return [space(self.grid.leading / 2), *rows, space(self.grid.leading / 2)]

    def table(self, tokens: Sequence[Token]) -> list[Row]:
        style = self.style._replace(size=0.9 * self.grid.size)
        cells: list[list[list[Span]]] = []
        aligns: list[Align] = []
        for token, inline in pairwise(tokens):
            if token.type == "tr_open":
                cells.append([])
            elif token.type in ("th_open", "td_open"):
                face = "serif-semibold" if token.type == "th_open" else style.face
                if token.type == "th_open":
                    aligns.append(ALIGNMENTS.get(str(token.attrGet("style")), "left"))
                lines = list(inline_spans(inline, style._replace(face=face)))
                cells[-1].append([span for line in lines for span in line])
        self.after_paragraph = False
        columns = [Column(1 / len(aligns), align) for align in aligns]
        return [space(self.grid.leading / 2), *table(columns, cells, self.grid), space(self.grid.leading)]


def inline_spans(inline: Token, style: Style) -> Iterator[list[Span]]:
    """One list of spans for each line of the paragraph that a hard break ends."""
    spans: list[Span] = []
    italic = bold = 0
    link: str | None = None
    for token in inline.children or ():
        if token.type == "hardbreak":
            yield spans
            spans = []
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("link_open", "link_close"):
            link = str(token.attrGet("href")) if token.nesting > 0 else None
        elif token.type == "softbreak":
            spans.append(Span(" ", style, link))
        elif token.content:
            spans += _with_formulas(_span(token, style, italic > 0, bold > 0, link), token.type)
    yield spans


def _with_formulas(span: Span, kind: str) -> list[Span]:
    """The span, what stands between dollar signs and cannot be sums of money set as mathematics."""
    if kind != "text" or "$" not in span.text:
        return [span]
    return [
        part
        for number, text in enumerate(_FORMULA.split(span.text))
        if text
        for part in (title_spans(f"${text}$", span.style, span.link) if number % 2 else [span._replace(text=text)])
    ]


def _span(token: Token, style: Style, italic: bool, bold: bool, link: str | None) -> Span:
    if token.type == "code_inline":
        return Span(token.content, style._replace(face="sans", size=0.94 * style.size), link)
    face = {(True, False): "serif-italic", (False, True): "serif-semibold", (True, True): "serif-semibold-italic"}.get(
        (italic, bold), style.face
    )
    url = bool(link) and token.content.startswith(("http", "www."))
    return Span(token.content, style._replace(face=face), link, breaks_anywhere=url)


def _start_of_signature(tokens: Sequence[Token]) -> int:
    """The first of the short paragraphs at the end that are no sentences; none where there is nothing before them."""
    start = len(tokens)
    while start >= 3 and tokens[start - 3].type == "paragraph_open" and _is_no_sentence(tokens[start - 2]):
        start -= 3
    return start or len(tokens)


def _is_no_sentence(inline: Token) -> bool:
    text = _plain(inline).rstrip("\"'”’)] ")
    return len(text) <= LONGEST_SIGNATURE and not text.endswith((".", "!", "?", ":", ";", "…"))


def _end_of_block(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth <= 0:
            return position
    return len(tokens) - 1


def _plain(inline: Token) -> str:
    return "".join(child.content or " " for child in inline.children or () if not child.nesting)
