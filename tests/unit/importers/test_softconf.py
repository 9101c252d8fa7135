from __future__ import annotations

import random
from pathlib import Path

import pytest

from export_makers import PDF, damaged, doubted, written
from proceedings.importers.imported import Imported, SourceError
from proceedings.importers.softconf import read
from proceedings.names import author_list

PARTS = ("Username", "First Name", "Middle Name", "Last Name", "Email", "Affiliation", "Presenter")
PAPER = "Submission ID,Title,Authors,Track,Track Chairs,Acceptance Status,Conditions,Abstract,Submission Date,"
TITLES = f"{PAPER}Submission Type,Subject Area," + ",".join(f"{n}: {part}" for n in range(1, 5) for part in PARTS)
NOBODY = "," * len(PARTS)
ADA = "ada,Ada,,Sample,ada@example.org,Sample University,Yes"
BEN = "ben,Ben,van,Two,ben@example.org,Sample University,"
MAUSAM = "mm,,,Mausam,m@example.org,Elsewhere,"


def row(number: str, *authors: str, status: str = "Accept-Poster", title: str = "Fast Training") -> str:
    people = [*authors, *["," * (len(PARTS) - 1)] * 4][:4]
    return f'{number},{title},"x",Scale,Chairs,{status},,"First.\n\n Second.",,Long Paper,"A, B",{",".join(people)}\n'


def imported(folder: Path, *rows: str, encoding: str = "utf-8-sig") -> Imported:
    return read(written(folder, {"metadata.csv": f"{TITLES}\n{''.join(rows)}".encode(encoding), "papers/108.pdf": PDF}))


def test_a_paper_has_its_authors_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    export = imported(tmp_path, row("108", ADA, BEN, MAUSAM), row("9", BEN, status="Reject"))
    (paper,) = export.edition.papers
    assert (paper.id, paper.title, paper.type, paper.track) == ("108", "Fast Training", "long-paper", "Scale")
    assert author_list(paper.authors) == "Ada Sample, Ben van Two and Mausam"
    assert [(each.given, each.family, each.literal) for each in paper.authors] == [
        ("Ada", "Sample", None),
        ("Ben van", "Two", None),
        (None, None, "Mausam"),
    ]
    assert (paper.abstract, paper.topics) == ("First.\n\nSecond.", ("A", "B"))
    assert export.pdfs == {"108": tmp_path / "papers/108.pdf"}
    assert "in 'Acceptance Status': 'Accept-Poster' (1)" in doubted(export)
    assert "may be a particle of the family name" in doubted(export)
    assert "left out: Reject (1)" in doubted(export)


def test_authors_behind_an_empty_place_are_taken_and_told(tmp_path: Path) -> None:
    export = imported(tmp_path, row("108", ADA, "," * 6, BEN), row("9", ADA, BEN))
    assert author_list(export.edition.papers[0].authors) == "Ada Sample and Ben van Two"
    assert "see whether they belong to the paper: paper 108, place 2" in doubted(export)


def test_a_name_of_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    export = imported(tmp_path, row("108", ADA.replace("Sample,", "Müller,")), encoding="cp1252")
    assert export.edition.papers[0].authors[0].family == "Müller"
    assert "read as Windows-1252" in doubted(export)


def test_a_pdf_bears_start_s_name_of_the_paper(tmp_path: Path) -> None:
    written(tmp_path, {"final/9/9_file_Paper.pdf": PDF, "final/9/9_Copyright.pdf": PDF, "final/8/8_Paper.pdf": PDF})
    pdfs = imported(tmp_path, row("9", ADA), row("8", BEN)).pdfs
    assert {paper: path.name for paper, path in pdfs.items()} == {"9": "9_file_Paper.pdf", "8": "8_Paper.pdf"}


def test_the_table_of_profiles_brings_orcids_and_the_committee(tmp_path: Path) -> None:
    profiles = """
        Username,First Name,Last Name,Email,Affiliation,ORCID,Roles
        ada,Ada,Sample,ada@example.org,Ghent,https://orcid.org/0000-0002-1825-0097,author:manager
        cem,Cem,Three,cem@example.org,Kiel,,committee
        """
    export = imported(written(tmp_path, {"profiles.csv": profiles}), row("108", ADA, BEN))
    assert [each.orcid for each in export.edition.papers[0].authors] == ["0000-0002-1825-0097", None]
    assert [(each.role, [member.family for member in each.members]) for each in export.edition.committees] == [
        ("Chairs", ["Sample"]),
        ("Programme Committee", ["Three"]),
    ]
    assert "see that all in them may be named, and by what role" in doubted(export)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("108", ADA), row("108", BEN, title="Other")], "'108' is there twice .*'Fast Training' and 'Other'"),
        ([row("108", ADA), f"{TITLES}\n", row("9", BEN)], "row 3 has the titles of the columns again"),
        ([row("108", ADA), f"\ufeff{TITLES}\n"], "line 5: a byte order mark, where a second file begins"),
        ([row("", ADA)], r"metadata.csv \(Fast Training\): 'Submission ID' is empty"),
        ([row("108", ADA, status="Reject")], r"no submission has a decision in 'Acceptance Status' .*Reject \(1\)"),
        ([], "the table is empty"),
    ],
)
def test_what_cannot_be_imported_is_one_line_with_its_place(rows: list[str], words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        imported(tmp_path, *rows)
    assert "\n" not in str(error.value)


def test_another_table_is_refused_with_the_columns_it_has(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="'Submission ID' is missing; its first row has 'a', 'b'"):
        read(written(tmp_path, {"metadata.csv": "a,b\n1,2\n"}))


def test_a_damaged_table_is_an_edition_or_one_line(tmp_path: Path) -> None:
    whole = f"{TITLES}\n{row('108', ADA, BEN)}{row('9', MAUSAM)}".encode()
    for content in damaged(whole, random.Random(7), times=120):
        try:
            assert read(written(tmp_path, {"metadata.csv": content})).edition.papers
        except SourceError as error:
            assert "\n" not in str(error)
