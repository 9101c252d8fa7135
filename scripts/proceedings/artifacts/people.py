"""Authors, editors and their institutions as entities of Schema.org; no entity has an e-mail address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from proceedings.artifacts.entity import Entity, entity, reference
from proceedings.countries import country_name
from proceedings.identifiers import is_orcid, is_ror
from proceedings.names import display_name, full_family_name
from proceedings.records.paper import Affiliation, Author, Paper, Person


def author_entities(paper: Paper) -> list[Entity]:
    """The authors in their order. An ORCID that two of them give names neither."""
    shared = _shared(paper.authors)
    return [
        _person(author, f"#{paper.id}/author-{number}", shared, _affiliations(author, paper))
        for number, author in enumerate(paper.authors, 1)
    ]


def author_references(paper: Paper) -> list[Entity]:
    """The same, pointed to."""
    shared = _shared(paper.authors)
    return [reference(_person_id(each, f"#{paper.id}/author-{n}", shared)) for n, each in enumerate(paper.authors, 1)]


def editor_entities(editors: Sequence[Person], beginning: str) -> list[Entity]:
    """The editors of the book; the ids of those without an ORCID begin as said."""
    shared = _shared(editors)
    return [_person(editor, f"{beginning}/editor-{number}", shared) for number, editor in enumerate(editors, 1)]


def _shared(people: Sequence[Person]) -> frozenset[str]:
    times = Counter(person.orcid for person in people if person.orcid)
    return frozenset(orcid for orcid, number in times.items() if number > 1)


def _person(person: Person, local: str, shared: frozenset[str], affiliations: Sequence[Entity] = ()) -> Entity:
    """A `literal` has a name and no parts, be it a mononym or a group: nobody says which."""
    return entity(
        _person_id(person, local, shared),
        "Person",
        name=display_name(person),
        givenName=None if person.literal else person.given,
        familyName=None if person.literal else full_family_name(person),
        honorificSuffix=None if person.literal else person.suffix,
        alternateName=person.native.name if person.native else None,
        affiliation=list(affiliations),
    )


def _person_id(person: Person, local: str, shared: frozenset[str]) -> str:
    known = person.orcid and is_orcid(person.orcid) and person.orcid not in shared
    return f"https://orcid.org/{person.orcid}" if known else local


def _affiliations(author: Author, paper: Paper) -> list[Entity]:
    keys = list(paper.affiliations)
    return [
        _organisation(paper.affiliations[key], f"#{paper.id}/affiliation-{keys.index(key) + 1}")
        for key in author.affiliations
        if key in paper.affiliations
    ]


def _organisation(affiliation: Affiliation, local: str) -> Entity:
    ror = affiliation.ror if affiliation.ror and is_ror(affiliation.ror) else None
    country = country_name(affiliation.country) if affiliation.country else None
    place = ", ".join(part for part in (affiliation.city, affiliation.region, country) if part)
    return entity(
        f"https://ror.org/{ror}" if ror else local,
        "Organization",
        name=affiliation.name or affiliation.department,
        address=place,
        url=f"https://ror.org/{ror}" if ror else None,
    )
