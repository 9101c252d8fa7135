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
    kept = str(folder / "kept")
    assert main(["--folder", str(folder), "--output", str(output), "--kept", kept, *papers]) == 0
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
    assert "1 of 2 papers, 1 page, 1 known from before\n" in capsys.readouterr().out
    assert inspected(tmp_path) == []
    assert capsys.readouterr().out == ""


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a.pdf")
    inspected(tmp_path, "a")
    first = (tmp_path / "facts.json").read_bytes()
    inspected(tmp_path, "a")
    assert (tmp_path / "facts.json").read_bytes() == first
    assert str(tmp_path).encode() not in first


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.strip().partition(": ")[2]


def test_only_the_replaced_paper_of_a_batch_is_inspected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for paper in ("a", "b", "c"):
        paper_pdf(tmp_path / f"{paper}.pdf", 1, title=f"A Study of {paper}")
    inspected(tmp_path, "a", "b", "c")
    assert said(capsys) == "3 of 3 papers, 3 pages"
    first = (tmp_path / "b.pdf").read_bytes()
    paper_pdf(tmp_path / "b.pdf", 2)
    replaced = inspected(tmp_path, "a", "b", "c")
    assert said(capsys) == "3 of 3 papers, 4 pages, 2 known from before"
    assert [len(facts.pages) for facts in replaced] == [1, 2, 1]
    (tmp_path / "b.pdf").write_bytes(first)
    inspected(tmp_path, "a", "b", "c")
    assert said(capsys) == "3 of 3 papers, 3 pages, 3 known from before"


def test_facts_follow_a_file_to_another_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper_pdf(tmp_path / "a.pdf", 2)
    first = inspected(tmp_path, "a")
    (tmp_path / "a.pdf").rename(tmp_path / "b.pdf")
    (found,) = inspected(tmp_path, "b")
    assert said(capsys).endswith("1 known from before")
    assert (found.paper, found.pages) == ("b", first[0].pages)


def test_kept_facts_are_the_facts(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a.pdf", 2)
    inspected(tmp_path, "a")
    taken = (tmp_path / "facts.json").read_bytes()
    inspected(tmp_path, "a")
    assert (tmp_path / "facts.json").read_bytes() == taken


@pytest.mark.parametrize("content", [b"", b"{", b'{"sha256": "0"}', b'{"unknown": 1}', b"\xff\xfe"])
def test_a_broken_kept_file_is_taken_for_none(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    paper_pdf(tmp_path / "a.pdf", 1)
    taken = inspected(tmp_path, "a")
    (kept,) = (tmp_path / "kept").rglob("*.json")
    kept.write_bytes(content)
    capsys.readouterr()
    assert inspected(tmp_path, "a") == taken
    assert said(capsys) == "1 of 1 paper, 1 page"
    assert len(kept.read_bytes()) > 1000


def test_what_older_code_took_is_forgotten(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a.pdf", 1)
    (tmp_path / "kept/0123456789abcdef").mkdir(parents=True)
    (tmp_path / "kept/0123456789abcdef/0.json").write_text("{}")
    inspected(tmp_path, "a")
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_a_file_that_cannot_be_used_is_tried_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    defects.cut_file(tmp_path / "a.pdf")
    assert inspected(tmp_path, "a") == inspected(tmp_path, "a")
    assert "known" not in capsys.readouterr().out
    assert not (tmp_path / "kept").is_dir()


def test_a_paper_whose_ending_is_in_capitals_is_inspected_and_its_file_named(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a.PDF", 1)
    paper_pdf(tmp_path / "b.pdf", 1)
    assert [(each.paper, each.file) for each in inspected(tmp_path, "a", "b")] == [("a", "a.PDF"), ("b", "")]
