"""Any table with a row a paper or a row an author, told what its columns are by `import.yml` or by their titles.

SOURCE is the table, a folder with one table (and perhaps `import.yml`), or the mapping file itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import get_args

from proceedings.identifiers import bare_doi
from proceedings.importers.acceptance import MAPPING, Rule, chosen
from proceedings.importers.csv_author_layout import OWN_MARKS, AuthorReader
from proceedings.importers.csv_mapping import PAPER_COLUMNS, Layout, TableMapping, columns_of_fields, read_table_mapping
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, acceptance_list
from proceedings.importers.people import folded_name
from proceedings.importers.submission_pdfs import pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed, type_key
from proceedings.importers.tables import (
    NO_TITLE,
    TABLES,
    Row,
    as_meant,
    one_line,
    read_table,
    tables_of,
    titles_there_are,
)
from proceedings.records.edition import Edition
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper, Status
from proceedings.records.programme import Session
from proceedings.records.volume import Volume

RECOGNISED = f"columns recognised by their titles; write {MAPPING} if one is wrong"
_STATUS: dict[str, Status] = {status: status for status in get_args(Status)}
UNUSED = "columns that were not used"
NUMBERED = "the table has no ids, so the papers are numbered in table order"
OTHER_TITLE = "rows of one paper spell its title in different ways; the first was taken"
NO_SESSION = "papers without a session"
NO_PAPER = "rows that are no papers were left out"

_SUM = re.compile(r"(grand |sub)?total\b|sum\b|summe\b|gesamt\b|Σ", re.IGNORECASE)
"""What begins the row of sums below a table."""


def read(source: Path) -> Imported:
    """The accepted papers of a table. SourceError when there is no table, no title column or nobody accepted."""
    path, mapping = _table_and_mapping(source)
    doubts = [Doubt(fact=NO_VOLUME)]
    rows = [as_meant(row) for row in read_table(path, doubts, mapping.sheet)]
    columns = columns_of_fields(mapping.columns, rows[0], PAPER_COLUMNS, path.name)
    if OWN_MARKS & rows[0].keys() and "decision" in columns:
        columns["status"] = columns.pop("decision")
    if "title" not in columns:
        cure = f"Say `columns: {{title: ...}}` in {MAPPING} beside the table"
        if all(title.startswith(NO_TITLE) for title in rows[0]):
            cure = "Write the titles of the columns into it, as id, title, abstract, authors, emails"
        elif sum(not title.startswith(NO_TITLE) for title in rows[0]) <= 2:
            cure = "Take away the rows above the titles of the columns"
        raise SourceError(f"{path.name}: no column is the title; {titles_there_are(rows[0])}. {cure}")
    authors = AuthorReader(path, mapping, rows, columns, doubts)
    there = _papers_alone(rows, columns, authors.used.values(), doubts)
    by_paper = _by_paper(there, columns, authors.layout, path.name, doubts)
    groups = _accepted(by_paper, columns, mapping.accept, path.name, doubts)
    papers = tuple(_paper(paper_id, group, columns, authors, doubts) for paper_id, group in groups.items())
    sessions = _sessions({paper_id: group[0] for paper_id, group in groups.items()}, columns.get("session"), doubts)
    types = {paper.type: PageRule() for paper in papers}
    edition = Edition(volume=Volume(types=types), sessions=sessions, papers=papers, accepted=acceptance_list(papers))
    doubts += _column_doubts(mapping, rows[0], columns, authors.used)
    pdfs = pdfs_by_id(path.parent, [paper.id for paper in papers], doubts)
    return Imported(edition=edition, pdfs=pdfs, doubts=tuple(doubts))


def _table_and_mapping(source: Path) -> tuple[Path, TableMapping]:
    if source.is_file() and source.suffix.lower() not in (*TABLES, ".yml", ".yaml"):
        raise SourceError(f"{source}: this is no table; name one ({', '.join(TABLES)}) or the folder that holds it")
    said = source / MAPPING if source.is_dir() else source
    if said.suffix.lower() not in (".yml", ".yaml"):
        said = source.with_name(MAPPING)
    mapping = read_table_mapping(said)
    if source.suffix.lower() in TABLES and source.is_file():
        return source, mapping
    if mapping.table:
        path = said.parent / mapping.table
        if not path.is_file():
            raise SourceError(f"{said.name}: the table {mapping.table!r} is not beside it")
        return path, mapping
    tables = tables_of(said.parent)
    if not tables:
        raise SourceError(f"{source}: no table here; there should be one that ends in {', '.join(TABLES)}")
    if len(tables) > 1:
        names = ", ".join(each.name for each in tables)
        raise SourceError(f"{source}: name one table, or say `table: ...` in {MAPPING}; there are: {names}")
    return tables[0], mapping


def _papers_alone(
    rows: list[Row], columns: dict[str, str], of_authors: Collection[str], doubts: list[Doubt]
) -> list[Row]:
    """The rows without sums and remarks, which name no authors; a doubt quotes each."""
    names = [columns[field] for field in ("id", "title") if field in columns]
    others = [
        row
        for row in rows
        if not _filled(row, of_authors) and (not _filled(row, names) or _SUM.match(_filled(row, row)[0]))
    ]
    doubts += [Doubt(fact=NO_PAPER, where=repr(" ".join(_filled(row, row)))) for row in others]
    return [row for row in rows if row not in others]


def _filled(row: Row, columns: Iterable[str]) -> list[str]:
    return [one_line(row[column]) for column in columns if row[column].strip()]


def _by_paper(
    rows: list[Row], columns: dict[str, str], layout: Layout, table: str, doubts: list[Doubt]
) -> dict[str, list[Row]]:
    """The rows of each paper, in the order in which the papers appear."""
    if "id" not in columns:
        doubts.append(Doubt(fact=NUMBERED))
        titles = list(dict.fromkeys(one_line(row[columns["title"]]) for row in rows))
        if layout == "long":
            return {
                str(number): [row for row in rows if one_line(row[columns["title"]]) == title]
                for number, title in enumerate(titles, start=1)
            }
        return {str(number): [row] for number, row in enumerate(rows, start=1)}
    groups: dict[str, list[Row]] = {}
    for row in rows:
        paper_id = one_line(row[columns["id"]])
        if not paper_id:
            named = _filled(row, (columns["title"], *row))[0]
            raise SourceError(f"{table}: {columns['id']!r} is empty in the row of {named!r}; give every paper its id")
        if paper_id in groups and layout != "long":
            both = " and ".join(repr(one_line(each[columns["title"]])) for each in (*groups[paper_id], row))
            raise SourceError(
                f"{table}: the id {paper_id!r} is there twice ({both}); give each paper its own, "
                f"or say `authors: {{layout: long}}` in {MAPPING} where each author has a row"
            )
        groups.setdefault(paper_id, []).append(row)
    for paper_id, group in groups.items():
        spelled = {folded_name(row[columns["title"]]): one_line(row[columns["title"]]) for row in group}
        refuse_twice(table, ((paper_id, title) for title in spelled.values()))
    return groups


def _accepted(
    groups: dict[str, list[Row]], columns: dict[str, str], accept: str, table: str, doubts: list[Doubt]
) -> dict[str, list[Row]]:
    """The papers whose decision is a yes; all of them when there is no such column."""
    if "decision" not in columns:
        return groups
    decided = [(key, group[0][columns["decision"]]) for key, group in groups.items()]
    rule = Rule(field=f"decision in {columns['decision']!r}")
    return {key: groups[key] for key in chosen(decided, accept, table, doubts, rule)}


def _paper(
    paper_id: str, group: list[Row], columns: dict[str, str], authors: AuthorReader, doubts: list[Doubt]
) -> Paper:
    where = f"paper {paper_id}"
    cells = {field: group[0].get(column, "") for field, column in columns.items()}
    if len({one_line(row[columns["title"]]) for row in group}) > 1:
        doubts.append(Doubt(fact=OTHER_TITLE, where=where))
    people = authors.people(paper_id, group, doubts)
    return Paper(
        id=paper_id,
        title=form_title(cells["title"], where, doubts),
        subtitle=form_title(cells.get("subtitle", ""), where, doubts) or None,
        authors=people.authors,
        affiliations=people.affiliations,
        type=type_key(cells.get("type", "")),
        track=one_line(cells.get("track", "")) or None,
        abstract=form_abstract(cells.get("abstract", ""), where, doubts),
        keywords=listed(cells.get("keywords", "")),
        topics=listed(cells.get("topics", "")),
        doi=bare_doi(cells.get("doi", "")) or None,
        licence=one_line(cells.get("licence", "")) or None,
        expected_pages=_pages(cells.get("pages", "")),
        status=_STATUS.get(cells.get("status", ""), "accepted"),
    )


def _pages(cell: str) -> int:
    """How many pages "12" or "13-24" are; 1 where nothing is said."""
    match = re.fullmatch(r"\s*(?:([0-9]{1,5})\s*[-–]+\s*)?([0-9]{1,5})\s*", cell)
    return max(1, int(match[2]) - int(match[1] or 1) + 1) if match else 1


def _sessions(papers: dict[str, Row], column: str | None, doubts: list[Doubt]) -> tuple[Session, ...]:
    """Sessions in the order in which the table names them; without a column for it one of all papers."""
    if column is None:
        doubts.append(Doubt(fact=NO_PROGRAMME))
        return (Session(title="Papers", papers=tuple(papers)),)
    titles: dict[str, list[str]] = {}
    for paper_id, row in papers.items():
        if title := one_line(row[column]):
            titles.setdefault(title, []).append(paper_id)
        else:
            doubts.append(Doubt(fact=NO_SESSION, where=f"paper {paper_id}"))
    return tuple(Session(title=title, papers=tuple(ids)) for title, ids in titles.items())


def _column_doubts(
    mapping: TableMapping, titles: Iterable[str], columns: dict[str, str], authors: dict[str, str]
) -> list[Doubt]:
    guessed = {k: v for k, v in columns.items() if k not in mapping.columns}
    if mapping.authors.layout is None:
        guessed |= {
            field: column for field, column in authors.items() if not field[-1:].isdigit() or field[-2:] == " 1"
        }
    lines = [Doubt(fact=RECOGNISED, where=f"{field} = {column!r}") for field, column in guessed.items()]
    used = {*columns.values(), *authors.values()}
    unused = (
        "one without a title" if title.startswith(NO_TITLE) else repr(title) for title in titles if title not in used
    )
    return lines + [Doubt(fact=UNUSED, where=title) for title in unused]
