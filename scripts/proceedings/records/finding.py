"""A finding: something about a paper or the volume that somebody should know or cure."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from proceedings.records.record import Box, Record

Severity = Literal["error", "warning", "info"]

Weight = Literal["error", "warning", "info", "off"]
"""A severity, or `off`: this profile or edition does not want to hear of it."""


class Finding(Record, omit_defaults=False):
    """One cause, one finding. `paper` None is the volume; `page` counts from 1 within the paper.

    `pages` are all that show it, where its check says so, until its cause is found; `page` is one of them.
    `people` are the names of the one person whom it is about, as a waiver may write them; not there where it is about
    nobody.
    """

    paper: str | None = None
    code: str = ""
    severity: Severity = "error"
    page: int | None = None
    box: Box | None = None
    message: str = ""
    remedy: str = ""
    waived: bool = False
    people: tuple[str, ...] | UnsetType = UNSET
    pages: tuple[int, ...] | UnsetType = UNSET


class FindingsFile(Record, omit_defaults=False):
    """`output/findings.json`: every finding of the edition, with its final severity and its waiver."""

    findings: tuple[Finding, ...] = ()
