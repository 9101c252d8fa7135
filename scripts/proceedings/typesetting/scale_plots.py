"""How large the papers computed: strip plots of their largest configurations and of their budgets of computing time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proceedings.reproducibility.usage import Scale, Tallies
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span
from proceedings.typesetting.marks import page_span, plot_title, small_print, small_style
from proceedings.typesetting.rows import Row, space
from proceedings.typesetting.strip_plot import Mark, bars_of, plain_number, strip_plot
from proceedings.wording import counted, listed

FEWEST_MARKS = 3
MOST_HEARD = 60
"""So many numbers at most are read aloud one by one."""
LINES_OF_TWO_STRIPS = 50
"""Where a page has fewer, budgets of computing time stand in a sentence."""
LONGEST_LIST = 12


def scale_rows(tallies: Tallies, total: int, pages: Mapping[str, int], grid: PageGrid) -> list[Row]:
    """The plots, of `total` papers that begin on `pages`; a number or two are told in a sentence."""
    rows: list[Row] = []
    told: list[list[Span]] = []
    largest = tallies.largest_configurations()
    if len(largest) >= FEWEST_MARKS:
        caption = (
            "Nodes times accelerators per node in the largest configuration that a paper declares, on a logarithmic "
            f"axis; {len(largest):,} of {counted(total, 'paper')} tell both."
        )
        rows += _strip("Accelerators in the Largest Configuration", caption, largest, pages, grid)
    elif largest:
        told.append(_sentence("Accelerators in the largest configuration: ", [("", largest)], pages, grid))
    budgets = list(tallies.budgets().items())
    if budgets and len(budgets[0][1]) >= FEWEST_MARKS and grid.lines >= LINES_OF_TWO_STRIPS:
        of, scales = budgets.pop(0)
        caption = f"As given by {counted(len(scales), 'paper')}, on a logarithmic axis."
        rows += _strip(f"Compute Budgets in {of[:1].upper()}{of[1:]} Hours", caption, scales, pages, grid)
    if budgets:
        told.append(_sentence("Compute budgets: ", [(f" {of} hours", scales) for of, scales in budgets], pages, grid))
    for spans in told:
        rows += [space(grid.leading / 2), *small_print(spans, grid.measure, grid)]
    return rows


def _strip(
    title: str, caption: str, scales: Sequence[Scale], pages: Mapping[str, int], grid: PageGrid
) -> Iterator[Row]:
    marks = [Mark(scale.size, str(pages[scale.paper]), f"bindery:paper.{scale.paper}") for scale in scales]
    yield space(grid.leading)
    yield from plot_title(title, grid.measure, grid)
    yield from small_print([Span(caption, small_style(grid))], grid.measure, grid)
    yield strip_plot(marks, grid.measure, grid, f"{title}. {_heard(marks)}.")


def _heard(marks: Sequence[Mark]) -> str:
    """Each number with its page; of more than anybody can listen to, how many lie between two powers."""
    if len(marks) > MOST_HEARD:
        bars = bars_of([mark.number for mark in marks])
        spans = ((f"{plain_number(bar.low)} to less than {plain_number(bar.high)}", bar.number) for bar in bars)
        return "; ".join(f"{span}: {counted(count, 'paper')}" for span, count in spans if count)
    ordered = sorted(marks, key=lambda mark: mark.number)
    return "; ".join(f"page {mark.label}: {plain_number(mark.number)}" for mark in ordered)


def _sentence(
    opening: str, groups: Sequence[tuple[str, Sequence[Scale]]], pages: Mapping[str, int], grid: PageGrid
) -> list[Span]:
    """Numbers with their units and the pages of their papers; of many only how many there are."""
    style = small_style(grid)
    told = [(unit, scale) for unit, scales in groups for scale in scales]
    if len(told) > LONGEST_LIST:
        many = listed([f"{counted(len(scales), 'paper')} in{unit}" for unit, scales in groups])
        return [Span(f"{opening}{many}.", style)]
    spans = [Span(opening, style)]
    for number, (unit, scale) in enumerate(told, 1):
        words = f"{plain_number(scale.size)}{unit} ".replace(" ", "\u00a0")
        stop = ", " if number < len(told) else "."
        spans += [Span(words, style), page_span(pages[scale.paper], scale.paper, grid), Span(stop, style)]
    return spans
