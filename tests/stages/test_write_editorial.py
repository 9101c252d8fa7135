"""The editorial stage."""

from __future__ import annotations

import csv
from pathlib import Path

from builders import edition, facts, paper
from proceedings.editorial.listing import FILES
from proceedings.pagination import assign_pages
from proceedings.records.record_files import write_records
from proceedings.records.volume import PartOf, Volume
from write_editorial import main


def test_the_folder_names_the_files_that_are_there(tmp_path: Path) -> None:
    volume = Volume(title="Our Workshop", publisher="springer", part_of=PartOf(title="Joint", first_page=211))
    part = edition(paper("a"), paper("b"), volume=volume)
    write_records(tmp_path / "papers.json", part)
    write_records(tmp_path / "pagination.json", assign_pages(part, {"a": facts("a")}))
    (tmp_path / "papers").mkdir()
    for name in ("a.pdf", "A-rights.pdf", "a-Rights.PDF", "b.zip"):
        (tmp_path / "papers" / name).touch()
    records = [*("--edition", str(tmp_path / "papers.json")), *("--pagination", str(tmp_path / "pagination.json"))]
    assert main([*records, *("--papers", str(tmp_path / "papers")), *("--folder", str(tmp_path / "out"))]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(FILES)
    with (tmp_path / "out/papers.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [(row["first_page"], row["pdf"], row["sources"], row["form"]) for row in csv.DictReader(lines)]
    assert rows == [("211", "papers/a.pdf", "", "papers/a-rights.pdf"), ("215", "", "", "")]
