import shutil
import subprocess
from pathlib import Path

import pytest

from metadata_makers import edition_folder
from write_table import main

PROJECT = Path(__file__).parents[2]


def test_a_table_has_a_row_for_each_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_folder(tmp_path, "017", "021")
    assert main([str(edition)]) == 0
    assert "2 papers. Edit and save it, then: make apply" in capsys.readouterr().out
    rows = (edition / "metadata/papers.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows] == ["id", "017", "021"]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_writes_csv_unless_it_is_told_otherwise() -> None:
    shown = subprocess.run(["make", "-n", "table"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert '--kind "csv"' in shown


def test_what_is_no_edition_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "does not look like an edition folder" in capsys.readouterr().err
