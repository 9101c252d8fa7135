"""Workbooks that chairs keep by hand: headings, odd titles, sums below, several addresses, a contact by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import doubted
from proceedings.importers.csv_table import read
from proceedings.importers.imported import Imported, SourceError
from table_exports import xlsx_of

HEADING = (("Accepted papers, final",), ("last change: 3 May",), ())
TITLES = ("No.", "Paper title", "Authors (Last, First)", "E-mail(s)", "Institution(s)", "Contact author", "Outcome")
FAST = (7, "Fast", "Sample, Ada; Two, Ben", "ada@example.org; ben@example.org", "Ghent; Kiel", "Ben Two", "Accept")
SLOW = (9, "Slow", "Three, Cem", "cem@example.org / cem@home.example", "Kiel", "cem@example.org", "reject")


def import_of(folder: Path, *rows: tuple[object, ...]) -> Imported:
    return read(xlsx_of(folder / "list.xlsx", {"Sheet": [tuple(map(str, row)) for row in rows]}))


def test_a_heading_above_the_titles_is_passed_over_and_remarks_beside_titles_do_not_hide_them(tmp_path: Path) -> None:
    (fast,) = import_of(tmp_path, *HEADING, TITLES, FAST, SLOW).edition.papers
    assert (fast.id, fast.title) == ("7", "Fast")
    assert [(each.family, each.email) for each in fast.authors] == [
        ("Sample", "ada@example.org"),
        ("Two", "ben@example.org"),
    ]
    assert [each.name for each in fast.affiliations.values()] == ["Ghent", "Kiel"]


def test_what_excel_keeps_beside_an_open_table_is_no_second_table(tmp_path: Path) -> None:
    xlsx_of(tmp_path / "list.xlsx", {"Sheet": [("Title", "Authors"), ("Fast", "Sample, Ada")]})
    (tmp_path / "~$list.xlsx").write_bytes(b"Ada")
    assert [paper.title for paper in read(tmp_path).edition.papers] == ["Fast"]


def test_a_heading_of_two_cells_is_told_to_stand_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Take away the rows above the titles of the columns"):
        import_of(tmp_path, ("last change:", "3 May"), TITLES, FAST)


def test_sums_and_remarks_below_the_table_are_no_papers_and_are_quoted(tmp_path: Path) -> None:
    papers = (TITLES[:-1], FAST[:-1], SLOW[:-1])
    imported = import_of(tmp_path, *papers, ("Total", "2"), ("", "", "", "", "", "", "yellow: late"))
    assert [paper.title for paper in imported.edition.papers] == ["Fast", "Slow"]
    assert "rows that are no papers were left out (2 times): 'Total 2', 'yellow: late'" in doubted(imported)


def test_a_title_that_begins_with_the_word_for_sums_is_a_paper_s(tmp_path: Path) -> None:
    imported = import_of(tmp_path, ("Title", "Authors", "Pages"), ("Total Recall at Scale", "Sample, Ada", "9"))
    assert [paper.title for paper in imported.edition.papers] == ["Total Recall at Scale"]


def test_a_row_with_authors_and_no_id_is_refused_by_what_stands_in_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'No\.' is empty in the row of 'Late'; give every paper its id"):
        import_of(tmp_path, TITLES, FAST, ("", "Late", "Three, Cem"))


@pytest.mark.parametrize("said", ["Ben Two", "Two, Ben", "ben@example.org", "BEN TWO "])
def test_a_contact_named_in_a_cell_of_its_own_is_the_corresponding_author(said: str, tmp_path: Path) -> None:
    (fast,) = import_of(tmp_path, TITLES, (*FAST[:5], said, "Accept")).edition.papers
    assert [each.corresponding for each in fast.authors] == [False, True]


def test_the_contact_s_own_address_is_taken_where_nobody_s_is_listed(tmp_path: Path) -> None:
    titles = ("Title", "Authors", "Contact Name", "Contact Email")
    (fast,) = import_of(tmp_path, titles, ("Fast", "Ada Sample, Ben Two", "Ben Two", "ben@example.org")).edition.papers
    assert [(each.corresponding, each.email) for each in fast.authors] == [(False, None), (True, "ben@example.org")]


def test_a_contact_who_is_no_author_and_a_second_address_are_doubts(tmp_path: Path) -> None:
    imported = import_of(tmp_path, TITLES, (*FAST[:5], "Nobody", "Accept"), (*SLOW[:6], "Accept"))
    assert not any(each.corresponding for each in imported.edition.papers[0].authors)
    assert [each.email for each in imported.edition.papers[1].authors] == ["cem@example.org"]
    said = doubted(imported)
    assert "whom a column names is not one of the authors: paper 7 (Nobody)" in said
    assert "of several e-mail addresses of an author the first was taken: paper 9" in said
