"""The opening table of the artifact appendix: papers by kinds of item, shaded by how far these can be followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Badge, Reproducibility
from proceedings.reproducibility.badges import short_label
from proceedings.reproducibility.climb import LEGEND, MISSING, Climb, climbs
from proceedings.reproducibility.ladder import KINDS, Kind
from proceedings.typesetting.grid import BASELINE, PageGrid
from proceedings.typesetting.inline import Colour, Span, Style
from proceedings.typesetting.lines import one_line
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import PlacedLine, Row, Rule, kept_together, space, tagged
from proceedings.typesetting.tables import Column, shaded, table
from proceedings.typesetting.tags import ARTIFACT, Tag

KIND_SHARE, BADGE_SHARE = 0.096, 0.138
TINTS: tuple[Colour, ...] = ((0.68, 0.81, 0.84), (0.79, 0.88, 0.90), (0.89, 0.94, 0.95), (0.96, 0.98, 0.98))
"""Of a cell in which no rung is missing, one, two, more: each lighter than the one before it, in grey too."""
SWATCH = 16.0
BETWEEN_ENTRIES = 9.0


def ladder_table(papers: Sequence[Paper], grid: PageGrid) -> list[Row]:
    """Papers by kinds of item, each row a link to the paper's entry, and the key to marks and shades.

    A column of badges stands behind them where any paper has one. Where the table goes on, its head stands again.
    """
    badges = any_badge(papers)
    head = Style("sans-semibold", 0.70 * grid.size)
    title_share = 1.0 - len(KINDS) * KIND_SHARE - (BADGE_SHARE if badges else 0.0)
    columns = [Column(title_share), *(Column(KIND_SHARE, "centre") for _ in KINDS)]
    columns += [Column(BADGE_SHARE, "right")] * badges
    names = ["Paper", *(kind.capitalize() for kind in KINDS), *["Badges"] * badges]
    climbed = [climbs(paper.reproducibility) for paper in papers]
    cells = [_cells(paper, climb, grid)[: len(columns)] for paper, climb in zip(papers, climbed, strict=True)]
    links = [None, *(f"bindery:appendix.{paper.id}" for paper in papers)]
    rows = table(columns, [[[Span(name, head)] for name in names], *cells], grid, links)
    tints = [[None, *(_tint(climb.get(kind)) for kind in KINDS)] for climb in climbed]
    body = [shaded(row, columns, colours, grid) for row, colours in zip(rows[1:], tints, strict=True)]
    body[-1] = body[-1]._replace(keep=True)
    again = tagged(rows[:1], ARTIFACT)
    rows = [rows[0], *(row._replace(resumed=(*again, row)) for row in body)]
    return [*rows, space(grid.leading / 2), *_key(grid)]


def any_badge(papers: Iterable[Paper]) -> bool:
    """Whether a paper asked for a badge or got one."""
    return any(paper.reproducibility and paper.reproducibility.badges for paper in papers)


def _cells(paper: Paper, climbed: Mapping[Kind, Climb], grid: PageGrid) -> list[list[Span]]:
    text = Style("serif", 0.95 * grid.size)
    title = title_spans(paper.short_title or paper.title or paper.id, text)
    counts = (_count(paper.reproducibility, kind, climbed.get(kind), grid) for kind in KINDS)
    return [title, *counts, _badges(paper, grid)]


def _count(block: Reproducibility | None, kind: str, climb: Climb | None, grid: PageGrid) -> list[Span]:
    """How many items, and the dots of their ladder."""
    text = Style("serif", 0.95 * grid.size)
    if climb is None:
        return [Span("n/a" if block and kind in block.not_applicable else "–", text)]
    return [Span(f"{climb.items}\u00a0", text), Span(climb.mark, _dots(grid))]


def _dots(grid: PageGrid) -> Style:
    return Style("sans", 0.56 * grid.size)


def _tint(climb: Climb | None) -> Colour | None:
    return TINTS[climb.shade] if climb else None


def _badges(paper: Paper, grid: PageGrid) -> list[Span]:
    """Their names in short; one that was asked for and not awarded stands in brackets."""
    badges = paper.reproducibility.badges if paper.reproducibility else ()
    return [Span(", ".join(_worded(badge) for badge in badges), Style("sans", 0.70 * grid.size))]


def _worded(badge: Badge) -> str:
    label = short_label(badge)
    return label if badge.status == "awarded" else f"({label})"


def _key(grid: PageGrid) -> list[Row]:
    """What the dots and the shades mean, in two lines."""
    words = Style("sans", 0.76 * grid.size)
    entries = [[Span(f"{dots}\u00a0", _dots(grid)), Span(name, words)] for dots, name in LEGEND]
    marks = Row(grid.leading, tuple(_side_by_side(entries, 0.0, grid)))
    return kept_together([marks, _shades(grid, words)])


def _shades(grid: PageGrid, words: Style) -> Row:
    """A swatch of each tint before the number of rungs that are missing."""
    entries = [[Span("Rungs missing:", words)], *([Span(number, words)] for number in MISSING)]
    lines = tuple(_side_by_side(entries, SWATCH + 4.0, grid))
    middle, height = BASELINE * grid.leading - 0.3 * grid.size, 0.7 * grid.leading
    pairs = zip(lines[1:], TINTS, strict=True)
    rules = (Rule(middle, placed.shift - SWATCH - 4.0, SWATCH, height, tint) for placed, tint in pairs)
    return Row(grid.leading, lines, tuple(rules))


def _side_by_side(entries: Sequence[Sequence[Span]], room: float, grid: PageGrid) -> Iterator[PlacedLine]:
    """Entries of a key in one line, each behind `room` points for its swatch, of which the first has none."""
    x, tag = 0.0, Tag()
    for spans in entries:
        line = one_line(spans)
        yield PlacedLine(BASELINE * grid.leading, line, x, tag)
        x += line.width + BETWEEN_ENTRIES + room
