"""Records written as the submission systems export them, and what each system has no place for.

A writer takes papers and a folder, and returns what is given to the importer. `as_held` says of a paper what is left of
it in a system: that alone may be lost on the way out and in again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from proceedings.importers.people import AffiliationKeys, person_fields
from proceedings.names import whole_name
from proceedings.records.paper import Affiliation, Author, Paper, PaperDates

Writer = Callable[[Sequence[Paper], Path], Path]


@dataclass(frozen=True)
class System:
    """A way in which a system exports: what it holds of a paper, an author and an affiliation, and of names.

    `places` is how many affiliations of an author there is room for; `suffix`: whether names have one apart; `whole`:
    whether names are in one piece; `unsaid` what a name or place cannot have in it because the format sets parts off
    by it; `numbered` makes the system's id of a number.
    """

    kind: str
    write: Writer
    paper: frozenset[str]
    author: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset({"name"})
    places: int = 1
    suffix: bool = False
    whole: bool = False
    unsaid: str = r"(?!)"
    numbered: Callable[[str], str] = str

    def can_say(self, paper: Paper) -> bool:
        """Whether no name of the paper or place has in it what sets parts off."""
        said = [each for author in paper.authors for each in name_columns(author, suffix=self.suffix)]
        said += [place.name for place in paper.affiliations.values()]
        return not any(re.search(self.unsaid, each) for each in said)


def words(columns: str) -> frozenset[str]:
    return frozenset(columns.split())


def name_columns(author: Author, *, suffix: bool = False) -> tuple[str, str, str]:
    """Given name, family name and suffix: the particle stands before the family name, as does no suffix of its own."""
    if author.literal:
        return "", author.literal, ""
    family = " ".join(filter(None, (author.particle, author.family, "" if suffix else author.suffix)))
    return author.given or "", family, (author.suffix or "") if suffix else ""


def first_place(author: Author, paper: Paper) -> Affiliation:
    """The author's first affiliation; an empty one where there is none."""
    return next((paper.affiliations[key] for key in author.affiliations), Affiliation())


def as_held(paper: Paper, system: System) -> Paper:
    """What is left of a paper in the export of the system."""
    keys = AffiliationKeys()
    kept = {field: getattr(paper, field) for field in system.paper - {"submitted"}}
    submitted = paper.dates.submitted if "submitted" in system.paper else None
    return Paper(
        **kept,
        authors=tuple(_author_held(each, paper, system, keys) for each in paper.authors),
        affiliations=keys.affiliations,
        dates=PaperDates(submitted=submitted),
    )


def _author_held(author: Author, paper: Paper, system: System, keys: AffiliationKeys) -> Author:
    homes = [_place_held(paper.affiliations[key], system) for key in author.affiliations[: system.places]]
    given, family, suffix = name_columns(author, suffix=system.suffix)
    name = person_fields(given, family, suffix) if not system.whole else {"literal": whole_name(author)}
    return Author(
        **name,  # type: ignore[arg-type]  # the parts of a name by their fields
        **{field: getattr(author, field) for field in system.author},
        affiliations=tuple(dict.fromkeys(key for home in homes for key in keys.key(home))),
    )


def _place_held(place: Affiliation, system: System) -> Affiliation:
    kept = {field: getattr(place, field) for field in system.place}
    return Affiliation(**kept) if system.place else Affiliation()


def without(paper: Paper, **fields: object) -> Paper:
    """The paper with other values for these fields."""
    changed: Paper = msgspec.structs.replace(paper, **fields)
    return changed
