"""`make freeze`, and what a replaced paper does to the pages after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import edition, facts, paper
from freeze_pages import main
from proceedings.intake.ledger_list import ledger_problems, read_ledger
from proceedings.pagination import assign_pages
from proceedings.records.record_files import write_records

TABLE = "id,first_page,pages,doi,sha256\n"


def built(folder: Path) -> None:
    """An edition of two papers, one of which has not come."""
    made, came = edition(paper("a", doi="10.5555/a"), paper("b", expected_pages=3)), {"a": facts("a", 4)}
    write_records(folder / "output/work/papers.json", made)
    write_records(folder / "output/work/pagination.json", assign_pages(made, came))
    write_records(folder / "output/work/facts/00.json", list(came.values()))


def test_the_pages_are_written_down_and_the_chair_is_told_what_is_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(tmp_path)
    assert main([str(tmp_path)]) == 0
    table = (tmp_path / "metadata/ledger.csv").read_text()
    assert table == f"{TABLE}a,1,4,10.5555/a,{facts('a').sha256}\nb,5,3,,\n"
    words = capsys.readouterr().out
    assert "the pages of 2 papers are frozen, 1 of them for a paper still to come" in words
    assert "`phase: frozen`" in words


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    built(tmp_path)
    main([str(tmp_path)])
    ledger, problems = read_ledger(tmp_path / "metadata/ledger.csv", shown_as="metadata/ledger.csv")
    assert not problems
    assert [(line.id, line.first_page, line.pages, line.doi) for line in ledger] == [
        ("a", 1, 4, "10.5555/a"),
        ("b", 5, 3, None),
    ]


def test_without_a_volume_nothing_is_frozen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "there is no volume yet" in capsys.readouterr().err
    assert not (tmp_path / "metadata").exists()


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("a,x,4,,\n", 'line 2: `first_page` is "x", and no number of pages.'),
        ("a,1," + "9" * 5000 + ",,\n", f'line 2: `pages` is "{"9" * 5000}", and no number of pages.'),
        ("a,1,0,,\n", 'line 2: `pages` is "0", and no number of pages.'),
        ("a,1,4,,\na,5,4,,\n", 'line 3: paper "a" stands in line 2 already.'),
        ("a,1,4,,\nb,4,2,,\n", "line 3: papers a and b both have page 4."),
    ],
)
def test_a_ledger_that_was_changed_by_hand_is_a_finding_with_its_line(tmp_path: Path, lines: str, says: str) -> None:
    (tmp_path / "ledger.csv").write_text(TABLE + lines)
    _, (problem,) = read_ledger(tmp_path / "ledger.csv", shown_as="metadata/ledger.csv")
    assert f"line {problem.line}: {problem.message}" == says


@pytest.mark.parametrize(
    ("damaged", "says"),
    [
        (f"{TABLE}a,l,4,,\nb,5,3,,\n", "line 2: `first_page` is"),
        ("id,page\na,1\n", "the columns are not id,first_page"),
        (f"{TABLE}a,1,4,,\nB,5,3,,\n", 'keeps pages for paper "B"'),
    ],
)
def test_a_damaged_ledger_is_never_frozen_over_for_its_pages_were_given_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damaged: str, says: str
) -> None:
    built(tmp_path)
    ledger = tmp_path / "metadata/ledger.csv"
    ledger.parent.mkdir()
    ledger.write_text(damaged)
    assert main([str(tmp_path)]) == 1
    assert ledger.read_text() == damaged
    told = capsys.readouterr().err
    assert says in told and "Nothing was frozen" in told


def test_a_table_with_other_columns_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_text("id,page\na,1\n")
    ledger, (problem,) = read_ledger(tmp_path / "ledger.csv", shown_as="metadata/ledger.csv")
    assert not ledger and "the columns are not id,first_page,pages,doi,sha256" in problem.message


def test_pages_of_a_paper_that_nobody_knows_are_a_finding(tmp_path: Path) -> None:
    built(tmp_path)
    main([str(tmp_path)])
    ledger, _ = read_ledger(tmp_path / "metadata/ledger.csv", shown_as="metadata/ledger.csv")
    (problem,) = ledger_problems(ledger, [paper("a")])
    assert 'keeps pages for paper "b"' in problem.message and "withdrawn" in (problem.remedy or "")
