"""By when the authors answer: the edition's deadlines, in words."""

from __future__ import annotations

import datetime

from proceedings.records.edition import Edition
from proceedings.wording import date_words


def due_words(edition: Edition) -> str:
    """By when an answer to the proof is wanted: the deadline for proofs, else that for papers; soon if it is over."""
    days = edition.volume.deadlines
    day = days.get("proofs") or days.get("camera_ready")
    if day is None or _is_over(day, edition):
        return "Please answer as soon as you can."
    return f"Please answer by {date_words(day)}."


def file_due(edition: Edition) -> str:
    """` by 20 May 2019`, `; it was due on 20 May 2019`, or nothing where no day was said."""
    return _due(edition.volume.deadlines.get("camera_ready"), edition)


def rights_due(edition: Edition) -> str:
    """The same of the signed form."""
    return _due(edition.volume.deadlines.get("rights"), edition)


def _due(day: datetime.date | None, edition: Edition) -> str:
    if day is None:
        return ""
    return f" at once; it was due on {date_words(day)}" if _is_over(day, edition) else f" by {date_words(day)}"


def _is_over(day: datetime.date, edition: Edition) -> bool:
    return edition.as_of is not None and edition.as_of > day
