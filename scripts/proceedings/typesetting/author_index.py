"""The author index: collated names with the first pages of their papers, in two columns."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from proceedings.bidi import isolated
from proceedings.collation import collation_key
from proceedings.names import index_name, sort_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Author
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.typeface import missing_characters
from proceedings.typesetting.index_pages import IndexLine, index_part

TITLE = "Author Index"


class IndexEntry(NamedTuple):
    """A person as the index prints it, with (page label, paper id) of each paper."""

    author: Author
    pages: tuple[tuple[int, str], ...]


def index_entries(edition: Edition, pagination: Pagination) -> list[IndexEntry]:
    """All authors of the volume's papers, collated; one name is one entry unless two ORCIDs tell people apart."""
    papers = {paper.id: paper for paper in edition.papers}
    people: dict[tuple[str, str], Author] = {}
    pages: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for placement in pagination.placements:
        for author in (each for each in papers[placement.paper].authors if index_name(each)):
            key = _same_person(author, people)
            people[key] = _fuller(people.get(key), author)
            pages.setdefault(key, []).append((placement.first_page, placement.paper))
    found = [IndexEntry(people[key], tuple(sorted(set(pages[key])))) for key in people]
    return sorted(found, key=lambda entry: (collation_key(sort_name(entry.author)), entry.pages))


def author_index(edition: Edition, pagination: Pagination, first_page: int) -> tuple[bytes, TypesetPart]:
    """The PDF of the index and its record; no author gives no pages. `first_page` is its page label."""
    lines = [
        IndexLine(_printed_name(entry.author), sort_name(entry.author), entry.pages)
        for entry in index_entries(edition, pagination)
    ]
    return index_part(TITLE, lines, pagination, first_page, edition.volume)


def _printed_name(author: Author) -> str:
    name = index_name(author)
    native = author.native.name if author.native else ""
    if missing_characters(native):  # a row of boxes says nothing
        native = ""
    names = [name, native] if native and not _is_said(native, name) else [name]
    return " ".join(map(isolated, names))


def _is_said(native: str, name: str) -> bool:
    """Whether the index's name says it already: `Nguyễn Thị Hương` is `Nguyễn, Thị Hương` without the comma."""
    return native in name or sorted(native.split()) == sorted(name.replace(",", "").split())


def _same_person(author: Author, people: dict[tuple[str, str], Author]) -> tuple[str, str]:
    """The key of an entry: the printed name, and the ORCID only where it tells two people apart."""
    name = index_name(author)
    if author.orcid and (name, "") in people and people[name, ""].orcid not in (None, author.orcid):
        return name, author.orcid
    return name, ""


def _fuller(known: Author | None, author: Author) -> Author:
    """The same person with what only one of two papers says."""
    if known is None:
        return author
    return msgspec.structs.replace(known, native=known.native or author.native, orcid=known.orcid or author.orcid)
