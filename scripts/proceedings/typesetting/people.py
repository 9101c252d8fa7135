"""Committees, keynotes and sponsors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from proceedings.bidi import isolated
from proceedings.countries import country_name
from proceedings.names import display_name
from proceedings.records.front_matter import Committee, Member, Sponsor
from proceedings.records.programme import Talk
from proceedings.typesetting.book import chairs_line, heading, speaker_line
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.pictures import fitted
from proceedings.typesetting.rows import (
    Picture,
    Row,
    beside,
    beside_picture,
    kept_together,
    list_item,
    paragraph,
    space,
    within,
    without_lone_ends,
)
from proceedings.typesetting.running_order import printed_time
from proceedings.wording import weekday_words

NAME_SHARE = 0.4
GUTTER = 12.0
CAP_DROP = 2.5
"""From a line's top to the top of its capitals, to which pictures beside it are aligned."""
LOGO_HEIGHT = 42.0
LOGO_WIDTH = 104.0
SPONSORS_ABREAST = 3
PHOTO_HEIGHT = 108.0
PHOTO_WIDTH = 84.0


def committee_rows(committees: Sequence[Committee], grid: PageGrid) -> list[Row]:
    """Each role as a heading, each of its areas as a smaller one, over the people."""
    rows: list[Row] = []
    for role, areas in groupby(committees, key=lambda committee: committee.role):
        rows += heading(role, grid)
        for number, committee in enumerate(areas):
            if committee.area:
                rows += heading(committee.area, grid, 3)[number == 0 :]
            elif number:
                rows.append(space(grid.leading / 2))
            rows += _committee(committee, grid)
    return rows


def _committee(committee: Committee, grid: PageGrid) -> list[Row]:
    """Chairs first; name left, affiliation right; names alone in three columns."""
    people = [*((chair, " (Chair)") for chair in committee.chairs), *((member, "") for member in committee.members)]
    if any(person.affiliation or person.country for person, _ in people):
        members = [list_item(_member(person, chair, grid)) for person, chair in people]
        return within(without_lone_ends(members), "L")
    return _names_in_columns([f"{isolated(display_name(person))}{chair}" for person, chair in people], grid)


def keynote_rows(talk: Talk, grid: PageGrid, language: str, metadata: Path) -> list[Row]:
    """A keynote: its title, who speaks and when, what about, and the speaker's biography beside the photo."""
    rows = heading(talk.title or "Keynote", grid)
    speaker = speaker_line(talk)
    lines = [(speaker, Style("serif-semibold", grid.size)), (_occasion(talk), Style("serif", grid.size))]
    shape = Shape(grid.measure, "left")
    for words, style in (line for line in lines if line[0]):
        rows += kept_together(paragraph([Span(words, style)], shape, grid.leading), with_next=True)
    rows += [space(grid.leading / 2)._replace(keep=True)] if speaker else []
    if talk.abstract:
        rows += markdown_rows(talk.abstract, grid, language)
    shows = f"Portrait of {talk.speaker}" if talk.speaker else "Portrait of the speaker"
    photo = fitted(metadata / talk.photo, PHOTO_WIDTH, PHOTO_HEIGHT, shows) if talk.photo else None
    if not photo:
        return [*rows, space(grid.leading / 2), *markdown_rows(talk.biography or "", grid, language)]
    shift = photo.width + GUTTER
    beside_it = msgspec.structs.replace(grid, measure=grid.measure - shift)
    biography = markdown_rows(talk.biography or talk.speaker or "", beside_it, language)
    return [*rows, space(grid.leading), *beside_picture(photo._replace(drop=CAP_DROP), biography, shift)]


def _occasion(talk: Talk) -> str:
    """When, where and by whom a speaker is introduced."""
    parts = (
        weekday_words(talk.date) if talk.date else "",
        printed_time(talk.time or ""),
        talk.room,
        chairs_line(talk.chair),
    )
    return " · ".join(part for part in parts if part)


def sponsor_rows(sponsors: Sequence[Sponsor], grid: PageGrid, metadata: Path, with_heading: bool = False) -> list[Row]:
    """Sponsors by tier in the order given, each with its logo where the file is there and can be printed."""
    rows = heading("Sponsors", grid) if with_heading else []
    for tier in dict.fromkeys(sponsor.tier for sponsor in sponsors):
        above = heading(tier, grid, 3) if tier else [space(grid.leading)]
        rows += above if rows and not rows[-1].keep else above[1:]
        group = [sponsor for sponsor in sponsors if sponsor.tier == tier]
        for start in range(0, len(group), SPONSORS_ABREAST):
            rows += _sponsors_abreast(group[start : start + SPONSORS_ABREAST], grid, metadata)
    return rows


def affiliation_line(affiliation: str | None, country: str | None) -> str:
    """`Sample University, Belgium`; a country that the affiliation already names is not repeated."""
    name = country_name(country) if country else ""
    if affiliation and name and affiliation.casefold().endswith((name.casefold(), f", {country}".casefold())):
        return affiliation
    return ", ".join(part for part in (affiliation, name) if part)


def _member(member: Member, chair: str, grid: PageGrid) -> list[Row]:
    style = Style("serif", grid.size)
    left = NAME_SHARE * grid.measure
    hang = 0.9 * grid.size
    names = Shape(left - GUTTER, "left", indent=hang)
    places = Shape(grid.measure - left, "left", indent=hang)
    name = paragraph([Span(f"{isolated(display_name(member))}{chair}", style)], names, grid.leading)
    place = paragraph([Span(affiliation_line(member.affiliation, member.country), style)], places, grid.leading)
    return beside(name, place, left)


def _names_in_columns(names: Sequence[str], grid: PageGrid, columns: int = 3) -> list[Row]:
    """Names down the columns, in portions of a page, so that the order is never read over a page's edge."""
    lines: list[list[Row]] = []
    portion = columns * max(grid.lines - 8, 1)
    for start in range(0, len(names), portion):
        part = names[start : start + portion]
        deep = -(-len(part) // columns)
        cells = [
            within(_name(name, grid, columns), "LI", "LBody", place=place) for place, name in enumerate(part, start)
        ]
        stacks = [cells[at : at + deep] for at in range(0, len(part), deep)]
        for line in range(deep):
            abreast = [stack[line] if line < len(stack) else [] for stack in stacks]
            merged = abreast[0]
            for column, cell in enumerate(abreast[1:], 1):
                merged = beside(merged, cell, column * grid.measure / columns)
            lines.append(merged)
    return within(without_lone_ends(lines), "L")


def _name(name: str, grid: PageGrid, columns: int) -> list[Row]:
    shape = Shape(grid.measure / columns - GUTTER, "left", indent=0.9 * grid.size)
    return paragraph([Span(name, Style("serif", grid.size))], shape, grid.leading)


def _sponsors_abreast(sponsors: Sequence[Sponsor], grid: PageGrid, metadata: Path) -> list[Row]:
    """Logos on one line, each in the middle of its cell, the names under them."""
    cell = grid.measure / SPONSORS_ABREAST
    logos = [_logo(sponsor, metadata) for sponsor in sponsors]
    pictures = tuple(
        logo._replace(x=number * cell + (cell - logo.width) / 2, drop=(LOGO_HEIGHT - logo.height) / 2)
        for number, logo in enumerate(logos)
        if logo
    )
    if not pictures:
        return [row for sponsor in sponsors for row in _sponsor_name(sponsor, grid, Shape(grid.measure, "left"))]
    names: list[Row] = []
    for number, sponsor in enumerate(sponsors):
        centred = _sponsor_name(sponsor, grid, Shape(cell - GUTTER, "centre"))
        names = beside(names, centred, number * cell + GUTTER / 2)
    line = Row(LOGO_HEIGHT + grid.leading / 2, pictures=pictures, keep=True)
    return [line, *kept_together(names), space(grid.leading)]


def _logo(sponsor: Sponsor, metadata: Path) -> Picture | None:
    path = metadata / sponsor.logo if sponsor.logo else None
    return fitted(path, LOGO_WIDTH, LOGO_HEIGHT, f"Logo of {sponsor.name}") if path else None


def _sponsor_name(sponsor: Sponsor, grid: PageGrid, shape: Shape) -> list[Row]:
    return paragraph([Span(sponsor.name, Style("serif", grid.size), sponsor.url)], shape, grid.leading)
