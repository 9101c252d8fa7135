"""`metadata/received.csv`: every camera-ready file that came, in the order in which it came."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from proceedings.csv_text import csv_text
from proceedings.records.exchange import Arrival

FILE = "metadata/received.csv"
COLUMNS = ("id", "sha256", "date", "round")


def new_arrivals(known: Sequence[Arrival], files: Mapping[str, str], day: datetime.date) -> tuple[Arrival, ...]:
    """The files that are no paper's last one yet, as received on `day`; `files` are their SHA-256 by paper.

    A paper's rounds count from 1. A file that comes back after another one is a round of its own.
    """
    last = {each.id: each.sha256 for each in known}
    rounds = Counter(each.id for each in known)
    return tuple(
        Arrival(id=paper, sha256=sha256, date=day, round=rounds[paper] + 1)
        for paper, sha256 in files.items()
        if last.get(paper) != sha256
    )


def arrival_table(arrivals: Iterable[Arrival]) -> str:
    """The arrivals as CSV, in one form from the first line to the last, whatever a spreadsheet made of it meanwhile."""
    return csv_text(COLUMNS, ((each.id, each.sha256, each.date, each.round) for each in arrivals))
