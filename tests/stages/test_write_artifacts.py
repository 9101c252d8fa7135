from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import edition, paper
from full_reproducibility import FULL_BLOCK
from proceedings.artifacts.folder import artifact_files
from proceedings.publisher import load_policy
from proceedings.records.placement import Pagination, Placement
from proceedings.records.record_files import write_records
from proceedings.records.volume import Volume
from write_artifacts import main


def arguments(folder: Path, publisher: str = "own") -> list[str]:
    volume = Volume(title="The Volume", acronym="DLS", year=2019, publisher=publisher)
    write_records(folder / "papers.json", edition(paper("017", reproducibility=FULL_BLOCK), volume=volume))
    write_records(folder / "pagination.json", Pagination(placements=(Placement(paper="017", last_page=4),)))
    given = {"edition": "papers.json", "pagination": "pagination.json", "folder": "output"}
    return [word for name, value in given.items() for word in (f"--{name}", str(folder / value))]


def test_everything_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    assert capsys.readouterr().out == "write_artifacts: 8 files\n"
    output = tmp_path / "output"
    assert (output / "artifacts.csv").read_text("utf-8").startswith("paper,title,first_page,")
    (listed,) = json.loads((output / "artifacts.json").read_bytes())["papers"]
    assert listed["software"][0]["name"] == "PyTorch"
    assert {path.relative_to(output).as_posix() for path in (output / "deposits").rglob("*") if path.is_file()} == {
        "deposits/ro-crate-metadata.json",
        "deposits/schema-org.jsonld",
        *(
            f"deposits/artifacts/017-{key}/{name}"
            for key in ("SW2", "A1")
            for name in ("codemeta.json", "CITATION.cff")
        ),
    }


def test_where_nobody_has_software_the_folder_says_so() -> None:
    about = edition(paper("017"))
    files = artifact_files(about, Pagination(placements=(Placement(paper="017", last_page=4),)), load_policy("own"))
    assert files["deposits/artifacts/none.txt"].startswith(b"No paper declares software of its own.")


def test_what_was_written_of_a_paper_that_is_gone_goes(tmp_path: Path) -> None:
    gone = tmp_path / "output/deposits/artifacts/003-A1/codemeta.json"
    gone.parent.mkdir(parents=True)
    gone.write_text("{}")
    other = tmp_path / "output/deposits/crossref.xml"
    other.write_text("")
    assert main(arguments(tmp_path)) == 0
    assert not gone.parent.exists()
    assert other.exists()


def test_an_unknown_publisher_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, publisher="elsewhere")) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "output").exists()
