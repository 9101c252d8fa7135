"""What an importer hands over: an edition, the files that belong to it, and its doubts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proceedings.records.edition import Edition
from proceedings.records.record import Record

EXAMPLES = 6
"""How many places a grouped doubt names before it says how many more there are."""


class SourceError(Exception):
    """The export cannot be read. Its text is one line: file, place, fact and next step."""


def refuse_twice(source: str, papers: Iterable[tuple[str, str]]) -> None:
    """SourceError that names an id which two papers, each given as id and title, have; case makes no difference."""
    first: dict[str, str] = {}
    for paper_id, title in papers:
        key = paper_id.casefold()
        if key in first:
            raise SourceError(
                f"{source}: the id {paper_id!r} is there twice ({first[key]!r} and {title!r}): "
                "were two exports merged? Import each into an edition of its own, or take one of the papers out"
            )
        first[key] = title


class Doubt(Record):
    """Something that a person should look at; `fact` is the same text for equal doubts, `where` the place."""

    fact: str = ""
    where: str = ""


class Imported(Record):
    """`pdfs` maps paper ids to files of the export; `beside` maps paths relative to the edition to such files."""

    edition: Edition = Edition()
    pdfs: dict[str, Path] = {}
    beside: dict[str, Path] = {}
    doubts: tuple[Doubt, ...] = ()


def doubt_lines(doubts: Iterable[Doubt]) -> list[str]:
    """One line for each fact, with its places: "no PDF in the export: paper 28"."""
    places: dict[str, list[str]] = {}
    for doubt in doubts:
        places.setdefault(doubt.fact, []).append(doubt.where)
    return [_line(fact, [each for each in where if each]) for fact, where in places.items()]


def _line(fact: str, where: list[str]) -> str:
    if not where:
        return fact
    named = ", ".join(where[:EXAMPLES])
    more = f" and {len(where) - EXAMPLES} more" if len(where) > EXAMPLES else ""
    count = f" ({len(where)} times)" if len(where) > 1 else ""
    return f"{fact}{count}: {named}{more}"
