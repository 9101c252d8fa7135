"""A batch of papers, stamped one after the other; a paper that fails costs no other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from proceedings.papers_folder import author_file
from proceedings.records.placement import StampedPaper, StampOrder
from proceedings.records.record_files import write_file
from proceedings.stamping.pdf_stamping import UnstampablePaperError, stamp_paper


def stamp_batch(orders: Sequence[StampOrder], papers: Path, folder: Path) -> list[StampedPaper]:
    """Stamp the author's file, or the repaired one, into `folder` for each order; remove what no order asks for."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = [_stamped(order, papers, folder) for order in orders]
    wanted = {stamped.file for stamped in manifest}
    for path in folder.glob("*.pdf"):
        if path.name not in wanted:
            path.unlink()
    return manifest


def _stamped(order: StampOrder, papers: Path, folder: Path) -> StampedPaper:
    try:
        stamped = stamp_paper(order, Path(order.repaired) if order.repaired else author_file(papers, order.paper))
    except UnstampablePaperError as error:
        return StampedPaper(paper=order.paper, problem=str(error))
    file = f"{order.paper}.pdf"
    write_file(folder / file, stamped.content)
    return StampedPaper(
        paper=order.paper,
        file=file,
        sha256=hashlib.sha256(stamped.content).hexdigest(),
        source_sha256=order.sha256,
        pages=stamped.pages,
        internal_links=stamped.links.internal,
        external_links=stamped.links.external,
        destinations=stamped.links.destinations,
        bookmarks=stamped.links.bookmarks,
    )
