"""Microsoft CMT: the export of submissions, a workbook of Excel 2003 (`.xls` that is XML), `.xlsx` or tabbed text.

SOURCE is the file, or a folder with it and the PDFs. Titles may stand below other rows, and on several sheets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from proceedings.importers.acceptance import MAPPING, NO_DECISIONS, Rule, chosen
from proceedings.importers.csv_authors import Fields, people_of
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.people import folded_name
from proceedings.importers.sheets import KINDS, rows_below
from proceedings.importers.submission_pdfs import pdfs_below, pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed
from proceedings.importers.tables import Row, one_line, table_in
from proceedings.records.paper import Paper

ID, TITLE, NAMES, STATUS = "Paper ID", "Paper Title", "Author Names", "Status"
OTHERWISE = {
    "Title": TITLE,
    "Author Details": "Authors",
    "Author Names": NAMES,
    "Author Emails": "Author Emails",
    "Primary Subject Area": "Primary Subject Area",
    "Secondary Subject Areas": "Secondary Subject Areas",
}
"""Titles in tables that conferences keep after CMT's, which leave blanks out, too: `AuthorNames`."""

NO_EMAILS = "there are not as many e-mail addresses as authors, so only the contact's was taken"
NO_ORGANISATIONS = "organisations in `Authors` could not be told apart or are not there; affiliations are missing"
NO_CONTACT = "no author, or more than one, is marked as the contact"
REVISION = "a paper says that it is the revision of another, which is in the export too: take one of them out"


def read(source: Path) -> Imported:
    """The accepted papers of an export, in its order. SourceError when it is not CMT's, or nobody is accepted."""
    path = table_in(source, (ID, TITLE), KINDS)
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    rows = rows_below(path, (ID, TITLE), doubts, OTHERWISE)
    for row in rows:
        if not one_line(row[ID]):
            raise SourceError(f"{path.name} ({one_line(row[TITLE]) or 'no title'}): {ID!r} is empty")
    refuse_twice(path.name, ((one_line(row[ID]), one_line(row[TITLE])) for row in rows))
    accepted = _accepted(rows, path, doubts)
    doubts += _revisions(accepted)
    papers = tuple(_paper(row, doubts) for row in accepted)
    pdfs = _pdfs(path.parent, [paper.id for paper in papers], doubts)
    return Imported(edition=papers_alone(papers), pdfs=pdfs, doubts=tuple(doubts))


def _accepted(rows: list[Row], path: Path, doubts: list[Doubt]) -> list[Row]:
    if not any(STATUS in row for row in rows):
        doubts.append(Doubt(fact=NO_DECISIONS, where=repr(STATUS)))
        return rows
    accept = text(read_mapping(path.with_name(MAPPING)), "accept")
    decided = [(row, row.get(STATUS, "")) for row in rows]
    return chosen(decided, accept, path.name, doubts, Rule(field=f"decision in {STATUS!r}"))


def _revisions(rows: list[Row]) -> list[Doubt]:
    ids = {one_line(row[ID]) for row in rows}
    pairs = ((one_line(row[ID]), one_line(row.get("Original Paper ID", ""))) for row in rows)
    return [Doubt(fact=REVISION, where=f"paper {new} of {old}") for new, old in pairs if old in ids - {new}]


def _paper(row: Row, doubts: list[Doubt]) -> Paper:
    paper_id = one_line(row[ID])
    where = f"paper {paper_id}"
    people = people_of(_authors(row, where, doubts), where, doubts)
    areas = [row.get(f"{which} Subject Area{plural}", "") for which, plural in (("Primary", ""), ("Secondary", "s"))]
    return Paper(
        id=paper_id,
        title=form_title(row[TITLE], where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        track=one_line(row.get("Track Name", "")) or None,
        abstract=form_abstract(row.get("Abstract", ""), where, doubts),
        topics=tuple(dict.fromkeys(area for cell in areas for area in map(one_line, cell.split(";")) if area)),
        keywords=listed(row.get("Keywords", "")),
    )


def _authors(row: Row, where: str, doubts: list[Doubt]) -> list[Fields]:
    """The authors of `Author Names`, with addresses and organisations where these stand in the same order."""
    people = [_name(part) for part in _entries(row.get(NAMES, ""))]
    if people and sum(bool(each["corresponding"]) for each in people) != 1:
        doubts.append(Doubt(fact=NO_CONTACT, where=where))
    emails = _emails(row.get("Author Emails", ""), len(people))
    if not emails:
        doubts += [Doubt(fact=NO_EMAILS, where=where)] if people else []
        contact = one_line(row.get("Primary Contact Author Email", "")) or _starred(row.get("Author Emails", ""))
        emails = [contact if each["corresponding"] else "" for each in people]
    organisations = _organisations(row.get("Authors", ""), people)
    if not organisations:
        doubts += [Doubt(fact=NO_ORGANISATIONS, where=where)] if people else []
        organisations = [""] * len(people)
    parts = zip(people, emails, organisations, strict=True)
    return [name | {"email": email, "affiliation": place} for name, email, place in parts]


def _emails(cell: str, count: int) -> list[str]:
    """The addresses of so many authors, of whom some may have none: "a@x*; ; c@x"; none when they are not as many."""
    places = [each.strip("* ") for each in cell.split(";")]
    named = [each for each in places if each]
    return next((each for each in (places, named) if len(each) == count), [])


def _starred(emails: str) -> str:
    """The one address that a star marks as the contact's; empty without one."""
    starred = [each for each in _entries(emails) if "*" in each]
    return one_line(starred[0].replace("*", "")) if len(starred) == 1 else ""


def _name(part: str) -> Fields:
    """The fields of "Last, First*". A name with no comma or with several is kept whole."""
    contact = "yes" if "*" in part else ""
    name = one_line(part.replace("*", ""))
    family, comma, given = (each.strip() for each in name.partition(","))
    if comma and "," not in given:
        return {"given": given, "family": family, "corresponding": contact}
    return {"name": name, "corresponding": contact}


def _organisations(cell: str, people: Sequence[Fields]) -> list[str]:
    """The organisations of "First Last (Organisation)*; ...", for each of these people; none when names differ."""
    entries = [re.fullmatch(r"([^()]*?)\s*(?:\((.*)\))?\s*\*?", one_line(each)) for each in _entries(cell)]
    names = [folded_name(f"{each.get('given', '')}{each.get('family', '')}{each.get('name', '')}") for each in people]
    if [folded_name(each[1]) for each in entries if each] != names:
        return []
    return [(each[2] or "").strip() for each in entries if each]


def _entries(cell: str) -> list[str]:
    """The parts between semicolons that do not stand in parentheses."""
    depth, parts = 0, [""]
    for sign in cell:
        depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
        if sign == ";" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip(" *\t\r\n")]


def _pdfs(folder: Path, ids: Sequence[str], doubts: list[Doubt]) -> dict[str, Path]:
    """PDFs by the numbers in their names, else the only one in a folder named after the paper (`7/CameraReady/`)."""
    by_folder = {paper_id: _in_folder(folder, paper_id) for paper_id in ids}
    found = pdfs_by_id(folder, [each for each in ids if not by_folder[each]], doubts)
    return {each: path for each in ids if (path := by_folder[each] or found.get(each))}


def _in_folder(folder: Path, paper_id: str) -> Path | None:
    home = folder / paper_id
    if paper_id in (".", "..") or "/" in paper_id or not home.is_dir():
        return None
    paths = pdfs_below(home)
    finals = [path for path in paths if "cameraready" in folded_name(path.relative_to(home).parts[0])]
    chosen_ones = finals or paths
    return chosen_ones[0] if len(chosen_ones) == 1 else None
