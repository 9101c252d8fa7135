"""The tables in which EasyChair lists submissions, authors and topics, by whichever way they were downloaded.

Keys of rows are the column titles in lower case.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proceedings.importers.csv_authors import WHOLE_NAMES, affiliation_of
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.people import NO_NAME, AffiliationKeys, People, name_doubts, person_fields, real_email
from proceedings.importers.system_text import title_text
from proceedings.importers.tables import (
    HIDDEN,
    TABLES,
    Row,
    has_sheet,
    is_yes,
    one_line,
    read_table,
    rows_if_any,
    table_text,
)
from proceedings.records.paper import Author

SUBMISSIONS = (
    *("submission.csv", "*review_summary*.xlsx", "accepted.xlsx", "accepted.csv", "submission.xlsx", "data_*.xlsx"),
)
AUTHORS = ("author.csv", "author_list.xlsx", "author_list.csv", "author.xlsx")
ACCEPTED_LIST = ("accepted", "accepted.txt", "accepted.tsv")
AUTHORS_SHEET = "Authors"
"""What the sheet of the authors is called in the workbook of all data."""

NO_AUTHOR_TABLE = "the export has no author.csv: names are whole, without affiliations; split them in metadata/papers"
OTHER_NAME = "one person has different names in different submissions"


def submissions(source: Path, doubts: list[Doubt]) -> list[Row]:
    """The submissions in table order, with `#`, `title`, `authors` and `decision`. SourceError without a table.

    `source` is the table of submissions, or a folder that has it under one of EasyChair's names.
    """
    if path := _submissions_table(source):
        rows = _lower(read_table(path, doubts, sheet="Submissions"))
        _require(rows, ("#", "title"), path)
        said = {"decision": "accept"} if "decision" not in rows[0] and path.stem == "accepted" else {}
        return [row | said for row in rows if row["#"]]
    if path := _first(_folder(source), ACCEPTED_LIST):
        return _copied_list(path, doubts)
    raise SourceError(f"{_folder(source)}: no EasyChair table here; there should be one of {', '.join(SUBMISSIONS)}")


def has_submissions(source: Path) -> bool:
    """Whether there is a table that `submissions` reads."""
    return bool(_submissions_table(source) or _first(_folder(source), ACCEPTED_LIST))


def _submissions_table(source: Path) -> Path | None:
    """The table that was named, by whichever name it goes, or the one in the folder."""
    is_named = source.is_file() and source.suffix.lower() in TABLES and source.name not in (*AUTHORS, *ACCEPTED_LIST)
    return source if is_named else _first(_folder(source), SUBMISSIONS)


def _folder(source: Path) -> Path:
    return source if source.is_dir() else source.parent


def authors(source: Path, submissions: list[Row], doubts: list[Doubt]) -> dict[str, People]:
    """The people of each of these submissions, in the order of the rows: of the sheet `Authors`, or a table beside."""
    book = _submissions_table(source)
    path = book if book and has_sheet(book, AUTHORS_SHEET) else _first(_folder(source), AUTHORS)
    if path is None:
        doubts.append(Doubt(fact=NO_AUTHOR_TABLE))
        return {row["#"]: _people_of_line(row.get("authors", "")) for row in submissions}
    rows = _lower(read_table(path, doubts, AUTHORS_SHEET))
    number = "submission #" if "submission #" in rows[0] else "#"
    _require(rows, (number,), path)
    if "first name" not in rows[0]:
        _require(rows, ("author",), path)
        doubts.append(Doubt(fact=WHOLE_NAMES))
    wanted: dict[str, list[Row]] = {row["#"]: [] for row in submissions}
    for row in rows:
        wanted.get(row[number].strip(), []).append(row)
    doubts += _renamed_people(row for group in wanted.values() for row in group)
    return {paper_id: _people(group, f"paper {paper_id}", doubts) for paper_id, group in wanted.items()}


def topics(source: Path, doubts: list[Doubt]) -> dict[str, list[str]]:
    """The topics of each submission; none where the table is absent or empty."""
    path = _folder(source) / "submission_topic.csv"
    found: dict[str, list[str]] = {}
    for row in _lower(rows_if_any(path, doubts)) if path.is_file() else []:
        found.setdefault(row.get("submission #", "").strip(), []).append(one_line(row.get("topic", "")))
    return found


def _people(rows: list[Row], where: str, doubts: list[Doubt]) -> People:
    affiliations = AffiliationKeys()
    people = [_author(row, affiliations, where, doubts) for row in rows]
    return People(
        authors=tuple(author for author in people if author),
        affiliations=affiliations.affiliations,
    )


def _author(row: Row, affiliations: AffiliationKeys, where: str, doubts: list[Doubt]) -> Author | None:
    given, family = (title_text(row.get(key, ""), where, doubts) for key in ("first name", "last name"))
    whole = title_text(row.get("author", ""), where, doubts)
    if not (given or family or whole):
        doubts.append(Doubt(fact=NO_NAME, where=where))
        return None
    doubts += name_doubts(given, "", family, where) if not whole else []
    place = {"affiliation": title_text(row.get("affiliation", ""), where, doubts), "country": row.get("country", "")}
    return Author(
        **person_fields(given or whole, family),
        email=real_email(row.get("email", "")),
        affiliations=affiliations.key(affiliation_of(place, where, doubts)),
        corresponding=is_yes(row.get("corresponding?", "")),
    )


def _renamed_people(rows: Iterable[Row]) -> list[Doubt]:
    """A doubt for each `person #` under which there are two names."""
    names: dict[str, dict[str, None]] = {}
    for row in rows:
        if number := row.get("person #", "").strip():
            name = one_line(f"{row.get('first name', '')} {row.get('last name', '')}")
            names.setdefault(number, {})[name] = None
    return [Doubt(fact=OTHER_NAME, where=" and ".join(each)) for each in names.values() if len(each) > 1]


def _people_of_line(line: str) -> People:
    """The people of "A B, C D and E F", each name whole."""
    names = [one_line(part) for part in line.replace(" and ", ",").split(",")]
    return People(authors=tuple(Author(literal=name) for name in names if name))


def _copied_list(path: Path, doubts: list[Doubt]) -> list[Row]:
    """Lines copied from the page of accepted papers: number, title, and `ACCEPT` in the last of the tabbed columns.

    A list `submissions` beside it, copied as well, has number, authors and title.
    """
    listed = _tabbed(path, doubts)
    beside = path.with_name(path.name.replace("accepted", "submissions"))
    others = {cells[0]: cells[1] for cells in _tabbed(beside, doubts)} if beside.is_file() else {}
    rows = [{"#": c[0], "title": c[1], "authors": others.get(c[0], ""), "decision": c[-1]} for c in listed]
    if not rows:
        raise SourceError(f"{path.name}: no line has a number, a title and a decision with tabs between them")
    return rows


def _tabbed(path: Path, doubts: list[Doubt]) -> list[list[str]]:
    cells = [[one_line(cell) for cell in line.split("\t")] for line in table_text(path, doubts).splitlines()]
    return [line for line in cells if len(line) > 2 and line[0].isascii() and line[0].isdigit()]


def _first(folder: Path, patterns: Iterable[str]) -> Path | None:
    found = (path for pattern in patterns for path in sorted(folder.glob(pattern)) if path.is_file())
    return next((path for path in found if not path.name.startswith(HIDDEN)), None)


def _lower(rows: list[Row]) -> list[Row]:
    return [{key.strip().lower(): cell.strip() for key, cell in row.items()} for row in rows]


def _require(rows: list[Row], columns: Iterable[str], path: Path) -> None:
    missing = [each for each in columns if each not in rows[0]]
    if missing:
        raise SourceError(
            f"{path.name}: the column {missing[0]!r} is missing; there are {', '.join(map(repr, rows[0]))}"
        )
