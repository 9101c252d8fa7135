"""The report as a record: every word and link of the page, before any HTML.

Anchors are the page's own element ids. Links are relative to `output/report/`.
"""

from __future__ import annotations

from typing import Literal

from proceedings.records.finding import Severity
from proceedings.records.record import Record
from proceedings.standing import Standing
from proceedings.tallies import Tally

Mood = Literal["good", "waiting", "bad"]
"""The colour of the whole: nothing blocks, something is awaited, something blocks."""
Shade = Literal["h0", "h1", "h2", "h3", "h4", "h-none", "na"]


class PictureView(Record):
    """A page as it looks, with the places of its findings marked; width and height are in pixels."""

    link: str = ""
    alt: str = ""
    caption: str = ""
    width: int = 0
    height: int = 0


class FindingView(Record):
    """One finding as shown. `paper` is set only where the finding stands outside its paper's row."""

    severity: Severity = "error"
    code: str = ""
    paper: str | None = None
    page: int | None = None
    page_link: str | None = None
    message: str = ""
    remedy: str = ""
    waiver: str | None = None
    picture: PictureView | None = None


class PaperView(Record):
    """One paper's row: the links are None where there is no such file."""

    id: str = ""
    anchor: str = ""
    title: str = ""
    authors: str = ""
    notes: str = ""
    pages: str = ""
    page_count: int = 0
    volume_link: str | None = None
    stamped_link: str | None = None
    proof_link: str | None = None
    letter_link: str | None = None
    file_link: str | None = None
    file_facts: tuple[str, ...] = ()
    standing: Standing = "ready"
    tallies: tuple[Tally, ...] = ()
    findings: tuple[FindingView, ...] = ()
    contacts: tuple[str, ...] = ()
    expanded: bool = False


class SessionView(Record):
    """A session and the papers in it."""

    title: str = ""
    papers: tuple[PaperView, ...] = ()


class PaperMark(Record):
    """A mention of a paper; `anchor` is None for an id that the edition does not hold."""

    id: str = ""
    anchor: str | None = None


class CodeView(Record):
    """One finding code, what it is, its cure, and everybody it concerns."""

    code: str = ""
    anchor: str = ""
    severity: Severity = "error"
    tallies: tuple[Tally, ...] = ()
    what: str = ""
    remedy: str = ""
    papers: tuple[PaperMark, ...] = ()
    of_the_volume: bool = False
    addresses: tuple[str, ...] = ()
    mail_link: str | None = None


class Cause(Record):
    """A finding code and how many papers it blocks."""

    code: str = ""
    anchor: str = ""
    papers: str = ""


class Figure(Record):
    """A figure of the edition: a label, its value, and a remark in small type."""

    label: str = ""
    value: str = ""
    remark: str = ""


class Statement(Record):
    """Something that the proof read back from the finished files, and whether it is as it must be."""

    holds: bool = True
    text: str = ""


class HeatCell(Record):
    """How many items of a kind a paper states; `mark` tells how far all can be followed; `reason` why none applies.

    `shade` is `h4` where no rung is missing to `h1` where three or more are, `h0` where there is no item, `h-none` for
    none where the call asks for it, `na` where none applies.
    """

    text: str = ""
    mark: str = ""
    shade: Shade = "h0"
    reason: str | None = None


class HeatRow(Record):
    """One paper's counts in the order of `ReproducibilityView.kinds`."""

    paper: PaperMark = PaperMark()
    title: str = ""
    cells: tuple[HeatCell, ...] = ()


class UsageRow(Record):
    """A thing and how many papers declare it; `share` is the length of its bar in per cent of the longest."""

    name: str = ""
    papers: int = 0
    share: int = 0


class UsageView(Record):
    """What papers share of one sort of things, the most used first, and one sentence on all of it."""

    title: str = ""
    sentence: str = ""
    rows: tuple[UsageRow, ...] = ()


class ReproducibilityView(Record):
    """The counts of all papers, one sentence on what the call asks for, the words of marks and of shades.

    `usage`: what the papers used, of each sort of things that any of them declares.
    """

    sentence: str = ""
    kinds: tuple[str, ...] = ()
    rows: tuple[HeatRow, ...] = ()
    totals: tuple[int, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    shades: tuple[tuple[Shade, str], ...] = ()
    usage: tuple[UsageView, ...] = ()


class ChangeRow(Record):
    """What became of one paper since the pages were frozen; `before` and `now` are page labels."""

    paper: PaperMark = PaperMark()
    what: str = ""
    before: str = ""
    now: str = ""


class ChangesView(Record):
    """All that changed since the pages were frozen, and one sentence on it."""

    sentence: str = ""
    rows: tuple[ChangeRow, ...] = ()


class FileView(Record):
    """A file that is handed over; without a link it is not there yet."""

    link: str = ""
    name: str = ""
    what: str = ""


class FidelityCell(Record):
    """How many of a kind there were and are: `24`, or `24 → 23`. `reason` says in full what became of them.

    `shade`: nothing there at all, all kept, some left out for a reason that is told, some lost.
    """

    text: str = ""
    shade: Literal["none", "kept", "told", "lost"] = "none"
    reason: str = ""


class FidelityRow(Record):
    """One paper's counts in the order of `FidelityView.kinds`."""

    paper: PaperMark = PaperMark()
    title: str = ""
    cells: tuple[FidelityCell, ...] = ()


class DroppedView(Record):
    """What was left out for one reason, and in whose papers."""

    what: str = ""
    reason: str = ""
    papers: tuple[PaperMark, ...] = ()


class FidelityView(Record):
    """What the papers carry before and after: those of which something is not as it was, and the others.

    `totals` sums up all papers, `typeset` are the pages that are no paper's. Kinds of which there is none are left out.
    """

    sentence: str = ""
    kinds: tuple[str, ...] = ()
    changed: tuple[FidelityRow, ...] = ()
    kept: tuple[FidelityRow, ...] = ()
    totals: tuple[FidelityCell, ...] = ()
    typeset: tuple[str, ...] = ()
    dropped: tuple[DroppedView, ...] = ()


class ReportPage(Record):
    """Everything the report says, in the order in which it says it.

    `causes`: what blocks most, where so many papers are blocked that their rows are no overview.
    """

    language: str = "en"
    title: str = ""
    mood: Mood = "good"
    state: str = ""
    figures: tuple[Figure, ...] = ()
    standings: tuple[tuple[Standing, int], ...] = ()
    ribbon: bool = False
    causes: tuple[Cause, ...] = ()
    volume_findings: tuple[FindingView, ...] = ()
    sessions: tuple[SessionView, ...] = ()
    codes: tuple[CodeView, ...] = ()
    proof: tuple[Statement, ...] = ()
    fidelity: FidelityView | None = None
    changes: ChangesView | None = None
    reproducibility: ReproducibilityView | None = None
    files: tuple[FileView, ...] = ()
    bundles: tuple[FileView, ...] = ()
    of_bundles: str = ""
