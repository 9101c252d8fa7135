"""One paper in a Crossref deposit, its parts in the order of schema 5.3.1."""

from __future__ import annotations

from collections.abc import Iterable

from proceedings.artifacts.items import ListedPaper
from proceedings.artifacts.licences import licence_address
from proceedings.artifacts.relations import Related, related
from proceedings.bibliography.cited_book import Book
from proceedings.deposits.crossref_parts import contributors, day_element, doi_data, language, publication_date
from proceedings.deposits.listing import paper_address
from proceedings.deposits.title_markup import Faces, title_line
from proceedings.deposits.xml_text import Element, Part, holder, line, paragraphs, some
from proceedings.email_addresses import without_addresses
from proceedings.records.paper import Funding
from proceedings.records.volume import Volume
from proceedings.typesetting.declared import SWHID_RESOLVER

FACES = Faces(raised="sup", lowered="sub", slanted="i")

RELATIONS = {"IsSupplementedBy": "isSupplementedBy", "References": "references"}
"""The relations of works to data and software; what a paper cites and is a part of, Crossref is told elsewhere."""

IDENTIFIERS = {"DOI": "doi", "URL": "uri", "SWHID": "uri"}


def paper_element(listed: ListedPaper, volume: Volume, book: Book) -> Element:
    """A paper that has a DOI to register."""
    paper, place = listed.paper, listed.placement
    return holder(
        "conference_paper",
        contributors("author", [(author, paper.affiliations_of(author)) for author in paper.authors]),
        holder("titles", title_line("title", paper.title, FACES), title_line("subtitle", paper.subtitle, FACES)),
        abstract(paper.abstract),
        publication_date(book),
        day_element("acceptance_date", paper.dates.accepted),
        holder("pages", line("first_page", str(place.first_page)), line("last_page", str(place.last_page))),
        funding(paper.funding),
        licence(paper.licence or volume.licence),
        relations(related(listed, book)),
        doi_data(listed.doi, paper_address(volume, paper.id)),
        attributes={"publication_type": "full_text", "language": language(paper.language)},
    )


def abstract(text: str | None) -> Part:
    """The abstract by paragraphs, formulas as they were typed; of addresses of people nothing is left."""
    words = without_addresses(text or "")
    return some("jats:abstract", (line("jats:p", paragraph) for paragraph in paragraphs(words)))


def funding(grants: Iterable[Funding]) -> Part:
    """Funders with their awards, a group each; schema 5.3.1 has no place for a funder's ROR id."""
    groups = (
        holder("fr:assertion", _fact("funder_name", each.name), _fact("award_number", each.award), attributes=_GROUP)
        for each in grants
        if each.name
    )
    return some("fr:program", groups, {"name": "fundref"})


_GROUP = {"name": "fundgroup"}


def _fact(name: str, value: str | None) -> Part:
    return line("fr:assertion", value, {"name": name})


def licence(spdx: str | None) -> Part:
    """Where the licence is written out."""
    where = line("ai:license_ref", licence_address(spdx), {"applies_to": "vor"})
    return some("ai:program", [where], {"name": "AccessIndicators"})


def relations(found: Iterable[Related]) -> Part:
    """Software and data of the authors, and those of others that the paper stands on."""
    return some("rel:program", (_relation(each) for each in found if each.relation in RELATIONS), {"name": "relations"})


def _relation(each: Related) -> Element:
    kinds = {"relationship-type": RELATIONS[each.relation], "identifier-type": IDENTIFIERS[each.type]}
    identifier = SWHID_RESOLVER + each.identifier if each.type == "SWHID" else each.identifier
    return holder(
        "rel:related_item", line("rel:description", each.title), line("rel:inter_work_relation", identifier, kinds)
    )
