"""Archives that nobody should unpack are told by the file in them, and nothing of them is written."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest

from proceedings.companions.source_archive import read_archive
from proceedings.forms.workbook_answers import answers_of_workbook
from proceedings.unsafe_archive import unsafe

MAIN = "\\documentclass{llncs}\\begin{document}\\end{document}"


def of(folder: Path, *members: zipfile.ZipInfo | str) -> str | None:
    """What is wrong with an archive of a main file and these members."""
    with zipfile.ZipFile(folder / "017.zip", "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that stands twice
        for member in ("paper/main.tex", *members):
            made.writestr(member, MAIN)
    problem = read_archive(folder / "017.zip", "017.zip").problem
    assert [path.name for path in folder.rglob("*")] == ["017.zip"]
    return problem


@pytest.mark.parametrize(
    "name",
    ["../evil.tex", "paper/../../evil.tex", "..\\evil.tex", "/etc/evil.tex", "\\evil.tex", "C:\\evil.tex", "c:/evil"],
)
def test_a_file_that_would_lie_outside_the_folder_is_named(tmp_path: Path, name: str) -> None:
    problem = of(tmp_path, name)
    assert problem is not None
    assert problem.startswith(f'has a file "{name}" that would be written outside its folder')


def test_a_link_is_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("paper/data")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert of(tmp_path, link) == 'has a link "paper/data" where a file should be'


def test_names_that_are_one_file_elsewhere_are_named(tmp_path: Path) -> None:
    problem = of(tmp_path, "paper/Fig.png", "paper/fig.png")
    assert problem == 'has two files that differ in capitals alone, "paper/Fig.png" and "paper/fig.png"'
    assert of(tmp_path, "paper/fig.png", "paper/fig.png") == 'has two files of one name, "paper/fig.png"'


def test_a_bomb_is_told_by_its_size_before_anything_is_unpacked() -> None:
    bomb = zipfile.ZipInfo("zeros")
    bomb.file_size, bomb.compress_size = 300 << 20, 1 << 20
    assert unsafe([bomb]) == "would unpack to 300 MB"
    bomb.file_size, bomb.compress_size = 5 << 30, 4 << 30
    assert unsafe([bomb]) == "would unpack to 5,120 MB"


def test_usual_names_are_safe(tmp_path: Path) -> None:
    assert of(tmp_path, "paper/..hidden.tex", "paper/a..b.tex", "paper/figs/é 1.png") is None


def test_a_filled_form_that_is_a_bomb_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "017.xlsx", "w", zipfile.ZIP_DEFLATED) as made, made.open("xl/a.xml", "w") as sheet:
        for _ in range(60):
            sheet.write(bytes(1 << 20))
    answers, problems = answers_of_workbook(tmp_path / "017.xlsx", {}, "017.xlsx")
    assert answers == [] and "unpacked it would have" in problems[0].message
