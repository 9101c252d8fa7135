from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import pdf_defects as defects
from inspect_papers import main as inspect_papers
from pdf_makers import paper_pdf
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records
from proceedings.records.repair import RepairedPaper, RepairOrder
from repair_papers import main


def repair(folder: Path, *papers: str) -> list[RepairedPaper]:
    order = msgspec.json.encode(RepairOrder(kinds=("decrypt", "attachments"))).decode()
    arguments = ["--order", order, "--papers", str(folder), "--folder", str(folder / "repaired/00")]
    assert main([*arguments, "--output", str(folder / "repaired/00.json"), *papers]) == 0
    return read_records(folder / "repaired/00.json", list[RepairedPaper])


def test_only_papers_that_needed_it_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    defects.restricted_file(tmp_path / "a.pdf")
    paper_pdf(tmp_path / "b.pdf")
    defects.cut_file(tmp_path / "c.pdf")
    (record,) = repair(tmp_path, "a", "b", "c", "missing")
    assert (record.paper, record.file) == ("a", (tmp_path / "repaired/00/a.pdf").as_posix())
    assert [path.name for path in (tmp_path / "repaired/00").iterdir()] == ["a.pdf"]
    assert "1 paper repaired" in capsys.readouterr().out


def test_a_paper_that_needs_no_repair_any_more_leaves_the_folder(tmp_path: Path) -> None:
    defects.restricted_file(tmp_path / "a.pdf")
    repair(tmp_path, "a")
    paper_pdf(tmp_path / "a.pdf")
    assert repair(tmp_path, "a") == []
    assert list((tmp_path / "repaired/00").iterdir()) == []


def test_inspection_takes_the_repaired_file_and_names_the_received_one(tmp_path: Path) -> None:
    received = inspect_facts(tmp_path, defects.restricted_file(tmp_path / "a.pdf").stem)
    (record,) = repair(tmp_path, "a")
    facts = inspect_facts(tmp_path, "a", tmp_path / "repaired/00.json")
    assert (received.condition, facts.condition) == ("encrypted", "readable")
    assert (facts.sha256, facts.bytes, facts.repaired) == (received.sha256, received.bytes, record)


def inspect_facts(folder: Path, paper: str, *records: Path) -> PaperFacts:
    arguments = ["--folder", str(folder), "--output", str(folder / "facts.json"), "--kept", str(folder / "kept")]
    assert inspect_papers([*arguments, "--repaired", *map(str, records), "--", paper]) == 0
    return read_records(folder / "facts.json", list[PaperFacts])[0]


def test_repairing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    defects.with_attachment(tmp_path / "a.pdf")
    repair(tmp_path, "a")
    first = {path.name: path.read_bytes() for path in (tmp_path / "repaired").rglob("*.*")}
    repair(tmp_path, "a")
    assert {path.name: path.read_bytes() for path in (tmp_path / "repaired").rglob("*.*")} == first


def test_a_paper_whose_ending_is_in_capitals_is_repaired_under_the_usual_name(tmp_path: Path) -> None:
    defects.restricted_file(tmp_path / "a.PDF")
    assert [record.file for record in repair(tmp_path, "a")] == [(tmp_path / "repaired/00/a.pdf").as_posix()]
