from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from export_makers import written

VOLUME = "@inproceedings{a, title = {A}, author = {Two, Ben}}\n@article{b, title = {B}, author = {Two, Ben}}\n"


def test_every_export_is_a_line_with_what_is_in_it_and_what_came_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "import_exports.py"
    spec = importlib.util.spec_from_file_location("import_exports", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    written(tmp_path, {"bib/v.bib": VOLUME, "bib/none.bib": "@book{a}", "csv/papers.csv": "id,x\n7,y\n"})
    assert module.main([str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("bib/none.bib | pmlr | 0 | 0 | 0 | 0 | none.bib: there is no @inproceedings")
    assert lines[2].startswith("bib/v.bib | pmlr | 2 | 2 | 2 | ")
    assert "no column is the title" in lines[3]
    assert lines[4:] == [
        "bib: 1 of 2 imported, papers 2 in, 2 out, 2 authors",
        "csv: 0 of 1 imported, papers 0 in, 0 out, 0 authors",
    ]
