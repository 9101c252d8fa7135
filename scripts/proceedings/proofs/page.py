"""The author's proof as a record: every word of the page and of the letter, before any HTML or line breaks.

Links are relative to `output/proofs/`. No author's e-mail address is in it but in `to`, which the letter alone shows.
"""

from __future__ import annotations

from typing import Literal

from proceedings.records.record import Record
from proceedings.report.page import FindingView, Mood

Urgency = Literal["blocking", "doubtful", "optional"]
"""What keeps the paper from being delivered, what should be looked at, what is a matter of taste."""


class AuthorView(Record):
    """An author as printed; `places` are numbers of affiliations, from 1; `orcid` is the bare iD."""

    name: str = ""
    native: str = ""
    places: tuple[int, ...] = ()
    orcid: str = ""
    remarks: tuple[str, ...] = ()


class Appearance(Record):
    """The paper as it will stand in the volume and in indexes. `citation` and `bibtex` are empty while it is absent."""

    title: str = ""
    authors: tuple[AuthorView, ...] = ()
    affiliations: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    abstract: tuple[str, ...] = ()
    citation: str = ""
    bibtex: str = ""


class StampRow(Record):
    """What is stamped in one place: on which pages, where, and its words, line by line."""

    pages: str = ""
    place: str = ""
    text: str = ""


class StampingView(Record):
    """What was stamped, and in one sentence what the paper carries before and after."""

    rows: tuple[StampRow, ...] = ()
    fidelity: str = ""


class LadderRow(Record):
    """An item of the block: the rung it stands on, the next one, and what lifts it there.

    `next` is empty where all that can be asked for is reached, or where the chairs do not ask for more. `reaches` is
    the rung that the item then stands on, `shortcut` what makes it persistent at once.
    """

    kind: str = ""
    item: str = ""
    rung: str = ""
    mark: str = ""
    next: str = ""
    lift: str = ""
    reaches: str = ""
    shortcut: str = ""


class LadderView(Record):
    """The paper's items on the ladder; `unstated` are the findings on what is not even named."""

    sentence: str = ""
    rows: tuple[LadderRow, ...] = ()
    unstated: tuple[FindingView, ...] = ()

    @property
    def asked(self) -> tuple[LadderRow, ...]:
        """The items that have a step to take; of those without a name the findings speak."""
        return tuple(row for row in self.rows if row.next not in ("", "stated"))

    @property
    def open(self) -> int:
        """How many steps there are to take."""
        return len(self.asked) + len(self.unstated)


class ApprovalView(Record):
    """What an author's yes holds for. `line` is the one for approvals.csv; empty while there is no file to approve."""

    sentence: str = ""
    asked: bool = True
    pdf_sha256: str = ""
    metadata_sha256: str = ""
    line: str = ""


class AuthorsProof(Record):
    """Everything that is said to the authors of one paper, whose language is `language`.

    `concerns` are what is asked of them, the gravest first; `settled_here` is what the chairs look after, `accepted`
    what they have waived. `tasks` are the steps to take, in order.
    """

    id: str = ""
    title: str = ""
    language: str = "en"
    volume: str = ""
    short_volume: str = ""
    pages: str = ""
    mood: Mood = "good"
    state: str = ""
    due: str = ""
    tasks: tuple[str, ...] = ()
    stamped_link: str | None = None
    file_link: str | None = None
    appearance: Appearance = Appearance()
    concerns: tuple[tuple[Urgency, tuple[FindingView, ...]], ...] = ()
    settled_here: tuple[FindingView, ...] = ()
    accepted: tuple[FindingView, ...] = ()
    stamping: StampingView | None = None
    ladder: LadderView | None = None
    approval: ApprovalView | None = None
    to: tuple[tuple[str, str], ...] = ()
    greeted: str = ""
    signed: str = ""

    def concerning(self, urgency: Urgency) -> tuple[FindingView, ...]:
        """The findings of one urgency."""
        return dict(self.concerns).get(urgency, ())
