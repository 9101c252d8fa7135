"""ACM's "enhanced" CSV: a row for every author of every paper, with or without a line of titles."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from proceedings.csv_text import unescaped
from proceedings.importers.acm_papers import AcmAuthor, AcmPaper, place
from proceedings.importers.csv_authors import Fields
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import JOINED, one_line, refuse_long_rows, table_text, text_rows

BY_PLACE = "the table has no titles; its columns were taken in the order that ACM prescribes"
TITLES = (
    "proceedingID,event_tracking_number/theirnumber,paper_type,theTitle,prefix,first_name,middle_name,last_name,suffix,"
    "author_sequence_no,contact_author,ACM_profile_id,ACM_client_no,orcid,email,department_school_lab,"
    "institution / AFFILIATION,city,state_province,country,secondary_department_school_lab,secondary_institution,"
    "secondary_city,secondary_state_province,secondary_country,section_title,section_seq_no,published_article_number,"
    "start_page,end_page,article_seq_no,art_submission_date,art_approval_date,source (submission system),abstract"
)
"""The titles that ACM prescribes, in order; the last four columns may be missing."""

COLUMNS = tuple(next(csv.reader([TITLES.casefold()])))
FEWEST = COLUMNS.index("article_seq_no") + 1
SIMPLE = 5
"""Columns of ACM's other table: type, title, people as `name:affiliation`, addresses."""

NO_IDS = "this is ACM's simple CSV, without ids and the parts of names; give the enhanced CSV or the XML beside it"
_KNOWN = {"".join(title.split()): title for title in COLUMNS}
"""ACM's titles without their blanks, which some leave out: `institution/AFFILIATION`."""

ID, TITLE = "event_tracking_number/theirnumber", "thetitle"
PAPER = {
    "title": TITLE,
    "type": "paper_type",
    "section": "section_title",
    "section_order": "section_seq_no",
    "order": "article_seq_no",
    "first_page": "start_page",
    "last_page": "end_page",
    "submitted": "art_submission_date",
    "accepted": "art_approval_date",
    "abstract": "abstract",
}
AUTHOR = {
    "given": "first_name",
    "middle": "middle_name",
    "family": "last_name",
    "suffix": "suffix",
    "email": "email",
    "orcid": "orcid",
    "corresponding": "contact_author",
}
FIRST = {
    "department": "department_school_lab",
    "affiliation": "institution / affiliation",
    "city": "city",
    "region": "state_province",
    "country": "country",
}
SECOND = {
    "department": "secondary_department_school_lab",
    "affiliation": "secondary_institution",
    "city": "secondary_city",
    "region": "secondary_state_province",
    "country": "secondary_country",
}


def papers_of_table(path: Path, doubts: list[Doubt]) -> list[AcmPaper]:
    """The papers of a table, in the order in which they appear. SourceError when it has other columns."""
    groups: dict[str, list[Fields]] = {}
    for number, row in _rows(path, doubts):
        if not row[ID]:
            raise SourceError(
                f"{path.name}, line {number} ({row[TITLE] or 'no title'}): it has no event_tracking_number"
            )
        groups.setdefault(row[ID], []).append(row)
    for paper_id, rows in groups.items():
        titles = dict.fromkeys(row[TITLE] for row in rows)
        if len({title.casefold() for title in titles}) > 1:
            named = " and ".join(map(repr, titles))
            raise SourceError(f"{path.name}: paper {paper_id} has several titles ({named}): were two exports merged?")
    return [
        AcmPaper(id=paper_id, fields=_fields(rows[0], PAPER), authors=tuple(map(_author, rows)))
        for paper_id, rows in groups.items()
    ]


def _author(row: Fields) -> AcmAuthor:
    affiliations = (_fields(row, FIRST), _fields(row, SECOND))
    return AcmAuthor(
        fields=_fields(row, AUTHOR),
        affiliations=tuple(each for each in affiliations if each["affiliation"]),
        place=place(row["author_sequence_no"]),
    )


def _fields(row: Fields, names: dict[str, str]) -> Fields:
    return {field: row.get(name, "") for field, name in names.items()}


def _rows(path: Path, doubts: list[Doubt]) -> list[tuple[int, Fields]]:
    """The rows with their line numbers, by ACM's titles."""
    rows = text_rows(table_text(path, doubts), path, doubts)
    lines = [(line, row) for line, row in rows if any(map(str.strip, row))]
    if not lines:
        raise SourceError(f"{path.name}: the table is empty")
    titles = _titles(lines[0][1])
    refuse_long_rows(lines, path)
    _refuse_second_titles(path.name, lines[1:])
    if TITLE in titles and ID in titles:
        lines = lines[1:]
    elif len(titles) >= FEWEST:
        titles = list(COLUMNS)
        doubts.append(Doubt(fact=BY_PLACE, where=path.name))
    elif len(titles) == SIMPLE and ":" in titles[2]:
        raise SourceError(f"{path.name}: {NO_IDS}")
    else:
        raise SourceError(
            f"{path.name}: {len(titles)} columns, and no {ID!r} among them; ACM's table has {FEWEST}. "
            "The importer csv reads any table"
        )
    if not lines:
        raise SourceError(f"{path.name}: there is no row below the titles")
    absent = dict.fromkeys(COLUMNS, "")
    return [
        (number, absent | {title: _cell(title, cell) for title, cell in zip(titles, row, strict=False)})
        for number, row in lines
    ]


def _titles(row: Sequence[str]) -> list[str]:
    return [_KNOWN.get("".join(cell.split()).casefold(), one_line(cell).casefold()) for cell in row]


def _refuse_second_titles(table: str, lines: Sequence[tuple[int, list[str]]]) -> None:
    for line, row in lines:
        if {TITLE, ID} <= {*_titles(row)}:
            raise SourceError(f"{table}, line {line}: the titles of the columns stand there again: {JOINED}")


def _cell(title: str, cell: str) -> str:
    """The text of a cell in one line; an abstract keeps its paragraphs."""
    return unescaped(cell.strip() if title == PAPER["abstract"] else one_line(cell))
