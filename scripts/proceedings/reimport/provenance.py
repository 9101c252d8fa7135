"""Where each value of the papers came from: `metadata/imported.csv`, a line for every field that somebody's list gave.

The digest is that of the value as it was imported. As long as the metadata has it, nobody has edited the value here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from proceedings.csv_text import csv_text
from proceedings.difference import EDITED
from proceedings.editions.edition_yaml import as_plain
from proceedings.intake.csv_rows import read_cells
from proceedings.problem import Problem
from proceedings.records.paper import Paper
from proceedings.records.record_files import write_file

FILE = "imported.csv"
COLUMNS = ("paper", "field", "origin", "digest")

AUTHORS, AFFILIATIONS, PDF = "authors", "affiliations", "pdfs"
"""Authors are taken with their affiliations, to which they point; a PDF is a field of its own."""

FIELDS = tuple(name for name in Paper.__struct_fields__ if name not in ("id", AFFILIATIONS))


class Origin(NamedTuple):
    """Where a value came from, `hotcrp export x.json` or a publisher's `acm list grid.csv`, and the digest it had."""

    origin: str
    digest: str

    @property
    def is_publishers(self) -> bool:
        """Whether a publisher's list gave the value, which no export is to take back."""
        return self.origin.split(" ")[1:2] == ["list"]


Provenance = dict[tuple[str, str], Origin]
"""By paper and field."""


def fields_of(paper: Paper) -> dict[str, object]:
    """The fields of a paper that say something, as plain values by their names."""
    plain = as_plain(paper)
    assert isinstance(plain, dict)
    if AUTHORS in plain:
        plain[AUTHORS] = {AUTHORS: plain[AUTHORS], AFFILIATIONS: plain.get(AFFILIATIONS, {})}
    return {name: plain[name] for name in FIELDS if name in plain}


def is_edited(value: object, origin: Origin | None) -> bool:
    """Whether a value that the metadata has is another than somebody's list gave, or the chairs' own."""
    return value is not None and (origin is None or digest_of(value) != origin.digest)


def why_it_stays(value: object, origin: Origin | None) -> str:
    """Why a value that the metadata has is not taken from an export; nothing where it may be."""
    if is_edited(value, origin):
        return EDITED
    return f"from {origin.origin}, and kept" if value is not None and origin and origin.is_publishers else ""


def digest_of(value: object) -> str:
    """A short digest of a plain value."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:12]


def file_digest(path: Path) -> str:
    """A short digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def provenance_of(papers: Iterable[Paper], pdfs: Mapping[str, Path], origin: str) -> Provenance:
    """Every field of newly imported papers, and their PDFs."""
    found: Provenance = {}
    for paper in papers:
        found |= {(paper.id, name): Origin(origin, digest_of(value)) for name, value in fields_of(paper).items()}
        if paper.id in pdfs:
            found[(paper.id, PDF)] = Origin(origin, file_digest(pdfs[paper.id]))
    return found


def note_publishers(
    metadata: Path, papers: Mapping[str, Paper], fields: Iterable[tuple[str, str]], origin: str
) -> None:
    """Write down that fields of papers, as they are now, come from a publisher's list such as `acm list grid.csv`."""
    known, _ = read_provenance(metadata)
    before = dict(known)
    for id, field in fields:
        value = fields_of(papers[id]).get(field)
        if value is not None:
            known[(id, field)] = Origin(origin, digest_of(value))
    if known != before:
        write_file(metadata / FILE, provenance_csv(known).encode())


def read_provenance(metadata: Path) -> tuple[Provenance, list[Problem]]:
    """What is known of an edition; nothing where it was not imported."""
    path = metadata / FILE
    rows, problems = read_cells(path, COLUMNS, shown_as=f"{metadata.name}/{FILE}")
    return {(row["paper"], row["field"]): Origin(row["origin"], row["digest"]) for _, row in rows or []}, problems


def provenance_csv(provenance: Provenance) -> str:
    """The file's text, papers in the order in which they came, their fields in that of the record."""
    return csv_text(COLUMNS, _lines(provenance))


def _lines(provenance: Provenance) -> Iterator[tuple[str, ...]]:
    order = {name: number for number, name in enumerate((*FIELDS, PDF))}
    papers = {paper: number for number, paper in enumerate(dict.fromkeys(paper for paper, _ in provenance))}
    for paper, field in sorted(provenance, key=lambda key: (papers[key[0]], order.get(key[1], len(order)))):
        origin, digest = provenance[(paper, field)]
        yield (paper, field, origin, digest)
