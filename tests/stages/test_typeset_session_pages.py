"""The session page stage."""

from __future__ import annotations

from pathlib import Path

import msgspec

import typesetting_makers as makers
from proceedings.records.placement import TypesetPart
from proceedings.records.record_files import read_records, write_records
from typeset_session_pages import main


def test_part_and_record_are_written(tmp_path: Path) -> None:
    edition = makers.difficult_edition()
    first, *others = (placed := makers.placed(edition)).placements
    opened = msgspec.structs.replace(first, first_page=2, session_page=1, blanks_before=1)
    write_records(tmp_path / "papers.json", edition)
    write_records(tmp_path / "pagination.json", msgspec.structs.replace(placed, placements=(opened, *others)))
    arguments = [
        *("--edition", str(tmp_path / "papers.json"), "--pagination", str(tmp_path / "pagination.json")),
        *("--output", str(tmp_path / "part.pdf"), "--record", str(tmp_path / "part.json")),
    ]
    assert main(arguments) == 0
    assert read_records(tmp_path / "part.json", TypesetPart).pages == 1
    assert (tmp_path / "part.pdf").read_bytes().startswith(b"%PDF-")
