"""The authors of a paper in JATS, and their institutions; no address of a person is in it."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.countries import country_name
from proceedings.deposits.contributors import is_group, is_named, orcids, ror_address
from proceedings.deposits.xml_text import Element, Part, holder, line, mark, some
from proceedings.identifiers import language_tag
from proceedings.names import display_name, full_family_name
from proceedings.records.paper import Affiliation, Author, Paper, Person


def contrib_group(paper: Paper) -> Iterator[Part]:
    """The authors in their order, then the institutions that they name."""
    numbers = {key: f"aff{number}" for number, key in enumerate(paper.affiliations, 1)}
    authors = zip(paper.authors, orcids(paper.authors), strict=True)
    yield some("contrib-group", (_author(*each, numbers) for each in authors if is_named(each[0])))
    for key, place in paper.affiliations.items():
        yield _institution(place, numbers[key])


def _author(author: Author, orcid: str | None, numbers: dict[str, str]) -> Element:
    known = dict.fromkeys(numbers[key] for key in author.affiliations if key in numbers)
    return holder(
        "contrib",
        line("contrib-id", f"https://orcid.org/{orcid}" if orcid else None, {"contrib-id-type": "orcid"}),
        _names(author),
        *(mark("xref", {"ref-type": "aff", "rid": each}) for each in known),
        attributes={
            "contrib-type": "author",
            "corresp": "yes" if author.corresponding else None,
            "equal-contrib": "yes" if author.equal_contribution else None,
        },
    )


def _names(person: Person) -> Part:
    """The name, with its form in its own script where there is one."""
    name = line("collab", display_name(person)) if is_group(person) else _name(person)
    if person.native is None or not person.native.name:
        return name
    own = line("string-name", person.native.name, {"xml:lang": language_tag(person.native.lang)})
    return holder("name-alternatives", name, own)


def _name(person: Person) -> Part:
    if person.literal or not person.family:
        alone = line("given-names", display_name(person))
        return some("name", [alone], {"name-style": "given-only"})
    return holder(
        "name",
        line("surname", full_family_name(person)),
        line("given-names", person.given),
        line("suffix", person.suffix),
    )


def _institution(place: Affiliation, number: str) -> Element:
    ror = line("institution-id", ror_address(place.ror), {"institution-id-type": "ror"})
    department = line("institution", place.department, {"content-type": "department"})
    return holder(
        "aff",
        some("institution-wrap", [ror, department, line("institution", place.name)]),
        line("city", place.city),
        line("state", place.region),
        line("country", country_name(place.country) if place.country else None, {"country": place.country}),
        attributes={"id": number},
    )
