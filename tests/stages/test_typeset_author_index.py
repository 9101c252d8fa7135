"""The author index stage."""

from __future__ import annotations

from pathlib import Path

import typesetting_makers as makers
from proceedings.records.placement import TypesetPart
from proceedings.records.record_files import read_records, write_records
from typeset_author_index import main
from typeset_reading import page_text


def test_the_index_counts_on_from_the_appendix(tmp_path: Path) -> None:
    edition = makers.difficult_edition()
    write_records(tmp_path / "papers.json", edition)
    write_records(tmp_path / "pagination.json", makers.placed(edition))
    write_records(tmp_path / "appendix.json", TypesetPart(pages=7))
    arguments = [
        *("--edition", str(tmp_path / "papers.json"), "--pagination", str(tmp_path / "pagination.json")),
        *("--appendix", str(tmp_path / "appendix.json"), "--output", str(tmp_path / "part.pdf")),
        *("--record", str(tmp_path / "part.json")),
    ]
    assert main(arguments) == 0
    assert page_text((tmp_path / "part.pdf").read_bytes(), 1).endswith(" 56")
    assert read_records(tmp_path / "part.json", TypesetPart).bookmarks[0].title == "Author Index"
