from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import edition, paper
from proceedings.bibliography.bibtex import read_bibtex
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record_files import write_records
from proceedings.records.volume import Volume
from write_bibliography import main


def arguments(folder: Path, publisher: str = "own") -> list[str]:
    volume = Volume(title="The Volume", acronym="DLS", year=2019, publisher=publisher)
    write_records(folder / "papers.json", edition(paper("017"), volume=volume))
    write_records(
        folder / "pagination.json", Pagination(placements=(Placement(paper="017", last_page=4),), next_page=5)
    )
    given = {"edition": "papers.json", "pagination": "pagination.json", "output": "proceedings.bib"}
    return [word for name, value in given.items() for word in (f"--{name}", str(folder / value))]


def test_three_formats_are_written_beside_one_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    told, lack = capsys.readouterr().out.splitlines()
    assert told == "write_bibliography: 1 paper"
    assert "has no publisher and place" in lack
    assert list(read_bibtex((tmp_path / "proceedings.bib").read_text("utf-8"))) == ["dls2019", "dls2019-017"]
    assert (tmp_path / "proceedings.ris").read_bytes().startswith(b"TY  - CONF\r\n")
    assert json.loads((tmp_path / "proceedings.csl.json").read_bytes())[0]["page"] == "1-4"


def test_an_unknown_publisher_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, publisher="elsewhere")) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "proceedings.bib").exists()
