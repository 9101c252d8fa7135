from __future__ import annotations

from pathlib import Path

import pytest

from builders import facts
from proceedings.records.finding import Finding
from proceedings.records.proof import Proof
from proceedings.records.record_files import read_records, write_records
from verification_makers import EDITION, LAYOUT, PAGINATION, Finished, finished
from verify_volume import main, summary


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Finished:
    monkeypatch.chdir(tmp_path)
    made = finished(Path())
    work = Path("output/work")
    write_records(work / "papers.json", EDITION)
    write_records(work / "pagination.json", PAGINATION)
    write_records(work / "facts/batch-0.json", [facts("017", pages=3), facts("021", pages=3)])
    write_records(work / "parts/front_matter.json", LAYOUT.front)
    write_records(work / "parts/author_index.json", LAYOUT.index)
    return made


def verify(made: Finished) -> tuple[int, Proof, list[Finding]]:
    arguments = {
        "edition": "output/work/papers.json",
        "pagination": "output/work/pagination.json",
        "volume": made.places.volume,
        "papers": made.places.papers,
        "table": made.places.table,
        "bibliography": made.places.bibliography,
        "facts-folder": "output/work/facts",
        "parts": "output/work/parts",
        "proof": "output/proof.json",
        "findings": "output/work/findings/verify_volume.json",
    }
    status = main([word for name, value in arguments.items() for word in (f"--{name}", str(value))])
    findings = read_records(Path("output/work/findings/verify_volume.json"), list[Finding])
    return status, read_records(Path("output/proof.json"), Proof), findings


def test_a_right_volume_leaves_a_proof_and_no_finding(made: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    status, proof, findings = verify(made)
    assert (status, findings, proof.mismatches) == (0, [], ())
    assert capsys.readouterr().out == "verify_volume: 10 pages, 12 of 12 links land, no mismatch\n"


def test_a_wrong_volume_leaves_a_proof_and_findings(made: Finished) -> None:
    made.edit_volume(lambda pdf: pdf.Root.__delattr__("Names"))
    status, proof, findings = verify(made)
    assert status == 0
    assert [(each.paper, each.code) for each in findings] == [("017", "proof-mismatch"), ("021", "proof-mismatch")]
    assert "and 4 more of the kind" in findings[0].message
    assert len(proof.mismatches) == 14


def test_a_volume_that_is_not_there_leaves_a_proof_and_a_finding(made: Finished) -> None:
    made.places.volume.unlink()
    status, proof, findings = verify(made)
    assert (status, proof.volume.pages) == (0, 0)
    assert findings[0].paper is None


def test_one_mismatch_is_counted_as_one() -> None:
    assert summary(Proof(mismatches=("a",))).endswith(", 1 mismatch")
    assert summary(Proof(mismatches=("a", "b"))).endswith(", 2 mismatches")


def test_the_proof_is_the_same_on_every_run(made: Finished) -> None:
    verify(made)
    before = Path("output/proof.json").read_bytes()
    verify(made)
    assert Path("output/proof.json").read_bytes() == before
