"""What ACM's XML and its CSV both say of a paper, and what becomes of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from proceedings.importers.csv_authors import SEVERAL_CONTACTS, Fields, author_of, with_affiliations
from proceedings.importers.imported import Doubt
from proceedings.importers.papers_alone import acceptance_list
from proceedings.importers.people import AffiliationKeys, People
from proceedings.importers.system_text import form_abstract, form_title, type_key
from proceedings.importers.tables import is_yes, one_line
from proceedings.records.edition import Edition
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Author, Paper, PaperDates
from proceedings.records.programme import Session
from proceedings.records.record import Record
from proceedings.records.volume import Volume

NO_SECTIONS = "the export has no sections: all papers are in one session; make yours in metadata/program.yml"
NO_AUTHOR = "people whose role is not author were left out"
NO_CONTACT = "a paper has no contact author, and ACM wants exactly one"
ODD_DAY = "days that are not written as 18-JUN-2031, 6/18/2031 or 2031-06-18 were left out"
TYPES = {"Full Paper": "full", "Short Paper": "short"}
"""What ACM calls the types that we have names of our own for."""

_DAYS = ("%d-%b-%Y", "%m/%d/%Y", "%Y-%m-%d", "%d-%b-%y")


class AcmAuthor(Record):
    """An author by ACM's fields, with each affiliation."""

    fields: Fields = {}
    affiliations: tuple[Fields, ...] = ()
    role: str = ""
    place: int | None = None


class AcmPaper(Record):
    """A paper by ACM's fields; `fields` has those of one line: title, type, section, pages, days, abstract."""

    id: str = ""
    fields: Fields = {}
    authors: tuple[AcmAuthor, ...] = ()


def edition_of(papers: Sequence[AcmPaper], doubts: list[Doubt]) -> Edition:
    """The edition: papers with their sections as sessions, in the order of their numbers where all have one."""
    papers = _in_order(papers)
    records = tuple(_paper(each, doubts) for each in papers)
    titles: dict[str, list[str]] = {}
    for each in papers:
        titles.setdefault(one_line(each.fields.get("section", "")) or "Papers", []).append(each.id)
    doubts += [Doubt(fact=NO_SECTIONS)] if list(titles) == ["Papers"] else []
    return Edition(
        volume=Volume(types={paper.type: PageRule() for paper in records}),
        sessions=tuple(Session(title=title, papers=tuple(ids)) for title, ids in titles.items()),
        papers=records,
        accepted=acceptance_list(records),
    )


def place(cell: str) -> int | None:
    """A number in an order; None when the cell has none."""
    return int(cell) if re.fullmatch(r"[0-9]{1,6}", cell.strip()) else None


def _in_order(papers: Sequence[AcmPaper]) -> list[AcmPaper]:
    """The papers by the numbers of their sections and their own; as they are listed where these do not tell."""
    sections = list(dict.fromkeys(each.fields.get("section", "") for each in papers))
    keys = []
    for each in papers:
        section, own = place(each.fields.get("section_order", "")), place(each.fields.get("order", ""))
        keys.append((sections.index(each.fields.get("section", "")) if section is None else section, own or 0))
    if len({*keys}) < len(papers):
        return list(papers)
    return [paper for _, paper in sorted(zip(keys, papers, strict=True), key=lambda pair: pair[0])]


def _paper(paper: AcmPaper, doubts: list[Doubt]) -> Paper:
    where, said = f"paper {paper.id}", paper.fields
    people = _people(paper, where, doubts)
    return Paper(
        id=paper.id,
        title=form_title(said.get("title", ""), where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        type=TYPES.get(said.get("type", "").title()) or type_key(said.get("type", "")),
        abstract=form_abstract(said.get("abstract", ""), where, doubts),
        expected_pages=_pages(said.get("first_page", ""), said.get("last_page", "")),
        dates=PaperDates(
            submitted=_day(said.get("submitted", ""), where, doubts),
            accepted=_day(said.get("accepted", ""), where, doubts),
        ),
    )


def _people(paper: AcmPaper, where: str, doubts: list[Doubt]) -> People:
    """The authors in the order of their numbers, with all their affiliations, and one contact at most."""
    listed = [each for each in paper.authors if each.role.casefold() in ("", "author")]
    doubts += [Doubt(fact=NO_AUTHOR, where=f"{where} ({each.role})") for each in paper.authors if each not in listed]
    if all(each.place is not None for each in listed):
        listed.sort(key=lambda each: each.place or 0)
    keys = AffiliationKeys()
    found = [author for each in listed if (author := _author(each, keys, where, doubts))]
    contacts = [number for number, author in enumerate(found) if author.corresponding]
    if len(contacts) != 1 and found:
        doubts.append(Doubt(fact=SEVERAL_CONTACTS if contacts else NO_CONTACT, where=where))
    authors = (
        msgspec.structs.replace(author, corresponding=[number] == contacts[:1]) for number, author in enumerate(found)
    )
    return People(authors=tuple(authors), affiliations=keys.affiliations)


def _author(said: AcmAuthor, keys: AffiliationKeys, where: str, doubts: list[Doubt]) -> Author | None:
    contact = said.fields.get("corresponding", "")
    author = author_of(said.fields | {"corresponding": "yes" if is_yes(contact) else ""}, keys, where, doubts)
    return with_affiliations(author, said.affiliations, keys, where, doubts) if author else None


def _pages(first: str, last: str) -> int:
    """The number of pages from the first to the last; 1 where they say nothing."""
    begin, end = place(first), place(last)
    return max(1, end - begin + 1) if begin and end else 1


def _day(written: str, where: str, doubts: list[Doubt]) -> datetime.date | None:
    for form in _DAYS:
        try:
            return datetime.datetime.strptime(written.strip(), form).date()
        except ValueError:
            continue
    if written.strip():
        doubts.append(Doubt(fact=ODD_DAY, where=f"{where} ({one_line(written)})"))
    return None
