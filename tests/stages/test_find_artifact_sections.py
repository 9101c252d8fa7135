"""Where papers speak of their artifacts themselves, as a stage."""

from __future__ import annotations

from pathlib import Path

import msgspec

from builders import edition, facts, paper
from find_artifact_sections import main
from lined_pages import paper_of, text_lines
from proceedings.records.record_files import read_records, write_records
from proceedings.records.reproducibility import OwnSection
from worded_papers import front, heading, said


def test_the_sections_of_accepted_papers_are_written_whatever_their_batch(tmp_path: Path) -> None:
    papers = (paper("a"), paper("b"), paper("017"), paper("gone", status="withdrawn"))
    write_records(tmp_path / "papers.json", edition(*papers))
    described = paper_of([*front(), *said()], [*text_lines(last=600), heading("Artifact Description", 620)])
    available = paper_of([*front(), *said()], [*text_lines(last=600), heading("Data Availability", 620)])
    batches = [
        [facts("a"), msgspec.structs.replace(available, paper="b")],
        [described, msgspec.structs.replace(described, paper="gone")],
    ]
    for number, batch in enumerate(batches):
        write_records(tmp_path / f"{number}.json", batch)
    files = [str(tmp_path / f"{number}.json") for number in (0, 1)]
    out = tmp_path / "sections.json"
    assert main(["--edition", str(tmp_path / "papers.json"), "--output", str(out), "--", *files]) == 0
    assert read_records(out, list[OwnSection]) == [
        OwnSection(paper="b", title="Data Availability", page=2, describes=False),
        OwnSection(paper="017", title="Artifact Description", page=2),
    ]
