from pathlib import Path

from builders import edition, paper
from proceedings.codes import finding
from proceedings.records.finding import FindingsFile
from proceedings.records.record_files import write_records
from write_chase import main


def test_who_owes_what_is_written_as_a_table(tmp_path: Path) -> None:
    write_records(tmp_path / "papers.json", edition(paper("017", "Ada Sample")))
    write_records(
        tmp_path / "findings.json", FindingsFile(findings=(finding("password", "it is locked.", paper="017"),))
    )
    inputs = ["--edition", str(tmp_path / "papers.json"), "--findings", str(tmp_path / "findings.json")]
    assert main([*inputs, "--output", str(tmp_path / "chase.csv")]) == 0
    assert (tmp_path / "chase.csv").read_text("utf-8").splitlines()[1].startswith("Ada Sample,")
