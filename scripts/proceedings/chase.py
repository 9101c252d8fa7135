"""Who owes what: one row a person to write to, with all that is awaited of all their papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from proceedings.codes import all_codes
from proceedings.csv_text import csv_text
from proceedings.folding import folded
from proceedings.names import display_name
from proceedings.proofs.author_words import author_words
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper, Person
from proceedings.standing import by_paper

COLUMNS = ("person", "email", "papers", "due", "awaited", "errors", "warnings")
"""`awaited`: what has not come; `errors` and `warnings`: what is wrong with what has. One line each in the cell."""

NOBODY = "(no author is named)"
CHAIRS = "(the chairs)"
"""Who owes what is wrong with the volume itself, or in the files that the chairs keep."""


class Debt(NamedTuple):
    """What one person owes: the papers it is about, and their findings."""

    person: Person
    papers: list[str]
    findings: list[Finding]


def chase_csv(edition: Edition, findings: Sequence[Finding]) -> str:
    """The table, in the order of the volume; whoever owes nothing has no row. Cells never begin like a formula."""
    return csv_text(COLUMNS, _rows(edition, findings))


def contact_of(paper: Paper) -> Person:
    """Whom to write to about a paper: its corresponding author, else the first who has an address, else the first.

    Of several who are marked as corresponding, the first with an address.
    """
    marked = [author for author in paper.authors if author.corresponding]
    ranked = [author for author in (*marked, *paper.authors) if author.email] or [*marked, *paper.authors]
    return ranked[0] if ranked else Person(literal=NOBODY)


def is_owed(finding: Finding) -> bool:
    """Whether somebody has to do something: an error, a warning, or something that is not there yet."""
    return not finding.waived and (finding.severity != "info" or all_codes()[finding.code].absence)


def _is_the_chairs(finding: Finding) -> bool:
    """Whether authors can do nothing about it: our own lists and files. What is awaited of them is theirs."""
    code = all_codes()[finding.code]
    return code.chairs and not code.absence


def _rows(edition: Edition, findings: Sequence[Finding]) -> Iterator[tuple[str, ...]]:
    owed = [each for each in findings if is_owed(each)]
    grouped = by_paper(each for each in owed if not _is_the_chairs(each))
    active = {paper.id for paper in edition.papers if paper.status != "withdrawn"}
    known = {paper.id for paper in edition.papers}
    others = [each for each in owed if each.paper not in known or (each.paper in active and _is_the_chairs(each))]
    if others:
        addresses = "; ".join(editor.email for editor in edition.volume.editors if editor.email)
        yield (CHAIRS, addresses, "", "", *_told(others))
    for debt in _debts(edition.papers, grouped):
        papers = "; ".join(debt.papers)
        asked = [_as_told_to_authors(each) for each in debt.findings]
        yield (display_name(debt.person), debt.person.email or "", papers, _due(edition), *_told(asked))


def _debts(papers: Iterable[Paper], grouped: dict[str | None, list[Finding]]) -> Iterable[Debt]:
    debts: dict[str, Debt] = {}
    for paper in papers:
        found = grouped.get(paper.id)
        if not found or paper.status == "withdrawn":
            continue
        person = contact_of(paper)
        debt = debts.setdefault(_same_person(person), Debt(person, [], []))
        debt.papers.append(paper.id)
        debt.findings.extend(found)
    return debts.values()


def _same_person(person: Person) -> str:
    """What tells one person from another: the address, else the ORCID iD, else the name."""
    return (person.email or "").casefold() or person.orcid or folded(display_name(person))


def _as_told_to_authors(finding: Finding) -> Finding:
    """The finding in the words of the letters: authors see neither our folders nor our files."""
    return msgspec.structs.replace(finding, message=author_words(finding.message, finding.paper or ""))


def _due(edition: Edition) -> str:
    day = edition.volume.deadlines.get("camera_ready")
    return day.isoformat() if day else ""


def _told(findings: Sequence[Finding]) -> tuple[str, str, str]:
    absent = [each for each in findings if all_codes()[each.code].absence]
    present = [each for each in findings if not all_codes()[each.code].absence]
    kinds = (absent, *([each for each in present if each.severity == kind] for kind in ("error", "warning")))
    awaited, errors, warnings = ("\n".join(map(_line, kind)) for kind in kinds)
    return awaited, errors, warnings


def _line(finding: Finding) -> str:
    """`017: Your PDF is not there.`, once the finding's paper is known."""
    words = " ".join(finding.message.split())
    return f"{finding.paper}: {words}" if finding.paper else words
