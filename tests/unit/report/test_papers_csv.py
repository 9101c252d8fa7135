from pathlib import Path

from proceedings.report.papers_csv import TableRow, read_table


def test_rows_are_read_by_id_and_a_missing_paper_has_no_hash(tmp_path: Path) -> None:
    table = tmp_path / "papers.csv"
    table.write_text(
        "id,session,title,authors,first_page,last_page,pages,doi,sha256\n"
        '017,Training,"One, two",Ada Sample,1,8,8,,abc\n'
        "021,Training,Three,Mausam,9,9,1,,\n",
        "utf-8",
    )
    assert read_table(table) == {
        "017": TableRow(first_page="1", last_page="8", pages=8, sha256="abc"),
        "021": TableRow(first_page="9", last_page="9", pages=1),
    }


def test_a_table_of_another_shape_gives_what_it_has(tmp_path: Path) -> None:
    table = tmp_path / "papers.csv"
    table.write_text("\ufeffid,pages\n017,many\n,3\n", "utf-8")
    assert read_table(table) == {"017": TableRow()}
