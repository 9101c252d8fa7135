from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from inspect_companions import main
from pdf_makers import paper_pdf
from proceedings.records.companions import CompanionFacts
from proceedings.records.record_files import read_records


def test_archives_and_forms_are_read_and_a_broken_one_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.tex", r"\documentclass{article}\begin{document}\end{document}")
    (tmp_path / "b.zip").write_bytes(b"cut")
    paper_pdf(tmp_path / "a-rights.pdf", 1)
    output = tmp_path / "companions.json"
    arguments = ["--folder", str(tmp_path), "--output", str(output), "--", "a.zip", "b.zip", "a-rights.pdf", "gone.zip"]
    assert main(arguments) == 0
    facts = read_records(output, CompanionFacts)
    assert [(each.file, each.mains) for each in facts.sources] == [("a.zip", ("a.tex",)), ("b.zip", ())]
    assert [each.file for each in facts.forms] == ["a-rights.pdf"]
    assert capsys.readouterr().out == "inspect_companions: 2 archives, 1 form\n"
    first = output.read_bytes()
    main(arguments)
    assert output.read_bytes() == first
