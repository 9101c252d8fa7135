from __future__ import annotations

import json
from pathlib import Path

import pytest

from pdf_makers import paper_pdf
from proceedings.stamping.batch import stamp_batch
from stamp_makers import order, page_text
from volume_makers import VolumeFolder


def test_every_paper_of_a_batch_is_stamped_and_counted(tmp_path: Path) -> None:
    folder = VolumeFolder(tmp_path)
    manifest = folder.stamp()
    assert [(each.paper, each.file, each.pages, each.problem) for each in manifest] == [
        (paper, f"{paper}.pdf", 3, None) for paper in ("a", "b", "c")
    ]
    assert all(each.internal_links and each.external_links == 1 for each in manifest)
    assert all(each.destinations and each.bookmarks == 3 for each in manifest)
    assert "9" in page_text(folder.stamped("c"), 2)


def test_a_paper_that_cannot_be_stamped_costs_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = VolumeFolder(tmp_path)
    folder.author("b").write_bytes(b"%PDF-1.5 cut")
    manifest = folder.stamp()
    assert [bool(each.problem) for each in manifest] == [False, True, False]
    assert sorted(path.name for path in (tmp_path / "stamped/00").iterdir()) == ["a.pdf", "c.pdf"]
    (line,) = capsys.readouterr().err.splitlines()
    assert "b.pdf" in line


def test_a_paper_that_left_the_batch_leaves_its_folder(tmp_path: Path) -> None:
    VolumeFolder(tmp_path).stamp()
    VolumeFolder(tmp_path, papers=("a", "b")).stamp()
    assert sorted(path.name for path in (tmp_path / "stamped/00").iterdir()) == ["a.pdf", "b.pdf"]


def test_stamping_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = VolumeFolder(tmp_path)
    folder.stamp()
    first = {path.name: path.read_bytes() for path in (tmp_path / "stamped").rglob("*.*")}
    folder.stamp()
    assert {path.name: path.read_bytes() for path in (tmp_path / "stamped").rglob("*.*")} == first
    assert json.loads(first["00.json"])[0]["paper"] == "a"


def test_a_paper_whose_ending_is_in_capitals_is_stamped_under_the_usual_name(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "b.PDF", 2)
    (stamped,) = stamp_batch([order("b", 2)], tmp_path, tmp_path / "stamped")
    assert (stamped.file, stamped.pages, stamped.problem) == ("b.pdf", 2, None)
