"""What was handed over to a publisher, and what has changed since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from proceedings.approvals import printed_metadata_sha256
from proceedings.csv_text import csv_text
from proceedings.publisher import known_publishers
from proceedings.records.edition import Edition
from proceedings.records.exchange import Delivered
from proceedings.records.paper import PENDING
from proceedings.records.placement import Pagination
from proceedings.records.record import Record
from proceedings.wording import listed, page_range

FOLDER = "metadata/deliveries"
JOINT, ARCHIVE = "joint", "archive"
"""Receivers who are no publishers: the editor of a joint volume, an archive."""

NEW_PAPER, OTHER_METADATA = "a new paper", "other printed metadata"
"""How it is said that a paper's metadata are to be sent."""

SAME_SOURCES = "the sources as before"
"""Said of a new PDF: who typesets from the sources would print the paper without what was corrected."""

COLUMNS = (
    "id",
    "first_page",
    "last_page",
    "doi",
    "pdf_sha256",
    "source_sha256",
    "rights_sha256",
    "metadata_sha256",
)


def receiver_of(delivery: str) -> str:
    """`springer` of `2019-06-20-springer`, and of the day's second, `2019-06-20-springer-2`."""
    return re.sub(r"(?<=[a-z])-\d+$", "", delivery).rpartition("-")[2]


def receivers() -> tuple[str, ...]:
    """Who may be delivered to."""
    return (*known_publishers(), JOINT, ARCHIVE)


class FileDigests(Record):
    """The SHA-256 of what came of one paper, in hex; empty for what did not."""

    pdf: str = ""
    source: str = ""
    rights: str = ""


class DeliveredChange(Record):
    """What is otherwise of one paper than when it was handed over; `files` are the kinds that are to be sent again."""

    paper: str = ""
    what: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def delivered_lines(
    edition: Edition, pagination: Pagination, digests: Mapping[str, FileDigests]
) -> tuple[Delivered, ...]:
    """All papers of the volume as they are handed over now, in its order."""
    papers = {paper.id: paper for paper in edition.papers}
    lines = []
    for placement in pagination.placements:
        paper, files = papers[placement.paper], digests.get(placement.paper, FileDigests())
        lines.append(
            Delivered(
                id=paper.id,
                first_page=placement.first_page,
                last_page=placement.last_page,
                doi=None if paper.doi == PENDING else paper.doi,
                pdf_sha256=files.pdf,
                source_sha256=files.source,
                rights_sha256=files.rights,
                metadata_sha256=printed_metadata_sha256(paper),
            )
        )
    return tuple(lines)


def delivery_table(lines: Iterable[Delivered]) -> str:
    """A delivery as CSV."""
    return csv_text(COLUMNS, ([getattr(line, column) or "" for column in COLUMNS] for line in lines))


def delivery_changes(then: Sequence[Delivered], now: Sequence[Delivered]) -> tuple[DeliveredChange, ...]:
    """Each paper that is otherwise than it was handed over: new ones, changed ones, and those that are gone."""
    before, after = ({line.id: line for line in lines} for lines in (then, now))
    compared = (_compared(before.get(line.id), line) for line in now)
    gone = (DeliveredChange(paper=line.id, what=("taken out of the volume",)) for line in then if line.id not in after)
    return tuple(change for change in chain(compared, gone) if change.what)


def change_lines(changes: Iterable[DeliveredChange]) -> str:
    """One line a paper: `017: new PDF and new sources; pages 13–20 instead of 13–21`."""
    return "".join(f"{each.paper}: {listed(each.what)}\n" for each in changes)


def _compared(then: Delivered | None, now: Delivered) -> DeliveredChange:
    kinds = {"pdf": "PDF", "source": "sources", "rights": "form"}
    if then is None:
        files = tuple(kind for kind in kinds if getattr(now, f"{kind}_sha256"))
        return DeliveredChange(paper=now.id, what=(NEW_PAPER,), files=files)
    other = [kind for kind in kinds if getattr(then, f"{kind}_sha256") != getattr(now, f"{kind}_sha256")]
    words = [f"new {kinds[kind]}" if getattr(now, f"{kind}_sha256") else f"no {kinds[kind]} any more" for kind in other]
    words += [SAME_SOURCES] * ("pdf" in other and "source" not in other and now.source_sha256 != "")
    files = tuple(kind for kind in other if getattr(now, f"{kind}_sha256"))
    return DeliveredChange(paper=now.id, what=(*words, *_differences(then, now)), files=files)


def _differences(then: Delivered, now: Delivered) -> Iterator[str]:
    if then.metadata_sha256 != now.metadata_sha256:
        yield OTHER_METADATA
    pages = [page_range(line.first_page, line.last_page) for line in (then, now)]
    if pages[0] != pages[1]:
        yield f"pages {pages[1]} instead of {pages[0]}"
    if then.doi != now.doi:
        yield f"DOI {now.doi or 'none'} instead of {then.doi or 'none'}"
