"""`make same-names` asks the chair, and keeps what was answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata_makers import PAPER, edition_folder
from suggest_same_names import main

HEAD = "kind,print,instead_of,same,why\n"
KNOWN = '"the vocabulary knows both as one; papers 1 / 2"'


def edition_of(folder: Path, *names: str, table: str | None = None) -> Path:
    texts = {
        f"papers/{at}.yml": f'{PAPER}reproducibility: {{datasets: [{{name: "{name}"}}]}}\n'
        for at, name in enumerate(names, 1)
    }
    return edition_folder(folder, *map(str, range(1, len(names) + 1)), **{**texts, "same_names.csv": table})


def table_of(folder: Path) -> str:
    return (folder / "metadata/same_names.csv").read_text("utf-8")


def test_the_table_asks_with_the_reason_and_the_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012"))]) == 0
    reason = KNOWN.strip('"')
    assert table_of(tmp_path) == f"{HEAD}datasets,ImageNet-1K,ILSVRC 2012,,{reason}\n"
    assert "1 open pair of names; answer `yes` or `no`" in capsys.readouterr().out


def test_answers_stay_and_new_questions_come_behind_them(tmp_path: Path) -> None:
    answers = f"{HEAD}datasets,Winds,Wind,no,as the chair said\ndatasets,ImageNet,ILSVRC 2012,yes,\n"
    folder = edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", table=answers)
    assert main([str(folder)]) == 0
    assert table_of(folder).startswith(f"{answers}datasets,ImageNet-1K,ILSVRC 2012,,")
    assert main([str(folder)]) == 0
    assert len(table_of(folder).splitlines()) == 4


def test_an_open_question_goes_with_its_names(tmp_path: Path) -> None:
    folder = edition_of(tmp_path, "ImageNet-1K", "Waves", table=f"{HEAD}datasets,ImageNet-1K,ILSVRC 2012,,\n")
    assert main([str(folder)]) == 0
    assert table_of(folder) == HEAD


def test_where_there_is_nothing_to_ask_no_table_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(edition_of(tmp_path, "Waves", "Winds"))]) == 0
    assert not (tmp_path / "metadata/same_names.csv").exists()
    assert capsys.readouterr().out == "metadata/same_names.csv: no table of names; nothing is left to ask.\n"


def test_a_name_that_begins_like_a_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = edition_of(tmp_path, "=Waves=", "=Waves= dataset")
    assert main([str(folder)]) == 0
    assert "datasets,'=Waves=,'=Waves= dataset,," in table_of(folder)
    before = table_of(folder)
    assert main([str(folder)]) == 0
    assert table_of(folder) == before


def test_a_table_that_cannot_be_read_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", table=f"{HEAD}datasets,A,B,perhaps,\n")
    assert main([str(folder)]) == 1
    assert "perhaps" in table_of(folder)
    assert "line 2" in capsys.readouterr().err


def test_a_folder_that_is_no_edition_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "does not look like an edition folder" in capsys.readouterr().err
