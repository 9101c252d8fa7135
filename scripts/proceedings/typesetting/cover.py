"""Cover, title page and imprint."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.bibliography.cited_book import is_final
from proceedings.bidi import isolated
from proceedings.names import display_name, set_author_list
from proceedings.page_sizes import A4
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.volume import Volume
from proceedings.typesetting.book import known, stacked, unbroken_names, volume_line
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Colour, Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.pages import Page, Panel, stack
from proceedings.typesetting.rows import Row, paragraph, space
from proceedings.wording import copyright_words, date_span, doi_url, licence_label, licence_url

NIGHT: Colour = (0.075, 0.145, 0.235)
SHADES: tuple[Colour, ...] = ((0.25, 0.37, 0.50), (0.35, 0.48, 0.61), (0.19, 0.30, 0.43), (0.44, 0.56, 0.67))
PAPER: Colour = (0.97, 0.965, 0.95)
MIST: Colour = (0.74, 0.80, 0.86)
SIGNAL: Colour = (0.91, 0.63, 0.24)
EDGE = 0.105
"""Margin of the cover at its left and right, as a share of the width."""

MOST_STACKED = 12
"""Editors that stand under one another; more are set as a sentence, which leaves the page its room."""

ALL_HOLDERS = "The authors and editors, each for their own contribution."
"""Who holds the copyright where the edition names nobody."""


def cover(edition: Edition, pagination: Pagination, grid: PageGrid, own_copy: str) -> Page:
    """A typographic cover; its blocks are the volume's papers."""
    volume, scale = edition.volume, grid.width / A4[0]
    edge = EDGE * grid.width
    measure = grid.width - 2 * edge
    top = stack(_cover_head(volume, measure, scale), edge, 0.085 * grid.height, measure)
    foot_rows = stacked(_cover_foot(edition, own_copy, scale), measure)
    foot = stack(foot_rows, edge, 0.935 * grid.height - _height(foot_rows), measure)
    night = Panel(0.0, 0.0, grid.width, grid.height, NIGHT)
    panels = [night, *spines(pagination, edge, grid.width, 0.60 * grid.height, 0.10 * grid.height)]
    band = draft_band(grid) if volume.phase == "collecting" else Page()
    return Page((*top, *foot, *band.rows), (*panels, *band.panels))


def draft_band(grid: PageGrid) -> Page:
    """A band over the top of a cover while papers are being collected; nothing else."""
    scale = grid.width / A4[0]
    band = Panel(0.0, 0.0, grid.width, 0.05 * grid.height, SIGNAL)
    word = stacked([("DRAFT", Style("sans-semibold", 15 * scale, 6.0, colour=NIGHT), 20 * scale)], grid.width)
    return Page(tuple(stack(word, EDGE * grid.width, (band.height - 20 * scale) / 2, grid.width)), (band,))


def title_page(edition: Edition, grid: PageGrid) -> Page:
    """Editors, title, event and publisher, in the reading order of a book's title page."""
    volume, size = edition.volume, grid.size
    head: list[tuple[str, Style, float]] = []
    if volume.editors:
        few = len(volume.editors) <= MOST_STACKED
        names = [display_name(editor) for editor in volume.editors] if few else [unbroken_names(volume.editors)]
        head.extend((name, Style("serif", 1.25 * size), 1.7 * size) for name in names)
        head.append((_editors_word(volume), Style("serif-italic", size), 2.0 * size))
    title = [(volume.title, Style("serif-semibold", 2.5 * size), 3.05 * size)]
    if volume.subtitle:
        title += [("", Style(), 0.6 * size), (volume.subtitle, Style("serif", 1.5 * size), 2.2 * size)]
    event = [(line, Style("serif", 1.15 * size), 1.6 * size) for line in event_lines(volume)]
    foot = [(line, Style("serif-text", size), 1.45 * size) for line in _publisher_lines(volume)]
    rows = [
        *stacked(head, grid.measure),
        Row(3.5 * grid.leading),
        *stacked(title, grid.measure),
        Row(1.5 * grid.leading),
        *stacked(event, grid.measure),
    ]
    foot_rows = stacked(foot, grid.measure)
    placed = stack(rows, grid.left, grid.top + grid.leading, grid.measure)
    bottom = stack(foot_rows, grid.left, grid.top + grid.depth - _height(foot_rows), grid.measure)
    return Page((*placed, *bottom))


def imprint(edition: Edition, grid: PageGrid, policy: PublisherPolicy) -> Page:
    """The verso of the title page: who, what number, under which licence, and how it was made."""
    style = Style("serif", 8.75)
    leading = 11.5
    shape = Shape(grid.measure, "left")
    rows: list[Row] = []
    for block in filter(None, _imprint_blocks(edition, policy)):
        rows.append(space(0.75 * leading))
        for text, link in block:
            rows.extend(paragraph([Span(text, style, link, breaks_anywhere=bool(link))], shape, leading))
    return Page(tuple(stack(rows, grid.left, grid.top + grid.depth - _height(rows), grid.measure)))


def _cover_head(volume: Volume, measure: float, scale: float) -> list[Row]:
    size = (34.0 if len(volume.title) < 70 else 27.0) * scale
    above = (volume.acronym or volume.event.acronym or "").upper()
    lines = [(volume_line(volume), Style("sans", 10.5 * scale, 0.6, colour=MIST), 15 * scale)]
    if above:
        lines.append((above, Style("sans-semibold", 15 * scale, 1.5, colour=SIGNAL), 58 * scale))
    lines.append((volume.title, Style("serif-light", size, colour=PAPER), 1.22 * size))
    if volume.subtitle:
        lines += [
            ("", Style(), 0.3 * size),
            (volume.subtitle, Style("serif-light", 0.5 * size, colour=MIST), 0.8 * size),
        ]
    return stacked(lines, measure)


def _cover_foot(edition: Edition, own_copy: str, scale: float) -> Iterator[tuple[str, Style, float]]:
    volume = edition.volume
    strong = Style("sans-semibold", 12 * scale, 0.2, colour=PAPER)
    plain = Style("sans", 11 * scale, 0.1, colour=MIST)
    lines = event_lines(volume)
    yield from ((line, plain if number else strong, 16 * scale) for number, line in enumerate(lines))
    if volume.editors:
        yield "", plain, 8 * scale
        yield f"Edited by {set_author_list(volume.editors)}", Style("serif", 11.5 * scale, colour=PAPER), 16 * scale
    if own_copy:
        yield own_copy, Style("sans", 8.5 * scale, 0.1, colour=SIGNAL), 26 * scale


def spines(pagination: Pagination, left: float, right: float, top: float, height: float) -> Iterator[Panel]:
    """The volume as a shelf: a block for each paper, as wide as the paper is long, shaded by sessions."""
    lengths = [placement.pages for placement in pagination.placements]
    if not lengths:
        return
    gap = min(4.0, 0.2 * (right - left) / len(lengths))
    pitch = (right - left - gap * (len(lengths) - 1)) / sum(lengths)
    x = left
    for placement, pages in zip(pagination.placements, lengths, strict=True):
        yield Panel(x, top, pages * pitch, height, SHADES[placement.session % len(SHADES)])
        x += pages * pitch + gap
    yield Panel(left, top + height + 7.0, right - left, 1.4, SIGNAL)


def event_lines(volume: Volume) -> list[str]:
    """What took place, where it was held, and when, each in a line; what the title says already is left out."""
    event = volume.event
    name = event.name if event.name and event.name.casefold() not in volume.title.casefold() else ""
    held = f"held at {event.colocated_with}" if event.colocated_with else ""
    where = ", ".join(part for part in (event.place, date_span(event.start, event.end)) if part)
    return [line for line in (name, held[:1].upper() + held[1:], where) if line]


def _publisher_lines(volume: Volume) -> list[str]:
    publisher = volume.publisher_name or ""
    year = str(volume.year) if volume.year else ""
    return [line for line in (volume_line(volume), ", ".join(part for part in (publisher, year) if part)) if line]


def _editors_word(volume: Volume) -> str:
    return "Editors" if len(volume.editors) > 1 else "Editor"


def _imprint_blocks(edition: Edition, policy: PublisherPolicy) -> Iterator[list[tuple[str, str | None]]]:
    volume = edition.volume
    if volume.editors:
        named = [(isolated(display_name(who)), who.affiliation) for who in volume.editors]
        people = [": ".join(part for part in each if part) for each in named]
        people = people if len(people) <= MOST_STACKED else ["; ".join(people)]
        yield [(_editors_word(volume), None), *((person, None) for person in people)]
    yield [(volume.title, None), *((line, None) for line in event_lines(volume))]
    yield list(_identifiers(volume, policy))
    yield list(_rights(volume))
    if policy.own_copy_notice:
        yield [(own_copy_words(policy), None)]
    yield [("Typeset by Bindery in Source Serif and Source Sans.", None)]


def own_copy_words(policy: PublisherPolicy) -> str:
    """What a copy says that is not the publisher's; empty when the stamped files are what is published."""
    return "This is the workshop’s own copy, not the version of record." if policy.own_copy_notice else ""


def _identifiers(volume: Volume, policy: PublisherPolicy) -> Iterator[tuple[str, str | None]]:
    if volume.isbn:
        yield f"ISBN {known(volume.isbn) or 'pending'}", None
    if volume.issn:
        yield f"ISSN {known(volume.issn) or 'pending'}", None
    if doi := known(volume.doi):
        provisional = "" if is_final(volume, policy) else " (provisional)"
        yield f"{doi_url(doi)}{provisional}", doi_url(doi)
    if volume.url:
        yield volume.url, volume.url


def _rights(volume: Volume) -> Iterator[tuple[str, str | None]]:
    yield copyright_words(volume.year, volume.copyright or ALL_HOLDERS), None
    if volume.licence:
        yield f"The volume is published under the licence {licence_label(volume.licence)}.", None
        if url := licence_url(volume.licence):
            yield url, url


def _height(rows: list[Row]) -> float:
    return sum(row.height for row in rows)
