from __future__ import annotations

from builders import facts, paper
from proceedings.checks.registry import check_paper
from proceedings.checks.repairs import repaired
from proceedings.checks.rules import Rules
from proceedings.publisher import load_policy
from proceedings.reading.reading import Reading
from proceedings.records.repair import RepairedPaper, RepairStep

DONE = RepairStep(kind="attachments", done="1 attached file (a.csv) was taken out")
LEFT = RepairStep(kind="page_box", refused="page 2 would look different")


def said(*steps: RepairStep, publisher: str = "own") -> tuple[str, str]:
    mended = facts(repaired=RepairedPaper(paper="017", steps=steps))
    (finding,) = repaired(paper(), Reading(mended), Rules(policy=load_policy(publisher)))
    return finding.message, finding.severity


def test_a_repair_is_said_with_its_proof() -> None:
    message, severity = said(DONE)
    assert message == (
        "papers/017.pdf was repaired: 1 attached file (a.csv) was taken out. All 4 pages, without what viewers draw on "
        "top of them, look the same before and after, to the last pixel at 72 dpi."
    )
    assert severity == "info"


def test_a_repair_that_was_left_is_said_with_the_reason() -> None:
    assert said(LEFT)[0] == "papers/017.pdf: asked for and not done: `page_box` (page 2 would look different)."
    assert said(DONE, LEFT)[0].endswith(
        " papers/017.pdf: also asked for and not done: `page_box` (page 2 would look different)."
    )


def test_a_publisher_that_receives_the_authors_file_is_named() -> None:
    assert said(DONE, publisher="ieee")[1] == "warning"
    assert said(LEFT, publisher="ieee")[1] == "info"


def test_a_paper_that_needed_no_repair_is_not_mentioned() -> None:
    assert "repaired" not in {finding.code for finding in check_paper(paper(), Reading(facts()), Rules())}
