"""The authors of a HotCRP paper: as its JSON lists them, with what only the authors CSV says of them.

HotCRP has spelled the parts of names in several ways over the years; all of them are read. The JSON holds names,
order, e-mail address and affiliation; the CSV (`get/authors`) ORCID, country and who is the contact.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proceedings.importers.csv_authors import SEVERAL_CONTACTS, Fields, name_fields, people_of
from proceedings.importers.imported import Doubt
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.people import People, folded_name
from proceedings.importers.tables import Row, one_line, rows_if_any

GIVEN = ("given_name", "first", "firstName", "givenName", "first_name", "given")
FAMILY = ("family_name", "last", "lastName", "familyName", "last_name", "family")
NO_AUTHOR = ("nonauthor", "contact_only")
OTHER_AUTHORS = "the authors of the JSON and of the authors CSV differ; the JSON holds"
NO_CSV = "there is no authors CSV with rows beside the JSON, so ORCIDs and countries are missing"


def author_rows(folder: Path, doubts: list[Doubt]) -> dict[str, list[Row]]:
    """The rows of the authors CSV by paper, without contacts who are no authors; none without the CSV."""
    path = next((each for each in sorted(folder.glob("*authors.csv")) if each.is_file()), None)
    listed = rows_if_any(path, doubts) if path else []
    doubts += [] if listed else [Doubt(fact=NO_CSV)]
    rows: dict[str, list[Row]] = {}
    for row in listed:
        cells = {key.strip().lower(): one_line(cell) for key, cell in row.items()}
        if cells.get("iscontact", "").lower() not in NO_AUTHOR:
            rows.setdefault(cells.get("paper", ""), []).append(cells)
    return rows


def people(paper: JsonObject, rows: Sequence[Row]) -> People:
    """Authors and affiliations of a paper, in the order of the JSON; `rows` are those of the CSV for this paper."""
    left = list(rows)
    authors = [_fields(author) for author in _author_objects(paper)]
    matched = [fields | _taken_row(fields, left) for fields in authors]
    if rows and (left or not all("iscontact" in fields for fields in matched)):
        paper.doubts.append(Doubt(fact=OTHER_AUTHORS, where=paper.where))
    return people_of(_with_one_contact(paper, matched), paper.where, paper.doubts)


def _author_objects(paper: JsonObject) -> list[JsonObject]:
    """The authors as objects; one who is a mere text has that for a name."""
    listed = paper.entry.get("authors")
    if isinstance(listed, list):
        named = [{"name": each} if isinstance(each, str) else each for each in listed]
        paper = JsonObject({**paper.entry, "authors": named}, paper.where, paper.doubts)
    return paper.parts("authors")


def _fields(author: JsonObject) -> Fields:
    given, family = author.text(*GIVEN), author.text(*FAMILY)
    fields = {"given": given, "family": family} if given or family else name_fields(one_line(author.text("name")))
    said = {
        "email": author.text("email"),
        "affiliation": one_line(author.text("affiliation")),
        "orcid": author.text("orcid"),
        "country": one_line(author.text("country")),
        "corresponding": "yes" if author.says_yes("contact") else "",
    }
    return fields | {key: value for key, value in said.items() if value}


def _taken_row(fields: Fields, left: list[Row]) -> Fields:
    """What the CSV says of this author, whose row is taken out of those that are left."""
    row = next((row for row in left if _same_email(fields, row)), None)
    row = row or next((row for row in left if _row_name(row) == _name(fields)), None)
    if row is None:
        return {}
    left.remove(row)
    found = {key: row[key] for key in ("orcid", "country") if row.get(key)}
    found |= {key: one_line(row[key]) for key in ("email", "affiliation") if row.get(key) and not fields.get(key)}
    if fields.get("name") and all(parts := _row_parts(row)):
        found |= {"name": "", "given": parts[0], "family": parts[1]}
    contact = row.get("iscontact", "")
    return found | {"iscontact": contact, "corresponding": contact or fields.get("corresponding", "")}


def _same_email(fields: Fields, row: Row) -> bool:
    return bool(row.get("email")) and row["email"].casefold() == fields.get("email", "").casefold()


def _row_name(row: Row) -> str:
    return folded_name(" ".join(_row_parts(row)))


def _row_parts(row: Row) -> tuple[str, str]:
    """Given and family name, by the titles of today or of old versions."""
    return row.get("given_name") or row.get("first", ""), row.get("family_name") or row.get("last", "")


def _name(fields: Fields) -> str:
    return folded_name(fields.get("name", "") or f"{fields.get('given', '')} {fields.get('family', '')}")


def _with_one_contact(paper: JsonObject, authors: list[Fields]) -> list[Fields]:
    """The authors with at most one marked as corresponding: by the CSV or by the author, else by the contacts."""
    marked = [number for number, each in enumerate(authors) if each.get("corresponding", "").casefold() == "yes"]
    if not marked:
        addresses = {each.casefold() for each in _contact_addresses(paper)}
        marked = [number for number, each in enumerate(authors) if each.get("email", "").casefold() in addresses]
    if len(marked) > 1:
        paper.doubts.append(Doubt(fact=SEVERAL_CONTACTS, where=paper.where))
    return [each | {"corresponding": "yes" if [number] == marked[:1] else ""} for number, each in enumerate(authors)]


def _contact_addresses(paper: JsonObject) -> list[str]:
    listed = paper.entry.get("contacts")
    contacts = listed if isinstance(listed, list) else []
    written = [each for each in contacts if isinstance(each, str)]
    objects = [JsonObject(each, paper.where, paper.doubts) for each in contacts if isinstance(each, dict)]
    return [address for address in (*written, *(each.text("email") for each in objects)) if address]
