"""The finding codes: for each its group, its severity where no profile says otherwise, and its cure."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import UNSET

from proceedings.records.finding import Finding, Severity
from proceedings.records.record import Box, Record
from proceedings.sound_text import quotable


class Code(Record):
    """One code. `absence`: it says that something is not there yet, which is no fault while collecting.

    `swallows` are codes whose findings follow from this one, where its check found it at least as grave as
    `swallows_from` (None: as usual). `overrules` are codes that are information beside it, and `leave` is what to do
    about them then. `latex` and `word` are the cure for those who write in them. `by_name`: its findings are each about
    one person, whom a waiver names.
    `ask` is what the authors are asked, where the cure is worded for the chairs; `chairs`: they are asked nothing.
    """

    group: str = ""
    severity: Severity = "error"
    swallows: tuple[str, ...] = ()
    swallows_from: Severity | None = None
    overrules: tuple[str, ...] = ()
    leave: str = ""
    what: str = ""
    remedy: str = ""
    latex: str = ""
    word: str = ""
    absence: bool = False
    by_name: bool = False
    ask: str = ""
    chairs: bool = False


@functools.cache
def all_codes() -> dict[str, Code]:
    """Every code that a finding may carry, from `finding_codes.toml`."""
    table = tomllib.loads(Path(__file__).with_name("finding_codes.toml").read_text("utf-8"))
    return msgspec.convert(table, dict[str, Code])


def finding(
    code: str,
    message: str,
    *,
    paper: str | None = None,
    page: int | None = None,
    box: Box | None = None,
    severity: Severity | None = None,
    remedy: str | None = None,
    people: tuple[str, ...] = (),
    pages: Iterable[int] = (),
) -> Finding:
    """A finding with the severity and cure of its code, unless given. KeyError on an unknown code.

    It is shown on the first of its `pages` unless one is given. Of what it quotes it has no sign that nobody sees.
    """
    known, numbers = all_codes()[code], tuple(sorted(set(pages)))
    return Finding(
        paper=paper,
        code=code,
        severity=severity or known.severity,
        page=numbers[0] if page is None and numbers else page,
        box=box,
        message=quotable(message),
        remedy=known.remedy if remedy is None else quotable(remedy),
        people=people or UNSET,
        pages=numbers or UNSET,
    )
