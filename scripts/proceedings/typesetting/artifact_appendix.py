"""The artifact appendix: a table of all that authors declared, for every paper all of it in full, and its indexes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from proceedings.bibliography.cited_book import cited, own_doi
from proceedings.names import set_author_list
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.records.reproducibility import Reproducibility
from proceedings.typesetting.appendix_cover import appendix_cover
from proceedings.typesetting.artifact_description import entry_groups, item_anchor, item_links
from proceedings.typesetting.artifact_indexes import TITLES, index_rows
from proceedings.typesetting.book import opening, prose
from proceedings.typesetting.declared import Group, Item, Looks, looks
from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.inline import GREY, Span, Style, width_of
from proceedings.typesetting.ladder_table import any_badge, ladder_table
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.math_text import plain_title, title_spans
from proceedings.typesetting.pages import Page, flow, with_folios
from proceedings.typesetting.press import Imprint, LinksOutsideTheVolume, print_pages
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
)
from proceedings.typesetting.tags import ARTIFACT, Tag
from proceedings.typesetting.usage_plots import PLOT_TITLES, usage_plots
from proceedings.wording import doi_url, page_list

TITLE = "Artifact Appendix"
LABEL_SHARE = 0.215
AFTER_TAG, WIDE_TAGS = 7.0, 0.13
"""Points behind a tag; tags up to this part of the measure have one column in all of an entry."""

FIRST_LINES = LAST_LINES = 3
BRACKETS = " A badge in brackets was asked for and not awarded."
NOTHING = "No reproducibility metadata was provided for this paper."
NOTHING_AT_ALL = "No paper of this volume has reproducibility metadata."


class Appendix(NamedTuple):
    """The part of the volume (empty when it stands online only), its record, and the appendix alone."""

    content: bytes
    part: TypesetPart
    alone: bytes


def artifact_appendix(edition: Edition, pagination: Pagination) -> Appendix:
    """Set the appendix. Its folios go on from the papers' in the volume; online only, they count from 1."""
    in_volume = edition.volume.appendix_in_volume and any(_blocks(edition, pagination))
    grid = page_grid(pagination.page_size, SMALL)
    first = pagination.next_page if in_volume else 1
    entries = flow(_rows(edition, pagination, grid), grid, TITLE)
    pages = with_folios([*entries, *_indexes(edition, pagination)], first)
    bookmarks = _bookmarks(edition, pages)
    about = Imprint(f"{edition.volume.title}: {TITLE}", language=edition.volume.language)
    beside = LinksOutsideTheVolume(_addresses(edition, pagination))
    if edition.volume.appendix_in_volume:
        alone = print_pages(pages, grid, about, beside, bookmarks, {0: first})
    else:
        covered = [appendix_cover(edition, pagination, grid, TITLE), *pages]
        shifted = (msgspec.structs.replace(mark, page=mark.page + 1) for mark in bookmarks)
        outline = (Bookmark(title="Cover", page=1), *shifted)
        alone = print_pages(covered, grid, about, beside, outline, {0: "Cover", 1: first})
    if not in_volume:
        return Appendix(b"", TypesetPart(), alone)
    content = print_pages(pages, grid, about)
    return Appendix(content, TypesetPart(pages=len(pages), bookmarks=bookmarks), alone)


def _indexes(edition: Edition, pagination: Pagination) -> list[Page]:
    """The pages of the indexes, in two columns."""
    grid = page_grid(pagination.page_size, SMALL, columns=2)
    rows = index_rows(edition, pagination, grid)
    return [page._replace(kind="running") for page in flow(rows, grid, TITLE)] if rows else []


def _addresses(edition: Edition, pagination: Pagination) -> dict[str, str]:
    """Where the appendix alone finds the papers: as files beside it, or online by the DOIs that are ours to give."""
    policy = load_policy(edition.volume.publisher)
    there = cited(edition, pagination)
    if edition.volume.appendix_in_volume:
        return {paper.id: f"papers/{paper.id}.pdf" for paper, _ in there}
    return {paper.id: doi_url(doi) for paper, _ in there if (doi := own_doi(paper, policy))}


def _blocks(edition: Edition, pagination: Pagination) -> list[Reproducibility]:
    papers = {paper.id: paper for paper in edition.papers}
    found = (papers[placement.paper].reproducibility for placement in pagination.placements)
    return [block for block in found if block]


def _bookmarks(edition: Edition, pages: Sequence[Page]) -> tuple[Bookmark, ...]:
    marks = {anchor: Bookmark(title=title, level=1) for anchor, title in (TITLES | PLOT_TITLES).items()}
    for paper in edition.papers:
        described = paper.id if paper.reproducibility else None
        title = plain_title(paper.title) or paper.id
        marks[f"appendix.{paper.id}"] = Bookmark(title=title, level=1, paper=described)
    entries = [
        msgspec.structs.replace(marks[placed.row.anchor], page=number)
        for number, page in enumerate(pages, 1)
        for placed in page.rows
        if placed.row.anchor in marks
    ]
    return (Bookmark(title=TITLE, page=1), *entries)


def _rows(edition: Edition, pagination: Pagination, grid: PageGrid) -> list[Row]:
    papers = {paper.id: paper for paper in edition.papers}
    rows = opening(TITLE, grid)
    style = Style("serif", grid.size + 0.75)
    if not _blocks(edition, pagination):
        return rows + prose([Span(NOTHING_AT_ALL, style)], grid, None)
    rows += prose(_introduction(edition, style), grid, edition.volume.language)
    rows += [space(grid.leading), *ladder_table([papers[each.paper] for each in pagination.placements], grid)]
    rows += usage_plots(edition, pagination, grid)
    for placement in pagination.placements:
        rows += _entry(papers[placement.paper], placement, grid)
    return rows


def _introduction(edition: Edition, style: Style) -> list[Span]:
    return [
        Span("This appendix prints what the authors of ", style),
        *title_spans(edition.volume.title, style._replace(face="serif-italic")),
        Span(
            " declared about their experiments: the algorithms, software releases, datasets and hardware "
            "configurations used, with benchmarks and artifacts. The entries stand in the order of the volume, "
            "each in that of SC’s artifact descriptions. "
            "Identifiers such as SW1 or D1 are the authors’ own and hold within one entry. The table "
            "counts the items of each kind, and its dots tell how far all of them can be followed; a dash "
            "means that nothing was said, n/a that the authors gave a reason why the kind does not apply."
            + BRACKETS
            * any_badge(edition.papers),
            style,
        ),
    ]


def _entry(paper: Paper, placement: Placement, grid: PageGrid) -> list[Row]:
    """Title, authors and pages over a list of labelled items; the head stays with the first of them."""
    look = looks(grid.size)
    rows = [space(1.5 * grid.leading), *_entry_head(paper, placement, grid, look)]
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


def _entry_head(paper: Paper, placement: Placement, grid: PageGrid, look: Looks) -> list[Row]:
    shape = Shape(grid.measure, "left")
    title = Style("serif-semibold", 1.16 * grid.size)
    pages = page_list(range(placement.first_page, placement.last_page + 1)).capitalize()
    link = f"bindery:paper.{paper.id}"
    names = set_author_list(paper.authors)
    about = [Span(f"{names.removesuffix('.')}. ", look.plain)] if names else []
    about.append(Span(pages, look.plain, link))
    rows = paragraph(title_spans(paper.title or f"Paper {paper.id}", title, link), shape, 1.15 * grid.leading)
    rows = [*tagged(rows, Tag("H2")), *paragraph(about, shape, grid.leading), Row(grid.leading / 2)]
    rule = Rule(-0.25 * grid.leading, 0.0, grid.measure, 0.7)
    rows[0] = rows[0]._replace(rules=(rule,), anchor=f"appendix.{paper.id}")
    return kept_together(rows, with_next=True)


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
    """The rows of an item behind its tag, which stands again on a page where the item goes on."""
    leading, mark = frame.grid.leading, Span(item.tag, frame.look.code)
    rows = [row for spans in item.paragraphs for row in _held(paragraph(spans, shape, leading), spans, item)]
    if not item.tag or not rows:
        return list_item(rows)
    first = hung(rows[0], mark)._replace(anchor=item_anchor(frame.paper, item.tag))
    listed = list_item([first, *rows[1:]])
    return [listed[0], *(row._replace(resumed=(hung(row, mark, tag=ARTIFACT),)) for row in listed[1:])]


def _held(rows: list[Row], spans: list[Span], item: Item) -> list[Row]:
    """An item's name stays with what is said about it."""
    names_it = spans is item.paragraphs[0] and len(item.paragraphs) > 1
    return kept_together(rows, with_next=True) if names_it else rows
