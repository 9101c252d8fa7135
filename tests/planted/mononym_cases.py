"""Cases of people with one name: missing, added or respelled on the title page, and written in other ways there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from planted import prose
from planted.cases import Case, makers, some, varied
from planted.sheets import TEMPLATES
from proceedings.records.paper import Author, Paper

People = tuple[Author, ...]
SUHARTO = Author(literal="Suharto")


def mononym_cases() -> Iterator[Case]:
    """All cases of this group: `prose.AUTHORS` ends with Mausam."""
    changes: dict[str, Callable[[People], People]] = {
        "missing on the title page": lambda people: (*people, SUHARTO),
        "missing as the first": lambda people: (SUHARTO, *people),
        "one more on the title page": lambda people: people[:-1],
        "one letter other": lambda people: (*people[:-1], Author(literal="Mausan")),
        "one letter more": lambda people: (*people[:-1], Author(literal="Mausamy")),
        "an accent more": lambda people: (*people[:-1], Author(literal="Mausám")),
        "another name": lambda people: (*people[:-1], SUHARTO),
        "in another place": lambda people: (people[-1], *people[:-1]),
    }
    for number, (name, change) in enumerate(changes.items()):
        first = name == "missing on the title page"
        everywhere = first or name in ("one more on the title page", "one letter other")
        yield Case(
            f"a mononym: {name}",
            "author-mismatch",
            1,
            TEMPLATES if everywhere else some(number),
            record=_changing(change),
            makers=makers(first),
        )
    yield from _traps()


def _traps() -> Iterator[Case]:
    first = varied(authors=(prose.AUTHORS[-1], *prose.AUTHORS[:-1]))
    yield Case("a mononym as the first", None, vary=first)
    yield Case("a mononym alone", None, vary=varied(authors=("Mausam",)))
    yield Case("two mononyms side by side", None, vary=varied(authors=("Ada Sample", "Suharto", "Mausam")))
    capitals = varied(author_lines=("Ada Sample, María de la Cruz, Björn Håkansson-Vogel, and MAUSAM",))
    yield Case("a mononym in capitals", None, templates=some(0), vary=capitals)
    marked = varied(author_lines=("Ada Sample1, María de la Cruz1, Björn Håkansson-Vogel2, and Mausam2",))
    yield Case("a mononym with a mark", None, templates=some(1), vary=marked)
    own_line = varied(author_lines=("Ada Sample, María de la Cruz, Björn Håkansson-Vogel", "Mausam"))
    yield Case("a mononym on a line of its own", None, vary=own_line)


def _changing(change: Callable[[People], People]) -> Callable[[Paper], Paper]:
    return lambda paper: msgspec.structs.replace(paper, authors=change(paper.authors))
