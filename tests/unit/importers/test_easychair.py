from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import PDF, doubted, easychair_folder, written
from proceedings.importers.easychair import read
from proceedings.importers.imported import SourceError, doubt_lines

SUBMISSIONS = """
    4,Fast Training,"Ada Sample and Gözde Şahin",2031-01-01 10:00,2031-01-02 10:00,,"deep learning
    supercomputers",accept,no,yes,"First paragraph.

    Second & last.",no
    9,Refused,Ben Two,2031-01-01 10:00,,,,reject,no,yes,No.,no
    11,Withdrawn,Ben Two,2031-01-01 10:00,,,,accept,no,yes,No.,yes
    12,Perhaps,Ben Two,2031-01-01 10:00,,,,accept?,no,yes,No.,no
    30,Posters,Ben Two,2031-01-01 10:00,,,,ACCEPT as poster,no,yes,Yes.,no
"""
AUTHORS = """
    4,Ada,Sample,ada@example.org,Belgium,Sample University,,1,yes
    4,Gözde,Şahin,gozde@example.org,Turkey,Sample Institute,,2,no
    9,Ben,Two,ben@example.org,Utopia,Nowhere,,3,yes
    30,Ben,Two,ben@example.org,Utopia,Nowhere,,3,yes
"""


def test_accepted_submissions_are_imported_in_table_order(tmp_path: Path) -> None:
    edition = read(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)).edition
    assert [paper.id for paper in edition.papers] == ["4", "30"]
    assert [session.papers for session in edition.sessions] == [("4", "30")]


def test_a_paper_has_its_authors_in_row_order_with_country_codes(tmp_path: Path) -> None:
    paper = read(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)).edition.papers[0]
    assert [(each.given, each.family, each.corresponding) for each in paper.authors] == [
        ("Ada", "Sample", True),
        ("Gözde", "Şahin", False),
    ]
    assert [each.country for each in paper.affiliations.values()] == ["BE", "TR"]
    assert paper.keywords == ("deep learning", "supercomputers")
    assert paper.abstract == "First paragraph.\n\nSecond & last."


def test_what_is_unclear_is_doubted(tmp_path: Path) -> None:
    lines = "\n".join(doubt_lines(read(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)).doubts))
    assert "'accept?' (1 submissions)" in lines
    assert "Utopia (paper 30)" in lines
    assert "no PDF in the export" in lines


def test_the_chairs_own_words_for_a_yes_hold(tmp_path: Path) -> None:
    folder = written(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS), {"import.yml": 'accept: "accept[?]"\n'})
    assert [paper.id for paper in read(folder).edition.papers] == ["12"]


def test_no_accepted_submission_is_an_error_that_lists_the_decisions(tmp_path: Path) -> None:
    folder = written(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS), {"import.yml": "accept: YES\n"})
    with pytest.raises(SourceError, match=r"there are: accept \(1\), reject \(1\)"):
        read(folder)


def test_authors_that_differ_from_the_authors_column_are_doubted(tmp_path: Path) -> None:
    turned = AUTHORS.replace("Gözde,Şahin", "Gözde Gül,Şahin")
    doubts = read(easychair_folder(tmp_path, SUBMISSIONS, turned)).doubts
    assert [doubt.where for doubt in doubts if "author list differ" in doubt.fact] == ["paper 4"]


def test_authors_whose_accents_are_latex_are_the_same_in_line_and_list(tmp_path: Path) -> None:
    spelled = SUBMISSIONS.replace("Şahin", r"\c{S}ahin"), AUTHORS.replace("Şahin", r"{\c S}ahin")
    folder = easychair_folder(tmp_path, *spelled)
    assert "author list differ" not in doubted(read(folder))


def test_by_which_words_a_submission_was_taken_is_told(tmp_path: Path) -> None:
    assert "taken as accepted by decision" in doubted(read(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)))


def test_one_person_with_two_names_is_doubted(tmp_path: Path) -> None:
    turned = AUTHORS.replace("30,Ben,Two", "30,Benjamin,Two").replace("9,Ben", "4,Ben")
    doubts = read(easychair_folder(tmp_path, SUBMISSIONS, turned)).doubts
    assert "Ben Two and Benjamin Two" in [doubt.where for doubt in doubts]


def test_without_an_author_table_names_are_whole(tmp_path: Path) -> None:
    paper = read(easychair_folder(tmp_path, SUBMISSIONS)).edition.papers[0]
    assert [each.literal for each in paper.authors] == ["Ada Sample", "Gözde Şahin"]


def test_pdfs_are_matched_by_their_number(tmp_path: Path) -> None:
    folder = easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)
    written(folder, {"pdf/DLS31_paper_4.pdf": PDF, "pdf/DLS31_paper_9.pdf": PDF, "30.pdf": PDF})
    pdfs = read(folder).pdfs
    assert {key: path.name for key, path in pdfs.items()} == {"4": "DLS31_paper_4.pdf", "30": "30.pdf"}


def test_the_copied_list_of_accepted_papers_will_do(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        {
            "accepted": "4\tFast Training\t\tACCEPT\n30\tPosters\t\tACCEPT\n",
            "submissions": "4\tAda Sample and Ben Two\tFast Training\n30\tCem Three\tPosters\n",
        },
    )
    papers = read(folder).edition.papers
    assert [(paper.id, paper.title) for paper in papers] == [("4", "Fast Training"), ("30", "Posters")]
    assert [each.literal for each in papers[0].authors] == ["Ada Sample", "Ben Two"]


def test_a_row_without_a_number_is_no_submission(tmp_path: Path) -> None:
    table = "#,title,authors\n4,Fast Training,Ada Sample\n,1 paper,\n"
    assert [paper.id for paper in read(written(tmp_path, {"accepted.csv": table})).edition.papers] == ["4"]


def test_copied_lists_in_windows_1252_are_read_and_doubted(tmp_path: Path) -> None:
    export = read(written(tmp_path, {"accepted": "4\tÜber Köln\t\tACCEPT\n".encode("cp1252")}))
    assert export.edition.papers[0].title == "Über Köln"
    assert any("Windows-1252" in each.fact for each in export.doubts)


def test_two_downloads_in_one_table_are_refused_by_the_id_that_is_there_twice(tmp_path: Path) -> None:
    again = SUBMISSIONS.replace("9,Refused", "4,Other")
    with pytest.raises(SourceError, match=r"the id '4' is there twice .'Fast Training' and 'Other'"):
        read(easychair_folder(tmp_path, again, AUTHORS))


def test_a_table_of_topics_without_rows_is_none(tmp_path: Path) -> None:
    folder = written(easychair_folder(tmp_path, SUBMISSIONS, AUTHORS), {"submission_topic.csv": "submission #,topic\n"})
    assert read(folder).edition.papers[0].topics == ()


def test_the_excel_tables_will_do(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    submissions = {"#": [4], "Title": ["Fast Training"], "Authors": ["Ada Sample"], "Decision": ["accept"]}
    with pandas.ExcelWriter(tmp_path / "dls_review_summary_1.xlsx") as book:
        pandas.DataFrame({"x": [1]}).to_excel(book, sheet_name="Reviews", index=False)
        pandas.DataFrame(submissions).to_excel(book, sheet_name="Submissions", index=False)
    people = {"#": [4], "Author": ["Ada Sample"], "Email": ["a@example.org"], "Country": ["Belgium"]}
    pandas.DataFrame({**people, "Affiliation": ["Ghent"]}).to_excel(tmp_path / "author_list.xlsx", index=False)
    paper = read(tmp_path).edition.papers[0]
    assert (paper.id, paper.title, paper.authors[0].literal) == ("4", "Fast Training", "Ada Sample")
    assert [each.country for each in paper.affiliations.values()] == ["BE"]


def test_one_workbook_may_hold_submissions_and_authors(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    submissions = {"#": [4], "track #": [2], "title": ["Fast"], "authors": ["Ada Sample"], "decision": ["accept"]}
    people = {"submission #": [4], "first name": ["Ada"], "last name": ["Sample"], "affiliation": ["Ghent"]}
    with pandas.ExcelWriter(tmp_path / "data_2031-04-22_Excel.xlsx") as book:
        pandas.DataFrame(submissions).to_excel(book, sheet_name="Submissions", index=False)
        pandas.DataFrame({"submission #": [4], "text": ["x"]}).to_excel(book, sheet_name="Reviews", index=False)
        pandas.DataFrame(people).to_excel(book, sheet_name="Authors", index=False)
    for source in (tmp_path, tmp_path / "data_2031-04-22_Excel.xlsx"):
        (paper,) = read(source).edition.papers
        assert [(each.given, each.family) for each in paper.authors] == [("Ada", "Sample")]
        assert (paper.track, [each.name for each in paper.affiliations.values()]) == ("2", ["Ghent"])


def test_the_table_that_was_named_is_read_by_whichever_name_it_goes(tmp_path: Path) -> None:
    folder = easychair_folder(tmp_path, SUBMISSIONS, AUTHORS)
    (folder / "submission.csv").rename(folder / "submission-short.csv")
    assert [paper.id for paper in read(folder / "submission-short.csv").edition.papers] == ["4", "30"]
    with pytest.raises(SourceError, match="no EasyChair table here"):
        read(folder / "author.csv")


def test_a_table_without_titles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the column 'title' is missing"):
        read(written(tmp_path, {"submission.csv": "#,name\n4,Fast\n"}))
