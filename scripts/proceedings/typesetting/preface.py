"""The preface as a file of its own: its text, how the papers were chosen, who did so, and of which event it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from proceedings.page_sizes import Size
from proceedings.records.edition import Edition
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.records.volume import Volume
from proceedings.reviewing import prefaces
from proceedings.typesetting.book import heading, opening, roman
from proceedings.typesetting.front_matter import organisation_title
from proceedings.typesetting.grid import PageGrid, page_grid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.math_text import plain_title
from proceedings.typesetting.pages import Page, flow_without_a_short_end, stack
from proceedings.typesetting.people import committee_rows
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, paragraph, sink
from proceedings.wording import date_span

PREFACE = "Preface"
FOOT_LINES = 4
"""Lines of the grid that the foot of the first page takes, with the white space above it."""


def preface_pages(edition: Edition, page_size: Size, chosen: str = "", notice: str = "") -> tuple[bytes, TypesetPart]:
    """The PDF and its record; no pages where there is neither a preface nor a word on how the papers were chosen.

    `chosen` is what is said of that, `notice` what stands below the event at the foot of the first page. The text
    comes first, the organisation on a page of its own.
    """
    grid = page_grid(page_size)
    short = msgspec.structs.replace(grid, lines=grid.lines - FOOT_LINES)
    rows = _texts(edition, _selection(edition, chosen, short), short)
    if not rows:
        return b"", TypesetPart()
    bookmarks = [Bookmark(title=PREFACE, page=1)]
    pages = flow_without_a_short_end([*opening(PREFACE, short), *rows], short, PREFACE)
    foot = _foot((_event_line(edition.volume), notice), grid)
    pages[0] = pages[0]._replace(rows=(*pages[0].rows, *stack(foot, grid.left, 0, grid.measure)))
    if edition.committees:
        title = organisation_title(edition)
        bookmarks.append(Bookmark(title=title, page=len(pages) + 1))
        people = committee_rows(edition.committees, grid)
        pages += flow_without_a_short_end([*opening(title, grid), *people], grid, title)
    content = print_pages(_with_folios(pages), grid, Imprint(PREFACE, language=edition.volume.language))
    return content, TypesetPart(pages=len(pages), bookmarks=tuple(bookmarks))


def _texts(edition: Edition, selection: list[Row], grid: PageGrid) -> list[Row]:
    """Every preface, the second and later ones under their titles; the last one is signed behind `selection`."""
    rows: list[Row] = []
    texts = prefaces(edition)
    for number, text in enumerate(texts, 1):
        rows += heading(text.title or PREFACE, grid) if rows else []
        last = selection if number == len(texts) else []
        rows += markdown_rows(text.markdown, grid, edition.volume.language, text.title or PREFACE, last)
    return rows or selection


def _selection(edition: Edition, chosen: str, grid: PageGrid) -> list[Row]:
    rows = markdown_rows(chosen, grid, edition.volume.language)
    return [*heading("Submissions and Reviews", grid), *rows] if rows else []


def _foot(lines: Sequence[str], grid: PageGrid) -> list[Row]:
    """Small lines, as papers have them, at the foot of the text block."""
    style, shape = Style("serif", 0.8 * grid.size), Shape(grid.measure, "left")
    rows = [row for words in lines if words for row in paragraph([Span(words, style)], shape, 0.8 * grid.leading)]
    return [sink(grid.top + grid.depth - sum(row.height for row in rows)), *rows]


def _event_line(volume: Volume) -> str:
    event = volume.event
    name = ": ".join(
        part for part in (event.acronym or volume.acronym, event.name or plain_title(volume.title)) if part
    )
    return ", ".join(part for part in (name, date_span(event.start, event.end), event.place) if part)


def _with_folios(pages: Sequence[Page]) -> list[Page]:
    return [page._replace(folio=roman(number), recto=number % 2 == 1) for number, page in enumerate(pages, 1)]
