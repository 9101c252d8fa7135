"""People as aclpub2 reads them: first and last names. What it has no place for stands beside, for `make import`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec

from proceedings.bundles.acl_latex import latex
from proceedings.editions.edition_yaml import as_plain
from proceedings.editorial.tables import affiliation_words
from proceedings.identifiers import sound_orcid
from proceedings.names import full_family_name
from proceedings.records.front_matter import Committee, Member
from proceedings.records.paper import Author, Paper, Person

Entry: TypeAlias = dict[str, object]


def filled(fields: Entry) -> Entry:
    """The fields that say something; a number of none, and no, say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], (), {})}


def person(someone: Person, institution: str | None) -> Entry:
    """A mononym or a group has a last name only, but aclpub2 asks for the key of the first one.

    A particle and a suffix are part of a last name there.
    """
    last = " ".join(part for part in (full_family_name(someone), someone.suffix) if part)
    names: Entry = {
        "first_name": latex(someone.given or "") if last else "",
        "last_name": latex(someone.literal or last or someone.given or ""),
    }
    beside = {"particle": someone.particle, "suffix": someone.suffix, "native": as_plain(someone.native)}
    return names | filled({"institution": latex(institution or ""), **beside, "orcid": sound_orcid(someone.orcid)})


def author(one: Author, paper: Paper) -> Entry:
    """An author with the address, which aclpub2 asks for and puts nowhere that readers see it."""
    known = paper.affiliations_of(one)
    institution = "; ".join(affiliation_words(each) for each in known)
    flags = {key: True for key in ("corresponding", "equal_contribution") if getattr(one, key)}
    return person(one, institution) | filled({"email": one.email, "affiliations": as_plain(known)}) | flags


def organisers(committees: Sequence[Committee]) -> list[Entry]:
    """organizing_committee.yml."""
    return [_committee(each, "members") for each in committees]


def reviewers(committees: Sequence[Committee]) -> Iterator[Entry]:
    """program_committee.yml; committees of one role that follow one another are one with several areas.

    aclpub2 stops at an area whose first member has no institution, so that such areas are committees of their own.
    """
    for (role, has_areas), together in groupby(committees, key=lambda each: (each.role, _is_area(each))):
        if has_areas:
            areas: list[Entry] = [{"area": latex(each.area or ""), "members": _members(each)} for each in together]
            yield {"role": latex(role), "entries": areas}
        else:
            yield from (_committee(each, "entries") for each in together)


def _is_area(committee: Committee) -> bool:
    first = next(iter((*committee.chairs, *committee.members)), None)
    return bool(committee.area and first and first.affiliation)


def _committee(committee: Committee, key: str) -> Entry:
    role = ": ".join(part for part in (committee.role, committee.area) if part)
    return {"role": latex(role), **filled({"area": latex(committee.area or "")}), key: _members(committee)}


def _members(committee: Committee) -> list[Entry]:
    chairs = [_member(each) | {"chair": True} for each in committee.chairs]
    return [*chairs, *map(_member, committee.members)]


def _member(member: Member) -> Entry:
    plain = msgspec.structs.replace(member, orcid=None)
    return person(plain, member.affiliation) | filled({"country": member.country})
