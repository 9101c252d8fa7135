"""How ACM calls what we know: the types of papers, the parts of names, days."""

from __future__ import annotations

import datetime

from proceedings.importers.acm_papers import TYPES
from proceedings.names import full_family_name
from proceedings.records.paper import Author

PAPERS = {key: words for words, key in TYPES.items()} | {"abstract": "Extended Abstract"}
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def paper_type(key: str) -> str:
    """`Full Paper` for `full`, `Demo Paper` for `demo-paper`."""
    return PAPERS.get(key) or key.replace("-", " ").title()


def first_name(author: Author) -> str:
    """The given names; a name that has no parts stands in the last name alone."""
    return "" if author.literal else author.given or ""


def last_name(author: Author) -> str:
    """The family name with its particle, or the name that has no parts."""
    return author.literal or full_family_name(author)


def day(date: datetime.date | None) -> str:
    """`20-JUN-2019`, whatever the language of the machine."""
    return f"{date.day:02}-{MONTHS[date.month - 1]}-{date.year}" if date else ""
