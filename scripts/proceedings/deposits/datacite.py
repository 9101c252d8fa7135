"""A paper's record for DataCite, as JSON of metadata schema 4.7."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proceedings.artifacts.items import ListedPaper
from proceedings.artifacts.licences import licence_address, spdx_id
from proceedings.artifacts.relations import DATACITE, datacite_relation, related
from proceedings.bibliography.cited_book import Book
from proceedings.deposits.contributors import is_group, is_named, orcids, ror_address
from proceedings.deposits.listing import paper_address
from proceedings.email_addresses import without_addresses
from proceedings.identifiers import language_tag
from proceedings.names import full_family_name, inverted_name
from proceedings.records.paper import Affiliation, Funding, Paper, Person
from proceedings.records.volume import Volume
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import counted, licence_label

UNAVAILABLE = ":unav"
"""DataCite's word for a value that nobody gives: here, for a publisher without a name."""

Fact = object


def record(listed: ListedPaper, volume: Volume, book: Book) -> dict[str, Fact]:
    """The whole record. Its DOI is not there as long as it is not ours to give."""
    paper, place = listed.paper, listed.placement
    return _given(
        doi=listed.doi,
        url=paper_address(volume, paper.id),
        types={"resourceTypeGeneral": "ConferencePaper", "resourceType": "Conference paper"},
        creators=[_person(*each) for each in _authors(paper)],
        titles=list(_titles(paper)),
        publisher={"name": _publisher(volume, book)},
        publicationYear=str(book.year),
        subjects=[{"subject": each} for each in dict.fromkeys([*paper.keywords, *paper.topics])],
        dates=list(_dates(paper, book)),
        language=language_tag(paper.language),
        sizes=[counted(place.pages, "page")],
        formats=["application/pdf"],
        rightsList=_rights(paper.licence or volume.licence),
        descriptions=_descriptions(paper),
        relatedIdentifiers=[datacite_relation(each) for each in related(listed, book)],
        relatedItems=[_book(listed, volume, book)],
        fundingReferences=[_grant(each) for each in paper.funding if each.name],
        schemaVersion=DATACITE,
    )


def _given(**facts: Fact) -> dict[str, Fact]:
    """What is said, in this order."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def _authors(paper: Paper) -> Iterator[tuple[Person, str | None, Sequence[Affiliation]]]:
    for author, orcid in zip(paper.authors, orcids(paper.authors), strict=True):
        if is_named(author):
            yield author, orcid, paper.affiliations_of(author)


def _person(person: Person, orcid: str | None, places: Sequence[Affiliation] = ()) -> dict[str, Fact]:
    """A person; two departments of one institution are one affiliation, for DataCite takes none twice."""
    homes = [_affiliation(each) for each in places if each.name or each.department]
    return _given(
        name=inverted_name(person),
        nameType="Organizational" if is_group(person) else "Personal",
        givenName=None if person.literal else person.given,
        familyName=None if person.literal else full_family_name(person),
        nameIdentifiers=[_identifier(f"https://orcid.org/{orcid}", "ORCID", "https://orcid.org")] if orcid else None,
        affiliation=[each for number, each in enumerate(homes) if each not in homes[:number]],
    )


def _identifier(address: str, scheme: str, home: str) -> dict[str, str]:
    return {"nameIdentifier": address, "nameIdentifierScheme": scheme, "schemeUri": home}


def _affiliation(place: Affiliation) -> dict[str, Fact]:
    ror = ror_address(place.ror)
    return _given(
        name=place.name or place.department,
        affiliationIdentifier=ror,
        affiliationIdentifierScheme=ror and "ROR",
        schemeUri=ror and "https://ror.org",
    )


def _titles(paper: Paper) -> Iterator[dict[str, Fact]]:
    yield _given(title=plain_title(paper.title), lang=language_tag(paper.language))
    if paper.subtitle:
        yield _given(title=plain_title(paper.subtitle), titleType="Subtitle", lang=language_tag(paper.language))


def _publisher(volume: Volume, book: Book) -> str:
    registrant = volume.crossref.registrant if volume.crossref else None
    return book.publisher or registrant or UNAVAILABLE


def _dates(paper: Paper, book: Book) -> Iterator[dict[str, str]]:
    milestones = {"Submitted": paper.dates.submitted, "Accepted": paper.dates.accepted, "Updated": paper.dates.revised}
    yield from ({"date": day.isoformat(), "dateType": kind} for kind, day in milestones.items() if day)
    yield {"date": f"{book.year}-{book.month:02d}" if book.month else str(book.year), "dateType": "Issued"}


def _rights(licence: str | None) -> list[dict[str, Fact]]:
    """The licence by its SPDX id, or in the words in which it is given."""
    if not licence:
        return []
    known = spdx_id(licence)
    identified: Mapping[str, Fact] = {
        "rightsUri": licence_address(licence),
        "rightsIdentifier": known,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": "https://spdx.org/licenses/",
    }
    return [_given(rights=licence_label(licence), **(identified if known else {}))]


def _descriptions(paper: Paper) -> list[dict[str, Fact]]:
    words = without_addresses(paper.abstract or "").strip()
    return [_given(description=words, descriptionType="Abstract", lang=language_tag(paper.language))] if words else []


def _book(listed: ListedPaper, volume: Volume, book: Book) -> dict[str, Fact]:
    """The book that the paper is in, with its pages there."""
    kind, identifier = ("DOI", book.doi) if book.doi else ("ISBN", book.isbn)
    known = {"relatedItemIdentifier": identifier, "relatedItemIdentifierType": kind} if identifier else None
    editors = zip(book.editors, orcids(book.editors), strict=True)
    return _given(
        relatedItemType="ConferenceProceeding",
        relationType="IsPublishedIn",
        relatedItemIdentifier=known,
        titles=[{"title": plain_title(book.title)}],
        publicationYear=str(book.year),
        firstPage=str(listed.placement.first_page),
        lastPage=str(listed.placement.last_page),
        publisher=_publisher(volume, book),
        edition=volume.edition,
        contributors=[
            {**_person(editor, orcid), "contributorType": "Editor"} for editor, orcid in editors if is_named(editor)
        ],
    )


def _grant(grant: Funding) -> dict[str, Fact]:
    ror = ror_address(grant.ror)
    return _given(
        funderName=grant.name,
        funderIdentifier=ror,
        funderIdentifierType=ror and "ROR",
        awardNumber=grant.award,
    )
