"""How large the volume is: what a publisher asks of the whole, and the pages that were agreed on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from proceedings.checks.holdings import Holdings
from proceedings.codes import finding
from proceedings.publisher import PublisherPolicy, known_publishers, load_policy
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.reviewing import prefaces
from proceedings.wording import counted, listed

NOT_SAID = 1
"""What `expected_pages` is where the metadata does not say it."""


class Extent(NamedTuple):
    """Pages of all accepted papers: `least` what there will be at least, `most` at most, None where nobody can tell.

    `missing` counts the papers whose files are not there, or cannot be read.
    """

    papers: int
    least: int
    most: int | None
    missing: int


def publisher_precondition(holdings: Holdings) -> Iterator[Finding]:
    """What a publisher that the volume goes to asks of the whole, and is not there.

    One finding a publisher for too few papers, or too few pages whatever is still to come; one more for the publisher
    that brings the volume out, where its preface cannot say how the papers were chosen.
    """
    volume, extent = holdings.edition.volume, extent_of(holdings)
    others = dict.fromkeys((name for name in volume.bundles if name != volume.publisher), "bundles")
    for name, key in {volume.publisher: "publisher", **others}.items():
        if name in known_publishers():
            policy = load_policy(name)
            if unmet := list(_unmet(policy, extent)):
                message = f"metadata/proceedings.yml, `{key}`: {policy.name} takes volumes of {' and '.join(unmet)}."
                yield finding("publisher-precondition", message)
            if name == volume.publisher and policy.preconditions.review:
                yield from _unsaid_review(holdings.edition, policy)


def page_budget(holdings: Holdings) -> Iterator[Finding]:
    """Too many pages as soon as that is certain, too few once all papers are there; another number as information."""
    budget, extent = holdings.edition.volume.page_budget, extent_of(holdings)
    words = f"the papers take {counted(extent.least, 'page')}"
    if extent.missing:
        words = f"{words}, with {counted(extent.missing, 'paper')} counted as expected"
    if budget.max is not None and extent.least > budget.max:
        yield finding("page-budget", f"metadata/proceedings.yml: {words}; at most {budget.max} were agreed on.")
    elif budget.min is not None and extent.most is not None and extent.most < budget.min:
        yield finding("page-budget", f"metadata/proceedings.yml: {words}; at least {budget.min} were agreed on.")
    elif budget.expected is not None and not extent.missing and extent.least != budget.expected:
        message = f"metadata/proceedings.yml: {words}; {budget.expected} were expected."
        yield finding("page-budget", message, severity="info")


def extent_of(holdings: Holdings) -> Extent:
    """The papers and pages of the volume, as far as they are known."""
    least, most, missing = 0, 0, 0
    unbounded = False
    for paper in holdings.accepted:
        reading = holdings.readings.get(paper.id)
        if reading is not None and reading.facts.pages:
            least, most = least + len(reading.facts.pages), most + len(reading.facts.pages)
            continue
        missing += 1
        least += max(paper.expected_pages, 1)
        limit = holdings.rules.pages_for(paper).max
        said = paper.expected_pages if paper.expected_pages > NOT_SAID else None
        unbounded = unbounded or (limit is None and said is None)
        most += max(limit or 0, said or 0)
    return Extent(len(holdings.accepted), least, None if unbounded else most, missing)


def _unsaid_review(edition: Edition, policy: PublisherPolicy) -> Iterator[Finding]:
    review = edition.volume.review
    said = {"review.submitted": review.submitted is not None, "review.process": bool(review.process)}
    unsaid = [f"metadata/proceedings.yml does not say `{key}`" for key, is_said in said.items() if not is_said]
    if not prefaces(edition):
        unsaid.append("metadata/front_matter/preface.md is missing")
    if unsaid:
        wanted = "wants a preface that says how many papers were submitted, and how they were reviewed"
        yield finding("publisher-precondition", f"{policy.name} {wanted}: {listed(unsaid)}.")


def _unmet(policy: PublisherPolicy, extent: Extent) -> Iterator[str]:
    asked = policy.preconditions
    if asked.papers is not None and extent.papers < asked.papers:
        yield f"at least {counted(asked.papers, 'paper')} (here {extent.papers})"
    if asked.pages is not None and extent.most is not None and extent.most < asked.pages:
        upto = f"at most {extent.most}" if extent.missing else str(extent.most)
        yield f"at least {counted(asked.pages, 'page')} (here {upto})"
