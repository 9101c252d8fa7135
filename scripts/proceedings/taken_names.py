"""What is to be taken over of an export or of a publisher's list, as TAKE names it."""

from __future__ import annotations

from collections.abc import Collection

from proceedings.importers.imported import SourceError
from proceedings.problem import did_you_mean

ALL = "all"


def names_in(words: str) -> list[str]:
    """The names, which commas or blanks part."""
    return words.replace(",", " ").split()


def names_meant(take: Collection[str], known: Collection[str], source: str) -> Collection[str]:
    """The names to take; `all` is every one that is known. SourceError for one that the source does not have."""
    for name in take:
        if name not in (*known, ALL):
            cure = did_you_mean(name, known, f"There are {ALL}, {', '.join(known)}.")
            raise SourceError(f"nothing of {source} is called {name!r}. {cure}")
    return known if ALL in take else take
