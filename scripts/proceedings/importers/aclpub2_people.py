"""People of an aclpub2 folder: their names in columns, and what a bundle of ours says of them besides."""

from __future__ import annotations

from typing import TypedDict

import msgspec

from proceedings.importers.imported import Doubt
from proceedings.importers.latex import plain_text
from proceedings.importers.loose_yaml import Entry, entries, is_true, text
from proceedings.importers.people import (
    NO_NAME,
    AffiliationKeys,
    NameFields,
    bare_orcid,
    folded_name,
    name_doubts,
    person_fields,
    real_email,
    said_once,
)
from proceedings.records.front_matter import Member
from proceedings.records.paper import Affiliation, Author, NativeName
from proceedings.records.volume import Editor

OTHER_WHOLE = "the whole name in `name` is not that of the parts, which were taken: see which of them the paper prints"


class Beside(TypedDict, total=False):
    """What a name may have beside its parts."""

    particle: str
    native: NativeName


def author(entry: Entry, affiliations: AffiliationKeys, where: str, doubts: list[Doubt]) -> Author | None:
    """An author; None, and a doubt, where nobody is named."""
    given, middle, family = _columns(entry)
    name, beside = _name(entry), _beside(entry)
    if not (given or middle or family):
        name = person_fields("", plain_text(text(entry, "name")) or text(entry, "email"))
    if not any(name.values()):
        doubts.append(Doubt(fact=NO_NAME, where=where))
        return None
    family = name.get("family", family)
    doubts += name_doubts(given or ("" if family else name.get("literal", "")), middle, family, where)
    doubts += _other_whole(entry, where)
    return Author(
        **name,
        **beside,
        email=real_email(text(entry, "email") or text(entry, "emails")),
        orcid=bare_orcid(text(entry, "orcid")),
        affiliations=_affiliations(entry, affiliations),
        corresponding=is_true(entry, "corresponding"),
        equal_contribution=is_true(entry, "equal_contribution"),
    )


def _other_whole(entry: Entry, where: str) -> list[Doubt]:
    """Whether OpenReview's whole name, which the author chose, has other letters than the parts."""
    parts, whole = " ".join(filter(None, _columns(entry))), plain_text(text(entry, "name"))
    if not parts or not whole or "@" in whole + parts or folded_name(whole) == folded_name(parts):
        return []
    return [Doubt(fact=OTHER_WHOLE, where=f"{where} ({parts}, {whole})")]


def editor(entry: Entry) -> Editor:
    """An editor of the volume."""
    orcid = bare_orcid(text(entry, "orcid"))
    return Editor(**_name(entry), **_beside(entry), affiliation=_institution(entry), orcid=orcid)


def member(entry: Entry) -> Member:
    """A member of a committee."""
    country = text(entry, "country") or None
    return Member(**_name(entry), **_beside(entry), affiliation=_institution(entry), country=country)


def _columns(entry: Entry) -> tuple[str, str, str]:
    given, middle, family = (plain_text(text(entry, key)) for key in ("first_name", "middle_name", "last_name"))
    return given, middle, family


def _name(entry: Entry) -> NameFields:
    """The name, its last part without the particle and the suffix that are told beside it."""
    given, middle, family = _columns(entry)
    suffix, particle = text(entry, "suffix"), text(entry, "particle")
    family = family.removesuffix(suffix).removeprefix(particle).strip() or family
    return person_fields(" ".join(filter(None, (given, middle))), family, suffix)


def _beside(entry: Entry) -> Beside:
    beside = Beside()
    if particle := text(entry, "particle"):
        beside["particle"] = particle
    native = entry.get("native")
    if isinstance(native, dict) and text(native, "name"):
        beside["native"] = NativeName(name=text(native, "name"), lang=text(native, "lang") or None)
    return beside


def _affiliations(entry: Entry, known: AffiliationKeys) -> tuple[str, ...]:
    """The keys of the affiliations in their parts, or of the institution in one line."""
    names = [each.name for each in msgspec.structs.fields(Affiliation)]
    parted = [
        Affiliation(**{name: text(each, name) for name in names if text(each, name)})
        for each in entries(entry, "affiliations")
    ]
    institution = text(entry, "institution") or text(entry, "instituion")  # the example volume's own spelling
    return tuple(key for each in parted or [Affiliation(name=plain_text(institution))] for key in known.key(each))


def _institution(entry: Entry) -> str | None:
    return said_once(plain_text(text(entry, "institution"))) or None
