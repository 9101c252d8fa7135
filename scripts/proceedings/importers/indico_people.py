"""The authors of an Indico contribution: primary authors and co-authors, with one affiliation or several."""

from __future__ import annotations

from proceedings.importers import indico_programme
from proceedings.importers.csv_authors import Fields, author_of, with_affiliations
from proceedings.importers.imported import Doubt
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.people import AffiliationKeys, People
from proceedings.importers.tables import one_line
from proceedings.records.paper import Author

ONLY_SPEAKERS = "a contribution has speakers and no authors; speakers were not taken for authors"


def name_in(holder: JsonObject, key: str) -> str:
    """A thing that is a text, or an object with its name or title."""
    value = holder.entry.get(key)
    return one_line(holder.part(key).text("name", "title", "value") if isinstance(value, dict) else holder.text(key))


def people(contribution: JsonObject) -> People:
    """Primary authors and then co-authors, in the order of the export."""
    persons = contribution.parts("persons")
    first = contribution.parts("primary_authors", "primaryauthors", "primaryAuthors")
    second = contribution.parts("coauthors", "co_authors", "secondary_authors")
    for kinds, listed in ((("primary", "1"), first), (("secondary", "2"), second)):
        listed += [each for each in persons if name_in(each, "author_type") in kinds]
    speakers = [*contribution.parts("speakers"), *(each for each in persons if each.says_yes("is_speaker"))]
    if speakers and not first and not second:
        names = ", ".join(filter(None, map(indico_programme.person_name, speakers)))
        contribution.doubts.append(Doubt(fact=ONLY_SPEAKERS, where=f"{contribution.where} ({names})"))
    keys = AffiliationKeys()
    authors = [author for each in (*first, *second) if (author := _author(each, keys))]
    return People(authors=tuple(authors), affiliations=keys.affiliations)


def _author(person: JsonObject, keys: AffiliationKeys) -> Author | None:
    """The author, with the further affiliations that JACoW's Indico lists beside the first."""
    fields = _fields(person)
    author = author_of(fields, keys, person.where, person.doubts)
    if author is None or not (more := person.texts("multiple_affiliations")):
        return author
    places = [fields, *({"affiliation": name} for name in more if name != fields["affiliation"])]
    return with_affiliations(author, places, keys, person.where, person.doubts)


def _fields(person: JsonObject) -> Fields:
    link = person.part("affiliation_link")
    return {
        "given": one_line(person.text("first_name", "firstName")),
        "family": one_line(person.text("last_name", "familyName", "family_name")),
        "name": one_line(person.text("fullName", "full_name", "name")),
        "email": person.text("email"),
        "orcid": person.text("orcid"),
        "affiliation": link.text("name") or name_in(person, "affiliation"),
        "city": one_line(link.text("city")),
        "country": one_line(link.text("country_code", "country_name", "country") or person.text("country")),
    }
