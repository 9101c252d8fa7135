from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from export_makers import PDF, doubted, written
from proceedings.importers.csv_table import read
from proceedings.importers.imported import Imported, SourceError, doubt_lines

LONG = """
    Paper Id,Paper Title,First name,Last name,Email,Affiliation,Country,Page Limit,Corresponding Author?
    P7,"Fast, Faster",Ada,Sample,ada@example.org,Ghent,Belgium,8,Yes
    P7,"Fast, Faster",Ben,Two,ben@example.org,Kiel,NO,8,No
    P9,Slow,Cem,Üç,cem@example.org,Kiel,NO,8,Yes
    """


def names(imported: Imported) -> list[list[tuple[str | None, str | None]]]:
    return [[(each.given, each.family or each.literal) for each in paper.authors] for paper in imported.edition.papers]


def test_a_row_an_author_is_recognised(tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": LONG}) / "papers.csv")
    assert names(imported) == [[("Ada", "Sample"), ("Ben", "Two")], [("Cem", "Üç")]]
    first = imported.edition.papers[0]
    assert (first.id, first.title) == ("P7", "Fast, Faster")
    assert [each.country for each in first.affiliations.values()] == ["BE", "NO"]
    assert [each.corresponding for each in first.authors] == [True, False]


def test_what_macos_packs_beside_a_pdf_is_no_paper(tmp_path: Path) -> None:
    table = """
        id,title,author 1 first name,author 1 last name
        7,Fast,Ada,Sample
        """
    files = {"papers.csv": table, "._papers.csv": b"\0", "paper_7.pdf": PDF, "__MACOSX/._paper_7.pdf": PDF}
    imported = read(written(tmp_path, files))
    assert imported.pdfs["7"].relative_to(tmp_path).as_posix() == "paper_7.pdf"
    assert not [each for each in imported.doubts if "several PDFs" in each.fact]


def test_zeros_before_a_number_part_no_pdf_from_its_paper(tmp_path: Path) -> None:
    table = "id,title,authors\n007,Fast,Ada\n8,Slow,Ben\n12,One,Ada\n012,Other,Ben\n"
    files = {"papers.csv": table} | dict.fromkeys(("paper_007.pdf", "008.pdf", "paper_12.pdf"), PDF)
    imported = read(written(tmp_path, files))
    assert {paper: path.name for paper, path in imported.pdfs.items()} == {
        "007": "paper_007.pdf",
        "8": "008.pdf",
        "12": "paper_12.pdf",
    }


def test_keywords_that_begin_like_a_list_and_never_end_are_text(tmp_path: Path) -> None:
    keywords = "['a' " + "-" * 100_000
    table = f'id,title,authors,keywords\n7,Fast,Ada,"{keywords}1]"\n'
    assert read(written(tmp_path, {"papers.csv": table})).edition.papers[0].keywords == (f"{keywords}1]",)


def test_a_pdf_named_by_the_whole_id_is_the_paper_s(tmp_path: Path) -> None:
    table = """
        id,title,author 1 first name,author 1 last name
        paper_7,Fast,Ada,Sample
        8,Slow,Ben,Two
        """
    files = {"papers.csv": table, "paper_7.pdf": PDF, "DLS_paper_8.pdf": PDF}
    imported = read(written(tmp_path, files))
    assert {paper: path.name for paper, path in imported.pdfs.items()} == {
        "paper_7": "paper_7.pdf",
        "8": "DLS_paper_8.pdf",
    }


def test_what_was_recognised_and_what_was_not_is_said(tmp_path: Path) -> None:
    lines = "\n".join(doubt_lines(read(written(tmp_path, {"papers.csv": LONG})).doubts))
    assert "title = 'Paper Title'" in lines
    assert "columns that were not used: 'Page Limit'" in lines


def test_a_mapping_names_the_columns(tmp_path: Path) -> None:
    mapping = """
        importer: csv
        columns: {id: Nr, title: Titel, decision: Ergebnis, session: Sitzung}
        authors: {layout: string, columns: {name: Autoren}}
        accept: ^angenommen
        """
    table = """
        Nr;Titel;Autoren;Ergebnis;Sitzung
        007;Schnell & gut;"Muster, Ada*; Zwei, Ben";angenommen;Vormittag
        008;Langsam;Mausam;abgelehnt;Vormittag
        009;Später;Cem Drei und Co;angenommen;Nachmittag
        """
    imported = read(written(tmp_path, {"import.yml": mapping, "table.csv": table}))
    assert [paper.id for paper in imported.edition.papers] == ["007", "009"]
    assert names(imported) == [[("Ada", "Muster"), ("Ben", "Zwei")], [(None, "Cem Drei und Co")]]
    assert imported.edition.papers[0].authors[0].corresponding
    assert [(each.title, each.papers) for each in imported.edition.sessions] == [
        ("Vormittag", ("007",)),
        ("Nachmittag", ("009",)),
    ]


def test_numbered_columns_are_recognised(tmp_path: Path) -> None:
    table = """
        Submission ID,Title,1: First Name,1: Last Name,1: Affiliation,2: First Name,2: Last Name,2: Affiliation
        3,Wide,Ada,Sample,Ghent,Ben,Two,Kiel
        5,Narrow,Cem,Three,Ghent,,,
        """
    imported = read(written(tmp_path, {"papers.csv": table}))
    assert names(imported) == [[("Ada", "Sample"), ("Ben", "Two")], [("Cem", "Three")]]


def test_numbered_columns_may_be_mapped(tmp_path: Path) -> None:
    mapping = 'authors: {layout: wide, columns: {given: "Vorname {n}", family: "Name {n}"}}\n'
    table = "id,title,Vorname 1,Name 1,Vorname 2,Name 2\n3,Wide,Ada,Sample,Ben,Two\n"
    imported = read(written(tmp_path, {"import.yml": mapping, "papers.csv": table}))
    assert names(imported) == [[("Ada", "Sample"), ("Ben", "Two")]]


def test_authors_may_stand_in_a_table_of_their_own(tmp_path: Path) -> None:
    mapping = "table: papers.csv\nauthors: {layout: long, table: authors.csv}\n"
    authors = "paper,given name,family name,order\n3,Ben,Two,2\n3,Ada,Sample,1\n"
    files = {"import.yml": mapping, "papers.csv": "id,title\n3,Split\n", "authors.csv": authors}
    assert names(read(written(tmp_path, files))) == [[("Ada", "Sample"), ("Ben", "Two")]]


def test_a_turkish_name_of_dotted_and_dotless_letters_is_no_suffix(tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": 'id,title,authors\n1,One,"Şahin, İı; Sample, Jr., Ada"\n'}))
    assert names(imported) == [[("İı", "Şahin"), ("Ada", "Sample")]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ada Sample, Ben Two and Cem Three", ["Ada Sample", "Ben Two", "Cem Three"]),
        ("Ada Sample (Ghent); Ben Two: Kiel", ["Ada Sample", "Ben Two"]),
        ("Ada Sample, and Ben Two", ["Ada Sample", "Ben Two"]),
        ("Mausam", ["Mausam"]),
    ],
)
def test_names_in_one_cell_are_parted_but_never_split(cell: str, expected: list[str], tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": f'id,title,authors\n1,One,"{cell}"\n'}))
    assert names(imported) == [[(None, name) for name in expected]]


def test_windows_text_is_read_and_doubted(tmp_path: Path) -> None:
    table = "id;title;first name;last name\n1;Über Köln;Jörg;Müller\n".encode("cp1252")
    imported = read(written(tmp_path, {"papers.csv": table}))
    assert imported.edition.papers[0].title == "Über Köln"
    assert any("Windows-1252" in doubt.fact for doubt in imported.doubts)


def test_encoding_delimiter_and_words_of_acceptance_are_told(tmp_path: Path) -> None:
    table = "id;title;authors;decision\n7;Fast;Ada Sample;Accept as talk\n"
    said = doubted(read(written(tmp_path, {"papers.csv": table.encode("utf-16")})))
    assert "read by the sign that their titles show: papers.csv (semicolons)" in said
    assert "files in UTF-16 were read as such: papers.csv" in said
    assert "taken as accepted by decision in 'decision': 'Accept as talk' (1)" in said


def test_a_byte_order_mark_and_words_that_mean_nothing_elsewhere_are_text(tmp_path: Path) -> None:
    table = "\ufeffid,title,first name,last name,country\n1,NA,Null,NaN,NA\n"
    paper = read(written(tmp_path, {"papers.csv": table})).edition.papers[0]
    assert (paper.id, paper.title, paper.authors[0].given, paper.authors[0].family) == ("1", "NA", "Null", "NaN")


def test_without_ids_papers_are_numbered(tmp_path: Path) -> None:
    table = "title,first name,last name\nOne,Ada,Sample\nOne,Ben,Two\nTwo,Cem,Three\n"
    imported = read(written(tmp_path, {"papers.csv": table}))
    assert [(paper.id, len(paper.authors)) for paper in imported.edition.papers] == [("1", 2), ("2", 1)]


def test_pdfs_lie_beside_the_table(tmp_path: Path) -> None:
    folder = written(tmp_path, {"papers.csv": LONG, "P7.pdf": PDF})
    assert sorted(read(folder).pdfs) == ["P7"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"t.csv": ""}, "the table is empty"),
        ({"t.csv": "a,b\n1,2\n"}, "no column is the title.*'a', 'b'"),
        ({"t.csv": ",,\n1,One,Ada\n"}, "its first row, where the titles should stand, is empty"),
        ({"t.csv": ",".join(f"c{number}" for number in range(12)) + "\n1\n"}, "'c7' and 4 more"),
        (
            {"t.csv": "id,title,writers\n1,One,Ada\n"},
            "no column holds authors; its first row has 'id', 'title', 'writers'",
        ),
        ({"1.pdf": PDF}, "no table here"),
        ({"t.csv": "id,title,authors\n,One,Ada\n"}, "t.csv: 'id' is empty in the row of 'One'"),
        ({"t.csv": "id,title,authors\n1,One,Ada\n1,Two,Ben\n"}, "t.csv: the id '1' is there twice .'One' and 'Two'."),
        ({"t.csv": "id,title\n1,One\n", "u.csv": "id\n"}, "there are: t.csv, u.csv"),
        ({"t.csv": "id,title,authors\n1,a,b\n", "import.yml": "colums: {}\n"}, "import.yml: .*colums"),
        ({"t.csv": "id,title,authors\n1,a,b\n", "import.yml": "columns: {titel: x}\n"}, "did you mean 'title'"),
        ({"t.csv": "id,title,authors\n1,a,b\n", "import.yml": "columns: {title: Titel}\n"}, "no column 'Titel'"),
        ({"t.csv": "id,title,authors\n1,a,b\n", "import.yml": "accept: '('\n"}, ""),
        ({"t.csv": "id,title,authors,decision\n1,a,b,yes\n", "import.yml": "accept: '('\n"}, "no regular expression"),
        ({"t.csv": "id,title,authors,decision\n1,a,b,yes\n"}, r"there are: yes \(1\)"),
        ({"t.xlsx": "no workbook"}, "this table cannot be read"),
        (
            {"t.csv": "id,title,authors\n1,a,b\n\ufeffid,title,authors\n1,a,b\n"},
            "line 3: a byte order mark, where a sec",
        ),
        ({"t.csv": "id,title,authors\n1,a,b\ufeffid,title,authors\n1,a,b\n"}, "line 2: a byte order mark, where a sec"),
        (
            {"t.csv": "id,title,track,authors\n1,a,b,c\nid,title,authors\n2,a,b\n"},
            "row 3 has the titles of the columns again",
        ),
        (
            {"t.csv": "id,title,authors\n1,a,b\nid,title,track,authors\n2,a,b,c\n"},
            "line 3 has 4 cells, where there are 3 titles",
        ),
        ({"t.csv": "id,title,last name\n1,One,Ada\n1,Two,Ben\n"}, "'1' is there twice .'One' and 'Two'"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_error(files: dict[str, str], message: str, tmp_path: Path) -> None:
    folder = written(tmp_path, files)
    if not message:
        assert read(folder).edition.papers  # a pattern that nothing needs does no harm
        return
    with pytest.raises(SourceError, match=message):
        read(folder)


def test_a_file_that_is_no_table_is_refused_and_not_searched_around(tmp_path: Path) -> None:
    folder = written(tmp_path, {"papers.csv": LONG, "P7.pdf": PDF})
    with pytest.raises(SourceError, match=r"P7\.pdf: this is no table"):
        read(folder / "P7.pdf")


def test_submissions_that_are_left_out_are_counted_by_their_decision(tmp_path: Path) -> None:
    table = "id,title,authors,decision\n1,a,b,accept\n2,c,d,reject\n3,e,f,reject\n4,g,h,\n"
    lines = doubt_lines(read(written(tmp_path, {"t.csv": table})).doubts)
    assert "submissions that were not accepted were left out: reject (2), (empty) (1)" in lines


def test_the_line_that_tells_excel_the_delimiter_is_no_title(tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": "sep=;\r\nid;title;authors\r\n1;One, or two;Ada Sample\r\n"}))
    assert imported.edition.papers[0].title == "One, or two"


def test_the_sign_by_which_a_system_hides_a_formula_is_not_part_of_the_text(tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": "id,title,authors\n1,'=1+1 Is Two,Ada Sample\n"}))
    assert imported.edition.papers[0].title == "=1+1 Is Two"


@pytest.mark.parametrize("again", ["title", "title "])
def test_a_title_of_a_column_that_stands_twice_is_told(again: str, tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": f"id,title,authors,{again}\n1,One,Ada Sample,Other\n"}))
    assert imported.edition.papers[0].title == "One"
    assert "stands there twice; the first was taken: papers.csv, 'title'" in doubted(imported)


def test_an_error_in_a_cell_is_no_text_and_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["id", "title", "authors", "track"], [1, "One", "Ada Sample", "#N/A"], [2, "Two", "Ben Two", "Main"]):
        book.active.append(row)
    book.save(tmp_path / "papers.xlsx")
    imported = read(tmp_path)
    assert [paper.track for paper in imported.edition.papers] == [None, "Main"]
    assert "write what they should say into the workbook: papers.xlsx, D2 (#N/A)" in doubted(imported)


def test_a_sheet_that_says_it_has_one_cell_is_read_to_its_end(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["id", "title", "authors"], [1, "One", "Ada Sample"]):
        book.active.append(row)
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "papers.xlsx", "w") as short:
        for name in whole.namelist():
            short.writestr(name, whole.read(name).replace(b'dimension ref="A1:C2"', b'dimension ref="A1"'))
    assert read(tmp_path / "papers.xlsx").edition.papers[0].title == "One"


def test_a_formula_that_nobody_worked_out_is_told_with_its_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["id", "title", "authors"], [1, "One", "Ada Sample"], [2, '="T" & "wo"', "Ben Two"]):
        book.active.append(row)
    book.save(tmp_path / "papers.xlsx")
    imported = read(tmp_path)
    assert [each.title for each in imported.edition.papers] == ["One", ""]
    assert "open the workbook in one, save it, and import again: papers.xlsx, B3" in doubted(imported)


def test_spellings_of_one_title_are_one_title(tmp_path: Path) -> None:
    imported = read(written(tmp_path, {"papers.csv": "id,title,last name\n1,On Müller,Ada\n1,On Muller,Ben\n"}))
    assert names(imported) == [[(None, "Ada"), (None, "Ben")]]
    assert "spell its title in different ways; the first was taken: paper 1" in doubted(imported)


def test_a_heading_above_the_titles_is_passed_over(tmp_path: Path) -> None:
    table = "Accepted papers of DLS\n\nid,title,authors\n7,Fast,Ada Sample\n"
    assert [paper.id for paper in read(written(tmp_path, {"papers.csv": table})).edition.papers] == ["7"]


def test_titles_written_as_programs_write_them_are_known(tmp_path: Path) -> None:
    table = """
        PaperID,PaperTitle,dc.subject,AuthorNames,AuthorEmails
        7,Fast,one; two,"Sample, Ada*; Two, Ben",ada@example.org*; ben@example.org
        """
    imported = read(written(tmp_path, {"papers.csv": table}))
    assert names(imported) == [[("Ada", "Sample"), ("Ben", "Two")]]
    paper = imported.edition.papers[0]
    assert (paper.id, paper.title, paper.keywords) == ("7", "Fast", ("one", "two"))
    assert [each.email for each in paper.authors] == ["ada@example.org", "ben@example.org"]


def test_what_is_listed_beside_the_names_goes_to_them_when_there_is_as_much_of_it(tmp_path: Path) -> None:
    table = """
        id,title,authors,emails,affiliations,
        7,Fast,"Ada Sample, Ben Two","ada@example.org, ben@example.org","Ghent, Belgium; Kiel",x
        8,Slow,"Ada Sample, Ben Two, Jr.",ada@example.org,Ghent,
        9,Late,Ada Sample,ada@example.org,"Ghent; Kiel",
        """
    imported = read(written(tmp_path, {"papers.csv": table}))
    papers = imported.edition.papers
    assert [[each.email for each in paper.authors] for paper in papers] == [
        ["ada@example.org", "ben@example.org"],
        [None, None],
        ["ada@example.org"],
    ]
    assert [[each.name for each in paper.affiliations.values()] for paper in papers] == [
        ["Ghent, Belgium", "Kiel"],
        [],
        ["Ghent; Kiel"],
    ]
    assert papers[1].authors[1].literal == "Ben Two, Jr."
    lines = "\n".join(doubt_lines(imported.doubts))
    assert "not as many entries as there are authors, so it was left out (2 times): paper 8 (email), " in lines
    assert "not used: one without a title" in lines


def test_a_single_author_is_one_person_where_the_others_stand_family_first(tmp_path: Path) -> None:
    table = 'id,title,authors\n7,Fast,"Sample, Ada; Two, Ben"\n8,Slow,"Three, Cem"\n'
    imported = read(written(tmp_path, {"papers.csv": table}))
    assert names(imported) == [[("Ada", "Sample"), ("Ben", "Two")], [("Cem", "Three")]]


def test_co_authors_in_a_column_of_their_own_come_behind_the_authors(tmp_path: Path) -> None:
    table = "Id,Title,Description,Authors,Co-Authors\n7,Fast,First.,Ada Sample,Ben Two; Cem Three\n"
    imported = read(written(tmp_path, {"contributions.csv": table}))
    assert names(imported) == [[(None, "Ada Sample"), (None, "Ben Two"), (None, "Cem Three")]]
    assert imported.edition.papers[0].abstract == "First."


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (",,\n7,Fast,Ada Sample\n", "should stand, is empty. Write the titles of the columns into it"),
        ("a\nb\nc\nd, e\n", "line 4 has 2 cells, where there are 1 titles; is this a table, or a text?"),
    ],
)
def test_a_table_without_titles_says_what_to_write(table: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=said.replace("?", r"\?")):
        read(written(tmp_path, {"papers.csv": table}))


def test_a_file_that_is_no_mapping_is_told_what_a_mapping_has(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="unknown field `name`; a mapping for a table has importer, table, sheet,"):
        read(written(tmp_path, {"section.yml": "name: Systems\n"}) / "section.yml")


def test_a_table_is_the_list_at_acceptance_with_which_later_authors_are_compared(tmp_path: Path) -> None:
    table = written(tmp_path, {"papers.csv": "id,title,authors\n7,Fast,Ada Sample; Ben Two\n"})
    assert [(each.id, each.authors) for each in read(table).edition.accepted] == [("7", ("Ada Sample", "Ben Two"))]
