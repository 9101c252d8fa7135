"""What an export says otherwise than the edition that was imported from it, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from proceedings.difference import EDITED, Difference
from proceedings.paper_table.columns import BETWEEN_AUTHORS
from proceedings.problem import Place
from proceedings.records.paper import Paper
from proceedings.reimport.provenance import (
    AFFILIATIONS,
    AUTHORS,
    FIELDS,
    PDF,
    Provenance,
    fields_of,
    file_digest,
    why_it_stays,
)
from proceedings.yaml.yaml_edit import Kept

NEEDED = ("title", AUTHORS)
"""What no paper is without: an export that lacks it takes nothing away."""


class Sources(NamedTuple):
    """One side of the comparison: papers, PDFs and keys with something unreadable, by id."""

    papers: Mapping[str, Paper]
    pdfs: Mapping[str, Path]
    faulty: Mapping[str, Collection[str]] = {}


def differences(here: Sources, export: Sources, known: Provenance) -> Iterator[Difference]:
    """What differs in the papers that both have, paper by paper. What the export never said is not compared."""
    for id in export.papers:
        if id in here.papers:
            yield from _of_paper(here.papers[id], export.papers[id], known, here.faulty.get(id, ()))
            yield from _of_pdf(id, here.pdfs.get(id), export.pdfs.get(id), known)


def _of_paper(ours: Paper, theirs: Paper, known: Provenance, faulty: Collection[str]) -> Iterator[Difference]:
    """What cannot be read here was written by somebody, and is no value of the export."""
    id, old, new = ours.id, fields_of(ours), fields_of(theirs)
    unreadable = {AUTHORS if key == AFFILIATIONS else key for key in faulty}
    for field in FIELDS:
        if old.get(field) == new.get(field) or (field not in new and (id, field) not in known):
            continue
        stays = EDITED if field in unreadable else why_it_stays(old.get(field), known.get((id, field)))
        if field not in new and (stays or field in NEEDED):
            continue  # the export is silent, and what is here is the chair's or cannot be spared
        here, there = _both_words(old.get(field), new.get(field), field)
        yield Difference(id, field, here, there, values_of(field, old.get(field), new.get(field)), stays)


def values_of(field: str, old: object, new: object) -> dict[Place, object]:
    """What a paper's file says once the export's value is taken; authors who stay keep their lines."""
    if field != AUTHORS or not isinstance(new, dict):
        return {(field,): new}
    before = old if isinstance(old, dict) else {AUTHORS: [], AFFILIATIONS: {}}
    known, homes = before[AUTHORS], new[AFFILIATIONS]
    authors = [Kept(known.index(author)) if author in known else author for author in new[AUTHORS]]
    if not homes:
        return {(AUTHORS,): authors, (AFFILIATIONS,): None}
    changed = [key for key in (*before[AFFILIATIONS], *homes) if before[AFFILIATIONS].get(key) != homes.get(key)]
    return {(AUTHORS,): authors, **{(AFFILIATIONS, key): homes.get(key) for key in changed}}


def _of_pdf(id: str, ours: Path | None, theirs: Path | None, known: Provenance) -> Iterator[Difference]:
    if theirs is None:
        return
    new = file_digest(theirs)
    old = file_digest(ours) if ours else ""
    if old != new:
        origin = known.get((id, PDF))
        stays = EDITED if old and (origin is None or old != origin.digest) else ""
        yield Difference(id, PDF, old, new, {}, stays)


def _both_words(old: object, new: object, field: str) -> tuple[str, str]:
    """Two plain values, each in one line; authors by their names, unless the names are not what differs."""
    if field == AUTHORS and isinstance(old, dict) and isinstance(new, dict):
        names = [BETWEEN_AUTHORS.join(map(_name, each[AUTHORS])) for each in (old, new)]
        if names[0] != names[1]:
            return names[0], names[1]
    return _words(old, field), _words(new, field)


def _words(value: object, field: str) -> str:
    """A plain value in one line."""
    if value is None:
        return ""
    if field == AUTHORS and isinstance(value, dict):
        return BETWEEN_AUTHORS.join(_author(each, value[AFFILIATIONS]) for each in value[AUTHORS])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_words(each, '')}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(_words(each, "") for each in value)
    return " ".join(str(value).split())


def _name(author: Mapping[str, object]) -> str:
    """`van der Berg, Ludwig, Jr.`."""
    family = " ".join(str(author[part]) for part in ("particle", "family", "literal") if part in author)
    return ", ".join([family, *(str(author[part]) for part in ("given", "suffix") if part in author)])


def _author(author: Mapping[str, object], affiliations: Mapping[str, Mapping[str, object]]) -> str:
    """`Sample, Ada <ada@example.org> 0000-0002-1825-0097 (Sample University)`."""
    keys = author.get("affiliations")
    homes = "; ".join(str(affiliations.get(key, {}).get("name", key)) for key in keys) if isinstance(keys, list) else ""
    address = f"<{author['email']}>" if "email" in author else ""
    mark = "corresponding" if author.get("corresponding") else ""
    parts = (_name(author), mark, address, author.get("orcid", ""), homes and f"({homes})")
    return " ".join(str(part) for part in parts if part)
