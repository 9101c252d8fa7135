from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from pdf_figure_defects import with_type3_figure
from pdf_makers import paper_pdf


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "compare_corpora.py"
    spec = importlib.util.spec_from_file_location("compare_corpora", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    return module


def listed(folder: Path, *rows: tuple[str, str, str]) -> Path:
    with (folder / "index.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(["file", "kind", "template", "known_defects"])
        writer.writerows([file, "single-paper", template, known] for file, template, known in rows)
    return folder


def test_without_a_table_of_known_defects_nothing_is_compared(
    compare: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare.main([str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().out


def test_what_is_listed_and_found_and_what_is_found_beyond_the_list_are_counted_apart(
    compare: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_type3_figure(tmp_path / "listed.pdf")
    with_type3_figure(tmp_path / "unlisted.pdf")
    paper_pdf(tmp_path / "clean.pdf")
    known = "type3-fonts(1)[pdffonts]"
    folder = listed(
        tmp_path, ("listed.pdf", "other", known), ("unlisted.pdf", "other", ""), ("clean.pdf", "other", known)
    )
    assert compare.main([str(folder), "--differences"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(line.split() for line in lines if line.startswith("Type 3 font"))
    assert row[-5:] == ["2", "2", "1", "1", "1"]
    assert any("not found  clean.pdf" in line for line in lines)
    assert any("beyond     unlisted.pdf" in line for line in lines)


def test_a_paper_whose_profile_asks_nothing_of_a_kind_is_left_out(compare: ModuleType, tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "paper.pdf", folios=True)
    numbers = next(kind for kind in compare.KINDS if kind.name == "page numbers")
    assert not compare.judged(path, "paper.pdf", "other", ()).asks(numbers)
    assert not compare.judged(path, "paper.pdf", "lncs", ()).asks(numbers)
    assert compare.judged(path, "paper.pdf", "ieee", ()).asks(numbers)
