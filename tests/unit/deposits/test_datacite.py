from __future__ import annotations

import json
from typing import Any

import jsonschema

import oracles
from deposit_makers import deposited, registering
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author
from proceedings.records.volume import Event

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
RELATION = {"enum": ["IsSupplementedBy", "References", "Cites", "IsPublishedIn"]}


def made_of(required: dict[str, Any], also: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these properties and no others."""
    properties = {**required, **(also or {})}
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": items}


ORCID = {"type": "string", "pattern": r"^https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"}
IDENTIFIER = made_of({"nameIdentifier": ORCID, "nameIdentifierScheme": {"const": "ORCID"}, "schemeUri": ADDRESS})
ROR = {
    "affiliationIdentifier": {"type": "string", "pattern": "^https://ror.org/"},
    "affiliationIdentifierScheme": {"const": "ROR"},
    "schemeUri": ADDRESS,
}
PERSON = {
    "givenName": TEXT,
    "familyName": TEXT,
    "nameIdentifiers": listed(IDENTIFIER),
    "affiliation": listed(made_of({"name": TEXT}, ROR)),
}
NAMED = {"name": TEXT, "nameType": {"enum": ["Personal", "Organizational"]}}
TITLE = made_of({"title": TEXT}, {"lang": TEXT, "titleType": {"const": "Subtitle"}})
YEAR = {"type": "string", "pattern": "^[0-9]{4}$"}
RECORD = made_of(
    {
        "types": {"const": {"resourceTypeGeneral": "ConferencePaper", "resourceType": "Conference paper"}},
        "creators": listed(made_of(NAMED, PERSON)),
        "titles": listed(TITLE),
        "publisher": made_of({"name": TEXT}),
        "publicationYear": YEAR,
        "schemaVersion": {"const": "http://datacite.org/schema/kernel-4"},
    },
    {
        "doi": {"type": "string", "pattern": r"^10[.][0-9]{4,9}[/][^\s]+$"},
        "url": ADDRESS,
        "subjects": listed(made_of({"subject": TEXT})),
        "dates": listed(made_of({"date": TEXT, "dateType": {"enum": ["Submitted", "Accepted", "Updated", "Issued"]}})),
        "language": TEXT,
        "sizes": listed(TEXT),
        "formats": listed(TEXT),
        "rightsList": listed(
            made_of(
                {"rights": TEXT},
                {"rightsUri": ADDRESS, "rightsIdentifier": TEXT, "rightsIdentifierScheme": TEXT, "schemeUri": ADDRESS},
            )
        ),
        "descriptions": listed(made_of({"description": TEXT, "descriptionType": {"const": "Abstract"}, "lang": TEXT})),
        "relatedIdentifiers": listed(
            made_of(
                {
                    "relatedIdentifier": TEXT,
                    "relatedIdentifierType": {"enum": ["DOI", "ISBN", "SWHID", "URL"]},
                    "relationType": RELATION,
                },
                {"resourceTypeGeneral": TEXT},
            )
        ),
        "relatedItems": listed(
            made_of(
                {
                    "relatedItemType": {"const": "ConferenceProceeding"},
                    "relationType": RELATION,
                    "titles": listed(TITLE),
                },
                {
                    "relatedItemIdentifier": made_of(
                        {"relatedItemIdentifier": TEXT, "relatedItemIdentifierType": TEXT}
                    ),
                    "publicationYear": YEAR,
                    "firstPage": TEXT,
                    "lastPage": TEXT,
                    "publisher": TEXT,
                    "edition": TEXT,
                    "contributors": listed(made_of({**NAMED, "contributorType": {"const": "Editor"}}, PERSON)),
                },
            )
        ),
        "fundingReferences": listed(
            made_of(
                {"funderName": TEXT},
                {"funderIdentifier": ADDRESS, "funderIdentifierType": {"const": "ROR"}, "awardNumber": TEXT},
            )
        ),
    },
)
"""The part of DataCite's schema that is used, written anew."""


def record(about: Edition | None = None) -> dict[str, Any]:
    """The record of paper 017, once it holds to the schema."""
    read: dict[str, Any] = json.loads(deposited(about or registering())["datacite/017.json"])
    jsonschema.validate(read, RECORD)
    assert not oracles.PRESENT or oracles.datacite_faults(read) == []
    return read


def test_a_record_is_whole() -> None:
    read = record()
    assert (read["doi"], read["url"]) == ("10.5555/x", "https://example.org/v/017.html")
    assert [each["title"] for each in read["titles"]] == ["An O(n²) Bound for <Tags> & Entities", "A Study"]
    assert (read["publisher"], read["publicationYear"]) == ({"name": "Sample Society"}, "2019")
    assert read["dates"][-1] == {"date": "2019-06", "dateType": "Issued"}
    assert read["descriptions"][0]["description"] == "We measure.\n\nWrite to withheld."
    assert read["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"


def test_creators_are_people_and_groups_with_their_identifiers() -> None:
    first, mononym, _, group = record()["creators"]
    assert (first["name"], first["familyName"]) == ("van der Berg, Ludwig, Jr.", "van der Berg")
    assert first["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert first["affiliation"][0]["affiliationIdentifier"] == "https://ror.org/009vhk114"
    assert (mononym["name"], mononym["nameType"]) == ("Mausam", "Personal")
    assert group == {"name": "The Sample Machine Team", "nameType": "Organizational"}


def test_two_departments_of_an_institution_are_one_affiliation() -> None:
    places = {each: Affiliation(department=each, name="Sample University") for each in ("cs", "ee")}
    read = record(registering(people=(Author(given="A", family="B", affiliations=("cs", "ee")),), affiliations=places))
    assert read["creators"][0]["affiliation"] == [{"name": "Sample University"}]


def test_the_book_is_a_related_item_with_the_pages() -> None:
    (book,) = record()["relatedItems"]
    assert book["relatedItemIdentifier"] == {"relatedItemIdentifier": "10.5555/v", "relatedItemIdentifierType": "DOI"}
    assert (book["firstPage"], book["lastPage"]) == ("1", "4")
    assert [each["name"] for each in book["contributors"]] == ["Chair, Ed"]


def test_funders_are_told_by_their_ror() -> None:
    first, second = record()["fundingReferences"]
    assert (first["funderIdentifier"], first["awardNumber"]) == ("https://ror.org/021nxhr62", "SF-1")
    assert second == {"funderName": "Other Foundation"}


def test_a_doi_that_a_publisher_registers_is_not_in_it() -> None:
    assert "doi" not in record(registering({"publisher": "springer"}))


def test_without_a_year_or_an_author_there_is_no_record() -> None:
    for about in (registering({"year": None, "event": Event()}), registering(people=(Author(),))):
        assert "datacite/017.json" not in deposited(about)


@oracles.needed
def test_datacites_own_schema_asks_for_the_type_of_a_person() -> None:
    read = record(registering(people=(Author(literal="Mausam"),)))
    read["creators"][0]["nameType"] = "Person"
    assert oracles.datacite_faults(read) == [
        "$.creators[0].nameType: 'Person' is not one of ['Organizational', 'Personal']"
    ]
