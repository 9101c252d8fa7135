"""What came in and what was handed over: lines of lists beside the edition, which Bindery itself writes."""

from __future__ import annotations

import datetime

from proceedings.records.record import Record


class Arrival(Record):
    """A line of `metadata/received.csv`: a camera-ready file that came; a paper's `round` counts from 1."""

    id: str = ""
    sha256: str = ""
    date: datetime.date | None = None
    round: int = 1


class Delivered(Record):
    """A line of `metadata/deliveries/<day>-<publisher>.csv`: one paper as it was handed over."""

    id: str = ""
    first_page: int = 1
    last_page: int = 1
    doi: str | None = None
    pdf_sha256: str = ""
    source_sha256: str = ""
    rights_sha256: str = ""
    metadata_sha256: str = ""
