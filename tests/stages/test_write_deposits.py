from __future__ import annotations

from pathlib import Path

import pytest

from artifact_makers import placed
from deposit_makers import registering
from proceedings.records.edition import Edition
from proceedings.records.record_files import write_records
from write_deposits import main


def arguments(folder: Path, about: Edition) -> list[str]:
    write_records(folder / "papers.json", about)
    write_records(folder / "pagination.json", placed(about))
    given = {"edition": "papers.json", "pagination": "pagination.json", "folder": "deposits"}
    return [word for name, value in given.items() for word in (f"--{name}", str(folder / value))]


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, registering())) == 0
    assert capsys.readouterr().out == "write_deposits: 4 files\n"
    assert written(tmp_path / "deposits") == {"crossref.xml", "dblp.xml", "datacite/017.json", "jats/017.xml"}


def test_what_is_not_written_any_more_goes_and_the_reason_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(tmp_path, registering())) == 0
    stale = tmp_path / "deposits/jats/003.xml"
    others = tmp_path / "deposits/schema-org.jsonld"
    for path in (stale, others):
        path.write_text("")
    assert main(arguments(tmp_path, registering({"publisher": "springer"}))) == 0
    assert written(tmp_path / "deposits") == {"dblp.xml", "datacite/017.json", "jats/017.xml", others.name}
    said = capsys.readouterr().out
    assert "no crossref.xml; metadata/proceedings.yml: Springer registers the DOIs.\n" in said


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    before = [main(arguments(tmp_path, registering())), (tmp_path / "deposits/crossref.xml").read_bytes()]
    assert [main(arguments(tmp_path, registering())), (tmp_path / "deposits/crossref.xml").read_bytes()] == before


def test_an_unknown_publisher_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, registering({"publisher": "elsewhere"}))) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "deposits").exists()
