"""Editorial texts as blocks, of which Markdown, LaTeX and Word documents are made alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from proceedings.names import author_list, display_name
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, Member
from proceedings.records.placement import Pagination
from proceedings.typesetting.people import affiliation_line

Kind = Literal["title", "heading", "entry", "names", "line"]
"""A chapter, a heading in it, a line of the contents with its page, the authors under it, any other line."""


class Block(NamedTuple):
    """One paragraph; mathematics in it stays `$...$`."""

    kind: Kind
    text: str
    page: str = ""


def contents(edition: Edition, pagination: Pagination) -> Iterator[Block]:
    """The contents of the part: its name, each session, each paper with its first page, the authors under it."""
    papers = {paper.id: paper for paper in edition.papers}
    yield Block("title", part_name(edition))
    for number, placements in pagination.by_session():
        if session := edition.session_title(number):
            yield Block("heading", one_line(session))
        for each in placements:
            paper = papers[each.paper]
            yield Block("entry", one_line(paper.title) or f"Paper {paper.id}", str(each.first_page))
            if paper.authors:
                yield Block("names", author_list(paper.authors))


def organisation(edition: Edition) -> Iterator[Block]:
    """Everybody who organised, by role; nothing where nobody is named."""
    committees = roles(edition)
    if committees:
        yield Block("title", f"{part_name(edition)}: Organisation")
    for committee in committees:
        yield Block("heading", ": ".join(one_line(part) for part in (committee.role, committee.area) if part))
        for member in (*committee.chairs, *committee.members):
            name = f"{display_name(member)} (Chair)" if member in committee.chairs else display_name(member)
            place = affiliation_line(member.affiliation, member.country)
            yield Block("line", ", ".join(part for part in (name, place) if part))


def roles(edition: Edition) -> tuple[Committee, ...]:
    """The committees; the editors before them, where the volume has some."""
    names = {"given", "family", "particle", "suffix", "literal", "native", "email", "orcid", "affiliation"}
    editors = tuple(Member(**{name: getattr(each, name) for name in names}) for each in edition.volume.editors)
    return (*([Committee(role="Editors", members=editors)] if editors else []), *edition.committees)


def part_name(edition: Edition) -> str:
    """What the part is called in a book of others: the workshop, or else the volume's title."""
    return one_line(edition.volume.event.name or edition.volume.title)


def one_line(text: str) -> str:
    """The text without line ends."""
    return " ".join(text.split())
