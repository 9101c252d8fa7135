"""The authors on the first page against those in the metadata: one finding a paper for each kind of difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.checks.acceptance import was_author
from proceedings.checks.author_roll import AuthorRoll, Spelling, author_roll
from proceedings.checks.author_sightings import whole_name
from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import place
from proceedings.checks.title_mismatch import around, cure
from proceedings.codes import finding
from proceedings.records.edition import AcceptedPaper
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.wording import listed


def author_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """What surely differs. A file that is another paper's has other authors, which its title already says."""
    at_acceptance = {each.id: each for each in holdings.edition.accepted if each.authors}
    for paper, reading in holdings.papers:
        front = reading.front
        if front is None or paper.id in holdings.swapped:
            continue
        roll = author_roll(paper, front, reading.facts.pages[0])
        for message, severity in _differences(paper, roll, at_acceptance.get(paper.id)):
            yield finding(
                "author-mismatch",
                f"{place(paper, [1])}: {message}.",
                paper=paper.id,
                page=1,
                box=around(front.author_lines),
                severity=severity,
                remedy=cure("authors", paper, holdings.rules.policy.authority),
            )


def _differences(paper: Paper, roll: AuthorRoll, then: AcceptedPaper | None) -> Iterator[tuple[str, Severity]]:
    """Each kind of difference in one sentence without its full stop; somebody in another's place is one of them.

    Who is on the page, and neither in the metadata nor on the list at acceptance, was added since: an error.
    """
    metadata = listed([whole_name(author) for author in paper.authors])
    if roll.others:
        yield f"the paper names {_names(roll.others)}, and the metadata {metadata}", "warning"
    if roll.missing and not roll.extra:
        yield f"the paper does not name {_names(roll.missing)}, whom the metadata has as author", "warning"
    if roll.extra:
        instead = f", and not {_names(roll.missing)}, whom it has as author" if roll.missing else ""
        fact = f"the paper names {_names(roll.extra)}, whom the metadata does not have{instead}"
        new = [name for name in roll.extra if then and not was_author(name, then)]
        yield (
            (f"{fact}; {_names(new)} {'was no author' if len(new) == 1 else 'were no authors'} at acceptance", "error")
            if new
            else (fact, "warning")
        )
    if roll.reordered:
        yield f"the authors stand in another order. Paper: {listed(roll.reordered)}; metadata: {metadata}", "warning"
    if roll.spelled:
        yield f"names are spelled otherwise than in the metadata: {_pairs(roll.spelled)}", "warning"
    if roll.accented:
        yield f"names differ from the metadata in accents or hyphens alone: {_pairs(roll.accented)}", "info"


def _names(names: Sequence[str]) -> str:
    return listed([f"“{name}”" for name in names])


def _pairs(spellings: Sequence[Spelling]) -> str:
    """`“Gulnur Two” / “Gulnura Two”`, the paper's spelling first."""
    return listed([f"“{each.printed}” / “{each.meant}”" for each in spellings])
