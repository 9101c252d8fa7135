"""The authors of an OpenReview note: one name and one id each, and what profiles or BibTeX say of its parts.

OpenReview shows whole names. Their parts are taken from a profile, or from a `_bibtex` that writes "Last, First";
from nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from proceedings.importers.csv_authors import Fields, people_of
from proceedings.importers.imported import Doubt
from proceedings.importers.latex import plain_text
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.people import People, folded_name
from proceedings.importers.tables import one_line

OTHER_COUNT = "there are not as many author ids as authors, so the ids were left out"
_AUTHOR_FIELD = re.compile(r"\bauthor\s*=\s*([{\"])", re.IGNORECASE)

Profiles = Mapping[str, JsonObject]
"""Profiles by each of their names: `~Ada_Sample1`, and e-mail addresses in small letters."""


def profiles_by_name(objects: Sequence[JsonObject]) -> Profiles:
    """The profiles under their ids, the user names of their names, and their e-mail addresses."""
    found: dict[str, JsonObject] = {}
    for profile in objects:
        content = profile.part("content")
        names = [profile.text("id"), *(name.text("username") for name in content.parts("names"))]
        addresses = [*content.texts("emails"), content.text("preferredEmail")]
        for key in (*names, *(each.casefold() for each in addresses if "*" not in each)):
            if key:
                found.setdefault(key, profile)
    return found


def people(note: JsonObject, content: JsonObject, profiles: Profiles) -> People:
    """Authors and affiliations of a note, in its order."""
    authors = _listed(content) if _has_objects(content) else _named(note, content)
    split = _split_names(content.text("_bibtex"))
    fields = [_with_profile(author, profiles, note) for author in authors]
    if len(split) == len(fields):
        fields = [_with_parts(each, parts) for each, parts in zip(fields, split, strict=True)]
    return people_of(fields, note.where, note.doubts)


def _has_objects(content: JsonObject) -> bool:
    listed = content.entry.get("authors")
    return isinstance(listed, list) and any(isinstance(each, dict) for each in listed)


def _listed(content: JsonObject) -> list[Fields]:
    """Authors who are objects: `{fullname, username, institutions}`."""
    found = []
    for author in content.parts("authors"):
        institution = next(iter(author.parts("institutions", "institution")), None)
        fields = {"name": one_line(author.text("fullname", "name")), "id": author.text("username", "id")}
        found.append(fields | (_place(institution) if institution else {}))
    return found


def _named(note: JsonObject, content: JsonObject) -> list[Fields]:
    """Authors who are texts, with the ids that stand in a list of their own."""
    names, ids = content.texts("authors"), content.texts("authorids")
    if ids and len(ids) != len(names):
        note.doubts.append(Doubt(fact=OTHER_COUNT, where=note.where))
        ids = []
    return [
        {"name": one_line(name), "id": ids[number] if ids else ""} for number, name in enumerate(names) if name.strip()
    ]


def _with_profile(author: Fields, profiles: Profiles, note: JsonObject) -> Fields:
    identity = author.get("id", "")
    profile = profiles.get(identity) or profiles.get(identity.casefold())
    fields = {key: value for key, value in author.items() if key != "id"}
    if "@" in identity:
        fields["email"] = identity
    if profile is None:
        return fields
    content = JsonObject(profile.part("content").entry, f"{note.where}, profile {identity}", note.doubts)
    said = {
        "email": content.text("preferredEmail") or next(iter(content.texts("emails")), ""),
        "orcid": content.text("orcid"),
        **_profile_name(content, identity, fields.get("name", "")),
        **(_place(_institution(content)) if "affiliation" not in fields else {}),
    }
    return {**fields, **{key: value for key, value in said.items() if value}}


def _profile_name(content: JsonObject, identity: str, written: str) -> Fields:
    """The parts of the printed name, with the middle name or without; none when the profile has no such name."""
    names = content.parts("names")
    for name in [each for each in names if each.text("username") == identity] + names:
        given, middle, family = (one_line(name.text(key)) for key in ("first", "middle", "last"))
        if given and family and folded_name(written) == folded_name(given + middle + family):
            return {"given": given, "middle": middle, "family": family}
        if given and family and folded_name(written) == folded_name(given + family):
            return {"given": given, "family": family}
    return {}


def _institution(content: JsonObject) -> JsonObject:
    """Where the person is now: the first entry of the history without an end, else its first."""
    history = content.parts("history")
    current = [each for each in history if not each.text("end")] or history
    return current[0].part("institution") if current else JsonObject({}, content.where, content.doubts)


def _place(institution: JsonObject) -> Fields:
    return {
        "affiliation": one_line(institution.text("name")),
        "department": one_line(institution.text("department")),
        "city": one_line(institution.text("city")),
        "region": one_line(institution.text("stateProvince")),
        "country": one_line(institution.text("country")),
    }


def _with_parts(author: Fields, parts: Fields) -> Fields:
    """The author with the parts of the name, if these are parts of this very name."""
    if author.get("family") or not parts:
        return author
    written = folded_name(author.get("name", ""))
    orders = (folded_name(parts["given"] + parts["family"]), folded_name(parts["family"] + parts["given"]))
    return {**author, **parts} if written in orders else author


def _split_names(bibtex: str) -> list[Fields]:
    """For each author of a BibTeX entry the parts of "Last, First"; nothing for a name without comma."""
    names = re.split(r"\s+and\s+", plain_text(_author_field(bibtex)))
    parts = [[part.strip() for part in name.split(",")] for name in names if name.strip()]
    return [{"family": each[0], "given": each[1]} if len(each) == 2 and all(each) else {} for each in parts]


def _author_field(bibtex: str) -> str:
    """What stands between the braces or quotation marks of `author`."""
    match = _AUTHOR_FIELD.search(bibtex)
    if match is None:
        return ""
    depth = 0
    for position in range(match.end(), len(bibtex)):
        sign = bibtex[position]
        if depth == 0 and sign == ("}" if match[1] == "{" else '"'):
            return bibtex[match.end() : position]
        depth += {"{": 1, "}": -1}.get(sign, 0)
    return ""
