"""Writes edition folders for tests: the smallest valid one, and changes to it."""

from __future__ import annotations

import json
from pathlib import Path

from proceedings.intake.edition_folder import take_in
from proceedings.records.finding import Finding

PAPER = """\
title: Deep Learning on a Sample Machine
authors:
- {given: Ada, family: Sample, affiliations: [ghent], corresponding: true, email: ada@example.org}
affiliations:
  ghent: {name: Sample University, city: Ghent, country: BE}
"""
PROCEEDINGS = """\
title: Proceedings of the Sample Workshop
year: 2019
editors:
- {given: Ed, family: Chair}
reproducibility: "off"
"""


def programme_of(*identifiers: str) -> str:
    """The text of a programme with one session."""
    return f"sessions:\n- title: Training at Scale\n  papers: {json.dumps(identifiers)}\n"


def edition_folder(folder: Path, *papers: str, **files: str | None) -> Path:
    """Write a valid edition of `papers` (ids) with their PDFs; `files` replaces or, with None, leaves out a file.

    The names of `files` are paths below `metadata/`: `edition_folder(p, "017", **{"papers/017.yml": "..."})`.
    """
    ids = papers or ("017",)
    texts: dict[str, str | None] = {f"papers/{identifier}.yml": PAPER for identifier in ids}
    texts |= {"proceedings.yml": PROCEEDINGS, "program.yml": programme_of(*ids), **files}
    for name, text in texts.items():
        if text is not None:
            path = folder / "metadata" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    (folder / "papers").mkdir(exist_ok=True)
    for identifier in ids:
        (folder / "papers" / f"{identifier}.pdf").write_bytes(b"%PDF-1.5\n")
    return folder


def findings_of(folder: Path) -> tuple[Finding, ...]:
    """The findings that the intake has for an edition folder."""
    return take_in(folder / "metadata", folder / "papers")[1]


def only_finding(folder: Path) -> Finding:
    """The one finding of an edition folder; more or fewer fail, and show all."""
    found = findings_of(folder)
    assert len(found) == 1, [each.message for each in found]
    return found[0]
