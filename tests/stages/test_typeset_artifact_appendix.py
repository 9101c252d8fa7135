"""The artifact appendix stage."""

from __future__ import annotations

from pathlib import Path

import typesetting_makers as makers
from proceedings.records.placement import DetachedPart, TypesetPart
from proceedings.records.record_files import read_records, write_records
from proceedings.records.reproducibility import OwnSection
from typeset_artifact_appendix import main


def test_the_pages_their_record_and_how_they_stand_alone_are_written(tmp_path: Path) -> None:
    edition = makers.difficult_edition()
    write_records(tmp_path / "papers.json", edition)
    write_records(tmp_path / "pagination.json", makers.placed(edition))
    write_records(tmp_path / "sections.json", [OwnSection(paper=edition.papers[0].id, page=1)])
    arguments = [
        *("--edition", str(tmp_path / "papers.json"), "--pagination", str(tmp_path / "pagination.json")),
        *("--output", str(tmp_path / "part.pdf"), "--record", str(tmp_path / "part.json")),
        *("--outside", str(tmp_path / "outside.json"), "--sections", str(tmp_path / "sections.json")),
    ]
    assert main(arguments) == 0
    assert read_records(tmp_path / "part.json", TypesetPart).pages > 1
    assert read_records(tmp_path / "outside.json", DetachedPart).first == makers.placed(edition).next_page
    assert (tmp_path / "part.pdf").read_bytes().startswith(b"%PDF-")
