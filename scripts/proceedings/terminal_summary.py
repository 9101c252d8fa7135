"""The last lines that a build prints: what there is, what blocks, and where to look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.severity import blocking, in_reading_order
from proceedings.standing import by_paper, state_sentence
from proceedings.tallies import tally_words
from proceedings.wording import counted, listed

WIDTH = 100
SHOWN_AT_MOST = 12
SHOWN_OF_ONE_PAPER = 3
NOTE = 160
"""So many characters of a chair's note are shown."""
ALIKE_FROM = 3
"""So many papers that the same is said of are told in one line."""
MISSING, STRAY = "camera-ready-missing", "orphan-pdf"


def summary_lines(edition: Edition, findings: Sequence[Finding], *, report: str) -> tuple[str, ...]:
    """The summary in lines of at most 100 columns, unless a single word is longer.

    Twelve blocking findings are written out, and three of one paper where there are more; the rest is counted. What
    is the same of several papers is one of them.
    """
    grave = in_reading_order(blocking(findings), edition)
    alike = list(_alike(grave))
    shown = _chosen([first for first, *_ in alike])
    lines = [line for each in alike if each[0] in shown for line in _wrapped(_line_of(each))]
    lines += [line for each in _strays(findings) for line in _wrapped(finding_line(each))]
    told = sum(len(each) for each in alike if each[0] in shown)
    if len(grave) > told:
        lines.append(f"... and {counted(len(grave) - told, 'more error')}.")
    lines += [line for each in _notes(edition) for line in _wrapped(each)]
    return (
        *lines,
        *_wrapped(state_sentence(edition, findings)),
        f"{tally_words(findings)}. Everything is in {report}",
    )


def _alike(grave: Sequence[Finding]) -> Iterator[list[Finding]]:
    """The findings in their order; what is said of three papers or more stands together, where the first is."""
    kinds: dict[tuple[str, str], dict[str | None, Finding]] = {}
    for each in grave:
        kinds.setdefault(_said(each), {}).setdefault(each.paper, each)
    together = {said: list(papers.values()) for said, papers in kinds.items() if len(papers) >= ALIKE_FROM}
    for each in grave:
        of_kind = together.get(_said(each), [])
        if each not in of_kind:
            yield [each]
        elif each is of_kind[0]:
            yield of_kind


def _said(finding: Finding) -> tuple[str, str]:
    """What the finding says, whichever paper's file it names."""
    return finding.code, finding.message.replace(f"/{finding.paper}.", "/.").replace(f'"{finding.paper}"', '""')


def _line_of(alike: Sequence[Finding]) -> str:
    first, *others = alike
    if not others:
        return finding_line(first)
    ids = [each.paper or "" for each in others]
    named = ids if len(ids) <= SHOWN_AT_MOST else [*ids[:SHOWN_AT_MOST], f"{len(ids) - SHOWN_AT_MOST:,} more"]
    return finding_line(first, likewise=f" The same of {listed(named)}.")


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


def _notes(edition: Edition) -> Iterator[str]:
    """The chairs' own notes on papers, each in a line or two."""
    noted = [(paper.id, " ".join(paper.notes.split())) for paper in edition.papers if paper.notes]
    for id, words in noted[:SHOWN_AT_MOST]:
        yield f"Your note on paper {id}: {textwrap.shorten(words, NOTE, placeholder=' ...')}"
    if len(noted) > SHOWN_AT_MOST:
        yield f"... and {counted(len(noted) - SHOWN_AT_MOST, 'more note')} of yours."


def finding_line(finding: Finding, *, likewise: str = "") -> str:
    """One finding as one line: the file, the page, the fact, the general cure; LaTeX's and Word's are in the report.

    `likewise` stands behind the fact.
    """
    general, _, _ = finding.remedy.partition("\n")
    cure = f" Next: {general}" if general else ""
    return f"{_place(finding)}{finding.message}{likewise}{cure}"


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
