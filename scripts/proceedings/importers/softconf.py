"""START (Softconf): the CSV of metadata, a row a paper, authors in numbered columns (`1: First Name`, ...).

SOURCE is the file, or a folder with it, perhaps the table of profiles, and the PDFs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from proceedings.importers import softconf_profiles
from proceedings.importers.acceptance import MAPPING, NO_DECISIONS, Rule, chosen
from proceedings.importers.csv_authors import Fields, people_of
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.submission_pdfs import papers_below, pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed, type_key
from proceedings.importers.tables import Row, one_line, read_table, require_columns, table_in
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper

ID, TITLE, STATUS = "Submission ID", "Title", "Acceptance Status"
REQUIRED = (ID, TITLE, "1: Last Name")
TYPE = ("Submission Type", "Paper type", "Paper Type")
"""Columns for the type; the last two are questions that conferences ask themselves."""

PARTS = {
    "given": "First Name",
    "middle": "Middle Name",
    "family": "Last Name",
    "email": "Email",
    "affiliation": "Affiliation",
}
CONDITIONS = "papers were accepted under conditions: see that they are met"
BEYOND = "authors stand behind an empty place, where START's lists end: see whether they belong to the paper"


def read(source: Path) -> Imported:
    """The accepted papers of a table, in its order. SourceError when it is not START's, or nobody is accepted."""
    path = table_in(source, REQUIRED)
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    rows = read_table(path, doubts)
    require_columns(rows[0], REQUIRED, path.name)
    _refuse_without_id(rows, path.name)
    refuse_twice(path.name, ((one_line(row[ID]), one_line(row[TITLE])) for row in rows))
    profiles = softconf_profiles.profiles(path, doubts)
    orcids = softconf_profiles.orcids(profiles)
    papers = tuple(_paper(row, orcids, doubts) for row in _accepted(rows, path, doubts))
    edition: Edition = msgspec.structs.replace(
        papers_alone(papers), committees=softconf_profiles.committees(profiles, doubts)
    )
    pdfs = pdfs_by_id(path.parent, [paper.id for paper in papers], doubts, _stems(path.parent))
    return Imported(edition=edition, pdfs=pdfs, doubts=tuple(doubts))


def _stems(folder: Path) -> dict[str, list[str]]:
    """Names of PDFs by the ids that they begin with: `108_file_Paper`, `108_Paper`; not `108_Copyright`."""
    stems: dict[str, list[str]] = {}
    for path in papers_below(folder):
        if match := re.fullmatch(r"0*([0-9]+)_(?:file_)?paper", path.stem, re.IGNORECASE):
            stems.setdefault(match[1], []).append(path.stem)
    return stems


def _refuse_without_id(rows: list[Row], table: str) -> None:
    for row in rows:
        if not one_line(row[ID]):
            raise SourceError(f"{table} ({one_line(row[TITLE]) or 'no title'}): {ID!r} is empty; give the paper its id")


def _accepted(rows: list[Row], path: Path, doubts: list[Doubt]) -> list[Row]:
    """The papers that START says are accepted; all of them where it says nothing."""
    if STATUS not in rows[0]:
        doubts.append(Doubt(fact=NO_DECISIONS, where=repr(STATUS)))
        return rows
    accept = text(read_mapping(path.with_name(MAPPING)), "accept")
    return chosen(
        [(row, row[STATUS]) for row in rows], accept, path.name, doubts, Rule(field=f"decision in {STATUS!r}")
    )


def _paper(row: Row, orcids: Mapping[str, str], doubts: list[Doubt]) -> Paper:
    paper_id = one_line(row[ID])
    where = f"paper {paper_id}"
    people = people_of(_authors(row, orcids, where, doubts), where, doubts)
    if conditions := one_line(row.get("Conditions", "")):
        doubts.append(Doubt(fact=CONDITIONS, where=f"{where} ({conditions})"))
    return Paper(
        id=paper_id,
        title=form_title(row[TITLE], where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        type=type_key(next((row[title] for title in TYPE if row.get(title)), "")),
        track=one_line(row.get("Track", "")) or None,
        abstract=form_abstract(row.get("Abstract", ""), where, doubts),
        topics=listed(row.get("Subject Area", "")),
    )


def _authors(row: Row, orcids: Mapping[str, str], where: str, doubts: list[Doubt]) -> list[Fields]:
    """The authors in the order of their numbers; empty places are passed over."""
    places = [_place(row, number, orcids) for number in range(1, len(row)) if f"{number}: {PARTS['family']}" in row]
    named = [bool(each["given"] or each["family"]) for each in places]
    empty = named.index(False) if False in named else len(named)
    if any(named[empty:]):
        doubts.append(Doubt(fact=BEYOND, where=f"{where}, place {empty + 1}"))
    return [each for each, is_named in zip(places, named, strict=True) if is_named]


def _place(row: Row, number: int, orcids: Mapping[str, str]) -> Fields:
    fields = {field: one_line(row.get(f"{number}: {part}", "")) for field, part in PARTS.items()}
    return fields | {"orcid": orcids.get(one_line(row.get(f"{number}: Username", "")), "")}
