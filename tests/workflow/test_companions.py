"""What lies beside the papers, through the whole workflow."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from pdf_makers import paper_pdf

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


def test_behind_an_id_capitals_do_not_count_all_the_way_through(new_edition):
    edition = new_edition(a=2, b=2)
    papers = edition.path / "papers"
    (papers / "a.pdf").rename(papers / "a.PDF")
    shutil.copy(papers / "b.pdf", papers / "b.PDF")
    paper_pdf(papers / "a-Rights.PDF", pages=1, title="A Study of b on a Sample Machine")
    with zipfile.ZipFile(papers / "a.ZIP", "w") as archive:
        archive.writestr("a.tex", r"\documentclass{llncs}\title{Quite Another Thing}\begin{document}\end{document}")
    with zipfile.ZipFile(papers / "a-Supplement.zip", "w") as archive:
        archive.writestr("runs.csv", "rank,seconds")
    built = edition.build("volume")
    assert built.status == 0, built.printed
    stamped = {path.name for path in (edition.path / "output/papers").iterdir()}
    assert {name for name in stamped if not name.startswith(".")} == {"a.pdf", "b.pdf"}
    told = {each["code"]: str(each["message"]) for each in edition.findings()}
    assert told["orphan-pdf"] == "papers/b.PDF differs from papers/b.pdf in capitals alone, and papers/b.pdf counts."
    assert told["source-mismatch"].startswith("papers/a.ZIP has the title")
    assert told["rights-mismatch"].startswith("papers/a-Rights.PDF is the form of paper b")
    assert told.keys() == {"orphan-pdf", "source-mismatch", "rights-mismatch"}
