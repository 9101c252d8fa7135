from __future__ import annotations

import pytest

from builders import edition, paper
from pdf_makers import paper_pdf
from picture_pages import main
from proceedings.codes import finding
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.records.finding import FindingsFile
from proceedings.records.pictures import PicturesFile
from proceedings.records.record_files import read_records, write_records

OUTSIDE = finding("ink-outside-text-block", "m", paper="a", page=2, box=(300.0, 100.0, 540.0, 160.0))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    paper_pdf(tmp_path / "papers/a.pdf", pages=3)
    write_records(tmp_path / "facts.json", [inspect_paper(tmp_path / "papers/a.pdf", "a")])
    return tmp_path


def pictured(folder, *findings):
    write_records(folder / "papers.json", edition(paper("a"), profile=load_profile("lncs")))
    write_records(folder / "findings.json", FindingsFile(findings=findings))
    names = {"edition": "papers.json", "findings": "findings.json", "papers": "papers", "folder": "pages"}
    options = [word for option, name in names.items() for word in (f"--{option}", str(folder / name))]
    return main([*options, "--output", str(folder / "pictures.json"), str(folder / "facts.json")])


def test_the_pages_that_findings_name_are_drawn_and_recorded(folder, capsys):
    assert pictured(folder, OUTSIDE) == 0
    (picture,) = read_records(folder / "pictures.json", PicturesFile).pictures
    assert (picture.file, picture.page) == ("a-p2.png", 2)
    assert (folder / "pages/a-p2.png").is_file()
    assert capsys.readouterr().out == "picture_pages: 1 of 1 page shown\n"


def test_without_findings_there_is_an_empty_folder_and_no_word(folder, capsys):
    assert pictured(folder) == 0
    assert list((folder / "pages").iterdir()) == []
    assert capsys.readouterr().out == ""


def test_a_second_run_reads_its_own_record(folder):
    pictured(folder, OUTSIDE)
    first = (folder / "pictures.json").read_bytes(), (folder / "pages/a-p2.png").stat().st_mtime_ns
    pictured(folder, OUTSIDE)
    assert ((folder / "pictures.json").read_bytes(), (folder / "pages/a-p2.png").stat().st_mtime_ns) == first


def test_a_record_of_another_version_is_done_without(folder):
    (folder / "pictures.json").write_text('{"pictures": [{"shape": "round"}]}', "utf-8")
    assert pictured(folder, OUTSIDE) == 0
