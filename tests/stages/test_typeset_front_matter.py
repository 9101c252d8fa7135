"""The front matter stage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import typesetting_makers as makers
from proceedings.records.finding import Finding
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.records.record_files import read_records, write_records
from typeset_front_matter import main
from typeset_reading import whole_text


def run(folder: Path, **volume: Any) -> int:
    edition = makers.difficult_edition(**volume)
    write_records(folder / "papers.json", edition)
    write_records(folder / "pagination.json", makers.placed(edition))
    write_records(
        folder / "artifact_appendix.json", TypesetPart(pages=3, bookmarks=(Bookmark(title="Artifact Appendix"),))
    )
    write_records(folder / "author_index.json", TypesetPart(pages=1, bookmarks=(Bookmark(title="Author Index"),)))
    write_records(folder / "keyword_index.json", TypesetPart(pages=2, bookmarks=(Bookmark(title="Keyword Index"),)))
    return main(
        [
            *("--edition", str(folder / "papers.json"), "--pagination", str(folder / "pagination.json")),
            *("--appendix", str(folder / "artifact_appendix.json"), "--index", str(folder / "author_index.json")),
            *("--keywords", str(folder / "keyword_index.json")),
            *("--metadata", str(folder), "--output", str(folder / "front_matter.pdf")),
            *("--record", str(folder / "front_matter.json"), "--findings", str(folder / "findings.json")),
        ]
    )


def test_the_back_matter_is_listed_with_the_pages_on_which_it_begins(tmp_path: Path) -> None:
    assert run(tmp_path) == 0
    text = " ".join(whole_text((tmp_path / "front_matter.pdf").read_bytes()).replace(".", " ").split())
    assert "Artifact Appendix 49" in text
    assert "Author Index 52" in text
    assert "Keyword Index 53" in text
    assert read_records(tmp_path / "front_matter.json", TypesetPart).pages > 6


def test_characters_that_no_face_has_are_findings_beside_the_part(tmp_path: Path) -> None:
    assert run(tmp_path, title="Proceedings of the Workshop") == 0
    assert read_records(tmp_path / "findings.json", list[Finding]) == []
    assert run(tmp_path, title="Proceedings of the ᏣᎳᎩ Workshop") == 0
    (found,) = read_records(tmp_path / "findings.json", list[Finding])
    assert found.code == "glyph-missing" and "metadata/proceedings.yml" in found.message


def test_an_unknown_publisher_is_one_line_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, publisher="spriner") == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "spriner" in error
    assert not (tmp_path / "front_matter.pdf").exists()
