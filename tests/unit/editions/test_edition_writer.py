from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from builders import edition, paper
from proceedings.editions.edition_writer import DuplicateIdError, EditionExistsError, write_edition, write_folder
from proceedings.importers.imported import Imported
from proceedings.records.front_matter import Committee, FrontMatterText, Member, Sponsor
from proceedings.records.volume import Editor, Volume


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_an_edition_is_written_with_its_pdfs(tmp_path: Path) -> None:
    pdf = tmp_path / "DLS_paper_7.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    whole = edition(
        paper("7"),
        paper("12"),
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown="Welcome."),),
        committees=(Committee(role="Chair", members=(Member(given="Ada", family="Sample"),)),),
        sponsors=(Sponsor(name="Big Machines"),),
    )
    target = tmp_path / "new" / "edition"
    assert write_edition(target, Imported(edition=whole, pdfs={"7": pdf}), "a test") == []
    assert tree(target) == [
        "metadata/committee.yml",
        "metadata/front_matter/preface.md",
        "metadata/papers/12.yml",
        "metadata/papers/7.yml",
        "metadata/proceedings.yml",
        "metadata/program.yml",
        "metadata/sponsors.yml",
        "papers/7.pdf",
    ]
    assert (target / "metadata/front_matter/preface.md").read_text() == "# Preface\n\nWelcome.\n"
    assert 'papers: ["7", "12"]' in (target / "metadata/program.yml").read_text()
    assert "phase" not in (target / "metadata/proceedings.yml").read_text()


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_edition(tmp_path / name, Imported(edition=edition(paper("7"), paper("12"))), "a test")
    names = tree(tmp_path / "a")
    assert "metadata/papers/7.yml" in names
    assert tree(tmp_path / "b") == names
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_an_export_without_a_volume_gets_the_lines_to_fill_in(tmp_path: Path) -> None:
    write_edition(tmp_path / "e", Imported(edition=edition(paper("7"), volume=Volume())), "a test")
    assert "# title: " in (tmp_path / "e/metadata/proceedings.yml").read_text()


def test_of_a_volume_without_a_title_only_what_it_lacks_is_asked_for(tmp_path: Path) -> None:
    known = Volume(publisher="acl", year=2031, editors=(Editor(given="Ada", family="Sample"),))
    write_edition(tmp_path / "e", Imported(edition=edition(paper("7"), volume=known)), "a test")
    text = (tmp_path / "e/metadata/proceedings.yml").read_text()
    assert re.findall(r"^# ([a-z]+):", text, re.MULTILINE) == ["title", "acronym", "event", "profile"]
    filled = re.sub(r"^# (?=[a-z]+:)", "", text, flags=re.MULTILINE)
    assert yaml.safe_load(filled)["publisher"] == "acl"


def test_ids_that_cannot_name_a_file_are_changed_and_doubted(tmp_path: Path) -> None:
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    doubts = write_edition(tmp_path / "e", Imported(edition=edition(paper("DLS/7 a")), pdfs={"DLS/7 a": pdf}), "a test")
    assert [doubt.where for doubt in doubts] == ["DLS/7 a is DLS-7-a"]
    assert (tmp_path / "e/papers/DLS-7-a.pdf").is_file()
    assert "DLS-7-a" in (tmp_path / "e/metadata/program.yml").read_text()


@pytest.mark.parametrize("ids", [("7", "7"), ("A1", "a1"), ("a/b", "a-b")])
def test_two_papers_of_one_id_are_refused(ids: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(DuplicateIdError):
        write_edition(tmp_path / "e", Imported(edition=edition(*map(paper, ids))), "a test")
    assert not (tmp_path / "e").exists()


def test_an_edition_is_never_overwritten(tmp_path: Path) -> None:
    write_edition(tmp_path, Imported(edition=edition(paper("7"))), "a test")
    before = {name: (tmp_path / name).read_bytes() for name in tree(tmp_path)}
    with pytest.raises(EditionExistsError, match="holds an edition already"):
        write_edition(tmp_path, Imported(edition=edition(paper("8"))), "a test")
    assert before == {name: (tmp_path / name).read_bytes() for name in tree(tmp_path)}


def test_a_pdf_in_the_way_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/7.pdf").write_bytes(b"mine")
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(b"theirs")
    with pytest.raises(EditionExistsError, match=r"papers/7\.pdf"):
        write_edition(tmp_path, Imported(edition=edition(paper("7")), pdfs={"7": pdf}), "a test")
    assert tree(tmp_path) == ["papers/7.pdf", "x.pdf"]


def test_a_failure_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"gone\.pdf"):
        write_folder(tmp_path / "a/b", {"metadata/x.yml": "x"}, {"papers/7.pdf": tmp_path / "gone.pdf"})
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OSError, match=r"gone\.pdf"):
        write_folder(tmp_path, {"metadata/x.yml": "x"}, {"papers/7.pdf": tmp_path / "gone.pdf"})
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
