"""The appendix as a file of its own."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

import typesetting_makers as makers
from detach_appendix import main
from proceedings.records.record_files import write_records
from proceedings.typesetting.artifact_appendix import artifact_appendix


def test_the_file_has_the_parts_pages_under_their_folios(tmp_path: Path) -> None:
    edition = makers.difficult_edition()
    made = artifact_appendix(edition, makers.placed(edition))
    (tmp_path / "part.pdf").write_bytes(made.content)
    write_records(tmp_path / "outside.json", made.outside)
    names = ("part.pdf", "outside.json", "alone.pdf")
    options = zip(("--part", "--outside", "--output"), names, strict=True)
    assert main([word for option, name in options for word in (option, str(tmp_path / name))]) == 0
    with pypdfium2.PdfDocument(tmp_path / "alone.pdf") as alone:
        assert len(alone) == made.part.pages
        assert alone.get_page_label(0) == str(makers.placed(edition).next_page)
