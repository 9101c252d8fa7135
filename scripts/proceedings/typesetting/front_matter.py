"""The front matter: cover, title page, imprint, texts, organisation, contents, in the order books have them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.placement import Bookmark, Pagination, TypesetPart
from proceedings.typesetting.awards import award_rows
from proceedings.typesetting.book import opening, roman
from proceedings.typesetting.contents import back_entries, contents_rows, held_to_last_paper
from proceedings.typesetting.cover import cover, draft_band, imprint, own_copy_words, title_page
from proceedings.typesetting.cover_file import OwnCover
from proceedings.typesetting.grid import PageGrid, page_grid
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.own_cover import bound_in, own_cover
from proceedings.typesetting.pages import Page, flow_without_a_short_end
from proceedings.typesetting.people import committee_rows, keynote_rows, sponsor_rows
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.programme import programme_rows
from proceedings.typesetting.rows import Row

BEFORE_SECTIONS = 4
"""Cover, its blank back, title page, imprint."""


class Section(NamedTuple):
    """A part of the front matter that begins on a new page."""

    title: str
    rows: list[Row]


def front_matter(
    edition: Edition,
    pagination: Pagination,
    policy: PublisherPolicy,
    metadata: Path,
    back: list[tuple[str, int, str]],
) -> tuple[bytes, TypesetPart]:
    """The PDF and its record. `back`: (title, page label, part stem) of what follows the papers.

    A volume that is a part of somebody else's has none: no pages and an empty file. As long as nothing else
    would be in it, its title page stands for it.
    """
    grid = page_grid(pagination.page_size)
    if edition.volume.part_of:
        return (b"", TypesetPart()) if pagination.placements else _title_page_alone(edition, grid)
    drawn = own_cover(edition.volume, metadata)
    drawn = None if drawn and drawn.fault else drawn
    pages = [
        _over(drawn, edition) if drawn else cover(edition, pagination, grid, own_copy_words(policy)),
        Page(),
        title_page(edition, grid),
        imprint(edition, grid, policy),
    ]
    bookmarks = [Bookmark(title="Cover", page=1), Bookmark(title="Title Page", page=3)]
    for section in _sections(edition, pagination, grid, metadata):
        bookmarks.append(Bookmark(title=section.title, page=len(pages) + 1))
        pages += flow_without_a_short_end(section.rows, grid, section.title)
    listed = [(mark.title, roman(mark.page)) for mark in bookmarks[2:]]
    rows = held_to_last_paper(contents_rows(edition, pagination, listed, grid), back_entries(back, grid))
    pages += [Page()] * (len(pages) % 2)
    bookmarks.append(Bookmark(title="Contents", page=len(pages) + 1))
    pages += flow_without_a_short_end(rows, grid, "Contents")
    pages += [Page()] * (len(pages) % 2)
    part = TypesetPart(pages=len(pages), bookmarks=tuple(bookmarks))
    content = print_pages(_with_roman_folios(pages), grid, _about(edition))
    return bound_in(content, drawn, grid.height), part


def _over(drawn: OwnCover, edition: Edition) -> Page:
    """What stands over the chairs' own cover."""
    return draft_band(page_grid(drawn.sizes[0])) if edition.volume.phase == "collecting" else Page()


def _with_roman_folios(pages: list[Page]) -> list[Page]:
    """The pages behind the imprint with their folios."""
    return [
        page._replace(folio=roman(number), recto=number % 2 == 1) if number > BEFORE_SECTIONS else page
        for number, page in enumerate(pages, 1)
    ]


def _about(edition: Edition) -> Imprint:
    return Imprint(f"{edition.volume.title}: Front Matter", language=edition.volume.language)


def _title_page_alone(edition: Edition, grid: PageGrid) -> tuple[bytes, TypesetPart]:
    part = TypesetPart(pages=1, bookmarks=(Bookmark(title="Title Page", page=1),))
    return print_pages([title_page(edition, grid)], grid, _about(edition)), part


def _sections(edition: Edition, pagination: Pagination, grid: PageGrid, metadata: Path) -> list[Section]:
    """Texts, organisation, sponsors, awards, keynotes and programme, each only where the metadata has it."""
    language = edition.volume.language
    sections = [_text(text, grid, language) for text in edition.front_matter]
    if edition.committees:
        title = organisation_title(edition)
        sponsors = sponsor_rows(edition.sponsors, grid, metadata, with_heading=bool(edition.sponsors))
        sections.append(Section(title, opening(title, grid) + committee_rows(edition.committees, grid) + sponsors))
    elif edition.sponsors:
        sections.append(Section("Sponsors", opening("Sponsors", grid) + sponsor_rows(edition.sponsors, grid, metadata)))
    if rows := award_rows(edition, pagination, grid):
        sections.append(Section("Awards", opening("Awards", grid) + rows))
    if edition.keynotes:
        title = "Keynotes" if len(edition.keynotes) > 1 else "Keynote"
        rows = [row for talk in edition.keynotes for row in keynote_rows(talk, grid, language, metadata)]
        sections.append(Section(title, opening(title, grid) + rows))
    if rows := programme_rows(edition, grid):
        title = "Program" if _is_american(edition) else "Programme"
        sections.append(Section(title, opening(title, grid) + rows))
    return sections


def organisation_title(edition: Edition) -> str:
    """`Organisation`, or `Organization` in American English."""
    return "Organization" if _is_american(edition) else "Organisation"


def _is_american(edition: Edition) -> bool:
    """Whether the language, or the name of a committee, is American English."""
    roles = {word.casefold() for committee in edition.committees for word in committee.role.split()}
    return edition.volume.language.casefold() == "en-us" or "program" in roles


def _text(text: FrontMatterText, grid: PageGrid, language: str) -> Section:
    title = text.title or text.stem.replace("_", " ").replace("-", " ").title()
    return Section(title, opening(title, grid) + markdown_rows(text.markdown, grid, language, title))
