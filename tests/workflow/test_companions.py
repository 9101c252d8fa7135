"""What lies beside the papers, through the whole workflow."""

from __future__ import annotations

import zipfile

import pytest

pytestmark = pytest.mark.workflow


def codes(edition):
    found = (edition.path / "output/work/check_findings.json").read_text("utf-8")
    return {code for code in ("source-mismatch", "approval-missing") if f'"{code}"' in found}


def test_sources_are_read_only_where_there_are_any(new_edition):
    edition = new_edition(a=2, b=2)
    first = edition.build("check")
    assert first.status == 0, first.printed
    assert "inspect_companions" not in first.ran

    with zipfile.ZipFile(edition.path / "papers/a.zip", "w") as archive:
        archive.writestr("a.tex", r"\documentclass{llncs}\title{Quite Another Thing}\begin{document}\end{document}")
    edition.write("metadata/approvals.csv", "id,pdf_sha256,metadata_sha256,who,date\n")
    beside = edition.build("check")
    assert beside.status == 0, beside.printed
    assert "inspect_companions" in beside.ran
    assert "inspect_papers" not in beside.ran
    assert codes(edition) == {"source-mismatch", "approval-missing"}

    (edition.path / "papers/a.zip").unlink()
    (edition.path / "metadata/approvals.csv").unlink()
    assert edition.build("check").status == 0
    assert codes(edition) == set()
