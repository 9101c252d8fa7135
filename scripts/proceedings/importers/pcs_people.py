"""People as PCS writes them: a row each with up to six affiliations, or numbered columns in the row of their paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from proceedings.importers.csv_authors import (
    Fields,
    affiliation_of,
    author_of,
    numbered_to_fields,
    rows_to_fields,
    with_affiliations,
)
from proceedings.importers.csv_mapping import AUTHOR_COLUMNS, columns_of_fields, numbered_columns, plain_title
from proceedings.importers.imported import Doubt
from proceedings.importers.people import AffiliationKeys, People
from proceedings.importers.tables import Row, one_line
from proceedings.records.front_matter import Committee, Member

FAMILY = "Family name"
REVIEWS = "Reviews assigned"
PLACE = {
    "department": "Dept/School/Lab",
    "affiliation": "Institution",
    "city": "City",
    "region": "State",
    "country": "Country",
}
PLACES = range(1, 7)
"""The numbers of the affiliations that PCS has room for."""

_NUMBERED_PLACE = re.compile(
    r"(primary|secondary) affiliation(?: [a-z ]+)? (\d+) "
    r"(department school lab|institution|city|state or province|country)"
)
"""Such a title of a submission's table in plain words: "Secondary Affiliation (optional) 2 - Institution"."""

_PARTS = {
    "department school lab": "department",
    "institution": "affiliation",
    "city": "city",
    "state or province": "region",
    "country": "country",
}

ROLES = {"committee": "Programme Committee", "reviewer": "Reviewers"}
COMMITTEES = "committees were taken from the tables of people: see that all in them may be named, and by what role"


def people(rows: Sequence[Row], where: str, doubts: list[Doubt]) -> People:
    """Authors and affiliations of one paper, in the order of its rows or of their numbers."""
    keys = AffiliationKeys()
    found = []
    for fields in rows_to_fields(rows, _columns(rows[0], where), where, doubts):
        if author := author_of(fields, keys, where, doubts):
            found.append(with_affiliations(author, _affiliations(fields), keys, where, doubts))
    return People(authors=tuple(found), affiliations=keys.affiliations)


def numbered_people(row: Row, titles: Iterable[str], where: str, doubts: list[Doubt]) -> People:
    """Authors and affiliations of one paper from the numbered columns of its row."""
    titles = list(titles)
    keys = AffiliationKeys()
    found = []
    for number, columns in numbered_columns({}, titles).items():
        for fields in numbered_to_fields(row, {number: columns}):
            author, places = author_of(fields, keys, where, doubts), _numbered_places(row, titles, number)
            if author:
                found.append(with_affiliations(author, places, keys, where, doubts) if places else author)
    return People(authors=tuple(found), affiliations=keys.affiliations)


def _numbered_places(row: Row, titles: Iterable[str], number: int) -> list[Fields]:
    """The primary and the secondary affiliation of the author with this number, where they name an institution."""
    places: dict[str, Fields] = {"primary": {}, "secondary": {}}
    for title in titles:
        if (match := _NUMBERED_PLACE.fullmatch(plain_title(title))) and int(match[2]) == number:
            places[match[1]][_PARTS[match[3]]] = row.get(title, "")
    return [place for place in places.values() if place.get("affiliation", "").strip()]


def committees(tables: Mapping[Path, list[Row]], doubts: list[Doubt]) -> tuple[Committee, ...]:
    """The members in tables of people with reviews, by the role that the name of the file tells; each is named once."""
    roles: dict[str, dict[Member, None]] = {}
    for path, rows in tables.items():
        if {FAMILY, REVIEWS} <= rows[0].keys():
            role = next((said for word, said in ROLES.items() if word in path.stem.casefold()), "Committee")
            members = roles.setdefault(role, {})
            members.update(dict.fromkeys(each for row in rows if (each := _member(row, path.name, doubts))))
    doubts += [Doubt(fact=COMMITTEES, where=f"{role} ({len(members)})") for role, members in roles.items()]
    return tuple(Committee(role=role, members=tuple(members)) for role, members in roles.items())


def _member(row: Row, table: str, doubts: list[Doubt]) -> Member | None:
    """The member with name, ORCID and first institution; the address stays out of the metadata."""
    fields = {field: row[column] for field, column in _columns(row, table).items()}
    author = author_of(fields, AffiliationKeys(), table, doubts)
    if author is None:
        return None
    place = affiliation_of(next(iter(_affiliations(fields)), {}), table, doubts)
    return Member(
        given=author.given,
        family=author.family,
        suffix=author.suffix,
        literal=author.literal,
        orcid=author.orcid,
        affiliation=one_line(place.name) or None,
        country=place.country,
    )


def _columns(row: Row, table: str) -> dict[str, str]:
    """The columns by field; those of the affiliations bear their number: `affiliation 1`."""
    numbered = {f"{field} {number}": f"Affil {number} {title}" for number in PLACES for field, title in PLACE.items()}
    own = columns_of_fields({}, row, AUTHOR_COLUMNS, table)
    return own | {field: title for field, title in numbered.items() if title in row}


def _affiliations(fields: Fields) -> list[Fields]:
    """The affiliations that have an institution, in PCS's order."""
    places = ({field: fields.get(f"{field} {number}", "") for field in PLACE} for number in PLACES)
    return [place for place in places if place["affiliation"].strip()]
