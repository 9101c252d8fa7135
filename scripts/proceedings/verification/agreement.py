"""What the proof says of one paper: its counts, and whether all witnesses tell the same of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from proceedings.records.placement import Placement
from proceedings.records.proof import Agreement, PaperProof
from proceedings.verification.paper_proof import PaperReading


@dataclass(frozen=True)
class Witnesses:
    """Who can be heard: the volume could be read, papers bear folios, there are contents and an index, and so on."""

    volume: bool
    folios: bool
    contents: bool
    index: bool
    keywords: bool
    artifacts: bool
    table: bool
    bibliography: bool


def prove_paper(placement: Placement, reading: PaperReading, wrong: Counter[str], heard: Witnesses) -> PaperProof:
    """The proof of one paper. `wrong`: how many mismatches of each kind it has."""
    return PaperProof(
        id=placement.paper,
        present=placement.present,
        first_page=placement.first_page,
        last_page=placement.last_page,
        pages=reading.pages,
        source_read=reading.source_read,
        links=reading.links,
        destinations=reading.destinations,
        bookmarks=max(0, len(reading.own_bookmarks) - wrong["outline"]) if heard.volume else 0,
        bookmarks_in_source=reading.bookmarks_in_source,
        bookmarks_broken_in_source=reading.broken_bookmarks,
        stamp_pages_found=reading.stamp_pages_found,
        unchanged_pages=reading.unchanged_pages,
        identical_pages=reading.identical_pages,
        fidelity=reading.fidelity,
        agrees=_agreement(placement.present, wrong, heard),
    )


def _agreement(present: bool, wrong: Counter[str], heard: Witnesses) -> Agreement:
    examined = {
        "pagination": present,
        "labels": heard.volume,
        "stamp": present and heard.folios,
        "content": present,
        "links": present,
        "fidelity": present,
        "outline": heard.volume,
        "contents": heard.volume and heard.contents,
        "index": heard.volume and heard.index,
        "keywords": heard.volume and heard.keywords,
        "artifacts": heard.volume and heard.artifacts,
        "table": heard.table,
        "bibliography": heard.bibliography,
        "sha256": heard.table,
    }
    return Agreement(**{kind: kind not in wrong for kind, asked in examined.items() if asked})
