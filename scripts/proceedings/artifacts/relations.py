"""How a paper is related to software, data and its volume, in the words of DataCite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.artifacts.ownership import SOFTWARE_KINDS
from proceedings.bibliography.cited_book import Book
from proceedings.identifiers import bare_doi, is_doi, same_doi_key, sound_doi
from proceedings.records.reproducibility import Algorithm, Artifact, Dataset, Software

DATACITE = "http://datacite.org/schema/kernel-4"
"""DataCite's schema; SWHID is a type of identifier in it since 4.7."""

GENERAL_TYPES = {
    **dict.fromkeys(SOFTWARE_KINDS - {"workflow"}, "Software"),
    "workflow": "Workflow",
    "data": "Dataset",
    "dataset": "Dataset",
    "model": "Model",
}
"""DataCite's word for the kinds of artifacts."""


class Related(NamedTuple):
    """Something that a paper is related to. `general` is DataCite's type of it, empty where only a guess could tell."""

    relation: str
    identifier: str
    type: str
    general: str = ""
    title: str = ""


def related(listed: ListedPaper, book: Book) -> list[Related]:
    """All relations of a paper, each once: supplements, what it uses, what it cites, where it is published."""
    found = [*_items(listed), *_cited(listed), *_published(book)]
    return list({(each.relation, each.type, same_doi_key(each.identifier)): each for each in reversed(found)}.values())[
        ::-1
    ]


def related_to_paper(listed: ListedPaper) -> list[Related]:
    """The other way round: how an artifact of the authors is related to the paper; nothing without a DOI of it."""
    relations = ("IsSupplementTo", "IsDocumentedBy")
    return [Related(each, listed.doi, "DOI", "ConferencePaper") for each in relations if listed.doi]


def datacite(relations: Iterable[Related]) -> dict[str, object]:
    """The block `relatedIdentifiers` of a DataCite record in JSON."""
    return {"schemaVersion": DATACITE, "relatedIdentifiers": [datacite_relation(each) for each in relations]}


def datacite_relation(each: Related) -> dict[str, str]:
    """One relation as DataCite writes it."""
    return {
        "relatedIdentifier": each.identifier,
        "relatedIdentifierType": each.type,
        "relationType": each.relation,
        **({"resourceTypeGeneral": each.general} if each.general else {}),
    }


def _items(listed: ListedPaper) -> Iterator[Related]:
    for entry in listed.of_kind("artifact", "software", "dataset"):
        item = entry.item
        assert isinstance(item, Artifact | Software | Dataset)
        relation = "IsSupplementedBy" if entry.is_own else "References"
        title = item.title if isinstance(item, Artifact) else item.name
        for type, identifier in _identifiers(item):
            yield Related(relation, identifier, type, _general(entry), title)


def _identifiers(item: Artifact | Software | Dataset) -> Iterator[tuple[str, str]]:
    """What lasts; an address only where nothing does."""
    doi = sound_doi(item.doi)
    swhid = None if isinstance(item, Dataset) else item.swhid
    if doi:
        yield "DOI", doi
    if swhid:
        yield "SWHID", swhid
    if item.url and not doi and not swhid and item.url.startswith(("http://", "https://")):
        yield "URL", item.url


def _general(entry: Entry) -> str:
    """The general type of what the authors made; others' DOIs are often those of a paper about it."""
    if not entry.is_own:
        return ""
    if isinstance(entry.item, Artifact):
        return GENERAL_TYPES.get((entry.item.kind or "").lower(), "")
    return "Software" if entry.kind == "software" else "Dataset"


def _cited(listed: ListedPaper) -> Iterator[Related]:
    for entry in listed.of_kind("algorithm"):
        assert isinstance(entry.item, Algorithm)
        source = (entry.item.reference or "").strip()
        if is_doi(bare_doi(source)):
            yield Related("Cites", bare_doi(source), "DOI", title=entry.item.name)
        elif source.startswith(("http://", "https://")) and " " not in source:
            yield Related("Cites", source, "URL", title=entry.item.name)


def _published(book: Book) -> Iterator[Related]:
    for type, identifier in (("DOI", book.doi), ("ISBN", book.isbn)):
        if identifier:
            yield Related("IsPublishedIn", identifier, type, "ConferenceProceeding", book.title)
