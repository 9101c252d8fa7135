"""What a publisher that collects the papers itself has otherwise than the metadata: title, people, rights, DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.adoption.collected import CollectedPaper
from proceedings.bibliography.cited_book import settled, whole_title
from proceedings.editorial.blocks import one_line
from proceedings.editorial.tables import contacts_of
from proceedings.folding import folded_words
from proceedings.identifiers import same_doi_key
from proceedings.names import display_name
from proceedings.records.paper import Author, Paper

NOTHING = "(nothing)"
NOT_GRANTED = frozenset({"", "no", "n", "false", "-", "none", "pending", "not granted"})
"""What a cell of rights says as long as nobody has signed."""


class Difference(NamedTuple):
    """One value that differs: the paper, the value's name, what is said here and what there."""

    paper: str
    name: str
    here: str
    there: str

    @property
    def line(self) -> str:
        """`017  title: "Fast Training" here, "Faster Training" there`."""
        return f"{self.paper}  {self.name}: {_quoted(self.here)} here, {_quoted(self.there)} there"


def differences(paper: Paper, collected: CollectedPaper) -> Iterator[Difference]:
    """Everything that the list says of the paper and the metadata does not, and rights that nobody has granted."""
    if not _same_title(collected.line.title, paper):
        yield Difference(paper.id, "title", one_line(whole_title(paper)), collected.line.title)
    if collected.people is not None:
        yield from _people(paper, collected.people)
    if collected.emails is not None:
        yield from _emails(paper, collected.emails)
    if collected.rights is not None:
        yield from _rights(paper, collected.rights)
    doi = collected.line.doi
    if doi and (not settled(paper.doi) or same_doi_key(doi) != same_doi_key(paper.doi or "")):
        yield Difference(paper.id, "doi", paper.doi or "", doi)


def _same_title(title: str, paper: Paper) -> bool:
    """Whether the title is the same to the letter; blanks and the signs around formulas do not count."""
    ours = {paper.title, whole_title(paper)}
    return _bare(title) in {_bare(each) for each in ours} or not title


def _bare(title: str) -> str:
    return one_line(title.replace("$", ""))


def _people(paper: Paper, written: Sequence[str]) -> Iterator[Difference]:
    """The authors in their order; one name alone is that of the contact."""
    keys = [_key(display_name(author)) for author in paper.authors]
    theirs = [name for cell in written for name in _names(cell, keys)]
    found = [_key(name) for name in theirs]
    contacts = contacts_of(paper)
    if not theirs or found == keys:
        return
    if len(theirs) == 1 and len(paper.authors) > 1:
        if found[0] not in [_key(display_name(author)) for author in contacts]:
            yield Difference(paper.id, "contact", _listed(contacts), theirs[0])
        return
    yield Difference(paper.id, "authors", _listed(paper.authors), "; ".join(theirs))


def _names(cell: str, known: Sequence[tuple[str, ...]]) -> list[str]:
    """The names in a cell; "Sample, Ada" is one where the paper has her."""
    if _key(cell) in known:
        return [cell]
    parting = r";" if ";" in cell else r",\s*and\s+|,|\s+and\s+"
    return [name for part in re.split(parting, cell) if (name := one_line(part))]


def _key(name: str) -> tuple[str, ...]:
    """The words of a name whatever their order, so that "Sample, Ada" is "Ada Sample"."""
    return tuple(sorted(folded_words(name.replace(",", " ").replace(".", " "))))


def _emails(paper: Paper, listed: Sequence[str]) -> Iterator[Difference]:
    ours = [author.email for author in contacts_of(paper) if author.email]
    if {each.casefold() for each in listed} != {each.casefold() for each in ours}:
        yield Difference(paper.id, "e-mail", "; ".join(ours), "; ".join(listed))


def _rights(paper: Paper, cell: str) -> Iterator[Difference]:
    """Rights that are granted in one place alone."""
    rights = paper.rights
    signed = rights.signed.isoformat() if rights.signed else rights.signer or ""
    granted = cell.casefold() not in NOT_GRANTED
    if granted and not signed:
        yield Difference(paper.id, "rights", "", cell)
    elif not granted:
        yield Difference(paper.id, "rights", f"signed ({signed})" if signed else "", cell or "not granted yet")


def _listed(people: Sequence[Author]) -> str:
    return "; ".join(display_name(author) for author in people)


def _quoted(words: str) -> str:
    return f'"{words}"' if words else NOTHING
