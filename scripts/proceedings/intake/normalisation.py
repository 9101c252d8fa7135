"""Brings identifiers that were given as addresses into their bare form, in whole records."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from proceedings.identifiers import bare_doi, bare_isbn, bare_issn, bare_orcid, bare_ror
from proceedings.records.paper import Paper, Person
from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import PartOf, Volume
from proceedings.reproducibility.item_identifiers import bare_swhid, resolver_address

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyPerson = TypeVar("AnyPerson", bound=Person)


def bare_person(person: AnyPerson) -> AnyPerson:
    """The person with a bare ORCID and an e-mail address without `mailto:`."""
    return _with(person, orcid=bare_orcid, email=_bare_email)


def bare_paper(paper: Paper) -> Paper:
    """The paper with bare identifiers of itself, its people, institutions and items, and titles of one line."""
    paper = _with(paper, doi=bare_doi, title=_one_line, short_title=_one_line, subtitle=_one_line)
    return msgspec.structs.replace(
        paper,
        authors=tuple(bare_person(author) for author in paper.authors),
        affiliations={key: _with(each, ror=bare_ror) for key, each in paper.affiliations.items()},
        funding=tuple(_with(each, ror=bare_ror) for each in paper.funding),
        reproducibility=paper.reproducibility and _bare_items(paper.reproducibility),
    )


def bare_volume(volume: Volume) -> Volume:
    """The volume with bare identifiers of itself and its editors."""
    volume = _with(volume, doi=bare_doi, doi_prefix=bare_doi, isbn=bare_isbn, issn=bare_issn, title=_one_line)
    return msgspec.structs.replace(
        volume,
        editors=tuple(bare_person(editor) for editor in volume.editors),
        part_of=volume.part_of and _bare_part(volume.part_of),
    )


def _bare_part(part: PartOf) -> PartOf:
    part = _with(part, doi=bare_doi, isbn=bare_isbn)
    return msgspec.structs.replace(part, editors=tuple(bare_person(editor) for editor in part.editors))


def _bare_items(block: Reproducibility) -> Reproducibility:
    return msgspec.structs.replace(
        block,
        software=tuple(_with(item, doi=bare_doi, swhid=bare_swhid, url=resolver_address) for item in block.software),
        datasets=tuple(_with(item, doi=bare_doi, url=resolver_address) for item in block.datasets),
        artifacts=tuple(_with(item, doi=bare_doi, swhid=bare_swhid, url=resolver_address) for item in block.artifacts),
    )


def _with(record: AnyRecord, **forms: Callable[[str], str]) -> AnyRecord:
    """The record with each named field, if given, in the form that its function makes of it."""
    given = {name: getattr(record, name) for name in forms if getattr(record, name)}
    changed = {name: forms[name](text) for name, text in given.items() if forms[name](text) != text}
    return msgspec.structs.replace(record, **changed) if changed else record


def _bare_email(text: str) -> str:
    return re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE)


def _one_line(text: str) -> str:
    return " ".join(text.split())
