"""An edition that registers its own DOIs, for tests of deposits."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

import oracles
from artifact_makers import declaring, placed
from proceedings.deposits.folder import deposit_files
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author, Funding, NativeName, PaperDates
from proceedings.records.volume import Crossref, Editor, Event, Volume

SCHEMAS = Path(__file__).parent / "unit" / "deposits"
NAMES = {
    "c": "http://www.crossref.org/schema/5.3.1",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "fr": "http://www.crossref.org/fundref.xsd",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
    "rel": "http://www.crossref.org/relations.xsd",
}
REGISTERING = Volume(
    title="Proceedings of the Workshop & More",
    acronym="DLS",
    edition="3rd",
    year=2019,
    isbn="978-3-16-148410-0",
    doi="10.5555/v",
    url="https://example.org/v",
    paper_url="https://example.org/v/{id}.html",
    crossref=Crossref(depositor="Sample Society", email="dois@example.org", registrant="Sample Society"),
    licence="CC-BY-4.0",
    event=Event(
        name="Workshop on Deep Learning",
        acronym="DLS 2019",
        place="Ghent, Belgium",
        start=datetime.date(2019, 6, 20),
        end=datetime.date(2019, 6, 21),
    ),
    editors=(Editor(given="Ed", family="Chair", affiliation="Sample University"),),
)
FULL: dict[str, Any] = {
    "title": "An $O(n^2)$ Bound for <Tags> & Entities",
    "subtitle": "A Study",
    "people": (
        Author(
            given="Ludwig",
            particle="van der",
            family="Berg",
            suffix="Jr.",
            orcid="0000-0002-1825-0097",
            affiliations=("ghent", "paris"),
            corresponding=True,
            email="ludwig@example.org",
        ),
        Author(literal="Mausam", affiliations=("ghent",)),
        Author(given="Xiaoming", family="Wang", native=NativeName(name="王小明", lang="zh")),
        Author(literal="The Sample Machine Team"),
    ),
    "affiliations": {
        "ghent": Affiliation(department="CS", name="Sample University", city="Ghent", country="BE", ror="009vhk114"),
        "paris": Affiliation(name="Institut Exemple", city="Paris", country="FR"),
    },
    "abstract": "We measure.\n\nWrite to ada@example.org.",
    "keywords": ("training",),
    "funding": (Funding(name="Sample Foundation", award="SF-1", ror="021nxhr62"), Funding(name="Other Foundation")),
    "dates": PaperDates(submitted=datetime.date(2019, 3, 1), accepted=datetime.date(2019, 4, 1)),
}


def registering(volume: dict[str, Any] | None = None, **paper: Any) -> Edition:
    """The edition with one paper, all of whose fields are filled; what is given takes the place of that."""
    return declaring(volume=msgspec.structs.replace(REGISTERING, **(volume or {})), **(FULL | paper))


def deposited(about: Edition) -> dict[str, bytes]:
    """The deposits of the edition, by path."""
    return deposit_files(about, placed(about), load_policy(about.volume.publisher))


def tree_of(written: bytes) -> etree._Element:
    """The document, read without entities and without the network."""
    return etree.fromstring(written, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


OFFICIAL = {"crossref": oracles.crossref_faults, "dblp": oracles.dblp_faults, "jats": oracles.jats_faults}


def faults(written: bytes, schema: str) -> list[str]:
    """What is wrong in a document by the schema beside the tests, and by the format's own where it is at hand."""
    rules = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    rules.validate(tree_of(written))
    official = OFFICIAL[schema](tree_of(written)) if oracles.PRESENT else []
    return [*map(str, rules.error_log), *official]
