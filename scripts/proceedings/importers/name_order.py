"""Whether an export has given and family names the other way round, as it happens to whole volumes.

No single name proves it. Three things tell of their people which part is which: an e-mail address such as
`ada.sample@` or `asample@`, a part that is only initials, and a particle with which one part begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from proceedings.importers.imported import Doubt, Imported
from proceedings.importers.papers_alone import acceptance_list
from proceedings.importers.people import folded_name
from proceedings.names import PARTICLES, whole_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper

SWAPPED = "swapped"
"""The word in `import.yml` (`names: swapped`) that exchanges all given and family names."""

FAMILY_FIRST = (
    "given and family names seem to be the other way round in the whole export; if they are, "
    f"say `names: {SWAPPED}` in import.yml beside it and import again"
)
FEWEST = 3
"""How many authors have to tell of a swap before it is believed, and how many for each who tells against it."""

_INITIALS = re.compile(r"([^\W\d_]\.[\s-]?)+")


def order_doubts(papers: Sequence[Paper]) -> list[Doubt]:
    """A doubt when far more authors tell that the names are swapped than tell that they are not."""
    authors = [author for paper in papers for author in paper.authors]
    swapped = list(dict.fromkeys(whole_name(each) for each in authors if _is_swapped(each) is True))
    straight = {whole_name(each) for each in authors if _is_swapped(each) is False}
    if len(swapped) < FEWEST or len(swapped) < FEWEST * len(straight):
        return []
    return [Doubt(fact=FAMILY_FIRST, where=name) for name in swapped]


def with_names_exchanged(imported: Imported) -> Imported:
    """The same with given and family name of every author exchanged; names in one piece stay."""
    papers = tuple(
        msgspec.structs.replace(paper, authors=tuple(map(_exchanged, paper.authors)))
        for paper in imported.edition.papers
    )
    accepted = acceptance_list(papers) if imported.edition.accepted else ()
    edition: Edition = msgspec.structs.replace(imported.edition, papers=papers, accepted=accepted)
    return msgspec.structs.replace(imported, edition=edition)


def _exchanged(author: Author) -> Author:
    return msgspec.structs.replace(author, given=author.family, family=author.given)


def _is_swapped(author: Author) -> bool | None:
    """Whether the parts of the name are swapped, by one sign or the other; None when nothing tells."""
    given, family = author.given or "", author.family or ""
    if not given or not family or folded_name(given) == folded_name(family):
        return None
    for first, second in ((_is_initials(given), _is_initials(family)), (_has_particle(family), _has_particle(given))):
        if first != second:
            return second
    return _told_by_address(folded_name(given), folded_name(family), author.email or "")


def _is_initials(part: str) -> bool:
    return bool(_INITIALS.fullmatch(part))


def _has_particle(part: str) -> bool:
    """Whether a part of several words begins with a particle in small letters, as family names do."""
    words = part.split()
    return len(words) > 1 and words[0] in PARTICLES


def _told_by_address(given: str, family: str, address: str) -> bool | None:
    """Whether "given.family" or "gfamily" of the address fits the name only the other way round."""
    local = address.partition("@")[0]
    whole = folded_name(re.sub(r"\d+$", "", local))
    straight = whole in (given + family, given[:1] + family)
    swapped = whole in (family + given, family[:1] + given)
    return swapped if straight != swapped else None
