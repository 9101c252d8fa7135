"""A batch of papers, repaired one after the other; only those that changed are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.papers_folder import author_file
from proceedings.records.record_files import write_file
from proceedings.records.repair import RepairedPaper, RepairOrder
from proceedings.repairs.pdf_repair import repair_paper


def repair_batch(order: RepairOrder, papers: Sequence[str], source: Path, folder: Path) -> list[RepairedPaper]:
    """Repair each paper that is in `source` into `folder/<id>.pdf`, and remove what is not repaired any more."""
    folder.mkdir(parents=True, exist_ok=True)
    records = []
    for paper in papers:
        path = author_file(source, paper)
        outcome = repair_paper(path, paper, order) if path.is_file() else None
        if outcome is None:
            continue
        record, target = outcome.paper, folder / f"{paper}.pdf"
        if outcome.content:
            write_file(target, outcome.content)
            record = msgspec.structs.replace(record, file=target.as_posix())
        records.append(record)
    wanted = {Path(record.file).name for record in records if record.file}
    for path in folder.glob("*.pdf"):
        if path.name not in wanted:
            path.unlink()
    return records
