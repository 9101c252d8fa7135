"""The keyword index stage."""

from __future__ import annotations

from pathlib import Path

import msgspec

import typesetting_makers as makers
from proceedings.records.placement import TypesetPart
from proceedings.records.record_files import read_records, write_records
from typeset_keyword_index import main
from typeset_reading import page_text


def test_the_index_counts_on_from_the_author_index(tmp_path: Path) -> None:
    edition = makers.difficult_edition()
    papers = tuple(msgspec.structs.replace(paper, keywords=("Seeds",)) for paper in edition.papers)
    edition = msgspec.structs.replace(edition, papers=papers)
    write_records(tmp_path / "papers.json", edition)
    write_records(tmp_path / "pagination.json", makers.placed(edition))
    write_records(tmp_path / "appendix.json", TypesetPart(pages=7))
    write_records(tmp_path / "index.json", TypesetPart(pages=2))
    arguments = [
        *("--edition", str(tmp_path / "papers.json"), "--pagination", str(tmp_path / "pagination.json")),
        *("--appendix", str(tmp_path / "appendix.json"), "--index", str(tmp_path / "index.json")),
        *("--output", str(tmp_path / "part.pdf"), "--record", str(tmp_path / "part.json")),
    ]
    assert main(arguments) == 0
    assert page_text((tmp_path / "part.pdf").read_bytes(), 1).endswith(" 58")
    assert read_records(tmp_path / "part.json", TypesetPart).bookmarks[0].title == "Keyword Index"
