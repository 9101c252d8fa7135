"""What was repaired in a file at the edition's request, and what was left, because pages would have changed."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.repair import DRAWN_ON_TOP
from proceedings.wording import counted


def repaired(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding a paper; a warning where the publisher receives the authors' file as it came."""
    facts = reading.facts
    if facts.repaired is None:
        return
    done = [step for step in facts.repaired.steps if step.done]
    refused = [step for step in facts.repaired.steps if step.refused]
    words = []
    if done:
        words.append(f"{place(paper)} was repaired: {'; '.join(step.done for step in done)}. {_proof(facts)}.")
    if refused:
        reasons = "; ".join(f"`{step.kind}` ({step.refused})" for step in refused)
        words.append(f"{place(paper)}: {'' if not done else 'also '}asked for and not done: {reasons}.")
    original = bool(done) and rules.policy.delivers == "original"
    severity: Severity | None = "warning" if original else None
    remedy = f"{rules.policy.name} receives the authors' file, which is as it was: ask them for a better one."
    yield finding("repaired", " ".join(words), paper=paper.id, severity=severity, remedy=remedy if original else None)


def _proof(facts: PaperFacts) -> str:
    """What was compared: every page, drawn before and after."""
    steps = facts.repaired.steps if facts.repaired else ()
    kinds = {step.kind for step in steps if step.done}
    one = len(facts.pages) == 1
    pages = {1: "Its one page", 2: "Both pages"}.get(len(facts.pages), f"All {counted(len(facts.pages), 'page')}")
    without = f", without what viewers draw on top of {'it' if one else 'them'}," if kinds & DRAWN_ON_TOP else ""
    moved = " but for the place" if "page_box" in kinds else ""
    return (
        f"{pages}{without} {'looks' if one else 'look'} the same before and after{moved}, to the last pixel at 72 dpi"
    )
