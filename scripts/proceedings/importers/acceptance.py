"""Which submissions are accepted: the chair's own words for it differ from conference to conference."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable
from typing import TypeVar

from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import one_line
from proceedings.records.record import Record

ACCEPT = r"\s*(conditional(ly)?[\s-]+)?accept(ed|ance)?\b(?!\s*\?)"
"""What a decision begins with when nothing else is said: "accept", "ACCEPT as poster", not "accept?"."""

Paper = TypeVar("Paper")
"""A submission as its system writes it."""

MAPPING = "import.yml"
ACCEPTED_BY = "a submission was taken as accepted by"
NOT_ACCEPTED = "submissions that were not accepted were left out"
NO_DECISIONS = "the table has no column for decisions: all its papers were taken"
UNCLEAR = f"decisions that sound like a yes were not taken for one; say `accept: REGEX` in {MAPPING} if they are"


NEVER_REVIEWED = re.compile(r"(?<![a-z])(draft|withdrawn|deleted)(?![a-z])", re.IGNORECASE)
"""What an export calls a submission that nobody was to judge, also within `DLS/2031/Withdrawn_Submission`."""


class LeftOut(Doubt):
    """A doubt about submissions that are no papers of the edition; `reviewed` counts those of them that were judged."""

    reviewed: int = 0


class Rule(Record):
    """Where an export says what is accepted, and what a yes looks like there: a regular expression."""

    field: str = "decision"
    usual: str = ACCEPT


def acceptance_pattern(accept: str) -> re.Pattern[str]:
    """The chair's regular expression, or the usual one. SourceError when it is none."""
    try:
        return re.compile(accept or ACCEPT, re.IGNORECASE)
    except re.error as error:
        raise SourceError(f"{MAPPING}: `accept: {accept}` is no regular expression: {error}") from error


def unclear_decisions(decisions: Iterable[str], pattern: re.Pattern[str]) -> list[Doubt]:
    """A doubt for each decision with "accept" in it that the pattern does not take for one."""
    counts = collections.Counter(each.strip() for each in decisions)
    unclear = (each for each in counts if "accept" in each.casefold() and not pattern.match(each))
    return [Doubt(fact=UNCLEAR, where=f"{each!r} ({counts[each]} submissions)") for each in sorted(unclear)]


def not_accepted(decisions: Iterable[str], pattern: re.Pattern[str]) -> list[Doubt]:
    """How many submissions were left out, by their decision."""
    counts = collections.Counter(each.strip() or "(empty)" for each in decisions if not pattern.match(each))
    shown = ", ".join(f"{decision} ({count})" for decision, count in counts.most_common(8))
    reviewed = sum(count for decision, count in counts.items() if not NEVER_REVIEWED.search(decision))
    return [LeftOut(fact=NOT_ACCEPTED, where=shown, reviewed=reviewed)] if shown else []


def submitted_papers(accepted: int, doubts: Iterable[Doubt]) -> int | None:
    """How many papers were submitted to be reviewed; None where the export has those alone that were accepted."""
    left_out = sum(each.reviewed for each in doubts if isinstance(each, LeftOut))
    return accepted + left_out if left_out else None


def chosen(
    papers: Iterable[tuple[Paper, str]], accept: str, table: str, doubts: list[Doubt], rule: Rule
) -> list[Paper]:
    """The papers whose decision is a yes, with doubts that say by what rule, and what was left out.

    `accept` is the chair's regular expression, if there is one. SourceError when there is no yes.
    """
    papers = list(papers)
    pattern = acceptance_pattern(accept or rule.usual)
    decisions = [one_line(decision) for _, decision in papers]
    kept = [paper for paper, decision in papers if pattern.match(one_line(decision))]
    if not kept:
        known = ", ".join(
            f"{each or '(empty)'} ({count})" for each, count in collections.Counter(decisions).most_common(8)
        )
        said = f"matches {accept!r}" if accept else "says that it is accepted"
        raise SourceError(
            f"{table}: no submission has a {rule.field} that {said}; there are: {known}. "
            f"Say `accept: REGEX` in {MAPPING} beside the export"
        )
    yes = collections.Counter(each for each in decisions if pattern.match(each))
    doubts += [Doubt(fact=f"{ACCEPTED_BY} {rule.field}", where=f"{each!r} ({yes[each]})") for each in yes]
    doubts += [*unclear_decisions(decisions, pattern), *not_accepted(decisions, pattern)]
    return kept
