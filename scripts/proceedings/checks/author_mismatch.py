"""The authors on the first page against those in the metadata and, where somebody came or went, those at acceptance.

What is about one person is one finding, so that it can be waived by that person's name and by no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from proceedings.checks.acceptance import was_author, was_named
from proceedings.checks.author_roll import AuthorRoll, Spelling, author_roll
from proceedings.checks.holdings import Holdings
from proceedings.checks.name_likeness import has_other_initials
from proceedings.checks.rules import place
from proceedings.checks.title_mismatch import around, cure
from proceedings.codes import finding
from proceedings.names import whole_name
from proceedings.records.edition import AcceptedPaper
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper, Person
from proceedings.wording import listed

WAIVE_IT = " A change since acceptance stays an error until a waiver names the `person`."


class _Difference(NamedTuple):
    """What differs, in a sentence without its full stop, and the names of the person whom it is about, if it is."""

    message: str
    severity: Severity = "warning"
    people: tuple[str, ...] = ()

    @property
    def lasting(self) -> str:
        """What is left to do when the two agree again."""
        return WAIVE_IT if self.severity == "error" else ""


def author_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """What surely differs. A file that is another paper's has other authors, which its title already says."""
    at_acceptance = {each.id: each for each in holdings.edition.accepted if each.authors}
    for paper, reading in holdings.papers:
        front = reading.front
        if front is None or paper.id in holdings.swapped:
            continue
        roll = author_roll(paper, front, reading.facts.pages[0])
        for difference in _differences(paper, roll, at_acceptance.get(paper.id)):
            yield finding(
                "author-mismatch",
                f"{place(paper, [1])}: {difference.message}.",
                paper=paper.id,
                page=1,
                box=around(front.author_lines),
                severity=difference.severity,
                remedy=cure("authors", paper, holdings.rules.policy.authority) + difference.lasting,
                people=difference.people,
            )


def _differences(paper: Paper, roll: AuthorRoll, then: AcceptedPaper | None) -> Iterator[_Difference]:
    """Each person who is missing, extra or spelled otherwise; another order and lost accents are one difference each.

    Who is on the page without having been accepted was added since, and who was accepted and is not there was dropped:
    errors, each of its own. Where nothing is known of acceptance, somebody in the place of another is one difference.
    """
    metadata = listed([whole_name(author) for author in paper.authors])
    come = [name for name in roll.extra if then and not was_named(name, then)]
    gone = [person for person in roll.missing if then and was_author(person, then)]
    yield from map(_added, come)
    yield from map(_dropped, gone)
    extra = [name for name in roll.extra if name not in come]
    missing = [whole_name(person) for person in roll.missing if person not in gone]
    if extra and len(missing) == len(paper.authors) > 1:
        yield _Difference(f"the paper names {_names(extra)}, and the metadata {metadata}")
    else:
        yield from (_replaced(one, other) for one, other in zip_longest(extra, missing, fillvalue=""))
    if roll.reordered:
        orders = f"Paper: {listed(roll.reordered)}; metadata: {metadata}"
        yield _Difference(f"the authors stand in another order. {orders}")
    yield from (_spelled(each, then) for each in roll.spelled)
    if roll.accented:
        yield _Difference(
            f"names differ from the metadata in accents or hyphens alone: {_pairs(roll.accented)}", "info"
        )


def _added(name: str) -> _Difference:
    fact = f"the paper names “{name}”, who is no author in the metadata and was none at acceptance"
    return _Difference(fact, "error", (name,))


def _dropped(person: Person) -> _Difference:
    name = whole_name(person)
    fact = f"the paper does not name “{name}”, who is an author in the metadata and was one at acceptance"
    return _Difference(fact, "error", (name,))


def _replaced(extra: str, missing: str) -> _Difference:
    """Somebody extra, somebody missing, or the one in the place of the other; one of the two names may be empty.

    It is about whom the page names: a waiver of the other must not cover somebody who comes in that place.
    """
    if not extra:
        return _Difference(f"the paper does not name “{missing}”, whom the metadata has as author", people=(missing,))
    instead = f", and not “{missing}”, whom it has as author" if missing else ""
    return _Difference(f"the paper names “{extra}”, whom the metadata does not have{instead}", people=(extra,))


def _spelled(spelling: Spelling, then: AcceptedPaper | None) -> _Difference:
    """A name in another spelling; with other initials, and unknown at acceptance, it is another person's."""
    printed, meant = spelling.printed, spelling.meant
    if then and has_other_initials(printed, meant) and not was_named(printed, then):
        fact = f"the paper names “{printed}”, who was no author at acceptance, where the metadata has “{meant}”"
        return _Difference(fact, "error", (printed,))
    fact = f"a name is spelled otherwise than in the metadata: “{printed}” / “{meant}”"
    return _Difference(fact, people=(printed, meant))


def _names(names: Sequence[str]) -> str:
    return listed([f"“{name}”" for name in names])


def _pairs(spellings: Sequence[Spelling]) -> str:
    """`“Gulnur Two” / “Gulnura Two”`, the paper's spelling first."""
    return listed([f"“{each.printed}” / “{each.meant}”" for each in spellings])
