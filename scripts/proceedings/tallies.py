"""How many findings there are of each severity, waived ones counted apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from proceedings.records.finding import Finding
from proceedings.records.record import Record
from proceedings.wording import counted

TallyKind = Literal["error", "warning", "info", "waived"]

_NOUNS: dict[TallyKind, str] = {"error": "error", "warning": "warning", "info": "note"}


class Tally(Record):
    """How many findings of one severity (or waived ones) there are."""

    kind: TallyKind = "error"
    count: int = 0
    words: str = ""


def tallies(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """Errors, warnings, notes and waived findings, those that occur."""
    kinds: list[TallyKind] = ["waived" if each.waived else each.severity for each in findings]
    known = [(kind, kinds.count(kind)) for kind in (*_NOUNS, "waived")]
    return tuple(Tally(kind=kind, count=count, words=_words(kind, count)) for kind, count in known if count)


def tally_words(findings: Iterable[Finding]) -> str:
    """`2 errors, 3 warnings, 1 note, 1 waived`; kinds that do not occur are left out."""
    return ", ".join(each.words for each in tallies(findings)) or "No findings"


def _words(kind: TallyKind, count: int) -> str:
    return f"{count:,} waived" if kind == "waived" else counted(count, _NOUNS[kind])
