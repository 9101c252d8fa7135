"""Authors in a table: one row each, numbered columns, or all in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from proceedings.countries import country_code
from proceedings.importers.imported import Doubt
from proceedings.importers.people import (
    NO_NAME,
    SUFFIX,
    AffiliationKeys,
    People,
    bare_orcid,
    folded_name,
    name_doubts,
    person_fields,
    real_email,
)
from proceedings.importers.system_text import title_text
from proceedings.importers.tables import Row, is_yes, one_line
from proceedings.records.paper import Affiliation, Author

WHOLE_NAMES = "names in one column are kept whole as `literal`: split them in metadata/papers"
NO_COUNTRY = "countries without a code of ISO 3166 were left out"
NOT_AS_MANY = "a column lists not as many entries as there are authors, so it was left out"
NO_CONTACT = "the corresponding author whom a column names is not one of the authors"
MORE_EMAILS = "of several e-mail addresses of an author the first was taken"
SEVERAL_CONTACTS = "a paper has several contact authors; the first is its corresponding author"
ODD_ORDER = "the author order is no number; row order was taken"

_COMPANY = re.compile(r"(inc|ltd|llc|gmbh|corp|ag)\.?", re.IGNORECASE)

Fields = dict[str, str]
"""What a table says of one author, by the fields of `csv_mapping.AUTHOR_COLUMNS`."""


def rows_to_fields(rows: Sequence[Row], columns: Mapping[str, str], where: str, doubts: list[Doubt]) -> list[Fields]:
    """The authors of one paper from its rows, in row order or by the column `order`."""
    people = [{field: row.get(column, "") for field, column in columns.items()} for row in rows]
    orders = [each.get("order", "").strip() for each in people]
    if any(orders) and not all(order.isascii() and order.isdigit() for order in orders):
        doubts.append(Doubt(fact=ODD_ORDER, where=where))
        return people
    return sorted(people, key=lambda each: int(each["order"])) if all(orders) else people


def numbered_to_fields(row: Row, numbers: Mapping[int, Mapping[str, str]]) -> list[Fields]:
    """The authors of one paper from numbered columns; numbers without any name are left out."""
    people = [{field: row.get(column, "") for field, column in columns.items()} for columns in numbers.values()]
    return [each for each in people if any(each.get(part, "").strip() for part in ("name", "given", "family"))]


def cell_to_fields(cell: str, separator: str | None) -> list[Fields]:
    """The authors in one cell: "Sample, Ada; Two, Ben*", "Ada Sample (Ghent); Ben Two: Kiel", "A B, C D and E F".

    A comma within a name parts family and given name; a star marks the corresponding author.
    """
    separator = separator or (";" if ";" in cell else "\n" if "\n" in cell.strip() else None)
    parts = cell.split(separator) if separator else re.split(r",\s*and\s+|,|\s+and\s+", cell)
    names: list[str] = []
    for part in (one_line(each) for each in parts if each.strip(" *")):
        if names and (SUFFIX.fullmatch(part) or _COMPANY.fullmatch(part)):
            names[-1] += f", {part}"
        else:
            names.append(part)
    return [name_fields(name) for name in names]


def separator_of(cells: Iterable[str]) -> str | None:
    """`;` for a column of "Sample, Ada; Two, Ben", so that "Sample, Ada" alone is one person; None for another."""
    parts = [part for cell in cells if ";" in cell for part in cell.split(";") if part.strip()]
    return ";" if parts and sum("," in part for part in parts) > len(parts) / 2 else None


def listed_beside(
    people: Sequence[Fields], cells: Mapping[str, str], where: str, doubts: list[Doubt]
) -> Sequence[Fields]:
    """The people with what other cells list of them in the same order, by the fields: addresses, affiliations.

    A cell with another number of entries is left out, with a doubt.
    """
    for field, cell in cells.items():
        by = r"[;,\s]+" if field in ("email", "orcid") else r"[;\n]"
        entries = [each.strip(" *\t\r\n") for each in re.split(by, cell) if each.strip(" *\t\r\n")]
        if len(people) == 1:
            entries = entries[:1] if field == "orcid" else [one_line(cell)] * bool(entries)
        if entries and len(entries) != len(people):
            doubts.append(Doubt(fact=NOT_AS_MANY, where=f"{where} ({field})"))
        elif entries:
            people = [person | {field: entry} for person, entry in zip(people, entries, strict=True)]
    return people


def with_contact(
    people: Sequence[Fields], name: str, address: str, where: str, doubts: list[Doubt]
) -> Sequence[Fields]:
    """The people with the one marked as corresponding whom cells of their own name, or whose address they have.

    Who has no address yet gets it.
    """
    said = {folded_name(name), folded_name(address)} - {""}
    alone = len(people) == 1 and (is_yes(name) or not name.strip())
    number = next((n for n, person in enumerate(people) if alone or said & _called(person)), None)
    if not said or number is None:
        doubts += [Doubt(fact=NO_CONTACT, where=f"{where} ({one_line(f'{name} {address}')})")] if said else []
        return people
    contact = people[number] | {"corresponding": "yes", "email": people[number].get("email") or address}
    return [*people[:number], contact, *people[number + 1 :]]


def _called(person: Fields) -> set[str]:
    """What a person may be called in another cell, folded: the address, or the name in either order."""
    given, family = person.get("given", ""), person.get("family", "")
    address = real_email(person.get("email", "")) or ""
    return {folded_name(each) for each in (address, person.get("name", ""), given + family, family + given)} - {""}


def name_fields(part: str) -> Fields:
    """The fields of one whole name: "Sample, Ada*", "Ada Sample (Ghent)", "Ben Two: Kiel", "Ada Sample, Jr.".

    Of two commas one sets off a suffix: "Sample, Ada, Jr." and "Sample, Jr., Ada" are one name. Others part no name:
    "Council on Hearts, Care and Resuscitation, Ghent" is whole.
    """
    fields = {"corresponding": "yes" if "*" in part else ""}
    part = part.replace("*", "").strip()
    if match := re.fullmatch(r"([^:(]+): (.+)", part) or re.fullmatch(r"(.+?)\s*\((.+)\)", part):
        part, fields["affiliation"] = match[1], match[2]
    family, comma, given = (each.strip() for each in part.partition(","))
    if comma and (SUFFIX.fullmatch(given) or _COMPANY.fullmatch(given)):
        return fields | {"name": part}
    first, second, last = (each.strip() for each in given.partition(","))
    for name, suffix in ((first, last), (last, first)):
        if name and SUFFIX.fullmatch(suffix):
            return fields | {"given": name, "family": family, "suffix": suffix}
    if second:
        return fields | {"name": part}
    return fields | ({"given": given, "family": family} if comma and given else {"name": family})


def people_of(authors: Sequence[Fields], where: str, doubts: list[Doubt]) -> People:
    """Authors and affiliations of one paper."""
    affiliations = AffiliationKeys()
    people = [author_of(fields, affiliations, where, doubts) for fields in authors]
    return People(authors=tuple(each for each in people if each), affiliations=affiliations.affiliations)


def author_of(fields: Fields, affiliations: AffiliationKeys, where: str, doubts: list[Doubt]) -> Author | None:
    """The author with these fields; None, with a doubt, for one without any name."""
    text = {field: title_text(cell, where, doubts) for field, cell in fields.items()}
    given, middle, family = (text.get(part, "") for part in ("given", "middle", "family"))
    whole = text.get("name", "") if not (given or family) else ""
    if not (given or family or whole):
        doubts.append(Doubt(fact=NO_NAME, where=where))
        return None
    if whole:
        doubts.append(Doubt(fact=WHOLE_NAMES, where=f"{where} ({whole})"))
    else:
        doubts += name_doubts(given, middle, family, where)
    if text.get("email", "").count("@") > 1:
        doubts.append(Doubt(fact=MORE_EMAILS, where=f"{where} ({text['email']})"))
    return Author(
        **person_fields(" ".join(filter(None, (given, middle))) or whole, family, text.get("suffix", "")),
        email=real_email(text.get("email", "")),
        orcid=bare_orcid(text.get("orcid", "")),
        affiliations=affiliations.key(affiliation_of(text, where, doubts)),
        corresponding=is_yes(text.get("corresponding", "")),
    )


def with_affiliations(
    author: Author, affiliations: Iterable[Fields], keys: AffiliationKeys, where: str, doubts: list[Doubt]
) -> Author:
    """The author with all these affiliations instead of the one in the author's own fields."""
    texts = ({field: title_text(cell, where, doubts) for field, cell in each.items()} for each in affiliations)
    found = [key for each in texts for key in keys.key(affiliation_of(each, where, doubts))]
    return msgspec.structs.replace(author, affiliations=tuple(dict.fromkeys(found)))


def affiliation_of(text: Fields, where: str, doubts: list[Doubt]) -> Affiliation:
    """The affiliation with these fields; a country without a code is left out, with a doubt."""
    country = text.get("country", "")
    code = country_code(country)
    if country and code is None:
        doubts.append(Doubt(fact=NO_COUNTRY, where=f"{country} ({where})"))
    return Affiliation(
        department=text.get("department") or None,
        name=text.get("affiliation", ""),
        city=text.get("city") or None,
        region=text.get("region") or None,
        country=code,
    )
