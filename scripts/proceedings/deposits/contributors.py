"""Authors and editors for registries: identifiers that hold, institutions with their place, people and groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from proceedings.countries import country_name
from proceedings.identifiers import is_orcid, is_ror
from proceedings.names import display_name, is_group_name
from proceedings.records.paper import Affiliation, Person


def orcids(people: Sequence[Person]) -> list[str | None]:
    """The iD of each that can be true; one that two of them give is nobody's. A registry refuses all for one."""
    times = Counter(person.orcid for person in people)
    return [
        person.orcid if person.orcid and is_orcid(person.orcid) and times[person.orcid] == 1 else None
        for person in people
    ]


def is_named(person: Person) -> bool:
    """Whether there is a name to deposit."""
    return bool(display_name(person).strip())


def is_group(person: Person) -> bool:
    """Whether a name of several words without parts is a group's: it says so, and has no iD, which only people have."""
    name = person.literal or ""
    return len(name.split()) > 1 and is_group_name(name) and not person.orcid


def ror_address(ror: str | None) -> str | None:
    """A ROR id as the address that registries take; None for one that cannot be true."""
    return f"https://ror.org/{ror}" if ror and is_ror(ror) else None


def place_of(affiliation: Affiliation) -> str:
    """`Ghent, Belgium`."""
    country = country_name(affiliation.country) if affiliation.country else None
    return ", ".join(part for part in (affiliation.city, affiliation.region, country) if part)
