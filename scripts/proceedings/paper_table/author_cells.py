"""The cell of the authors: names in the order of the paper, family name first, set apart by semicolons.

A name that the paper has is known by its whole spelling. One that stands where another stood and looks like it is the
same person, spelled anew; any other is somebody new. What has no comma and more than one word is parted by nobody here.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from proceedings.editions.edition_yaml import as_plain
from proceedings.names import inverted_name
from proceedings.paper_table.columns import AUTHORS, BETWEEN_AUTHORS
from proceedings.problem import Place
from proceedings.records.paper import Author
from proceedings.yaml.yaml_edit import Kept

NAME_PARTS = ("given", "particle", "family", "suffix", "literal")

LIKENESS = 60
"""Of 100: how like two spellings of one name are at least."""


class UnclearNameError(ValueError):
    """A name that could be parted in several ways. Its text is one line with a proposal."""


def authors_of_cell(cell: str, known: Sequence[Author]) -> tuple[Author, ...]:
    """The authors that a cell names, in its order. Raises UnclearNameError."""
    names = [" ".join(name.split()) for name in cell.split(BETWEEN_AUTHORS.strip()) if name.strip()]
    left = list(known)
    found: list[Author | None] = []
    for name in names:
        author = next((each for each in left if inverted_name(each) == name), None)
        if author:
            left.remove(author)
        found.append(author)
    respelled = len(names) == len(known)
    return tuple(
        author or _named(name, known[place] if respelled and _is_alike(name, known[place], left) else Author())
        for place, (name, author) in enumerate(zip(names, found, strict=True))
    )


def author_values(authors: Sequence[Author], known: Sequence[Author]) -> dict[Place, object]:
    """What a paper's file has to say for its authors: those that are new, and of the others parts of names alone."""
    places = _places(authors, known)
    parts: dict[Place, object] = {
        (AUTHORS, number, part): getattr(author, part)
        for number, (author, place) in enumerate(zip(authors, places, strict=True))
        for part in NAME_PARTS
        if place is not None and getattr(author, part) != getattr(known[place], part)
    }
    values = dict(sorted(parts.items(), key=lambda each: each[1] is None))  # no author is ever without a name
    if places == list(range(len(known))):
        return values
    pairs = zip(authors, places, strict=True)
    return {(AUTHORS,): [as_plain(author) if place is None else Kept(place) for author, place in pairs], **values}


def _places(authors: Sequence[Author], known: Sequence[Author]) -> list[int | None]:
    """Where each author stands so far, maybe under another name; None for somebody new."""
    left = dict(enumerate(known))
    found: list[int | None] = []
    for author in authors:
        found.append(place := next((number for number, old in left.items() if old == author), None))
        if place is not None:
            del left[place]
    return [
        number if place is None and number in left and _with_name(author, left[number]) == left[number] else place
        for number, (author, place) in enumerate(zip(authors, found, strict=True))
    ]


def _with_name(author: Author, other: Author) -> Author:
    return msgspec.structs.replace(author, **{part: getattr(other, part) for part in NAME_PARTS})


def _is_alike(name: str, author: Author, left: Sequence[Author]) -> bool:
    """Whether the name may be that of an author whom no name has been found for."""
    from rapidfuzz import fuzz  # here, because most tables have no new name

    return author in left and fuzz.ratio(name.casefold(), inverted_name(author).casefold()) >= LIKENESS


def _named(name: str, author: Author) -> Author:
    """The author under another name. A particle stays where the family name still begins with it."""
    family, *rest = (part.strip() for part in name.split(","))
    if len(rest) > 2:
        raise UnclearNameError(f'"{name}" is not one name: several are written "Family, Given; Family, Given".')
    if not rest and " " in family:
        *given, last = family.split()
        raise UnclearNameError(f'"{name}" has no comma that tells the family name; is it "{last}, {" ".join(given)}"?')
    parts: dict[str, str | None] = dict.fromkeys(NAME_PARTS)
    if not rest:
        parts["literal"] = family
    else:
        lead = f"{author.particle} " if author.particle else ""
        if lead and family.startswith(lead):
            parts["particle"], family = author.particle, family.removeprefix(lead)
        parts |= {"family": family, "given": rest[0], "suffix": rest[1] if len(rest) == 2 else None}
    return msgspec.structs.replace(author, **parts)
