"""Which pages are shown in the report, and what is marked on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proceedings.checks.text_block import text_blocks
from proceedings.profile import FormatProfile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.pictures import PagePicture
from proceedings.records.record import Box

REMARKS = frozenset({"review-annotation", "form", "attachment", "active-content"})
"""Codes whose findings concern what lies upon the page: only for them a page is drawn with its annotations."""


def offending_pages(
    findings: Iterable[Finding], facts: Mapping[str, PaperFacts], profile: FormatProfile
) -> list[PagePicture]:
    """One picture to draw for every page that a finding names, by paper and page; only of pages that exist."""
    named: dict[tuple[str, int], list[Finding]] = {}
    for each in findings:
        pages = facts[each.paper].pages if each.paper is not None and each.paper in facts else ()
        if each.paper is not None and each.page is not None and 1 <= each.page <= len(pages):
            named.setdefault((each.paper, each.page), []).append(each)
    blocks = {paper: text_blocks(Reading(facts[paper]), profile) for paper in {paper for paper, _ in named}}
    return [
        PagePicture(
            paper=paper,
            page=number,
            marks=marked_boxes(own),
            block=blocks[paper].get(number),
            remarks=any(each.code in REMARKS for each in own),
        )
        for (paper, number), own in sorted(named.items())
    ]


def marked_boxes(findings: Iterable[Finding]) -> tuple[Box, ...]:
    """The boxes of a page's findings, each once, from the top of the page down."""
    return tuple(sorted({each.box for each in findings if each.box is not None}, key=lambda box: (box[1], box)))


def mark_number(picture: PagePicture, finding: Finding) -> int | None:
    """The number that the finding's mark has in the picture; None where the only mark needs none, and without one."""
    if finding.box not in picture.marks or len(picture.marks) == 1:
        return None
    return picture.marks.index(finding.box) + 1
