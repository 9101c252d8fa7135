from __future__ import annotations

import random
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

import openpyxl
import pytest

from export_makers import PDF, damaged, doubted, written
from proceedings.importers.cmt import read
from proceedings.importers.imported import Imported, SourceError

TITLES = (
    *("Paper ID", "Paper Title", "Abstract", "Primary Contact Author Email", "Authors", "Author Names"),
    *("Author Emails", "Track Name", "Primary Subject Area", "Secondary Subject Areas", "Status"),
)
NAMES = "Sample, Ada*; van Two, Ben; Mausam"
AUTHORS = "Ada Sample (Sample University; Ghent)*; Ben van Two (Kiel (Lab)); Mausam"
EMAILS = "ada@example.org*; ben@example.org; m@example.org"
PAPER = ("7", "Fast & Slow", "First.", "ada@example.org", AUTHORS, NAMES, EMAILS, "Main", "A -> B", "C; D", "Accept")
OTHER = ("9", "No", "", "", "", "Two, Ben*", "ben@example.org", "Main", "", "", "Reject")


def paper(**cells: str) -> tuple[str, ...]:
    """The first paper with other cells under these titles, whose spaces are written as underscores."""
    return tuple(cells.get(title.replace(" ", "_"), cell) for title, cell in zip(TITLES, PAPER, strict=True))


def tabbed(*rows: Sequence[str]) -> str:
    return "".join("\t".join(row) + "\n" for row in (TITLES, *rows))


def workbook(*rows: Sequence[str]) -> str:
    """A workbook of Excel 2003 whose second sheet has the papers below two other rows."""
    cells = "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in (["Papers of DLS"], [], TITLES, *rows))
    sheets = {"About": f"<Row>{cell('Exported')}</Row>", "Main": cells}
    spaces = '="urn:schemas-microsoft-com:office:spreadsheet"'
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        f"<Workbook xmlns{spaces} xmlns:ss{spaces}>"
        + "".join(f'<Worksheet ss:Name="{name}"><Table>{table}</Table></Worksheet>' for name, table in sheets.items())
        + "</Workbook>"
    )


def cell(text: str) -> str:
    return f"<Cell><Data>{escape(text)}</Data></Cell>" if text else "<Cell/>"


def imported(folder: Path, text: str | bytes, name: str = "Papers.xls") -> Imported:
    return read(written(folder, {name: text if isinstance(text, bytes) else text.encode()}) / name)


@pytest.mark.parametrize(("text", "name"), [(tabbed(PAPER, OTHER), "p.tsv"), (workbook(PAPER, OTHER), "p.xls")])
def test_a_paper_is_the_same_from_tabbed_text_and_from_a_workbook(text: str, name: str, tmp_path: Path) -> None:
    export = imported(tmp_path, text, name)
    (paper,) = export.edition.papers
    assert (paper.id, paper.title, paper.track, paper.topics) == ("7", "Fast & Slow", "Main", ("A -> B", "C", "D"))
    assert [(each.given, each.family, each.literal) for each in paper.authors] == [
        ("Ada", "Sample", None),
        ("Ben", "van Two", None),
        (None, None, "Mausam"),
    ]
    assert [each.email for each in paper.authors] == [f"{name}@example.org" for name in ("ada", "ben", "m")]
    assert [each.corresponding for each in paper.authors] == [True, False, False]
    assert [each.name for each in paper.affiliations.values()] == ["Sample University; Ghent", "Kiel (Lab)"]
    assert "in 'Status': 'Accept' (1)" in doubted(export)
    assert "left out: Reject (1)" in doubted(export)


def test_titles_of_a_workbook_of_today_may_stand_on_any_sheet_and_formulas_are_not_run(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Main")
    for row in (["Papers"], [], list(TITLES), [7.0, *PAPER[1:]], [8, "=1+1", *PAPER[2:]]):
        sheet.append(row)
    book.save(tmp_path / "Papers.xlsx")
    papers = read(tmp_path).edition.papers
    assert [(each.id, each.title) for each in papers] == [("7", "Fast & Slow"), ("8", "")]


def test_a_cell_may_say_where_it_stands(tmp_path: Path) -> None:
    text = workbook(PAPER).replace("<Cell><Data>Accept<", '<Cell ss:Index="11"><Data>Accept<').replace("<Cell/>", "")
    assert imported(tmp_path, text).edition.papers[0].id == "7"


def test_a_name_is_parted_only_at_its_one_comma(tmp_path: Path) -> None:
    names = "Sample, Ada, Jr.*; The Sample Team"
    authors = imported(tmp_path, tabbed(paper(Author_Names=names)), "p.tsv").edition.papers[0].authors
    assert [each.literal for each in authors] == ["Sample, Ada, Jr.", "The Sample Team"]


def test_what_does_not_stand_in_the_order_of_the_authors_is_told(tmp_path: Path) -> None:
    export = imported(tmp_path, tabbed(paper(Author_Emails="ada@example.org", Authors="Other (Kiel)")), "p.tsv")
    (found,) = export.edition.papers
    assert [each.email for each in found.authors] == ["ada@example.org", None, None]
    assert not found.affiliations
    assert "only the contact's was taken: paper 7" in doubted(export)
    assert "affiliations are missing: paper 7" in doubted(export)
    starred = paper(Author_Emails="ben@example.org*; cem@example.org", Primary_Contact_Author_Email="")
    (found,) = imported(tmp_path, tabbed(starred), "p.tsv").edition.papers
    assert [each.email for each in found.authors if each.email] == ["ben@example.org"]


def test_an_author_without_address_takes_nobodys(tmp_path: Path) -> None:
    export = imported(tmp_path, tabbed(paper(Author_Emails="ada@example.org*; ; m@example.org")), "p.tsv")
    assert [each.email for each in export.edition.papers[0].authors] == ["ada@example.org", None, "m@example.org"]


def test_a_title_of_a_column_that_stands_twice_is_told(tmp_path: Path) -> None:
    titles, row = (*TITLES, "Paper Title"), (*PAPER, "Other")
    export = imported(tmp_path, "".join("\t".join(each) + "\n" for each in (titles, row)), "p.tsv")
    assert export.edition.papers[0].title == "Fast & Slow"
    assert "the first was taken: p.tsv, sheet 'p', 'Paper Title'" in doubted(export)


def test_a_remark_beside_the_columns_is_told_when_it_is_left_out(tmp_path: Path) -> None:
    export = imported(tmp_path, "".join("\t".join(each) + "\n" for each in (TITLES, (*PAPER, "ask again"))), "p.tsv")
    assert "right of the last title, and were left out: p.tsv, sheet 'p', 'ask again'" in doubted(export)


def test_the_final_pdf_lies_in_the_folder_of_its_paper(tmp_path: Path) -> None:
    written(tmp_path, {"7/Submission/a.pdf": PDF, "7/CameraReady/b.pdf": PDF})
    assert imported(tmp_path, tabbed(PAPER), "p.tsv").pdfs == {"7": tmp_path / "7/CameraReady/b.pdf"}


def test_a_workbook_that_would_unpack_to_far_more_than_people_write_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Papers.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("xl/worksheets/sheet1.xml", bytes(60_000_000))
    with pytest.raises(SourceError, match=r"Papers\.xlsx: .* unpacked it would have 60 MB"):
        read(tmp_path)


def test_a_table_kept_after_cmt_s_may_leave_blanks_out_of_its_titles(tmp_path: Path) -> None:
    table = (
        "PaperID,Title,AuthorDetails,AuthorNames,AuthorEmails,PrimarySubjectArea\n"
        '7,Fast,"Ada B.  Sample (Ghent\t)*; Pol van Two (Kiel, Labs)","Sample, Ada B. *; Two, Pol van",'
        '"ada@example.org*; pol@example.org","A, B -> C"\n'
    )
    (paper,) = imported(tmp_path, table, "metadata.csv").edition.papers
    assert [(each.given, each.family, each.email) for each in paper.authors] == [
        ("Ada B.", "Sample", "ada@example.org"),
        ("Pol van", "Two", "pol@example.org"),
    ]
    assert [each.name for each in paper.affiliations.values()] == ["Ghent", "Kiel, Labs"]
    assert (paper.title, paper.topics) == ("Fast", ("A, B -> C",))


def test_a_revision_beside_its_original_is_told(tmp_path: Path) -> None:
    rows = [f"{row[0]}\t{old}\t{row[1]}\tAccept\n" for row, old in ((PAPER, ""), (OTHER, "7"))]
    export = imported(tmp_path, "Paper ID\tOriginal Paper ID\tPaper Title\tStatus\n" + "".join(rows), "p.tsv")
    assert "take one of them out: paper 9 of 7" in doubted(export)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (workbook(PAPER)[:-30], r"Papers.xls, line \d+, column \d+: the file ends in the middle"),
        (workbook(PAPER, TITLES, OTHER), "sheet 'Main', row 5: the titles of the columns stand there again"),
        (workbook(PAPER, PAPER), "'7' is there twice"),
        (workbook(paper(Paper_ID="")), r"Papers.xls \(Fast & Slow\): 'Paper ID' is empty"),
        (workbook(OTHER), r"no submission has a decision in 'Status' .*Reject \(1\)"),
        (workbook(), "no sheet has a row with the titles 'Paper ID' and 'Paper Title'.*'About', 'Main'"),
        (workbook(PAPER).replace("<Cell>", '<Cell ss:Index="99999999">', 3), "beyond the last column"),
        ("<html/>", "<html> where <Workbook> should be"),
        ("<!DOCTYPE w [<!ENTITY e 'e'>]>" + workbook(PAPER)[21:], "defines entities"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Papers.xls: this table cannot be read"),
        (b"PK\3\4 no archive", "this table cannot be read"),
        ("", "no sheet has a row"),
    ],
)
def test_what_cannot_be_imported_is_one_line_with_its_place(text: str | bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        imported(tmp_path, text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", [tabbed(PAPER, OTHER), workbook(PAPER, OTHER)])
def test_a_damaged_export_is_an_edition_or_one_line(text: str, tmp_path: Path) -> None:
    for content in damaged(text.encode(), random.Random(7), times=120):
        try:
            assert imported(tmp_path, content).edition.papers
        except SourceError as error:
            assert "\n" not in str(error)
