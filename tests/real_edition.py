"""An edition of the ten real papers of `tests/real_blocks`: what they declare, without their PDFs."""

from __future__ import annotations

from pathlib import Path

from metadata_makers import edition_folder
from proceedings.intake.edition_folder import take_in
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding

BLOCKS = Path(__file__).parent / "real_blocks"
PROCEEDINGS = """\
title: Papers Read with Care
acronym: PRC
year: 2026
editors:
- {given: Ed, family: Chair}
reproducibility: required
phase: frozen
"""


def real_edition(folder: Path) -> tuple[Edition, tuple[Finding, ...]]:
    """The edition as the intake takes it in, in the order of the files' names, and all its findings."""
    texts = {f"papers/{path.name}": path.read_text("utf-8") for path in BLOCKS.glob("*.yml")}
    ids = sorted(path.stem for path in BLOCKS.glob("*.yml"))
    edition_folder(folder, *ids, **{"proceedings.yml": PROCEEDINGS}, **texts)
    return take_in(folder / "metadata", folder / "papers")[:2]
