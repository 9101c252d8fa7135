from __future__ import annotations

import json

from builders import edition, paper
from gather_findings import main
from proceedings.codes import finding
from proceedings.records.record_files import write_records
from proceedings.records.volume import Volume


def gathered(tmp_path, made, *findings):
    write_records(tmp_path / "papers.json", made)
    write_records(tmp_path / "one.json", findings[:1])
    write_records(tmp_path / "rest.json", findings[1:])
    arguments = [
        "--edition",
        "papers.json",
        "--output",
        "findings.json",
        "--strict",
        "strict.json",
        "one.json",
        "rest.json",
    ]
    paths = [argument if argument.startswith("--") else str(tmp_path / argument) for argument in arguments]
    assert main(paths) == 0
    return [json.loads((tmp_path / name).read_text("utf-8"))["findings"] for name in ("findings.json", "strict.json")]


def test_every_finding_is_written_with_all_its_keys(tmp_path):
    found, _ = gathered(tmp_path, edition(paper("a")), finding("damaged-pdf", "x", paper="a"))
    assert set(found[0]) == {"paper", "code", "severity", "page", "box", "message", "remedy", "waived"}
    assert found[0]["page"] is None


def test_a_delivery_sees_errors_where_collecting_sees_information(tmp_path):
    made = edition(paper("a"), volume=Volume(phase="collecting"))
    found, strict = gathered(tmp_path, made, finding("camera-ready-missing", "x", paper="a"))
    assert (found[0]["severity"], strict[0]["severity"]) == ("info", "error")


def test_the_findings_of_all_stages_are_joined(tmp_path):
    findings = (finding("damaged-pdf", "x", paper="a"), finding("proof-mismatch", "y"))
    found, _ = gathered(tmp_path, edition(paper("a")), *findings)
    assert [each["code"] for each in found] == ["proof-mismatch", "damaged-pdf"]
