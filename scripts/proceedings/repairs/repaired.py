"""Which file stands for a paper from inspection on: the author's, or the repaired one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from proceedings.papers_folder import author_file
from proceedings.records.facts import PaperFacts
from proceedings.records.repair import RepairedPaper


def source_file(papers: Path, paper: str, facts: PaperFacts | None) -> Path:
    """The file that the facts were taken from: the author's, or the one that was repaired."""
    repaired = facts.repaired.file if facts and facts.repaired else ""
    return Path(repaired) if repaired else author_file(papers, paper)


def source_sha256(facts: PaperFacts) -> str:
    """The digest of that file."""
    return facts.repaired.sha256 if facts.repaired and facts.repaired.file else facts.sha256


def as_repaired(facts: PaperFacts, repaired: RepairedPaper) -> PaperFacts:
    """The facts of a repaired file under what is known of the file as received: its digest, its size, its damage."""
    return msgspec.structs.replace(
        facts,
        sha256=repaired.received_sha256,
        bytes=repaired.received_bytes,
        problem=repaired.received_problem if facts.pages else facts.problem,
        repaired=repaired,
    )
