from __future__ import annotations

from pathlib import Path

import pytest

from builders import edition, facts, paper
from check_papers import main
from proceedings.records.edition import Edition
from proceedings.records.facts import ExtraFacts, PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.record_files import read_records, write_records

FIELD = ExtraFacts(name="comment")


def checked(folder: Path, made: Edition, *batches: list[PaperFacts]) -> int:
    write_records(folder / "papers.json", made)
    for number, batch in enumerate(batches):
        write_records(folder / f"{number}.json", batch)
    names = [str(folder / f"{number}.json") for number in range(len(batches))]
    return main(["--edition", str(folder / "papers.json"), "--output", str(folder / "findings.json"), *names])


def test_the_findings_of_all_batches_are_written(tmp_path: Path) -> None:
    made = edition(paper("a"), paper("b"))
    assert (
        checked(
            tmp_path, made, [facts("b", form_fields=(FIELD,))], [facts("a", attachments=(ExtraFacts(name="x.csv"),))]
        )
        == 0
    )
    findings = read_records(tmp_path / "findings.json", list[Finding])
    assert [(each.paper, each.code) for each in findings] == [("a", "attachment"), ("b", "form")]
    assert all(each.message and each.remedy for each in findings)


def test_the_line_counts_in_words_and_is_silent_without_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(tmp_path, edition(paper("a")), [facts("a", form_fields=(FIELD,))])
    assert capsys.readouterr().out == "check_papers: 1 file, 1 finding\n"
    checked(tmp_path, edition(paper("a")), [])
    assert capsys.readouterr().out == ""


def test_clean_papers_give_an_empty_list(tmp_path: Path) -> None:
    assert checked(tmp_path, edition(paper("a")), [facts("a")]) == 0
    assert read_records(tmp_path / "findings.json", list[Finding]) == []
