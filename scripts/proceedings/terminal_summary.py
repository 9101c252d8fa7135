"""The last lines that a build prints: what there is, what blocks, and where to look."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.severity import blocking, in_reading_order
from proceedings.standing import by_paper, state_sentence
from proceedings.tallies import tally_words
from proceedings.wording import counted

WIDTH = 100
SHOWN_AT_MOST = 12
SHOWN_OF_ONE_PAPER = 3
MISSING, STRAY = "camera-ready-missing", "orphan-pdf"


def summary_lines(edition: Edition, findings: Sequence[Finding], *, report: str) -> tuple[str, ...]:
    """The summary in lines of at most 100 columns, unless a single word is longer.

    Twelve blocking findings are written out, and three of one paper where there are more; the rest is counted.
    """
    grave = in_reading_order(blocking(findings), edition)
    shown = _chosen(grave)
    lines = [line for each in (*shown, *_strays(findings)) for line in _wrapped(finding_line(each))]
    if len(grave) > len(shown):
        lines.append(f"... and {counted(len(grave) - len(shown), 'more error')}.")
    return (
        *lines,
        *_wrapped(state_sentence(edition, findings)),
        f"{tally_words(findings)}. Everything is in {report}",
    )


def _chosen(grave: Sequence[Finding]) -> list[Finding]:
    """What is written out: no paper takes the room of another."""
    if len(grave) <= SHOWN_AT_MOST:
        return list(grave)
    return [each for of_paper in by_paper(grave).values() for each in of_paper[:SHOWN_OF_ONE_PAPER]][:SHOWN_AT_MOST]


def _strays(findings: Sequence[Finding]) -> list[Finding]:
    """PDFs of no paper, while papers are missing: one may be the other under a wrong name."""
    if not any(each.code == MISSING for each in findings):
        return []
    strays = [each for each in findings if each.code == STRAY and each.severity != "error" and not each.waived]
    return strays[:SHOWN_OF_ONE_PAPER]


def finding_line(finding: Finding) -> str:
    """One finding as one line: the file, the page, the fact, the next step."""
    cure = f" Next: {finding.remedy}" if finding.remedy else ""
    return f"{_place(finding)}{finding.message}{cure}"


def _place(finding: Finding) -> str:
    if finding.message.startswith(("papers/", "metadata/")):
        return ""
    if finding.paper is None:
        return "The volume: "
    page = f", page {finding.page}" if finding.page else ""
    return f"papers/{finding.paper}.pdf{page}: "


def _wrapped(line: str) -> list[str]:
    printable = "".join(each if each.isprintable() else " " for each in line)  # a title may hold escape codes
    return textwrap.wrap(printable, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
