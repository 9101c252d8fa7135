"""The title on the first page against the title in the metadata, and against those of all other papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.boxes import bounds
from proceedings.checks.acceptance import title_changes
from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import place
from proceedings.checks.titles import differences_in_words, likeness, plain_title, script_of
from proceedings.codes import finding
from proceedings.folding import folded
from proceedings.publisher import Authority
from proceedings.reading.front_page import FrontPage, joined_lines
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.record import Box

AGREES, ALIKE = 0.97, 0.85
"""Titles that agree so far differ in a letter; those that are less than alike are two titles."""

SMALL = 0.8
"""The mark of a footnote is smaller than this part of the title's size."""


def title_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """One finding for each paper whose first page has another title than the metadata, or another paper's.

    And one, as information, for each whose metadata has another title than the list at acceptance.
    """
    yield from _titles_of_pages(holdings)
    yield from title_changes(holdings.edition)


def _titles_of_pages(holdings: Holdings) -> Iterator[Finding]:
    for paper, reading in holdings.papers:
        front = reading.front
        if front is None:
            continue
        if paper.id in holdings.swapped:
            yield _swapped(paper, front, holdings)
        elif difference := _difference(paper, front, reading.facts.pages[0]):
            message, severity = difference
            first = "See first whether the right file lies under this id. " if severity == "error" else ""
            yield finding(
                "title-mismatch",
                f"{place(paper, [1])}: {message}",
                paper=paper.id,
                page=1,
                box=around(front.title_lines),
                severity=severity,
                remedy=first + cure("title", paper, holdings.rules.policy.authority),
            )


def cure(what: str, paper: Paper, authority: Authority) -> str:
    """Which side is to be edited where paper and metadata differ in title or authors, by the publisher's policy."""
    file = f"metadata/papers/{paper.id}.yml"
    if authority == "pdf":
        return f"For this publisher the paper counts: correct the {what} in {file}."
    if authority == "metadata":
        return f"For this publisher the metadata counts: have the paper corrected, or {file} if the paper is right."
    return (
        f"For this publisher the signed form counts: compare it with papers/{paper.id}-rights.pdf, then correct "
        f"the paper or {file}."
    )


def around(lines: Sequence[TextLine]) -> Box | None:
    """The box around lines; None without any."""
    return bounds([line.box for line in lines]) if lines else None


def _difference(paper: Paper, front: FrontPage, page: PageFacts) -> tuple[str, Severity] | None:
    """What differs, in a sentence or two, and how grave it is; None where the titles agree."""
    if not folded(paper.title) or _stands_there(paper, front, page):
        return None
    pairs = [(printed, meant) for printed in _printed_titles(front) for meant in _full_titles(paper)]
    printed, meant = max(pairs, key=lambda pair: likeness(*pair))
    alike = likeness(printed, meant)
    if alike == 1.0:
        return None
    both = f"Paper: “{printed}”; metadata: “{plain_title(meant)}”."
    if script_of(printed) != script_of(meant):
        return f"the title reads as another script than in the metadata, so the two were not compared. {both}", "info"
    if paper.short_title and likeness(printed, paper.short_title) >= AGREES:
        return f"the paper has the short title. {both}", "info"
    if alike >= AGREES:
        return f"the title differs slightly: {differences_in_words(printed, meant)}. {both}", "info"
    where = differences_in_words(printed, meant)
    if alike >= ALIKE and where:
        return f"the title differs in {where}. {both}", "warning"
    return f"the title is another one. {both}", "warning" if alike >= ALIKE else "error"


def _full_titles(paper: Paper) -> list[str]:
    """The title, and with its subtitle as a paper prints the two."""
    return [paper.title, *([f"{paper.title}: {paper.subtitle}"] if paper.subtitle else [])]


def _printed_titles(front: FrontPage) -> list[str]:
    """The title as page 1 shows it, and without the figure set small at its end: the mark of a footnote, or H₂."""
    *others, last = front.title_lines
    small = bool(others) and last.text.strip().isdigit() and last.size < SMALL * others[0].size
    return [front.title, *([joined_lines(line.text for line in others)] if small else [])]


def _stands_there(paper: Paper, front: FrontPage, page: PageFacts) -> bool:
    """Whether whole lines above the abstract are the title of the metadata.

    It may go on below the largest type, or stand above or below it: what is set largest may be a journal's name.
    """
    meant = folded(plain_title(paper.title))
    top = min(line.baseline for line in front.title_lines)
    above = [line for line in page.lines if line.turned == 0 and line.baseline < top and line not in front.title_lines]
    texts = [folded(line.text) for line in (*above, *front.title_lines, *front.author_lines)]
    title = range(len(above), len(above) + len(front.title_lines))
    return any(meant in _runs(texts, first, title, len(meant)) for first in range(len(texts)))


def _runs(texts: Sequence[str], first: int, title: range, longest: int) -> Iterator[str]:
    """The lines from the first on as one, then with the next and so on; those of the `title` all or none."""
    run = ""
    for last in range(first, len(texts)):
        run += texts[last]
        if len(run) > longest:
            return
        if first <= title[0] <= title[-1] <= last or last < title[0] or first > title[-1]:
            yield run


def _swapped(paper: Paper, front: FrontPage, holdings: Holdings) -> Finding:
    """The file is another paper's: which, and where that paper's own file is."""
    swapped = holdings.swapped
    other = swapped[paper.id]
    message = f"{place(paper, [1])}: the file carries the title of paper {other}, “{front.title}”."
    if swapped.get(other) == paper.id:
        remedy = f"The two files are swapped: exchange papers/{paper.id}.pdf and papers/{other}.pdf."
    elif other in holdings.readings and holdings.readings[other].front and other not in swapped:
        message = f"{message[:-1]}, whose own file papers/{other}.pdf has it too."
        remedy = f"Ask the authors of paper {paper.id} for their file and put it in place as papers/{paper.id}.pdf."
    else:
        remedy = f"Rename it to papers/{other}.pdf if it is that paper's, and ask for the file of paper {paper.id}."
    box = around(front.title_lines)
    return finding("title-mismatch", message, paper=paper.id, page=1, box=box, severity="error", remedy=remedy)
