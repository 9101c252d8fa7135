from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import edition, paper
from full_reproducibility import FULL_BLOCK
from proceedings.records.edition import Volume
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record_files import write_records
from write_artifacts import main


def arguments(folder: Path, publisher: str = "own") -> list[str]:
    volume = Volume(title="The Volume", acronym="DLS", year=2019, publisher=publisher)
    write_records(folder / "papers.json", edition(paper("017", reproducibility=FULL_BLOCK), volume=volume))
    write_records(folder / "pagination.json", Pagination(placements=(Placement(paper="017", last_page=4),)))
    given = {"edition": "papers.json", "pagination": "pagination.json", "table": "artifacts.csv"}
    return [word for name, value in given.items() for word in (f"--{name}", str(folder / value))]


def test_the_table_and_its_json_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    assert capsys.readouterr().out == "write_artifacts: 13 items\n"
    assert (tmp_path / "artifacts.csv").read_text("utf-8").startswith("paper,title,first_page,")
    (listed,) = json.loads((tmp_path / "artifacts.json").read_bytes())["papers"]
    assert listed["software"][0]["name"] == "PyTorch"


def test_an_unknown_publisher_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, publisher="elsewhere")) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "artifacts.csv").exists()
