"""What LibreOffice Calc saves says the same: the author's form, the chair's table, a workbook of Excel 97."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

import write_table
from apply_table import main as apply_table
from full_reproducibility import FULL_BLOCK
from metadata_makers import PAPER, edition_folder
from proceedings.forms.answers import block_of
from proceedings.forms.block_keys import key_words
from proceedings.forms.workbook import write_workbook
from proceedings.forms.workbook_answers import answers_of_workbook
from proceedings.importers import read_source
from proceedings.importers.workbooks import ERRORS
from proceedings.intake.shared_facts import SharedFacts

WORDS = key_words()
NOTHING_SHARED = SharedFacts()
WORKBOOK = ("--convert-to", "xlsx:Calc MS Excel 2007 XML")
UTF8 = "44,34,76,1"
EXCEL_97 = ("--convert-to", "xls:MS Excel 97")
TABLE = (f"--infilter=CSV:{UTF8}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{UTF8}")
HARD_TO_KEEP = (
    PAPER.replace("title: Deep Learning on a Sample Machine", "title: '=1.10 or 007: 3-4 Layers'")
    + "rights: {form: sample form, signer: Ada Sample, signed: 2026-03-04}\nnotes: -1 page\n"
)

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or not Path("/usr/lib/libreoffice/program/libsclo.so").exists(),
    reason="LibreOffice Calc is not installed",
)


def saved_by_calc(folder: Path, target: Path, how: tuple[str, ...], *paths: Path) -> None:
    """Open files in Calc and save them into `target` under their names."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *how, "--outdir", str(target)]
    home = os.environ | {"HOME": str(folder)}
    subprocess.run([*command, *map(str, paths)], env=home, capture_output=True, check=True, timeout=300)


def test_form_and_table_say_the_same_when_calc_has_saved_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_folder(tmp_path / "edition", "017", "003", **{"papers/017.yml": HARD_TO_KEEP})
    metadata, saved, form = edition / "metadata", tmp_path / "saved", tmp_path / "017.xlsx"
    write_workbook(form, "017", FULL_BLOCK, NOTHING_SHARED, WORDS)
    assert write_table.main([str(edition)]) == write_table.main([str(edition), "--kind", "xlsx"]) == 0
    saved_by_calc(tmp_path, saved, WORKBOOK, form, metadata / "papers.xlsx")
    saved_by_calc(tmp_path, saved, TABLE, metadata / "papers.csv")

    answers, faults = answers_of_workbook(saved / form.name, WORDS, form.name)
    assert faults == []
    assert block_of(answers, NOTHING_SHARED, form.name) == (FULL_BLOCK, [])
    for name in ("papers.xlsx", "papers.csv"):
        for written in metadata.glob("papers.*"):
            written.unlink()
        shutil.copyfile(saved / name, metadata / name)
        capsys.readouterr()
        assert apply_table([str(edition)]) == 0
        assert "the metadata says this already" in capsys.readouterr().out


def test_a_workbook_of_excel_97_is_read_as_what_it_shows(tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["Accepted"],
        [],
        ["id", "title", "authors", "type"],
        ["017", "Fast — é", "Sample, Ada; Two, Ben", "=1/0"],
    ):
        book.active.append(row)
    book.create_sheet("Other").append(["nothing"])
    book.save(tmp_path / "papers.xlsx")
    saved_by_calc(tmp_path, tmp_path / "export", EXCEL_97, tmp_path / "papers.xlsx")
    export = read_source("csv", tmp_path / "export")
    assert [(each.id, each.title, len(each.authors)) for each in export.edition.papers] == [("017", "Fast — é", 2)]
    assert "papers.xls, Sheet, row 4" in [doubt.where for doubt in export.doubts if doubt.fact == ERRORS]
