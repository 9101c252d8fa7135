from __future__ import annotations

from pathlib import Path

import pytest

import pdf_defects as defects
from inspect_papers import main
from pdf_makers import paper_pdf
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records


def inspected(folder: Path, *papers: str) -> list[PaperFacts]:
    output = folder / "facts.json"
    assert main(["--folder", str(folder), "--output", str(output), *papers]) == 0
    return read_records(output, list[PaperFacts])


def test_one_bad_file_does_not_stop_the_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper_pdf(tmp_path / "a.pdf", 2)
    defects.cut_file(tmp_path / "b.pdf")
    defects.empty_file(tmp_path / "c.pdf")
    defects.password_file(tmp_path / "d.pdf")
    facts = inspected(tmp_path, "d", "c", "b", "a")
    assert [each.paper for each in facts] == ["d", "c", "b", "a"]
    assert [each.condition for each in facts] == ["password", "not-a-pdf", "damaged", "readable"]
    assert "4 of 4 papers, 2 pages" in capsys.readouterr().out


def test_a_paper_that_has_not_come_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper_pdf(tmp_path / "a.pdf", 1)
    assert [each.paper for each in inspected(tmp_path, "a")] == ["a"]
    assert "1 of 1 paper, 1 page\n" in capsys.readouterr().out
    assert [each.paper for each in inspected(tmp_path, "a", "missing")] == ["a"]
    assert "1 of 2 papers, 1 page\n" in capsys.readouterr().out
    assert inspected(tmp_path) == []
    assert capsys.readouterr().out == ""


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a.pdf")
    inspected(tmp_path, "a")
    first = (tmp_path / "facts.json").read_bytes()
    inspected(tmp_path, "a")
    assert (tmp_path / "facts.json").read_bytes() == first
    assert str(tmp_path).encode() not in first
