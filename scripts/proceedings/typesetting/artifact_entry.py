"""One paper's entry in the artifact appendix as it stands on the page."""

from __future__ import annotations

from typing import NamedTuple

from proceedings.names import set_author_list
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.records.reproducibility import OwnSection
from proceedings.typesetting.artifact_description import entry_groups, item_anchor, item_links
from proceedings.typesetting.declared import Group, Item, Looks, looks
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import GREY, Span, Style, width_of
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import (
    Row,
    Rule,
    beside,
    hung,
    kept_together,
    list_item,
    paragraph,
    sink,
    space,
    tagged,
    within,
    without_widows,
)
from proceedings.typesetting.tags import ARTIFACT, Tag
from proceedings.wording import page_list

LABEL_SHARE = 0.215
AFTER_TAG, WIDE_TAGS = 7.0, 0.13
"""Points behind a tag; tags up to this part of the measure have one column in all of an entry."""

FIRST_LINES = LAST_LINES = 3
NOTHING = "No reproducibility metadata was provided for this paper."


def entry_rows(paper: Paper, placement: Placement, section: OwnSection | None, grid: PageGrid) -> list[Row]:
    """Title, authors and pages over a list of labelled items; the head stays with the first of them."""
    look = looks(grid.size)
    rows = [space(1.5 * grid.leading), *_entry_head(paper, placement, section, grid, look)]
    if paper.reproducibility is None:
        return rows + paragraph(
            [Span(NOTHING, look.plain._replace(colour=GREY))], Shape(grid.measure, "left"), grid.leading
        )
    look = look._replace(places=item_links(paper.id, paper.reproducibility))
    groups = entry_groups(paper.reproducibility, look)
    indents = [_indent(group, look) for group in groups]
    usual = max((indent for indent in indents if indent <= WIDE_TAGS * grid.measure), default=0.0)
    frame = _Frame(grid, look, paper.id, _guide(paper, grid, look))
    set_groups = [_group(group, frame, max(usual, indent)) for group, indent in zip(groups, indents, strict=True)]
    return rows + _with_company([row for group in set_groups for row in group])


class _Frame(NamedTuple):
    """What all groups of an entry are set in; `guide` stands at the top of a page on which the entry goes on."""

    grid: PageGrid
    look: Looks
    paper: str
    guide: list[Row]


def _guide(paper: Paper, grid: PageGrid, look: Looks) -> list[Row]:
    """What stands at the top of a page on which a paper's entry goes on."""
    spans = title_spans(paper.short_title or paper.title or f"Paper {paper.id}", look.term)
    rows = paragraph([*spans, Span(" (continued)", look.plain)], Shape(grid.measure, "left"), grid.leading)
    return [*kept_together(tagged(rows, ARTIFACT), with_next=True), sink(grid.leading / 2)]


def _with_company(rows: list[Row]) -> list[Row]:
    """The first lines of an entry stay together, and the last: one of them alone on a page says little."""
    lines = [number for number, row in enumerate(rows) if not row.space]
    held = {*lines[: FIRST_LINES - 1], *lines[-LAST_LINES:-1]}
    return [row._replace(keep=True) if number in held else row for number, row in enumerate(rows)]


def _entry_head(
    paper: Paper, placement: Placement, section: OwnSection | None, grid: PageGrid, look: Looks
) -> list[Row]:
    shape = Shape(grid.measure, "left")
    title = Style("serif-semibold", 1.16 * grid.size)
    pages = page_list(range(placement.first_page, placement.last_page + 1)).capitalize()
    link = f"bindery:paper.{paper.id}"
    names = set_author_list(paper.authors)
    about = [Span(f"{names.removesuffix('.')}. ", look.plain)] if names else []
    about.append(Span(pages, look.plain, link))
    rows = paragraph(title_spans(paper.title or f"Paper {paper.id}", title, link), shape, 1.15 * grid.leading)
    said = paragraph(_own_words(section, placement, look), shape, grid.leading) if section else []
    rows = [*tagged(rows, Tag("H2")), *paragraph(about, shape, grid.leading), *said, Row(grid.leading / 2)]
    rule = Rule(-0.25 * grid.leading, 0.0, grid.measure, 0.7)
    rows[0] = rows[0]._replace(rules=(rule,), anchor=f"appendix.{paper.id}")
    return kept_together(rows, with_next=True)


def page_label(section: OwnSection, placement: Placement) -> int:
    """The page of the volume on which a section of a paper begins."""
    return placement.first_page + section.page - 1


def _own_words(section: OwnSection, placement: Placement, look: Looks) -> list[Span]:
    """Where the paper speaks of its artifacts itself."""
    label = page_label(section, placement)
    page = Span(f"page\u00a0{label}", look.plain, f"bindery:page.{label}")
    if section.describes:
        return [Span("The paper has its own artifact description on ", look.plain), page, Span(".", look.plain)]
    return [Span("The paper says on ", look.plain), page, Span(" where its artifacts are.", look.plain)]


def _indent(group: Group, look: Looks) -> float:
    """The room that the tags of a group need before its items."""
    return max((width_of(item.tag, look.code) + AFTER_TAG for item in group.items if item.tag), default=0.0)


def _group(group: Group, frame: _Frame, indent: float) -> list[Row]:
    """A label hanging in the left column, its items in the right one, their own tags hanging before them.

    On a page where the group goes on, its label stands again, under the guide to the paper.
    """
    grid = frame.grid
    left = LABEL_SHARE * grid.measure
    words = [Span(group.label, Style("sans-semibold", 0.9 * grid.size))]
    label = tagged(paragraph(words, Shape(left, "left"), grid.leading), Tag("H3"))
    shape = Shape(grid.measure - left, "left", indent, indent)
    rows = [row for item in group.items for row in (*_item(item, frame, shape), space(grid.leading / 4))]
    body = within(rows[:-1], "L")
    repeated = tagged(label[:1], ARTIFACT)
    placed = beside(label, body, left)
    resumed = [placed[:1], *(beside(repeated, row.resumed or [row], left) for row in body[1:])]
    beyond: list[list[Row]] = [[]] * (len(placed) - len(resumed))  # of a label that is kept together
    pairs = zip(placed, [*resumed, *beyond], strict=True)
    return [
        *(row if row.space else row._replace(resumed=(*frame.guide, *again)) for row, again in pairs),
        space(grid.leading / 2),
    ]


def _item(item: Item, frame: _Frame, shape: Shape) -> list[Row]:
    """The rows of an item behind its tag, which stands again on a page where two lines or more of it go on."""
    leading, mark = frame.grid.leading, Span(item.tag, frame.look.code)
    whole = (row for spans in item.paragraphs for row in _held(paragraph(spans, shape, leading), spans, item))
    rows = without_widows(whole)
    if not item.tag or not rows:
        return list_item(rows)
    first = hung(rows[0], mark)._replace(anchor=item_anchor(frame.paper, item.tag))
    listed = list_item([first, *rows[1:]])
    return [listed[0], *(row._replace(resumed=(hung(row, mark, tag=ARTIFACT),)) for row in listed[1:])]


def _held(rows: list[Row], spans: list[Span], item: Item) -> list[Row]:
    """An item's name stays with what is said about it."""
    names_it = spans is item.paragraphs[0] and len(item.paragraphs) > 1
    return kept_together(rows, with_next=True) if names_it else rows
