"""Where each paper stands, and the state of the edition in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.severity import blocking
from proceedings.wording import counted, listed

Standing = Literal["ready", "warnings", "blocked", "missing", "awaited", "with-publisher", "withdrawn", "non-archival"]
"""`blocked` and `missing` keep the bundle back; `awaited` is not there yet, and may be so.

`with-publisher` is not there either, and is not expected: the publisher collects it.
"""

NAMED_AT_MOST = 6
"""So many papers are named in one clause; the others are counted."""

WITH_PUBLISHER = "with the publisher"

_ABSENT = "camera-ready-missing"


def standings_of(edition: Edition, findings: Iterable[Finding]) -> dict[str, Standing]:
    """Where every paper of the edition stands, in volume order."""
    grouped = by_paper(findings)
    found = {each.id: standing(each, grouped.get(each.id, ())) for each in edition.papers}
    elsewhere = {
        each.id for each in edition.papers if found[each.id] == "awaited" and edition.volume.is_with_publisher(each)
    }
    return found | dict.fromkeys(elsewhere, "with-publisher")


def by_paper(findings: Iterable[Finding]) -> dict[str | None, list[Finding]]:
    """Findings by paper id; None holds those of the volume."""
    grouped: dict[str | None, list[Finding]] = {}
    for each in findings:
        grouped.setdefault(each.paper, []).append(each)
    return grouped


def standing(paper: Paper, findings: Sequence[Finding]) -> Standing:
    """Where one paper stands, from its status and its own findings."""
    blocked_by = {each.code for each in blocking(findings)}
    if blocked_by:
        return "missing" if _ABSENT in blocked_by else "blocked"
    if paper.status != "accepted":
        return paper.status
    if any(each.code == _ABSENT for each in findings):
        return "awaited"
    warned = any(each.severity == "warning" and not each.waived for each in findings)
    return "warnings" if warned else "ready"


def state_sentence(edition: Edition, findings: Sequence[Finding]) -> str:
    """The edition in one sentence: who is ready, who is awaited, what blocks the bundle."""
    standings = standings_of(edition, findings)
    awaited = [id for id, each in standings.items() if each == "awaited"]
    clauses = [_readiness(edition, standings)]
    elsewhere = [id for id, each in standings.items() if each == "with-publisher"]
    if elsewhere and WITH_PUBLISHER not in clauses[0]:
        verb = _verb(len(elsewhere), "is", "are")
        clauses.append(f"{len(elsewhere):,} {verb} {WITH_PUBLISHER} ({_named(elsewhere)})")
    if awaited:
        clauses.append(f"{len(awaited):,} {_verb(len(awaited), 'is', 'are')} still awaited ({_named(awaited)})")
    blockers = _blockers(standings, findings)
    if blockers:
        clauses.append(blockers)
    elif edition.papers and not (awaited and edition.volume.phase == "collecting"):
        clauses.append("nothing blocks the bundle")
    return "; ".join(clauses) + "."


def _readiness(edition: Edition, standings: Mapping[str, Standing]) -> str:
    accepted = [standings[each.id] for each in edition.papers if each.status == "accepted"]
    if not accepted:
        return "The edition has no accepted papers" if edition.papers else "The edition has no papers yet"
    if set(accepted) == {"with-publisher"}:
        papers = f"All {len(accepted):,} papers are" if len(accepted) > 1 else "The only paper is"
        return f"{papers} {WITH_PUBLISHER}"
    warned = accepted.count("warnings")
    ready = accepted.count("ready") + warned
    return _ready_of(ready, len(accepted)) + _with_warnings(warned, ready)


def _ready_of(ready: int, total: int) -> str:
    if total == 1:
        return "The only paper is ready" if ready else "The only paper is not ready"
    if ready == total:
        return f"All {total:,} papers are ready"
    if not ready:
        return f"None of the {total:,} papers is ready"
    return f"{ready:,} of {total:,} papers {_verb(ready, 'is', 'are')} ready"


def _with_warnings(warned: int, ready: int) -> str:
    if not warned:
        return ""
    if warned == ready:
        return " with warnings" if ready == 1 else ", all with warnings"
    return f", {warned:,} of them with warnings"


def _blockers(standings: Mapping[str, Standing], findings: Sequence[Finding]) -> str:
    ids = {each.paper for each in blocking(findings) if each.paper is not None}
    missing = [id for id, each in standings.items() if each == "missing"]
    faulty = [id for id in standings if id in ids and id not in missing] + sorted(ids - standings.keys())
    of_volume = sum(each.paper is None for each in blocking(findings))
    causes = []
    if missing:
        causes.append(f"{_named(missing)} {_verb(len(missing), 'is', 'are')} missing")
    if faulty:
        causes.append(f"{_named(faulty)} {_verb(len(faulty), 'has', 'have')} errors")
    volume = f"the volume itself has {counted(of_volume, 'error')}" if of_volume else ""
    if not causes:
        return volume
    number = len(missing) + len(faulty)
    papers = f"{number:,} {_verb(number, 'blocks', 'block')} the bundle: {', '.join(causes)}"
    return f"{papers}; {volume}" if volume else papers


def _named(ids: Sequence[str]) -> str:
    rest = len(ids) - NAMED_AT_MOST
    return listed([*ids[:NAMED_AT_MOST], counted(rest, "other")] if rest > 0 else ids)


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
