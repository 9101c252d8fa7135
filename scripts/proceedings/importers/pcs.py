"""PCS (Precision Conference, SIGCHI): its tables of submissions, and of committee members and reviewers.

The titles of its tables of people are known (`First name`, `Family name`, `Affil 1 Institution`, `Affil 1 City`, ...).
Those of its submissions differ between conferences: they are recognised by their words, and a doubt lists them.
SOURCE is a table, or a folder with tables and PDFs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from proceedings.identifiers import bare_doi
from proceedings.importers import pcs_people
from proceedings.importers.acceptance import MAPPING, NO_DECISIONS, Rule, chosen
from proceedings.importers.csv_authors import cell_to_fields, people_of, separator_of
from proceedings.importers.csv_mapping import AUTHOR_COLUMNS, PAPER_COLUMNS, columns_of_fields, numbered_columns
from proceedings.importers.csv_table import RECOGNISED
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.people import People
from proceedings.importers.submission_pdfs import pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed, type_key
from proceedings.importers.tables import TABLES, Row, one_line, rows_if_any, tables_of
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.record import Record


class Submission(Record):
    """A submission: the first row that has it, the columns of its fields, and the rows of its people.

    `names` is the column of whole names, if there is one, and `separator` what stands between them there.
    """

    id: str = ""
    row: Row = {}
    columns: dict[str, str] = {}
    people: tuple[Row, ...] = ()
    names: str = ""
    separator: str | None = None

    def cell(self, field: str) -> str:
        """What the table says under the column of this field; nothing without one."""
        return self.row.get(self.columns.get(field, ""), "")


def read(source: Path) -> Imported:
    """The accepted papers of the tables, and the committees. SourceError when no table has papers."""
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    tables = {path: rows for path in _paths(source) if (rows := rows_if_any(path, doubts))}
    folder = source if source.is_dir() else source.parent
    submissions = _submissions(tables, doubts)
    if not submissions:
        raise SourceError(
            f"{source}: no table has a title and an id for each paper. PCS calls the columns of submissions "
            f"otherwise from conference to conference: use FROM=csv, and say in {MAPPING} what yours are called"
        )
    papers = tuple(_paper(each, doubts) for each in _accepted(submissions, folder, source.name, doubts))
    committees = pcs_people.committees(tables, doubts)
    edition: Edition = msgspec.structs.replace(papers_alone(papers), committees=committees)
    pdfs = pdfs_by_id(folder, [paper.id for paper in papers], doubts)
    return Imported(edition=edition, pdfs=pdfs, doubts=tuple(doubts))


def _paths(source: Path) -> list[Path]:
    return tables_of(source) if source.is_dir() else [source] * (source.suffix.lower() in TABLES)


def _submissions(tables: Mapping[Path, list[Row]], doubts: list[Doubt]) -> list[Submission]:
    """The submissions of every table that has them, with their people from there or from a table beside it."""
    found: list[Submission] = []
    beside: dict[str, list[Row]] = {}
    for path, rows in tables.items():
        columns = columns_of_fields({}, rows[0], PAPER_COLUMNS, path.name)
        if "id" in columns and "title" not in columns and pcs_people.FAMILY in rows[0]:
            for row in rows:
                beside.setdefault(one_line(row[columns["id"]]), []).append(row)
        if "id" in columns and "title" in columns:
            doubts += [Doubt(fact=RECOGNISED, where=f"{field} = {title!r}") for field, title in columns.items()]
            found += _of_table(path.name, rows, columns)
    refuse_twice(
        " and ".join(path.name for path in tables), ((each.id, one_line(each.cell("title"))) for each in found)
    )
    return [msgspec.structs.replace(each, people=tuple(beside.get(each.id, each.people))) for each in found]


def _of_table(name: str, rows: Sequence[Row], columns: dict[str, str]) -> list[Submission]:
    """The submissions of a table; where it has names of people in columns, a paper has as many rows as authors."""
    a_row_an_author = pcs_people.FAMILY in rows[0]
    groups: dict[str, list[Row]] = {}
    for number, row in enumerate(rows, start=2):
        paper_id = one_line(row[columns["id"]])
        if not paper_id:
            raise SourceError(f"{name}, row {number}: {columns['id']!r} is empty; give every paper its id")
        groups.setdefault(paper_id if a_row_an_author else f"{number}", []).append(row)
    for group in groups.values():
        titles = list(dict.fromkeys(one_line(row[columns["title"]]) for row in group))
        if len(titles) > 1:
            refuse_twice(name, ((one_line(group[0][columns["id"]]), title) for title in titles))
    others = [title for title in rows[0] if title not in columns.values()]
    names = columns_of_fields({}, others, {"name": AUTHOR_COLUMNS["name"]}, name).get("name", "")
    separator = separator_of(row.get(names, "") for row in rows)
    return [
        Submission(
            id=one_line(group[0][columns["id"]]),
            row=group[0],
            columns=columns,
            people=tuple(group) if a_row_an_author else (),
            names=names,
            separator=separator,
        )
        for group in groups.values()
    ]


def _accepted(submissions: Iterable[Submission], folder: Path, name: str, doubts: list[Doubt]) -> Iterable[Submission]:
    submissions = list(submissions)
    decided = sorted({each.columns["decision"] for each in submissions if "decision" in each.columns})
    if not decided:
        doubts.append(Doubt(fact=NO_DECISIONS))
        return submissions
    accept = text(read_mapping(folder / MAPPING), "accept")
    rule = Rule(field=f"decision in {' or '.join(map(repr, decided))}")
    return chosen([(each, each.cell("decision")) for each in submissions], accept, name, doubts, rule)


def _paper(submission: Submission, doubts: list[Doubt]) -> Paper:
    where = f"paper {submission.id}"
    people = _people(submission, where, doubts)
    return Paper(
        id=submission.id,
        title=form_title(submission.cell("title"), where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        type=type_key(submission.cell("type")),
        track=one_line(submission.cell("track")) or None,
        abstract=form_abstract(submission.cell("abstract"), where, doubts),
        keywords=listed(submission.cell("keywords")),
        topics=listed(submission.cell("topics")),
        doi=bare_doi(submission.cell("doi")) or None,
    )


def _people(submission: Submission, where: str, doubts: list[Doubt]) -> People:
    """The authors: a row each, numbered columns, or whole names in one cell."""
    if submission.people:
        return pcs_people.people(submission.people, where, doubts)
    titles = [title for title in submission.row if title not in submission.columns.values()]
    if numbered_columns({}, titles):
        return pcs_people.numbered_people(submission.row, titles, where, doubts)
    names = cell_to_fields(submission.row.get(submission.names, ""), submission.separator)
    return people_of(names, where, doubts)
