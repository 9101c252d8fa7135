"""Verifies what is handed over as tables: papers.csv, the stamped files, the bibliography index in three formats."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from proceedings.bibliography.bibtex import BibliographyError, entry_key, volume_key
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.proof import Mismatch
from proceedings.verification.references import CSL, RIS, read_references, reference_troubles
from proceedings.verification.tables import (
    Row,
    bibliography_troubles,
    hash_troubles,
    order_troubles,
    read_entries,
    read_table,
    row_troubles,
    stray_files,
)

Cases = Sequence[tuple[Paper, Placement]]


@dataclass
class TablesVerifier:
    """Compares each table with every paper. `unread`: tables of which nothing could be compared."""

    edition: Edition
    pagination: Pagination
    papers: Path
    mismatches: list[Mismatch] = field(default_factory=list)
    unread: set[Path] = field(default_factory=set)

    def verify_table(self, path: Path, cases: Cases) -> None:
        """papers.csv, and the files whose hashes it gives."""
        try:
            rows = read_table(path)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            self._unreadable(path, error)
        else:
            self._compare_rows(rows, path, cases)
        strays = [f"{name} belongs to no paper of the volume" for name in stray_files(self.papers, self.pagination)]
        self._note(None, "table", strays, self.papers)

    def verify_bibliography(self, path: Path, cases: Cases) -> None:
        """The BibTeX, and what lies beside it in other formats."""
        try:
            entries = read_entries(path)
        except (OSError, UnicodeDecodeError) as error:
            self._unreadable(path, error)
        except BibliographyError as error:
            self.unread.add(path)
            self._note(None, "bibliography", [str(error).rstrip(".")])
        else:
            for paper, placement in cases:
                troubles = bibliography_troubles(entries, paper, placement, self.edition)
                self._note(paper.id, "bibliography", troubles, path)
            of_volume = volume_key(self.edition.volume)
            lost = [] if of_volume in entries else ["the volume itself has no entry"]
            self._note(None, "bibliography", [*lost, *self._strays(entries.keys() - {of_volume}, cases)], path)
        for beside in (path.with_suffix(RIS), path.with_suffix(CSL)):
            if beside.exists():
                self._verify_references(beside, cases)

    def _compare_rows(self, rows: Sequence[Mapping[str, str]], path: Path, cases: Cases) -> None:
        by_id: dict[str, Row] = {row.get("id", ""): row for row in rows}
        for paper, placement in cases:
            row = by_id.get(paper.id)
            self._note(paper.id, "table", row_troubles(row, paper, placement, self.edition))
            self._note(paper.id, "sha256", hash_troubles(row, placement, self.papers), path)
        self._note(None, "table", order_troubles(rows, self.pagination))

    def _verify_references(self, path: Path, cases: Cases) -> None:
        try:
            references = read_references(path)
        except (OSError, ValueError) as error:
            self._unreadable(path, error)
            return
        for paper, placement in cases:
            self._note(paper.id, "bibliography", reference_troubles(references, paper, placement, self.edition), path)
        self._note(None, "bibliography", self._strays(references.keys(), cases), path)

    def _strays(self, keys: Set[str], cases: Cases) -> list[str]:
        known = {entry_key(self.edition.volume, paper) for paper, _ in cases}
        return [f"the entry {key} is that of no paper of the volume" for key in sorted(keys - known)]

    def _unreadable(self, path: Path, error: Exception) -> None:
        self.unread.add(path)
        self._note(None, "file", [f"cannot be read ({type(error).__name__})"], path)

    def _note(self, paper: str | None, kind: str, sentences: Iterable[str], place: Path | None = None) -> None:
        prefix = f"{place.as_posix()}: " if place else ""
        self.mismatches += [Mismatch(paper=paper, kind=kind, message=prefix + each) for each in sentences]
