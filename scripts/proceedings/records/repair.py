"""Repairs: what may be done to an author's file, what was done, and what was not because the pages would change."""

from __future__ import annotations

from typing import Literal

from proceedings.page_sizes import TOLERANCE, Size
from proceedings.records.record import Box, Record

RepairKind = Literal["decrypt", "javascript", "annotations", "attachments", "page_box"]

REPAIR_KINDS: tuple[RepairKind, ...] = ("decrypt", "javascript", "annotations", "attachments", "page_box")
"""In the order in which they are made; each is a key of `repair` in proceedings.yml."""


DRAWN_ON_TOP: frozenset[RepairKind] = frozenset({"annotations", "attachments"})
"""Repairs that take off what viewers draw on top of a page; the proof is the page below."""


class WantedPage(Record):
    """The page that the format profile wants: `sizes` it accepts (width, height in points), the first one preferred.

    `blocks` are the places of the text block on pages of these sizes, from the top left, None where it has none.
    """

    sizes: tuple[Size, ...] = ()
    blocks: tuple[Box | None, ...] = ()
    tolerance: float = TOLERANCE


class RepairOrder(Record):
    """All that the repairs have to know of the edition, and nothing else, so that nothing else reruns them."""

    kinds: tuple[RepairKind, ...] = ()
    page: WantedPage = WantedPage()


class RepairStep(Record):
    """One repair of one file: `done` says what was done to it, `refused` why it was left; one of them is empty.

    Both are clauses without a full stop.
    """

    kind: RepairKind = "decrypt"
    done: str = ""
    refused: str = ""


class RepairedPaper(Record):
    """What became of a paper that a repair was meant for.

    `file` is the repaired file relative to the edition, empty where the author's own goes on; `sha256` is its.
    `received_sha256`, `received_bytes` and `received_problem` (see PaperFacts) are those of the author's file.
    """

    paper: str = ""
    file: str = ""
    sha256: str = ""
    received_sha256: str = ""
    received_bytes: int = 0
    received_problem: str | None = None
    steps: tuple[RepairStep, ...] = ()
