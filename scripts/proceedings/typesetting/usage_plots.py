"""The plots of the artifact appendix: which data, frameworks, machines and accelerators the papers used, how large.

What two papers or more used is plotted, what one used alone is listed; what nobody declares has no plot.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from proceedings.bidi import isolated
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.reproducibility.usage import Sort, Usage, Use, tallies_of
from proceedings.typesetting.book import heading, prose
from proceedings.typesetting.dot_plot import Counted, dot_plot, longest_step
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.marks import page_span, plot_title, small_print, small_rows, small_style
from proceedings.typesetting.rows import PlacedLine, Row, Rule, beside, kept_together, space
from proceedings.typesetting.scale_plots import scale_rows
from proceedings.wording import counted

TITLE, ANCHOR = "What the Papers Used", "usage.plots"
PLOT_TITLES = {ANCHOR: TITLE}
"""The title of the plots by the named destination of their heading."""
ALONE = "Only one paper declares what it used, so there is nothing to compare."
FEWEST_ROWS, MOST_ROWS = 3, 12
LONGEST_LIST = 12
"""Pages at most that are named behind what is not plotted."""
LONGEST_STEP = 13.0


def usage_plots(edition: Edition, pagination: Pagination, grid: PageGrid) -> list[Row]:
    """The plots, on one page; a sentence where a single paper declares anything, and nothing where none does."""
    papers = {paper.id: paper for paper in edition.papers}
    placed = [papers[placement.paper] for placement in pagination.placements]
    pages = {placement.paper: placement.first_page for placement in pagination.placements}
    tallies = tallies_of(edition, placed)
    sorts = tallies.sorts()
    if not sorts:
        return []
    if len({paper for sort in sorts for use in sort.usage.uses for paper in use.papers}) < 2:
        return [space(grid.leading), *prose([Span(ALONE, Style("serif", grid.size))], grid, edition.volume.language)]
    above, title, *below = heading(TITLE, grid)
    head = [above, title._replace(anchor=ANCHOR), *below]
    scales = scale_rows(tallies, len(placed), pages, grid)
    for most in range(MOST_ROWS, FEWEST_ROWS - 1, -1):
        plots = [*_pairs(sorts, len(placed), pages, most, grid), *scales]
        rows = [*head, *_introduction(edition, grid, plots), *plots]
        if _depth(rows[1:]) <= grid.depth:
            break
    return kept_together(rows)


def _introduction(edition: Edition, grid: PageGrid, plots: Sequence[Row]) -> list[Row]:
    words = (
        "As declared by the authors. A paper counts once for each thing, whatever its version; accelerators count "
        "by model, whatever their form and memory."
    )
    pages = any(piece.link for row in plots for placed in row.lines for piece in placed.line.pieces)
    words += " Numbers in grey are pages on which papers begin." * pages
    return prose([Span(words, Style("serif", grid.size))], grid, edition.volume.language)


def _pairs(sorts: Sequence[Sort], total: int, pages: Mapping[str, int], most: int, grid: PageGrid) -> Iterator[Row]:
    """Panels two and two, each pair one row, all drawn to one scale, with so many rows at most."""
    width = (grid.measure - grid.gutter) / 2
    plotted = [sort.usage.most_used(most) for sort in sorts]
    step = min([LONGEST_STEP, *(longest_step(_counted(uses), width, grid) for uses in plotted if uses)])
    heads = [_head(sort, uses, total, width, grid) for sort, uses in zip(sorts, plotted, strict=True)]
    bodies = [_body(sort, uses, pages, width, step, grid) for sort, uses in zip(sorts, plotted, strict=True)]
    for at in range(0, len(sorts), 2):
        left, *right = (
            _as_one([*head, Row(_deepest(heads[at : at + 2]) - _depth(head)), *body], grid.leading)
            for head, body in zip(heads[at : at + 2], bodies[at : at + 2], strict=True)
        )
        yield space(grid.leading)
        yield from beside([left], right, width + grid.gutter)


def _depth(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _deepest(stacks: Sequence[Sequence[Row]]) -> float:
    return max(_depth(rows) for rows in stacks)


def _as_one(rows: Sequence[Row], leading: float) -> Row:
    """Rows under one another as one, whole lines deep, so that what stands beside it is read behind all of it."""
    lines: list[PlacedLine] = []
    rules: list[Rule] = []
    depth = 0.0
    for row in rows:
        lines += [placed._replace(drop=placed.drop + depth) for placed in row.lines]
        rules += [rule._replace(drop=rule.drop + depth) for rule in row.rules]
        depth += row.height
    return Row(math.ceil(depth / leading) * leading, tuple(lines), tuple(rules))


def _counted(uses: Sequence[Use]) -> list[Counted]:
    return [Counted(use.name, len(use.papers)) for use in uses]


def _head(sort: Sort, plotted: Sequence[Use], total: int, width: float, grid: PageGrid) -> list[Row]:
    """What is counted, and from how many papers."""
    words = sort.sentence(len(plotted), total)
    return [*plot_title(sort.title, width, grid), *small_print([Span(words, small_style(grid))], width, grid)]


def _body(
    sort: Sort, plotted: Sequence[Use], pages: Mapping[str, int], width: float, step: float, grid: PageGrid
) -> list[Row]:
    """The plot, and under it what it leaves out."""
    rest = small_rows(_rest(sort.usage, plotted, pages, grid), width, grid)
    if not plotted:
        return rest
    named = "; ".join(f"{use.name}: {len(use.papers):,}" for use in plotted)
    alt = f"Dot plot of {sort.title.lower()} by the number of papers that declare each. {named}."
    quarter = Row(grid.leading / 4)
    return [quarter, *dot_plot(_counted(plotted), width, step, grid, alt), quarter, *rest]


def _rest(usage: Usage, plotted: Sequence[Use], pages: Mapping[str, int], grid: PageGrid) -> list[Span]:
    """What is not plotted: names with their pages, the most used first, and the number of those that are too many."""
    style = small_style(grid)
    groups = [list(group) for _, group in groupby(usage.uses[len(plotted) :], key=lambda use: len(use.papers))]
    sizes = (sum(len(use.papers) for use in group) for group in groups)
    named = [total <= LONGEST_LIST for total in accumulate(sizes)].count(True)
    spans = [span for group in groups[:named] for span in _named(group, pages, grid)]
    left = sum(map(len, groups[named:]))
    if 0 < left < len(usage.uses):
        fewer = f"in {_papers_each(groups[-1])}" if named == len(groups) - 1 else "in fewer papers"
        spans.append(Span(f"{counted(left, 'other')} {fewer}.", style))
    return spans


def _named(uses: Sequence[Use], pages: Mapping[str, int], grid: PageGrid) -> Iterator[Span]:
    """`In 1 paper each: ImageNet-1K 17, CIFAR-10 33.`, of things that equally many papers declare."""
    style = small_style(grid)
    yield Span(f"In {_papers_each(uses)}: ", style)
    for number, use in enumerate(uses, 1):
        yield Span(isolated(use.name), style)
        for behind, paper in enumerate(use.papers):
            yield from (Span(" " if behind else "\u00a0", style), page_span(pages[paper], paper, grid))
        yield Span(", " if number < len(uses) else ". ", style)


def _papers_each(uses: Sequence[Use]) -> str:
    return counted(len(uses[0].papers), "paper") + " each" * (len(uses) > 1)
