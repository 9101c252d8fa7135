"""Finds the authors of each paper in whichever layout a table, or a table beside it, has them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proceedings.importers.acceptance import MAPPING
from proceedings.importers.csv_authors import (
    Fields,
    cell_to_fields,
    listed_beside,
    numbered_to_fields,
    people_of,
    rows_to_fields,
    separator_of,
    with_contact,
)
from proceedings.importers.csv_mapping import (
    AUTHOR_COLUMNS,
    COAUTHORS,
    CONTACT_EMAIL,
    PAPER_COLUMNS,
    AuthorMapping,
    Layout,
    TableMapping,
    columns_of_fields,
    numbered_columns,
    plain_title,
)
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.people import People
from proceedings.importers.tables import Row, as_meant, one_line, read_table, titles_there_are

WHOLE, OWN_MARKS, BETWEEN_AUTHORS = "sha256", {"as_written", "sha256"}, ";"
"""Columns that our own tables of papers have, and what stands between their authors, also where there is one.

The table with digests has all names whole, as they are printed.
"""

LISTED = ("email", "orcid", "affiliation", "department", "city", "country")
"""What columns may list of all authors, beside the one of the names."""


class AuthorReader:
    """The layout is settled once; `people` then reads one paper after the other."""

    def __init__(
        self, path: Path, mapping: TableMapping, rows: list[Row], columns: dict[str, str], doubts: list[Doubt]
    ) -> None:
        """Settle the layout; SourceError when there are no columns for it."""
        said = mapping.authors
        self.other_rows: dict[str, list[Row]] | None = None
        titles, table = [title for title in rows[0] if title not in columns.values()], path.name
        if said.table:
            titles, table = self._open_other_table(path, said.table, said, doubts), said.table
        self.numbers = {} if said.layout in ("long", "string") else numbered_columns(said.columns, titles)
        named = {key: name for key, name in said.columns.items() if key != "id"}
        self.columns = {} if self.numbers else columns_of_fields(named, titles, AUTHOR_COLUMNS, table)
        self.layout: Layout = said.layout or self._layout()
        if self.layout == "string" and (more := [title for title in titles if plain_title(title) in COAUTHORS]):
            self.columns["co-authors"] = more[0]
        if self.layout == "string" and (more := [title for title in titles if plain_title(title) in CONTACT_EMAIL]):
            self.columns["contact e-mail"] = more[0]
        ours = BETWEEN_AUTHORS if OWN_MARKS & rows[0].keys() else None
        names = (row.get(self.columns.get("name", ""), "") for row in rows)
        self.separator = said.separator or ours or separator_of(names)
        if not self.numbers and not {"name", "given", "family"} & self.columns.keys():
            there = titles_there_are(rows[0] if not said.table else dict.fromkeys(titles, ""))
            raise SourceError(
                f"{table}: no column holds authors; {there}. Say `authors: {{columns: ...}}` in {MAPPING} beside it"
            )

    @property
    def used(self) -> dict[str, str]:
        """The columns of the table that hold authors, by field; numbered ones with their number."""
        numbered = {
            f"{field} {number}": column for number, group in self.numbers.items() for field, column in group.items()
        }
        return {**self.columns, **numbered} if self.other_rows is None else {}

    def people(self, paper_id: str, group: list[Row], doubts: list[Doubt]) -> People:
        """The people of the paper with these rows."""
        where = f"paper {paper_id}"
        if self.other_rows is not None:
            group = self.other_rows.get(paper_id, [])
        if self.layout == "long":
            fields = rows_to_fields(group, self.columns, where, doubts)
        elif self.layout == "wide":
            fields = [each for row in group[:1] for each in numbered_to_fields(row, self.numbers)]
        else:
            fields = [each for row in group[:1] for each in self._in_cells(row, where, doubts)]
        return people_of(fields, where, doubts)

    def _in_cells(self, row: Row, where: str, doubts: list[Doubt]) -> Sequence[Fields]:
        """The authors whose names are in one cell, and perhaps more in one beside it, with what others list of them."""
        cells = {field: row.get(column, "") for field, column in self.columns.items()}
        names = (cells.pop("name", ""), cells.pop("co-authors", ""))
        if WHOLE in row:
            return [{"name": one_line(name)} for cell in names for name in cell.split(BETWEEN_AUTHORS) if name.strip()]
        people: Sequence[Fields] = [each for cell in names for each in cell_to_fields(cell, self.separator)]
        people = listed_beside(people, {field: cells[field] for field in LISTED if field in cells}, where, doubts)
        return with_contact(people, cells.get("corresponding", ""), cells.get("contact e-mail", ""), where, doubts)

    def _open_other_table(self, path: Path, name: str, said: AuthorMapping, doubts: list[Doubt]) -> list[str]:
        """Read the table of authors beside the papers; its titles without the one of the ids."""
        rows = [as_meant(row) for row in read_table(path.with_name(name), doubts)]
        said_id = {key: column for key, column in said.columns.items() if key == "id"}
        key = columns_of_fields(said_id, rows[0], {"id": PAPER_COLUMNS["id"]}, name).get("id")
        if key is None:
            raise SourceError(f"{name}: no column is the id; say `authors: {{columns: {{id: ...}}}}` in {MAPPING}")
        self.other_rows = {}
        for row in rows:
            self.other_rows.setdefault(row[key].strip(), []).append(row)
        return [title for title in rows[0] if title != key]

    def _layout(self) -> Layout:
        if self.numbers:
            return "wide"
        one_a_row = "given" in self.columns or "family" in self.columns or self.other_rows is not None
        return "long" if one_a_row else "string"
