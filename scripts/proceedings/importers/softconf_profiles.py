"""START's table of profiles of reviewers and authors, beside the one of submissions: ORCIDs and the committee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from proceedings.importers.csv_authors import Fields, author_of
from proceedings.importers.imported import Doubt
from proceedings.importers.pcs_people import COMMITTEES
from proceedings.importers.people import AffiliationKeys, bare_orcid
from proceedings.importers.tables import Row, begins_with, one_line, read_table, tables_of
from proceedings.records.front_matter import Committee, Member

USER, ROLE = "Username", "Roles"
ROLES = {"manager": "Chairs", "committee": "Programme Committee"}
"""Roles in a profile, which stand between colons, and the committees that they make."""

PARTS = {"given": "First Name", "middle": "Middle Name", "family": "Last Name", "affiliation": "Affiliation"}


def profiles(submissions: Path, doubts: list[Doubt]) -> list[Row]:
    """The rows of the tables beside this one that have profiles."""
    found = [path for path in tables_of(submissions.parent) if path != submissions and begins_with(path, (USER, ROLE))]
    return [row for path in found for row in read_table(path, doubts) if {USER, ROLE} <= row.keys()]


def orcids(rows: Iterable[Row]) -> dict[str, str]:
    """The ORCIDs of the profiles that have one, by user name."""
    return {one_line(row[USER]): orcid for row in rows if (orcid := bare_orcid(row.get("ORCID", "")))}


def committees(rows: Sequence[Row], doubts: list[Doubt]) -> tuple[Committee, ...]:
    """The chairs and the committee; addresses stay out of the metadata."""
    made = []
    for role, title in ROLES.items():
        people = [row for row in rows if role in row[ROLE].split(":")]
        if members := tuple(member for row in people if (member := _member(row, doubts))):
            made.append(Committee(role=title, members=members))
    doubts += [Doubt(fact=COMMITTEES, where=f"{each.role} ({len(each.members)})") for each in made]
    return tuple(made)


def _member(row: Row, doubts: list[Doubt]) -> Member | None:
    fields: Fields = {field: one_line(row.get(part, "")) for field, part in PARTS.items()}
    author = author_of(fields, AffiliationKeys(), f"profile {one_line(row[USER])}", doubts)
    if author is None:
        return None
    return Member(
        given=author.given,
        family=author.family,
        literal=author.literal,
        orcid=bare_orcid(row.get("ORCID", "")),
        affiliation=fields["affiliation"] or None,
    )
