from __future__ import annotations

import random
from pathlib import Path

import pytest

from export_makers import PDF, damaged, doubted, written
from proceedings.importers.imported import Imported, SourceError
from proceedings.importers.pcs import read
from proceedings.names import author_list

PLACES = ",".join(
    f"Affil {number} {part}"
    for number in range(1, 7)
    for part in ("Dept/School/Lab", "Institution", "City", "State", "Country")
)
PEOPLE = f"First name,Family name,Email,Name prefix,ORCID,Middle initial,Name suffix,{PLACES}"
MEMBERS = PEOPLE.replace("Email,", "Email,Reviews assigned,Reviews incomplete,")
ADA = "Ada,Sample,ada@example.org,Dr.,0000-0002-1825-0097,,,Labs,Sample University,Ghent,,Belgium,,Second Lab,Kiel,,DE"
BEN = "Ben,van Two,ben@example.org,,,J.,Jr.,,Second Lab,Kiel,,DE"
MAUSAM = ",Mausam,m@example.org,,,,"
SUBMISSIONS = "\ufeffPaper ID,Title,Decision,Abstract\np7,Fast Training,Accept,First.\np9,No,Reject,\n"
AUTHORS = f"\ufeffPaper ID,{PEOPLE}\np7,{ADA}\np7,{BEN}\np9,{MAUSAM}\n"


def imported(folder: Path, **tables: str | bytes) -> Imported:
    return read(written(folder, {f"{name}.csv": table for name, table in tables.items()} | {"p7.pdf": PDF}))


def test_a_paper_has_its_authors_with_all_their_affiliations(tmp_path: Path) -> None:
    export = imported(tmp_path, dls31_submissions=SUBMISSIONS, dls31_authors=AUTHORS)
    (paper,) = export.edition.papers
    assert (paper.id, paper.title, paper.abstract) == ("p7", "Fast Training", "First.")
    assert author_list(paper.authors) == "Ada Sample and Ben J. van Two Jr."
    names = [[paper.affiliations[key].name for key in author.affiliations] for author in paper.authors]
    assert names == [["Sample University", "Second Lab"], ["Second Lab"]]
    assert paper.affiliations["sample-university"].department == "Labs"
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert export.pdfs == {"p7": tmp_path / "p7.pdf"}
    assert "in 'Decision': 'Accept' (1)" in doubted(export)
    assert "title = 'Title'" in doubted(export)


def test_authors_may_be_rows_columns_or_a_cell_of_the_submissions(tmp_path: Path) -> None:
    rows = f"Paper ID,Title,{PEOPLE}\np7,Fast,{ADA}\np7,Fast,{BEN}\n"
    columns = "Paper ID,Title,Author 1 First name,Author 1 Family name,Author 2 First name,Author 2 Family name\n"
    cell = 'Paper ID,Title,Authors\np7,Fast,"Ada Sample, Ben Two"\n'
    found = []
    for name, table in (("a", rows), ("b", f"{columns}p7,Fast,Ada,Sample,Ben,Two\n"), ("c", cell)):
        (paper,) = imported(tmp_path / name, submissions=table).edition.papers
        found.append([each.literal or each.family for each in paper.authors])
    assert found == [["Sample", "van Two"], ["Sample", "Two"], ["Ada Sample", "Ben Two"]]


def test_a_comma_in_a_name_parts_nobody_where_semicolons_part_names(tmp_path: Path) -> None:
    table = (
        'Paper ID,Title,DOI,Authors\np7,Fast,https://doi.org/10.1145/1.2,"Sample, Ada"\np8,Slow,,"Two, Ben; Uc, Cem"\n'
    )
    first, second = imported(tmp_path, submissions=table).edition.papers
    assert (author_list(first.authors), author_list(second.authors)) == ("Ada Sample", "Ben Two and Cem Uc")
    assert first.doi == "10.1145/1.2"


def test_members_and_reviewers_are_committees_without_their_addresses(tmp_path: Path) -> None:
    members = f"{MEMBERS}\n{ADA.replace('.org,', '.org,12,0,')}\n{BEN.replace('.org,', '.org,3,0,')}\n"
    export = imported(tmp_path, dls31_submissions=SUBMISSIONS, dls31_committee=members, dls31_reviewers=members)
    roles = [(each.role, [member.family for member in each.members]) for each in export.edition.committees]
    assert roles == [("Programme Committee", ["Sample", "van Two"]), ("Reviewers", ["Sample", "van Two"])]
    first = export.edition.committees[0].members[0]
    assert (first.affiliation, first.country, first.email) == ("Sample University", "BE", None)
    assert "see that all in them may be named" in doubted(export)
    assert not export.edition.papers[0].authors


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (f"{MEMBERS}\n{ADA}\n", "no table has a title and an id .*use FROM=csv"),
        (SUBMISSIONS + "p7,Other,Accept,\n", "'p7' is there twice .*'Fast Training' and 'Other'"),
        (SUBMISSIONS + SUBMISSIONS, "line 4: a byte order mark, where a second file begins"),
        (SUBMISSIONS + SUBMISSIONS[1:], "row 4 has the titles of the columns again"),
        (SUBMISSIONS.replace("p9", ""), "row 3: 'Paper ID' is empty"),
        (SUBMISSIONS.replace("Accept", "Reject"), r"no submission has a decision in 'Decision' .*Reject \(2\)"),
        (f"Paper ID,Title,{PEOPLE}\np7,Fast,{ADA}\np7,Other,{BEN}\n", "'p7' is there twice"),
    ],
)
def test_what_cannot_be_imported_is_one_line_with_its_place(table: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        imported(tmp_path, submissions=table)
    assert "\n" not in str(error.value)


def test_a_damaged_table_is_an_edition_or_one_line(tmp_path: Path) -> None:
    for content in damaged(AUTHORS.encode(), random.Random(7), times=60):
        try:
            assert imported(tmp_path, submissions=SUBMISSIONS, authors=content).edition.papers
        except SourceError as error:
            assert "\n" not in str(error)


def test_numbered_columns_of_a_submission_hold_names_and_both_affiliations(tmp_path: Path) -> None:
    titles = ["ID", "Title"]
    for number in (1, 2, 3):
        titles += [f"Author given first name {number}", f"Middle initial or name {number}"]
        titles += [f"Author last/family name {number}", f"Valid email address {number}"]
        for place in (f"Primary Affiliation (no departments) {number}", f"Secondary Affiliation (optional) {number}"):
            titles += [f"{place} - {part}" for part in ("Department/School/Lab", "Institution", "City", "Country")]
    ada = "Ada,,Sample,ada@example.org,Labs,Sample University,Ghent,Belgium,,Second Lab,Kiel,Germany"
    ben = "Ben,J.,van Two,ben@example.org,,Second Lab,Kiel,Germany,,,,"
    table = f"Submissions of DLS\n\n{','.join(titles)}\np7,Fast,{ada},{ben}{',' * 12}\n"
    (paper,) = imported(tmp_path, submissions=table).edition.papers
    assert author_list(paper.authors) == "Ada Sample and Ben J. van Two"
    assert [each.email for each in paper.authors] == ["ada@example.org", "ben@example.org"]
    places = [[paper.affiliations[key] for key in author.affiliations] for author in paper.authors]
    assert [[(each.department, each.name, each.city, each.country) for each in each_of] for each_of in places] == [
        [("Labs", "Sample University", "Ghent", "BE"), (None, "Second Lab", "Kiel", "DE")],
        [(None, "Second Lab", "Kiel", "DE")],
    ]
