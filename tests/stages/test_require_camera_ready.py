from __future__ import annotations

import msgspec

from builders import edition, paper
from proceedings.codes import finding
from proceedings.records.finding import FindingsFile
from proceedings.records.record_files import write_records
from require_camera_ready import main


def gate(tmp_path, *findings):
    write_records(tmp_path / "papers.json", edition(paper("a")))
    write_records(tmp_path / "findings.json", FindingsFile(findings=findings))
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle/archive.zip").write_bytes(b"earlier")
    names = ("edition", "papers.json", "findings", "findings.json", "bundles", "bundle", "blocked", "blocked.txt")
    arguments = [f"--{word}" if index % 2 == 0 else str(tmp_path / word) for index, word in enumerate(names)]
    return main([*arguments, "--output", str(tmp_path / "gate.txt")])


def test_nothing_blocks_a_clean_volume(tmp_path):
    assert gate(tmp_path) == 0
    assert (tmp_path / "gate.txt").is_file()
    assert (tmp_path / "bundle/archive.zip").is_file()


def test_an_error_blocks_and_sets_the_last_bundle_aside(tmp_path):
    assert gate(tmp_path, finding("damaged-pdf", "papers/a.pdf: cut off.", paper="a")) == 1
    assert not (tmp_path / "gate.txt").exists()
    assert "papers/a.pdf: cut off." in (tmp_path / "blocked.txt").read_text("utf-8")
    assert (tmp_path / "bundle/superseded/archive.zip").read_bytes() == b"earlier"


def test_a_waived_error_blocks_no_more(tmp_path):
    error = finding("damaged-pdf", "papers/a.pdf: cut off.", paper="a")
    assert gate(tmp_path, msgspec.structs.replace(error, waived=True)) == 0


def test_warnings_block_nothing(tmp_path):
    assert gate(tmp_path, finding("type3-font", "papers/a.pdf: Type 3.", paper="a")) == 0
