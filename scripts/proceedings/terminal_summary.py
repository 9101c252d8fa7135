"""The last lines that a build prints: what there is, what blocks, and where to look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.severity import blocking, in_reading_order
from proceedings.standing import by_paper, counted, state_sentence

WIDTH = 100
SHOWN_AT_MOST = 12
SHOWN_OF_ONE_PAPER = 3


def summary_lines(edition: Edition, findings: Sequence[Finding], *, report: str) -> tuple[str, ...]:
    """The summary in lines of at most 100 columns, unless a single word is longer.

    Twelve blocking findings are written out, three of one paper at most; the rest is counted.
    """
    grave = in_reading_order(blocking(findings), edition)
    shown = [each for of_paper in by_paper(grave).values() for each in of_paper[:SHOWN_OF_ONE_PAPER]][:SHOWN_AT_MOST]
    lines = [line for each in shown for line in _wrapped(finding_line(each))]
    if len(grave) > len(shown):
        lines.append(f"... and {counted(len(grave) - len(shown), 'more error')}.")
    return (
        *lines,
        *_wrapped(state_sentence(edition, findings)),
        f"{count_words(findings)}. Everything is in {report}",
    )


def count_words(findings: Iterable[Finding]) -> str:
    """`2 errors, 3 warnings, 1 note, 1 waived`; kinds that do not occur are left out."""
    kinds = [("waived" if each.waived else each.severity) for each in findings]
    words = (
        counted(kinds.count("error"), "error"),
        counted(kinds.count("warning"), "warning"),
        counted(kinds.count("info"), "note"),
        f"{kinds.count('waived'):,} waived",
    )
    return ", ".join(each for each in words if not each.startswith("0 ")) or "No findings"


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
