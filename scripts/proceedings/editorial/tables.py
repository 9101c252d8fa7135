"""The tables beside the editorial texts: papers in order, sessions, authors, organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from proceedings.bibliography.cited_book import own_doi
from proceedings.countries import country_name
from proceedings.csv_text import csv_text
from proceedings.editorial.blocks import one_line, roles
from proceedings.identifiers import sound_orcid
from proceedings.names import display_name, full_family_name, index_name
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.typesetting.author_index import IndexEntry, index_entries

PAPERS = (
    "number",
    "session",
    "id",
    "title",
    "short_title",
    "authors",
    "contact",
    "email",
    "first_page",
    "last_page",
    "pages",
    "state",
    "pdf",
    "sources",
    "form",
    "doi",
)
SESSIONS = ("number", "title", "date", "time", "room", "chairs", "papers")
AUTHORS = ("name", "given", "family", "native_name", "affiliation", "country", "orcid", "papers", "contact_of", "email")
ORGANISATION = ("role", "area", "chair", "name", "given", "family", "affiliation", "country", "orcid")


def papers_rows(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy, files: Mapping[str, Mapping[str, str]]
) -> Iterator[Sequence[object]]:
    """One row a paper in the order of the pages; `files` by id: the names of what is sent of it, by kind."""
    papers = {paper.id: paper for paper in edition.papers}
    for number, placement in enumerate(pagination.placements, 1):
        paper, sent = papers[placement.paper], files.get(placement.paper, {})
        contacts = contacts_of(paper)
        yield (
            number,
            one_line(edition.session_title(placement.session)),
            paper.id,
            one_line(paper.title),
            one_line(paper.short_title or ""),
            _joined(display_name(author) for author in paper.authors),
            _joined(display_name(author) for author in contacts),
            _joined(author.email or "" for author in contacts),
            placement.first_page,
            placement.last_page,
            placement.pages,
            state_words(placement, paper, edition),
            *(sent.get(kind, "") for kind in ("pdf", "source", "rights")),
            own_doi(paper, policy) or "",
        )


def state_words(placement: Placement, paper: Paper, edition: Edition) -> str:
    """`included`, or why there is no file of the paper."""
    if placement.standing == "missing" and edition.volume.is_with_publisher(paper):
        return "with the publisher"
    return "included" if placement.present else placement.standing


def contacts_of(paper: Paper) -> tuple[Author, ...]:
    """The authors to whom letters go."""
    return tuple(author for author in paper.authors if author.corresponding)


def sessions_rows(edition: Edition, pagination: Pagination) -> Iterator[Sequence[object]]:
    """The sessions that have papers in the volume, with the ids of these."""
    for number, (at, placements) in enumerate(pagination.by_session(), 1):
        if at < len(edition.sessions):
            session = edition.sessions[at]
            ids = _joined(each.paper for each in placements)
            when = session.date.isoformat() if session.date else "", session.time or "", session.room or ""
            yield (number, one_line(session.title), *when, _joined(session.chairs), ids)


def authors_rows(edition: Edition, pagination: Pagination) -> Iterator[Sequence[object]]:
    """Everybody who wrote a paper, once, in the order of an index; addresses only of those who answer for one."""
    papers = {paper.id: paper for paper in edition.papers}
    for entry in index_entries(edition, pagination):
        of_papers = [(papers[id], author) for _, id in entry.pages for author in _same(entry, papers[id])]
        places = [place for paper, author in of_papers for place in paper.affiliations_of(author)]
        contact = [(paper.id, author.email or "") for paper, author in of_papers if author.corresponding]
        yield (
            display_name(entry.author),
            entry.author.given or "",
            full_family_name(entry.author) or entry.author.literal or "",
            entry.author.native.name if entry.author.native else "",
            _joined(dict.fromkeys(affiliation_words(each) for each in places)),
            _joined(dict.fromkeys(country_name(each.country) for each in places if each.country)),
            sound_orcid(entry.author.orcid) or "",
            _joined(id for _, id in entry.pages),
            _joined(id for id, _ in contact),
            _joined(dict.fromkeys(email for _, email in contact if email)),
        )


def organisation_rows(edition: Edition) -> Iterator[Sequence[object]]:
    """Everybody who organised, by role."""
    for committee in roles(edition):
        for member in (*committee.chairs, *committee.members):
            yield (
                one_line(committee.role),
                one_line(committee.area or ""),
                "yes" if member in committee.chairs else "",
                display_name(member),
                member.given or "",
                full_family_name(member) or member.literal or "",
                member.affiliation or "",
                country_name(member.country) if member.country else "",
                sound_orcid(member.orcid) or "",
            )


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table in UTF-8, with the mark by which Excel knows that it is, and with no cell that Excel would work out.

    A text that begins like a formula (`=1+1`, `@Home: ...`, `-omics`) stands behind an apostrophe.
    """
    return csv_text(columns, (["" if cell is None else str(cell) for cell in row] for row in rows)).encode("utf-8-sig")


def _same(entry: IndexEntry, paper: Paper) -> list[Author]:
    """The author of the paper whom the entry means."""
    known = (None, entry.author.orcid)
    named = [author for author in paper.authors if index_name(author) == index_name(entry.author)]
    return [author for author in named if entry.author.orcid is None or author.orcid in known][:1]


def affiliation_words(affiliation: Affiliation) -> str:
    """Department, institution, city and region in one line, without the country."""
    parts = (affiliation.department, affiliation.name, affiliation.city, affiliation.region)
    return ", ".join(part for part in parts if part)


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)
