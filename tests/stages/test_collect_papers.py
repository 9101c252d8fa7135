"""The stage: an edition and its findings, or one line when the folder is no edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from collect_papers import main
from metadata_makers import edition_folder
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.record_files import read_records


def collect(folder: Path) -> int:
    folders = ["--metadata", str(folder / "metadata"), "--papers", str(folder / "papers")]
    return main([*folders, "--output", str(folder / "papers.json"), "--findings", str(folder / "findings.json")])


def test_the_edition_and_its_findings_are_written(tmp_path: Path) -> None:
    assert collect(edition_folder(tmp_path, "017", "021", **{"papers/021.yml": "titel: A\n"})) == 0
    edition = read_records(tmp_path / "papers.json", Edition)
    findings = read_records(tmp_path / "findings.json", list[Finding])
    assert [paper.id for paper in edition.papers] == ["017", "021"]
    assert {finding.paper for finding in findings} == {"021"}


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        assert collect(edition_folder(folder, "9", "10", **{"papers/9.yml": "titel: A\nx: [\n"})) == 0
    for name in ("papers.json", "findings.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_folder_that_is_no_edition_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert collect(tmp_path) == 1
    said = capsys.readouterr().err
    assert said.startswith("metadata/proceedings.yml is missing")
    assert said.count("\n") == 1
    assert not (tmp_path / "papers.json").exists()


def test_a_wrong_source_date_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert collect(edition_folder(tmp_path)) == 1
    assert capsys.readouterr().err.count("\n") == 1
