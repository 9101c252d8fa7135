"""What an export says otherwise than the edition that was imported from it, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from proceedings.records.paper import Paper
from proceedings.reimport.provenance import (
    AFFILIATIONS,
    AUTHORS,
    FIELDS,
    PDF,
    Provenance,
    digest_of,
    fields_of,
    file_digest,
)
from proceedings.wording import NOTHING, change_words, shortened

LEAD = 24
"""Characters of a long value that are shown at least before the place where two differ."""

LONGEST = 72
NEEDED = ("title", AUTHORS)
"""What no paper is without: an export that lacks it takes nothing away."""


class Difference(NamedTuple):
    """A field that the export has otherwise. `edited`: somebody has changed it here, so it is never taken."""

    paper: str
    field: str
    old: object
    new: object
    edited: bool

    @property
    def line(self) -> str:
        """`017  title: Old -> New`, the long ones from where they differ."""
        old, new = (_words(value, self.field) for value in (self.old, self.new))
        return f"{self.paper}  {self.field}: {change_words(*_from_difference(old, new))}"


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
        origin = known.get((id, field))
        if old.get(field) == new.get(field) or (field not in new and origin is None):
            continue
        edited = field in unreadable
        edited |= field in old and (origin is None or digest_of(old[field]) != origin.digest)
        if field not in new and (edited or field in NEEDED):
            continue  # the export is silent, and what is here is the chair's or cannot be spared
        yield Difference(id, field, old.get(field), new.get(field), edited)


def _of_pdf(id: str, ours: Path | None, theirs: Path | None, known: Provenance) -> Iterator[Difference]:
    if theirs is None:
        return
    new = file_digest(theirs)
    old = file_digest(ours) if ours else None
    if old != new:
        origin = known.get((id, PDF))
        yield Difference(id, PDF, old, new, edited=old is not None and (origin is None or old != origin.digest))


def _words(value: object, field: str) -> str:
    """A plain value in one line; authors by their names, unless the names are not what differs."""
    if value is None:
        return NOTHING
    if field == AUTHORS and isinstance(value, dict):
        return "; ".join(_author(each, value["affiliations"]) for each in value[AUTHORS])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_words(each, '')}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(_words(each, "") for each in value)
    return " ".join(str(value).split())


def _author(author: Mapping[str, object], affiliations: Mapping[str, Mapping[str, object]]) -> str:
    """`Sample, Ada <ada@example.org> 0000-0002-1825-0097 (Sample University)`."""
    name = author.get("literal") or ", ".join(
        str(author[part]) for part in ("particle", "family", "given", "suffix") if part in author
    )
    keys = author.get("affiliations")
    homes = "; ".join(str(affiliations.get(key, {}).get("name", key)) for key in keys) if isinstance(keys, list) else ""
    parts = (name, f"<{author['email']}>" if "email" in author else "", author.get("orcid", ""), homes and f"({homes})")
    return " ".join(str(part) for part in parts if part)


def _from_difference(old: str, new: str) -> tuple[str, str]:
    same = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(0, same - LEAD)) + 1 if max(len(old), len(new)) > LONGEST else 0
    lead = "…" if start else ""
    return f"{lead}{shortened(old[start:], LONGEST)}", f"{lead}{shortened(new[start:], LONGEST)}"
