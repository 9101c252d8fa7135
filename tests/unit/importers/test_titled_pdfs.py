from __future__ import annotations

import functools
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from export_makers import PDF, as_json, hotcrp_paper, written
from pdf_text_makers import drawn_pdf
from proceedings.importers import read_source
from proceedings.importers.imported import Imported, SourceError, doubt_lines

TITLES = {1: "Fast Training at Scale: A Study", 2: "Fast Training at Home", 3: "On Çelik", 4: "Storage Systems"}


def imported(folder: Path, *names: str, said: str = "pdfs: by title\n") -> Imported:
    papers = [hotcrp_paper(number, title=title) for number, title in TITLES.items()]
    files = {f"pdf/{name}": PDF for name in names}
    return read_source("hotcrp", written(folder, {"x-data.json": as_json(papers), "import.yml": said, **files}))


def named(export: Imported) -> dict[str, str]:
    return {key: path.name for key, path in export.pdfs.items()}


def test_a_name_that_fits_one_title_is_its_paper(tmp_path: Path) -> None:
    export = imported(tmp_path, "Fast_Training_at_Scale.pdf", "12 - Storage systems (camera-ready).pdf", "2.pdf")
    assert named(export) == {
        "1": "Fast_Training_at_Scale.pdf",
        "2": "2.pdf",
        "4": "12 - Storage systems (camera-ready).pdf",
    }
    lines = "\n".join(doubt_lines(export.doubts))
    assert "see that they are right (2 times): paper 1 (Fast_Training_at_Scale.pdf)" in lines
    assert "placeholder page: paper 3" in lines


def test_a_name_that_fits_two_titles_and_a_title_with_two_names_are_left(tmp_path: Path) -> None:
    assert named(imported(tmp_path / "a", "Fast Training.pdf")) == {}
    assert named(imported(tmp_path / "b", "Storage Systems.pdf", "Storage Systems v2.pdf")) == {}


def test_short_names_prove_nothing_and_nothing_is_matched_unasked(tmp_path: Path) -> None:
    assert named(imported(tmp_path / "a", "On Çelik.pdf", "Storage.pdf")) == {}
    assert named(imported(tmp_path / "b", "Storage Systems.pdf", said="accept: accept\n")) == {}


def draw_lines(lines: list[str], canvas: Canvas) -> None:
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * number, line)


def test_a_title_on_one_first_page_is_its_paper(tmp_path: Path) -> None:
    pages = {
        "a1": "Storage\nSystems",
        "b2": "Fast Training at Home",
        "c3": "Fast Training at Home",
        "d4": "Other Words",
    }
    (tmp_path / "pdf").mkdir()
    for name, words in pages.items():
        drawn_pdf(tmp_path / f"pdf/{name}.pdf", functools.partial(draw_lines, words.splitlines()))
    export = imported(tmp_path)
    assert named(export) == {"4": "a1.pdf"}
    lines = "\n".join(doubt_lines(export.doubts))
    assert "titles on their first pages: see that they are right: paper 4 (a1.pdf)" in lines
    assert "so none was matched: paper 2 (Fast Training at Home)" in lines


@pytest.mark.parametrize("said", ["pdfs: title\n", "names: swap\n"])
def test_a_word_that_says_nothing_is_refused(said: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"import\.yml: `(pdfs: title|names: swap)` says nothing; write"):
        imported(tmp_path, said=said)
