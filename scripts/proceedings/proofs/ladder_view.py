"""The paper's reproducibility entry as a ladder: each item's rung, the next one, and what lifts it there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from proceedings.codes import all_codes
from proceedings.proofs.build import Papers
from proceedings.proofs.page import LadderRow, LadderView
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.report.page import FindingView
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.ladder import LADDER, Kind, Rung
from proceedings.reproducibility.naming import named
from proceedings.reproducibility.steps import MEANINGS, Step, steps
from proceedings.wording import counted

ON_THE_LADDER: Mapping[Rung, str] = {
    Rung.STATED: "reproducibility-missing",
    Rung.IDENTIFIED: "item-unidentified",
    Rung.RESOLVABLE: "item-unresolvable",
    Rung.PERSISTENT: "item-not-persistent",
}
"""The finding that says of a rung that items of a paper lack it."""

DESCRIBED = (
    "The paper describes its artifacts itself, and the appendix has a link to that page: nothing is asked twice. "
    "What you would like to see in the tables and indexes too, you may name all the same."
)

ONE: Mapping[Kind, str] = {
    "algorithms": "algorithm",
    "software": "software",
    "datasets": "dataset",
    "hardware": "hardware",
    "benchmarks": "benchmark",
    "artifacts": "artifact",
}


def ladder_view(paper: Paper, papers: Papers, unstated: tuple[FindingView, ...] = ()) -> LadderView | None:
    """The items of the paper; None where the edition does not ask this paper.

    What the chairs waived, or turned off, is not asked. `unstated` are the findings on what is not even named.
    """
    if not is_asked(paper, papers.edition.volume):
        return None
    dropped = dropped_rungs(papers.edition, papers.findings.get(paper.id, ()))
    rows = tuple(_row(each, dropped) for each in steps(paper.reproducibility))
    sentence = _sentence(rows, unstated, papers.edition.volume.reproducibility)
    if described_codes(papers.findings.get(paper.id, ())):
        sentence = DESCRIBED
    return LadderView(sentence=sentence, rows=rows, unstated=unstated)


def dropped_rungs(edition: Edition, findings: Sequence[Finding]) -> Collection[Rung]:
    """The rungs that are not asked for: waived or told by the paper itself, or turned off for all."""
    off = edition.profile.severities | edition.volume.severities
    spared = {each.code for each in findings if each.waived} | described_codes(findings)
    return {rung for rung, code in ON_THE_LADDER.items() if code in spared or off.get(code) == "off"}


def described_codes(findings: Sequence[Finding]) -> set[str]:
    """The findings on the ladder that an artifact description in the paper itself answers."""
    above = {code for each in findings for code in all_codes()[each.code].overrules}
    return above.intersection(ON_THE_LADDER.values())


def _row(step: Step, dropped: Collection[Rung]) -> LadderRow:
    asked = step.next is not None and step.next not in dropped
    return LadderRow(
        kind=ONE[step.kind],
        item=named(step.item) or f"number {step.number + 1}, without a name",
        rung=rung_word(step.at),
        mark=step.mark,
        next=rung_word(step.next) if asked and step.next else "",
        lift=step.lift if asked else "",
        reaches=rung_word(step.reaches) if asked else "",
        shortcut=step.shortcut if asked and Rung.PERSISTENT not in dropped else "",
    )


def rung_word(rung: Rung) -> str:
    """`identified`; `not stated` on the ground."""
    return rung.name.lower() if rung else "not stated"


def rung_meanings() -> tuple[tuple[str, str], ...]:
    """Each rung from below, and what it says of an item."""
    return tuple((rung_word(rung), MEANINGS[rung]) for rung in LADDER)


def _sentence(rows: Sequence[LadderRow], unstated: Sequence[FindingView], demand: str) -> str:
    lacking = sum(bool(row.next) for row in rows)
    asks = "The call asks for these answers" if demand == "required" else "These answers are welcome, and no duty"
    if not lacking and not unstated:
        climbed = "Every item has climbed as high as it can be asked to. Thank you."
        return climbed if rows else "Nothing is stated, and nothing more is asked for."
    if not rows:
        return f"Nothing is stated yet. {asks}."
    if not lacking:
        return f"What is stated has climbed as high as it can be asked to, and something is not stated yet. {asks}."
    return f"{lacking:,} of {counted(len(rows), 'item')} can climb a step. {asks}."
