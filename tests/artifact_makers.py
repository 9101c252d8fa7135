"""Papers of a volume with what they declare, for tests of the artifacts as data."""

from __future__ import annotations

import datetime
from typing import Any

from builders import edition, paper
from full_reproducibility import FULL_BLOCK
from proceedings.artifacts.items import ListedPaper, listed_papers
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author
from proceedings.records.placement import Pagination, Placement
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import Event, Volume

VOLUME = Volume(title="The Volume", acronym="DLS", year=2019, licence="CC-BY-4.0", event=Event(place="Ghent"))
PEOPLE = (
    Author(given="Ludwig", particle="van der", family="Berg", suffix="Jr.", orcid="0000-0002-1825-0097"),
    Author(literal="Mausam", email="mausam@example.org", affiliations=("ghent",)),
)


def declaring(block: Reproducibility | None = FULL_BLOCK, **fields: Any) -> Edition:
    """An edition of paper 017, which declares the block."""
    usual: dict[str, Any] = {
        "people": PEOPLE,
        "doi": "10.5555/x",
        "affiliations": {"ghent": Affiliation(name="Sample University", country="BE", ror="009vhk114")},
    }
    volume = fields.pop("volume", VOLUME)
    about = paper("017", reproducibility=block, **(usual | fields))
    return edition(about, volume=volume, printed_date=datetime.date(2019, 6, 20))


def placed(about: Edition) -> Pagination:
    """All papers of the edition, four pages each."""
    places = (
        Placement(paper=each.id, first_page=4 * n + 1, last_page=4 * n + 4) for n, each in enumerate(about.papers)
    )
    return Pagination(placements=tuple(places))


def listed(about: Edition) -> list[ListedPaper]:
    """The papers of the edition as they are listed in a volume of its own publisher."""
    return listed_papers(about, placed(about), load_policy("own"))
