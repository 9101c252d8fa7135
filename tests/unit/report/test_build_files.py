from pathlib import Path

import pytest

from builders import facts
from proceedings.records.record_files import write_records
from proceedings.report.build_files import existing, if_there, read_facts


def test_facts_of_all_batches_are_joined_and_a_broken_batch_is_done_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_records(tmp_path / "0.json", [facts("017"), facts("021")])
    write_records(tmp_path / "1.json", [facts("033")])
    (tmp_path / "2.json").write_text("[{", "utf-8")
    assert list(read_facts(tmp_path)) == ["017", "021", "033"]
    assert "2.json" in capsys.readouterr().err


def test_a_folder_that_is_not_there_holds_no_facts(tmp_path: Path) -> None:
    assert read_facts(tmp_path / "absent") == {}


def test_a_file_that_is_not_there_yet_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert if_there(Path.read_text, tmp_path / "papers.csv") is None
    assert capsys.readouterr().err.endswith("papers.csv, which is not there yet.\n")


def test_files_are_listed_once_relative_to_the_output_folder_and_only_from_it(tmp_path: Path) -> None:
    output = tmp_path / "output"
    (output / "bundle").mkdir(parents=True)
    names = [output / "papers.csv", output / "bundle/archive.zip", tmp_path / "elsewhere.pdf"]
    for each in names:
        each.write_bytes(b"x")
    wanted = [names[0], *names, output / "absent.pdf"]
    assert existing(wanted, output) == ("papers.csv", "bundle/archive.zip")
