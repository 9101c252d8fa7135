"""Which column of a table holds what: as `import.yml` says, or by the names that columns commonly have."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from proceedings.importers.acceptance import MAPPING
from proceedings.importers.imported import SourceError
from proceedings.importers.loose_yaml import read_mapping
from proceedings.records.record import Record

Layout = Literal["long", "wide", "string"]

PAPER_COLUMNS = {
    "id": (
        *("id", "paper id", "submission id", "#", "paper #", "submission #", "paper number", "submission number"),
        *("number", "paper", "pid", "no", "nr", "paper no", "paper nr"),
    ),
    "title": ("title", "paper title", "submission title", "title of paper", "title of the paper", "dc title", "titel"),
    "subtitle": ("subtitle", "dc title subtitle", "untertitel"),
    "abstract": ("abstract", "paper abstract", "summary", "description", "dc description abstract"),
    "keywords": ("keywords", "key words", "author keywords", "index terms", "dc subject"),
    "topics": ("topics", "subject areas", "primary subject area"),
    "type": ("type", "paper type", "submission type", "contribution type"),
    "track": ("track", "track name"),
    "session": ("session", "session title", "section", "section title"),
    "decision": ("decision", "acceptance status", "status", "final decision", "outcome"),
    "doi": ("doi", "dc identifier doi"),
    "licence": ("licence", "license"),
    "pages": ("pages", "number of pages", "page count", "pp"),
}
"""Fields of a paper, and the column titles that are taken for them without a mapping."""

AUTHOR_COLUMNS = {
    "name": ("authors", "author names", "author list", "author", "dc contributor author", "autoren"),
    "given": (
        *("first name", "given name", "given names", "given", "firstname"),
        *("given first name", "given name or first name"),
    ),
    "middle": ("middle name", "middle initial", "middle initial or name"),
    "family": (
        *("last name", "family name", "surname", "family", "lastname"),
        *("last family name", "last name or family name"),
    ),
    "suffix": ("suffix", "name suffix"),
    "email": (
        *("email", "e mail", "email address", "valid email address", "author emails", "emails", "e mails"),
        *("e mail address", "email addresses", "e mail addresses"),
    ),
    "orcid": ("orcid", "orcid id", "orcids"),
    "affiliation": (
        *("affiliation", "institution", "organization", "organisation"),
        *("affiliations", "institutions", "organizations", "author affiliations"),
    ),
    "department": ("department", "department school lab"),
    "city": ("city",),
    "country": ("country",),
    "corresponding": (
        "corresponding author",
        "corresponding",
        "contact author",
        "contact name",
        "is contact",
        "iscontact",
    ),
    "order": ("order", "author order", "author sequence no", "author number", "sequence"),
}
"""Fields of an author likewise; a title may stand beside a number, as in "3: First Name" or "Author 3 Email"."""

COAUTHORS = ("co authors", "coauthors")
"""Columns of more authors, who come behind those of the column `name`."""

CONTACT_EMAIL = ("contact email", "contact e mail", "corresponding author email", "corresponding author e mail")
"""Columns with the address of the corresponding author alone, where all authors stand in one cell."""


class AuthorMapping(Record):
    """Where the authors are.

    `long`: one row an author; `wide`: numbered columns, with `{n}` in their titles here; `string`: all in one
    column, `name`, with `separator` between them. `table` is another file whose `id` column names the paper.
    """

    layout: Layout | None = None
    table: str | None = None
    columns: dict[str, str] = {}
    separator: str | None = None


class TableMapping(Record):
    """`import.yml`: columns by field; `accept` is a regular expression for the decision.

    `names: swapped` exchanges given and family names, and `pdfs: by title` matches PDFs, as for every importer.
    """

    importer: str = "csv"
    table: str | None = None
    sheet: str | None = None
    columns: dict[str, str] = {}
    authors: AuthorMapping = AuthorMapping()
    accept: str = ""
    names: str = ""
    pdfs: str = ""


_NUMBERED = re.compile(r"(?:author )?(\d{1,3}) (.+)|(?:author )?(.+?) (\d{1,3})")


def read_table_mapping(path: Path) -> TableMapping:
    """The mapping in a YAML file; the empty one when the file is absent. SourceError names what is wrong in it."""
    try:
        mapping = msgspec.convert(read_mapping(path), TableMapping)
    except msgspec.ValidationError as error:
        there = ", ".join(TableMapping.__struct_fields__)
        raise SourceError(f"{path.name}: {error}; a mapping for a table has {there}") from error
    if mapping.importer != "csv":
        raise SourceError(f"{path.name}: it is for the importer {mapping.importer!r}, not for csv")
    _refuse_unknown(path, mapping.columns, PAPER_COLUMNS)
    _refuse_unknown(path, mapping.authors.columns, {"id": (), **AUTHOR_COLUMNS})
    return mapping


def columns_of_fields(
    said: Mapping[str, str], titles: Iterable[str], known: Mapping[str, tuple[str, ...]], table: str
) -> dict[str, str]:
    """The column of each field: as said, else the first that bears one of its common names.

    SourceError when a column that was said is not in the table.
    """
    titles = list(titles)
    for column in said.values():
        if column not in titles:
            raise SourceError(f"{table}: it has no column {column!r}, which {MAPPING} names{_nearest(column, titles)}")
    free = [title for title in reversed(titles) if title not in said.values()]
    by_name = {plain_title(_without_remark(title)): title for title in free} | {plain_title(t): t for t in free}
    found = {field: next((by_name[name] for name in names if name in by_name), "") for field, names in known.items()}
    return {field: column for field, column in {**found, **said}.items() if column}


def numbered_columns(said: Mapping[str, str], titles: Iterable[str]) -> dict[int, dict[str, str]]:
    """For each author number the columns of the fields: "2: First Name" is `given` of 2."""
    numbers: dict[int, dict[str, str]] = {}
    for title in titles:
        for number, field in _numbered_fields(title, said):
            numbers.setdefault(number, {}).setdefault(field, title)
    return dict(sorted(numbers.items()))


def plain_title(title: str) -> str:
    """A column title for comparison: lower case, words parted by one space, also those of `PaperTitle`; `#` is one."""
    return " ".join(re.findall(r"[a-z0-9]+|#", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title).lower()))


def _without_remark(title: str) -> str:
    """`Authors` of "Authors (Last, First)", `Institutions` of "Institution(s)"."""
    return re.sub(r"\([^()]*\)", "", title.replace("(s)", "s"))


def _numbered_fields(title: str, said: Mapping[str, str]) -> Iterable[tuple[int, str]]:
    for field, pattern in said.items():
        expression = re.escape(pattern).replace(re.escape("{n}"), r"(\d{1,3})")
        if (match := re.fullmatch(expression, title)) and match.groups():
            yield int(match[1]), field
    if not said and (match := _NUMBERED.fullmatch(plain_title(title))):
        name, number = (match[2], match[1]) if match[1] else (match[3], match[4])
        yield from ((int(number), field) for field, names in AUTHOR_COLUMNS.items() if name in names)


def _refuse_unknown(path: Path, said: Iterable[str], known: Iterable[str]) -> None:
    fields = ", ".join(known)
    for field in said:
        if field not in known:
            raise SourceError(f"{path.name}: {field!r} is no field; there are {fields}{_nearest(field, known)}")


def _nearest(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
