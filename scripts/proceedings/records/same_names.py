"""Answers of the chair: whether two names mean one thing."""

from __future__ import annotations

from proceedings.records.record import Record


class SameName(Record):
    """A line of `metadata/same_names.csv`: whether `other` is the thing that is printed as `name`.

    `same` None: nobody has answered yet. `line` counts from 1.
    """

    kind: str = ""
    name: str = ""
    other: str = ""
    same: bool | None = None
    why: str = ""
    line: int = 0
