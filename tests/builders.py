"""One-line builders of records for tests."""

from __future__ import annotations

from typing import Any

from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import Rules
from proceedings.reading.reading import Reading
from proceedings.records.companions import CompanionFacts
from proceedings.records.edition import Edition
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.programme import Session
from proceedings.records.volume import Volume


def author(name: str = "Ada Sample", **fields: Any) -> Author:
    """`author("Ada Sample")`; a name of one word is a mononym."""
    given, _, family = name.rpartition(" ")
    if not given:
        return Author(literal=family, **fields)
    return Author(given=given, family=family, **fields)


def paper(id: str = "017", *authors: str, **fields: Any) -> Paper:
    """`paper("017", "Ada Sample", "Mausam", title="...")`."""
    return Paper(
        id=id,
        title=fields.pop("title", f"Paper {id}"),
        authors=fields.pop("people", None) or tuple(author(name) for name in authors or ("Ada Sample",)),
        affiliations=fields.pop("affiliations", {"ghent": Affiliation(name="Sample University", country="BE")}),
        **fields,
    )


def edition(*papers: Paper, **fields: Any) -> Edition:
    """An edition with all papers in one session."""
    return Edition(
        volume=fields.pop("volume", Volume(title="Proceedings of the Sample Workshop", acronym="SW", year=2019)),
        sessions=fields.pop("sessions", (Session(title="Papers", papers=tuple(each.id for each in papers)),)),
        papers=papers,
        **fields,
    )


def facts(id: str = "017", pages: int = 4, **fields: Any) -> PaperFacts:
    """Facts of a readable paper with plain A4 pages."""
    ink = (134.8, 115.8, 480.6, 662.9)
    sheets = tuple(
        PageFacts(number=n, width=595.276, height=841.89, ink=ink, ink_boxes=(ink,), characters=2000)
        for n in range(1, pages + 1)
    )
    usual: dict[str, Any] = {"sha256": f"{id:0>64}", "bytes": 100_000, "pdf_version": "1.5", "pages": sheets}
    return PaperFacts(paper=id, **(usual | fields))


def holdings(about: Edition, *came: PaperFacts, rules: Rules | None = None, **fields: Any) -> Holdings:
    """All that is there of an edition: the facts of the files that came, and what lies beside them."""
    readings = {each.paper: Reading(each) for each in came}
    return Holdings(about, rules or Rules(), readings, CompanionFacts(**fields))
