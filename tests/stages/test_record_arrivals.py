"""`make receive`: every camera-ready file that came is written down once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from record_arrivals import main

HEADING = "id,sha256,date,round\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for id in ("017", "021"):
        (tmp_path / "metadata/papers").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"metadata/papers/{id}.yml").write_text("title: A Sample\n")
    (tmp_path / "papers").mkdir()
    return tmp_path


def came(folder: Path, id: str, content: str) -> str:
    (folder / f"papers/{id}.pdf").write_text(content)
    return hashlib.sha256(content.encode()).hexdigest()


def recorded(folder: Path, day: str) -> str:
    assert main([str(folder), "--date", day]) == 0
    return (folder / "metadata/received.csv").read_text()


def test_each_file_that_came_has_a_line(folder: Path) -> None:
    first = came(folder, "017", "one")
    assert recorded(folder, "2019-06-01") == f"{HEADING}017,{first},2019-06-01,1\n"


def test_a_second_look_writes_nothing_down(folder: Path) -> None:
    came(folder, "017", "one")
    assert recorded(folder, "2019-06-01") == recorded(folder, "2019-06-02")


def test_a_replaced_file_is_another_round_and_the_lines_before_stay_as_they_are(folder: Path) -> None:
    came(folder, "017", "one")
    before = recorded(folder, "2019-06-01")
    again, other = came(folder, "017", "two"), came(folder, "021", "three")
    assert recorded(folder, "2019-06-02") == f"{before}017,{again},2019-06-02,2\n021,{other},2019-06-02,1\n"


def test_what_came_is_told_by_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came(folder, "017", "one")
    recorded(folder, "2019-06-01")
    came(folder, "017", "two")
    recorded(folder, "2019-06-02")
    recorded(folder, "2019-06-03")
    assert capsys.readouterr().out.splitlines() == [
        "metadata/received.csv: 1 file came: 017; 1 paper in all.",
        "metadata/received.csv: 1 file came: 017 (no. 2); 1 paper in all.",
        "metadata/received.csv: nothing new; 1 paper in all.",
    ]


def test_a_file_that_comes_back_is_a_round_of_its_own(folder: Path) -> None:
    for content in ("one", "two", "one"):
        came(folder, "017", content)
        table = recorded(folder, "2019-06-01")
    assert [line[-1] for line in table.splitlines()[1:]] == ["1", "2", "3"]


def test_a_table_that_ends_without_a_line_end_is_continued_on_a_new_line(folder: Path) -> None:
    first = came(folder, "017", "one")
    (folder / "metadata/received.csv").write_text(f"{HEADING}017,{'0' * 64},2019-05-01,1")
    assert recorded(folder, "2019-06-01").endswith(f"2019-05-01,1\n017,{first},2019-06-01,2\n")


@pytest.mark.parametrize(
    "saved",
    [
        "id;sha256;date;round\r\n017;{old};2019-05-01;1\r\n",
        "\ufeffdate,id,round,sha256\n2019-05-01,017,1,{old}\n",
        "ID\tSHA256\tDate\tRound\n017\t{old}\t2019-05-01\t1",
    ],
)
def test_a_table_that_a_spreadsheet_saved_its_own_way_goes_on_to_be_one_table(folder: Path, saved: str) -> None:
    new, old = came(folder, "017", "two"), "0" * 64
    (folder / "metadata/received.csv").write_text(saved.format(old=old), newline="")
    assert recorded(folder, "2019-06-01") == f"{HEADING}017,{old},2019-05-01,1\n017,{new},2019-06-01,2\n"


def test_a_table_that_cannot_be_read_is_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came(folder, "017", "one")
    table = f"{HEADING}017,abc,yesterday,1\n"
    (folder / "metadata/received.csv").write_text(table)
    assert main([str(folder)]) == 1
    assert 'metadata/received.csv, line 2: "yesterday" is no date' in capsys.readouterr().err
    assert (folder / "metadata/received.csv").read_text() == table


def test_a_file_of_nobody_is_not_written_down(folder: Path) -> None:
    came(folder, "099", "stray")
    assert main([str(folder)]) == 0
    assert not (folder / "metadata/received.csv").exists()
