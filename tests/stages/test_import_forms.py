"""Filled forms go into the papers' files, difference first, and never over what an editor wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from import_forms import main
from metadata_makers import PAPER, edition_folder
from proceedings.intake.edition_folder import take_in
from proceedings.records.reproducibility import Reproducibility
from write_form import main as write_form_main

REMARKED = f"{PAPER}# Nobody knows the machine yet.\n"


def filled(edition: Path, paper: str, name: str, **more: str) -> None:
    """The form of a paper that used one release."""
    book = Workbook()
    book.active.title = "software"
    book.active.append(["name", *more])
    book.active.append([name, *more.values()])
    (edition / "metadata/forms").mkdir(exist_ok=True)
    book.save(edition / "metadata/forms" / f"{paper}.xlsx")


def text_of(edition: Path, paper: str) -> str:
    return (edition / f"metadata/papers/{paper}.yml").read_bytes().decode()


def block_of(edition: Path, paper: str = "017") -> Reproducibility | None:
    papers = take_in(edition / "metadata", edition / "papers")[0].papers
    return next(each.reproducibility for each in papers if each.id == paper)


def names_of(edition: Path, paper: str = "017") -> list[str]:
    block = block_of(edition, paper)
    return [item.name for item in block.software] if block else []


def test_a_form_goes_behind_what_an_editor_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path, "017", **{"papers/017.yml": REMARKED})
    filled(edition, "17", "PyTorch", version="1.10")
    assert main([str(edition)]) == 0
    assert text_of(edition, "017").startswith(REMARKED)
    assert names_of(edition) == ["PyTorch"]
    printed = capsys.readouterr().out
    assert '+  - name: PyTorch\n+    version: "1.10"\n' in printed
    assert printed.rstrip().endswith("metadata/forms/17.xlsx: was taken over into 017.yml")


def test_a_newer_form_replaces_the_last_one_that_nobody_touched(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path)
    for name in ("PyTorch", "Horovod", "Horovod"):
        filled(edition, "017", name)
        assert main([str(edition)]) == 0
        assert names_of(edition) == [name]
    assert text_of(edition, "017").count("reproducibility:") == 1


def test_what_somebody_edited_stays_until_the_chair_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path)
    filled(edition, "017", "PyTorch")
    assert main([str(edition)]) == 0
    path = edition / "metadata/papers/017.yml"
    edited = path.read_text("utf-8").replace("PyTorch", "PyTorch Lightning") + "licence: CC-BY-4.0\n"
    path.write_text(edited, "utf-8")
    filled(edition, "017", "Horovod")
    assert main([str(edition)]) == 1
    assert path.read_text("utf-8") == edited
    printed = capsys.readouterr()
    assert "-  - name: PyTorch Lightning" in printed.out
    assert "REPLACE=017" in printed.err
    assert main([str(edition), "--replace", "17"]) == 0
    assert names_of(edition) == ["Horovod"]
    assert path.read_text("utf-8").endswith("licence: CC-BY-4.0\n")


@pytest.mark.parametrize("block", ["reproducibility:\n  statement: None.\n", "reproducibility: {statement: None.}\n"])
def test_a_block_of_an_editors_is_replaced_whole_and_nothing_beside_it(tmp_path: Path, block: str) -> None:
    text = f"{block}\n# The rest.\n{PAPER}".replace("\n", "\r\n")
    edition = edition_folder(tmp_path)
    (edition / "metadata/papers/017.yml").write_bytes(text.encode())
    filled(edition, "017", "PyTorch")
    assert main([str(edition)]) == 1
    assert text_of(edition, "017") == text
    assert main([str(edition), "--replace", "all"]) == 0
    assert text_of(edition, "017").endswith(f"\n# The rest.\n{PAPER}".replace("\n", "\r\n"))
    assert "\n" not in text_of(edition, "017").replace("\r\n", "")
    assert names_of(edition) == ["PyTorch"]


def test_a_form_that_says_what_is_written_changes_nothing(tmp_path: Path) -> None:
    text = f"{PAPER}reproducibility:\n  software:\n  - {{id: SW1, name: PyTorch}} # the framework\n"
    edition = edition_folder(tmp_path, **{"papers/017.yml": text})
    assert write_form_main([str(edition), "17"]) == 0
    assert main([str(edition)]) == 0
    assert text_of(edition, "017") == text


def test_nothing_is_written_of_a_form_with_a_fault_and_the_others_are_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_folder(tmp_path, "017", "021")
    filled(edition, "017", "PyTorch", licens="BSD")
    filled(edition, "021", "Horovod")
    assert main([str(edition)]) == 1
    assert (text_of(edition, "017"), names_of(edition, "021")) == (PAPER, ["Horovod"])
    assert capsys.readouterr().err.splitlines()[0] == (
        'metadata/forms/017.xlsx, sheet software, row 1, column B: "licens" is no column of this sheet. '
        'Did you mean "licence"?'
    )


def test_only_looking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path)
    filled(edition, "017", "PyTorch")
    assert main([str(edition), "--show-only"]) == 0
    assert text_of(edition, "017") == PAPER
    assert "+  - name: PyTorch" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["018.xlsx", "no paper.xlsx", "017.docx"])
def test_a_form_that_cannot_be_read_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path)
    (edition / "metadata/forms").mkdir()
    (edition / "metadata/forms" / name).write_bytes(b"")
    assert main([str(edition)]) == 1
    assert capsys.readouterr().err.startswith(f"metadata/forms/{name}, ")
    assert text_of(edition, "017") == PAPER


def test_a_file_that_ends_where_no_block_can_follow_is_left(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, **{"papers/017.yml": f"{PAPER}...\n"})
    filled(edition, "017", "PyTorch")
    assert main([str(edition), "--replace", "all"]) == 1
    assert text_of(edition, "017") == f"{PAPER}...\n"


def test_a_form_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path)
    path = edition / "metadata/forms/017.xlsx"
    assert write_form_main([str(edition), "17"]) == 0
    assert load_workbook(path)["read me"]["A1"].value == "What others need to do it again: paper 017"
    path.write_bytes(b"mine")
    assert write_form_main([str(edition), "17"]) == 0
    assert path.read_bytes() == b"mine"
    assert write_form_main([str(edition), "18"]) == 1
    assert capsys.readouterr().err == 'form: "18" is the id of no paper\n'
