"""A finding: something about a paper or the volume that somebody should know or cure."""

from __future__ import annotations

from typing import Literal

from proceedings.record import Box, Record

Severity = Literal["error", "warning", "info"]


class Finding(Record):
    """One cause, one finding. `paper` None is the volume; `page` counts from 1 within the paper."""

    paper: str | None = None
    code: str = ""
    severity: Severity = "error"
    page: int | None = None
    box: Box | None = None
    message: str = ""
    remedy: str = ""
    waived: bool = False
