"""What a publisher that collects the papers itself has otherwise than the metadata: title, people, rights, DOI."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from proceedings.adoption.collected import CollectedPaper
from proceedings.bibliography.cited_book import settled, whole_title
from proceedings.difference import BY_HAND, EDITED, Difference
from proceedings.editorial.blocks import one_line
from proceedings.editorial.tables import contacts_of
from proceedings.folding import folded_words
from proceedings.identifiers import same_doi_key
from proceedings.names import display_name, inverted_name
from proceedings.paper_table.author_cells import UnclearNameError, author_values, authors_of_cell
from proceedings.paper_table.columns import BETWEEN_AUTHORS
from proceedings.problem import Place
from proceedings.records.paper import Author, Paper
from proceedings.reimport.provenance import AFFILIATIONS, AUTHORS, Provenance, fields_of, is_edited

TITLE, CONTACT, EMAIL, RIGHTS, DOI = "title", "contact", "e-mail", "rights", "doi"
FIELD = {TITLE: TITLE, AUTHORS: AUTHORS, CONTACT: AUTHORS, EMAIL: AUTHORS, RIGHTS: RIGHTS, DOI: DOI}
"""What may be taken, and the key of a paper that it is a part of."""

AWAITED = "nobody has signed yet"
AFTER_AUTHORS = "once the authors are the same"
NOT_GRANTED = frozenset({"", "no", "n", "false", "-", "none", "pending", "not granted"})
"""What a cell of rights says as long as nobody has signed."""

_DAYS = ("%d-%b-%Y", "%d-%b-%y", "%Y-%m-%d")


class _Otherwise(NamedTuple):
    """A value that differs, and what the file says once it is taken; nothing where no program can tell."""

    name: str
    here: str
    there: str
    values: Mapping[Place, object] = {}
    stays: str = BY_HAND


def differences(
    paper: Paper, collected: CollectedPaper, known: Provenance, faulty: Collection[str] = ()
) -> Iterator[Difference]:
    """Everything that the list says of the paper and the metadata does not, and rights that nobody has granted.

    `faulty`: keys of the paper's file with something that cannot be read, which was written by somebody.
    """
    said = fields_of(paper)
    unreadable = {AUTHORS if key == AFFILIATIONS else key for key in faulty}
    for each in _otherwise(paper, collected):
        field = FIELD[each.name]
        value = None if field == DOI and not settled(paper.doi) else said.get(field)
        edited = field in unreadable or is_edited(value, known.get((paper.id, field)))
        stays = each.stays if not each.values else EDITED if edited else ""
        yield Difference(paper.id, each.name, each.here, each.there, each.values, stays)


def _otherwise(paper: Paper, collected: CollectedPaper) -> Iterator[_Otherwise]:
    title, doi = collected.line.title, collected.line.doi
    if not _same_title(title, paper):
        told: dict[Place, object] = {} if paper.subtitle or "$" in paper.title else {("title",): title}
        yield _Otherwise(TITLE, one_line(whole_title(paper)), title, told)
    people = [] if collected.people is None else _people(paper, collected.people, parted=collected.parted)
    yield from people
    if collected.emails is not None:
        yield from _emails(paper, collected.emails, people)
    if collected.rights is not None:
        yield from _rights(paper, collected.rights)
    if doi and (not settled(paper.doi) or same_doi_key(doi) != same_doi_key(paper.doi or "")):
        yield _Otherwise(DOI, paper.doi or "", doi, {("doi",): doi})


def _same_title(title: str, paper: Paper) -> bool:
    """Whether the title is the same to the letter; blanks and the signs around formulas do not count."""
    ours = {paper.title, whole_title(paper)}
    return _bare(title) in {_bare(each) for each in ours} or not title


def _bare(title: str) -> str:
    return one_line(title.replace("$", ""))


def _people(paper: Paper, written: Sequence[str], *, parted: bool) -> list[_Otherwise]:
    """The authors in their order; one name alone is that of the contact."""
    keys = [_key(display_name(author)) for author in paper.authors]
    theirs = list(written) if parted else [name for cell in written for name in _names(cell, keys)]
    found = [_key(name) for name in theirs]
    contacts = contacts_of(paper)
    if not theirs or found == keys:
        return []
    if len(theirs) == 1 and len(paper.authors) > 1 and not parted:
        if found[0] in [_key(display_name(author)) for author in contacts]:
            return []
        return [_Otherwise(CONTACT, _listed(contacts), theirs[0], _marked(paper, keys, found[0]))]
    names = [inverted_name(paper.authors[keys.index(key)]) if key in keys else theirs[n] for n, key in enumerate(found)]
    cell = BETWEEN_AUTHORS.join(names)
    try:
        values = author_values(authors_of_cell(cell, paper.authors), paper.authors)
    except UnclearNameError:
        values = {}
    return [_Otherwise(AUTHORS, _listed(paper.authors), cell, values)]


def _marked(paper: Paper, keys: Sequence[tuple[str, ...]], contact: tuple[str, ...]) -> dict[Place, object]:
    """The mark of the corresponding author with another one."""
    if contact not in keys:
        return {}
    marks: dict[Place, object] = {
        (AUTHORS, number, "corresponding"): None for number, each in enumerate(paper.authors) if each.corresponding
    }
    return marks | {(AUTHORS, keys.index(contact), "corresponding"): True}


def _names(cell: str, known: Sequence[tuple[str, ...]]) -> list[str]:
    """The names in a cell; "Sample, Ada" is one where the paper has her."""
    if _key(cell) in known:
        return [cell]
    parting = r";" if ";" in cell else r",\s*and\s+|,|\s+and\s+"
    return [name for part in re.split(parting, cell) if (name := one_line(part))]


def _key(name: str) -> tuple[str, ...]:
    """The words of a name whatever their order, so that "Sample, Ada" is "Ada Sample"."""
    return tuple(sorted(folded_words(name.replace(",", " ").replace(".", " "))))


def _emails(paper: Paper, listed: Sequence[str], people: Sequence[_Otherwise]) -> Iterator[_Otherwise]:
    """The contact's address: of the one whom the list names, where it is another than here."""
    alone = len(paper.authors) == 1
    numbers = [number for number, author in enumerate(paper.authors) if author.corresponding or alone]
    for each in people:
        if each.name == CONTACT:
            numbers = [int(at[1]) for at, value in each.values.items() if value]
    ours = [email for number in numbers if (email := paper.authors[number].email)]
    if {each.casefold() for each in listed} != {each.casefold() for each in ours}:
        here, there = "; ".join(ours), "; ".join(listed)
        if any(each.name == AUTHORS for each in people):
            yield _Otherwise(EMAIL, here, there, stays=AFTER_AUTHORS)
        elif len(numbers) == len(listed) == 1:
            yield _Otherwise(EMAIL, here, there, {(AUTHORS, numbers[0], "email"): listed[0]})
        else:
            yield _Otherwise(EMAIL, here, there)


def _rights(paper: Paper, cell: str) -> Iterator[_Otherwise]:
    """Rights that are granted in one place alone."""
    rights = paper.rights
    signed = rights.signed.isoformat() if rights.signed else rights.signer or ""
    granted = cell.casefold() not in NOT_GRANTED
    if granted and not signed:
        day = _day(cell)
        yield _Otherwise(RIGHTS, "", cell, {("rights", "signed"): day} if day else {})
    elif not granted:
        here, stays = (f"signed ({signed})", BY_HAND) if signed else ("", AWAITED)
        yield _Otherwise(RIGHTS, here, cell or "not granted yet", stays=stays)


def _day(cell: str) -> datetime.date | None:
    for form in _DAYS:
        try:
            return datetime.datetime.strptime(cell, form).date()
        except ValueError:
            continue
    return None


def _listed(people: Sequence[Author]) -> str:
    return BETWEEN_AUTHORS.join(map(inverted_name, people))
