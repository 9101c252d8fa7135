"""The look that all page kinds share: openings, headings, prose, and the volume's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proceedings.bidi import isolated
from proceedings.names import display_name
from proceedings.records.paper import PENDING, Person
from proceedings.records.programme import Talk
from proceedings.records.volume import Volume
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Line, Shape, set_lines
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import PlacedLine, Row, kept_together, paragraph, row_of, sink, space, tagged
from proceedings.typesetting.tags import Tag
from proceedings.wording import listed

OPENING_SINK = 2
SHORTEST_DISPLAY_LINE = 0.45
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """A page label of the front matter: 14 gives `xiv`."""
    digits = ""
    for value, letters in ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def opening(title: str, grid: PageGrid, anchor: str | None = None) -> list[Row]:
    """The head of a chapter: a sink, the title, white space; whole lines of the grid."""
    style = Style("serif-semibold", 1.75 * grid.size)
    lines = set_lines(title_spans(title, style), Shape(grid.measure, "left"))
    rows = tagged([row_of(line, 2 * grid.leading) for line in lines], Tag("H1"))
    rows[:1] = [row._replace(anchor=anchor) for row in rows[:1]]
    return [sink(OPENING_SINK * grid.leading), *kept_together(rows, with_next=True), sink(2 * grid.leading)]


def heading(title: str, grid: PageGrid, level: int = 2) -> list[Row]:
    """A heading within a chapter, two lines of the grid with the white space above it, kept with what follows."""
    style = Style("serif-semibold", grid.size * (1.14 if level == 2 else 1.0))
    shape = Shape(grid.column_measure, "left")
    rows = tagged(paragraph(title_spans(title, style), shape, grid.leading), Tag(f"H{level}"))
    return [space(grid.leading), *kept_together(rows, with_next=True), sink(grid.leading / 2)]


def prose(spans: Sequence[Span], grid: PageGrid, language: str | None, indented: bool = False) -> list[Row]:
    """A justified and hyphenated paragraph; `indented` when it follows another one."""
    shape = Shape(grid.measure, "justify", first_indent=1.4 * grid.size if indented else 0.0)
    return paragraph(spans, shape, grid.leading, language)


def stacked(lines: Iterable[tuple[str, Style, float]], measure: float) -> list[Row]:
    """Display lines one under another: (text, style, leading), broken where too long; no text is white space."""
    rows: list[Row] = []
    for text, style, leading in lines:
        if not text:
            rows.append(Row(leading))
        tag = Tag()
        for line in display_lines(text, style, measure):
            rows.append(Row(leading, (PlacedLine(0.76 * leading, line, tag=tag),), keep=True))
    return rows


def display_lines(text: str, style: Style, measure: float) -> list[Line]:
    """Large type in lines; broken behind a colon where that costs no line more, else without a short last line."""
    shape = Shape(measure, "left")
    spans = title_spans(text, style)
    lines = list(set_lines(spans, shape))
    head, colon, tail = text.partition(": ")
    if not colon or "$" in text:
        return _balanced(spans, lines, measure)
    parts = (f"{head}:", tail)
    parted = [line for part in parts for line in set_lines(title_spans(part, style), shape)]
    return parted if len(parted) == len(lines) else _balanced(spans, lines, measure)


def _balanced(spans: list[Span], lines: list[Line], measure: float) -> list[Line]:
    """As many lines in a narrower measure, until the last one is no single word any more."""
    for share in range(95, 55, -5):
        if len(lines) < 2 or lines[-1].width >= SHORTEST_DISPLAY_LINE * measure:
            return lines
        narrower = list(set_lines(spans, Shape(measure * share / 100, "left")))
        if len(narrower) > len(lines):
            return lines
        lines = narrower
    return lines


def unbroken_names(people: Iterable[Person]) -> str:
    """Names as in a sentence; a line never ends within one."""
    names = [isolated(display_name(person)) for person in people]
    return listed([name.replace(" ", "\u00a0").replace("-", "\u2011") for name in names])


def chairs_line(*chairs: str | None) -> str:
    """`Chair: Ada Sample`, `Chairs: Ada Sample and Bo Two`; empty for nobody."""
    names = [isolated(name) for name in chairs if name]
    return f"Chair{'s' if len(names) > 1 else ''}: {listed(names)}" if names else ""


def speaker_line(talk: Talk) -> str:
    """Who speaks, and from where."""
    return ", ".join(isolated(part) for part in (talk.speaker, talk.affiliation) if part)


def volume_line(volume: Volume) -> str:
    """Series and volume as one line: `Sample Series in Computing, 3rd edition`."""
    return ", ".join(part for part in (volume.series, volume.edition) if part)


def known(identifier: str | None) -> str | None:
    """An identifier unless it is absent or `pending`."""
    return None if not identifier or identifier.lower() == PENDING else identifier
