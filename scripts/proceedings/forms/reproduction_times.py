"""The times of an artifact description: `Artifact Execution: 2 h` is 120 minutes, `two hours` is no number."""

from __future__ import annotations

import re
from typing import NamedTuple

from proceedings.forms.item_lines import LIST_MARK

_PART = re.compile(r"\b(setup|execution|analysis)\b", re.IGNORECASE)
_ID = re.compile(r"\b[A-Z]\d{1,3}\b")
_HOURS, _MINUTES = r"(?:h|hrs?|hours?)\b", r"(?:m|mins?|minutes?)\b"
_NUMBER = r"\d+(?:\.\d+)?"
_TIME = re.compile(
    rf"\D*?(?:(?P<hours>{_NUMBER})\s*{_HOURS}\s*(?:and\s+|,\s*)?)?(?:(?P<minutes>{_NUMBER})(?:\s*{_MINUTES})?)?(?P<rest>\D*)",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(r"(?:^|\W)(?:h|hrs?|hours?|d|days?|weeks?|months?|s|secs?|seconds?)\b|%", re.IGNORECASE)
_NO_TIME = re.compile(r"\W*(?:n\W?a|none|nothing|nil|not applicable|tbd|tba|todo)?\W*", re.IGNORECASE)


class PartTime(NamedTuple):
    """What a line says of one part of a reproduction; `minutes` is None where that is no number of minutes."""

    part: str
    minutes: float | None


def part_times(line: str) -> list[PartTime]:
    """The times that a line gives, part by part. A part of which nothing is said, or `N/A`, is none."""
    _, *said = _PART.split(_ID.sub("", LIST_MARK.sub("", line, count=1)))
    pairs = zip(said[::2], said[1::2], strict=True)
    return [PartTime(part.lower(), _minutes(words)) for part, words in pairs if not _NO_TIME.fullmatch(words)]


def says_no_time(line: str) -> bool:
    """Whether a line has nothing that could be a time: no more than the name of a part, or `N/A`."""
    return bool(_NO_TIME.fullmatch(_PART.sub("", re.sub(r"\bartifact\b", "", line, flags=re.IGNORECASE), count=1)))


def _minutes(words: str) -> float | None:
    """Minutes of one number with `h`, `min` or no unit, or of hours and minutes; None where anything else is said."""
    found = _TIME.fullmatch(words)
    if found is None or (found["hours"] is None and found["minutes"] is None):
        return None
    first = found.start("hours") if found["hours"] else found.start("minutes")
    if _OTHER_UNIT.search(words[:first]) or _OTHER_UNIT.search(found["rest"]):
        return None
    return float(found["hours"] or 0) * 60 + float(found["minutes"] or 0)
