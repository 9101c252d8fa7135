"""CodeMeta 3.0 (`codemeta.json`) of the authors' own software: a draft for them to put into their repository.

Its authors are taken to be the paper's.
"""

from __future__ import annotations

from typing import Any

from proceedings.artifacts.entity import Entity
from proceedings.artifacts.item_entities import item_entity
from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.artifacts.people import author_entities
from proceedings.artifacts.schema_org import linked_bytes
from proceedings.bibliography.cited_book import whole_title
from proceedings.records.reproducibility import Artifact, Software
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import doi_url

CODEMETA = "https://w3id.org/codemeta/3.0"
TAKEN_OVER = ("name", "version", "license", "identifier", "url", "codeRepository", "description")
"""What CodeMeta says of software in the words of Schema.org."""


def codemeta(listed: ListedPaper, entry: Entry) -> bytes:
    """The software's `codemeta.json`; its requirements are the releases that the artifact was set up with."""
    said = item_entity(listed, entry)
    record: Entity = {"@context": CODEMETA, "@type": "SoftwareSourceCode"}
    record |= {name: _address(said[name]) for name in TAKEN_OVER if name in said}
    record["author"] = [_person(each) for each in author_entities(listed.paper)]
    if needed := [_requirement(each) for each in _needed(listed, entry)]:
        record["softwareRequirements"] = needed
    article = {"@type": "ScholarlyArticle", "name": plain_title(whole_title(listed.paper))}
    record["referencePublication"] = article | ({"@id": doi_url(listed.doi)} if listed.doi else {})
    return linked_bytes(record)


def _needed(listed: ListedPaper, entry: Entry) -> list[Software]:
    ids = entry.item.setup.software if isinstance(entry.item, Artifact) else ()
    releases = {each.id: each for each in reversed(listed.block.software)}
    return [releases[each] for each in ids if each in releases]


def _requirement(release: Software) -> Entity:
    said = {"@type": "SoftwareApplication", "name": release.name, "version": release.version, "url": release.url}
    return {name: value for name, value in said.items() if value}


def _person(author: Entity) -> Entity:
    """An author without the ids that mean something in a graph of the volume only."""
    places = author.get("affiliation", [])
    named = [_local_less(each) for each in (places if isinstance(places, list) else [places])]
    return _local_less(author) | ({"affiliation": named} if named else {})


def _local_less(said: Entity) -> Entity:
    return {name: value for name, value in said.items() if name != "@id" or not value.startswith("#")}


def _address(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    return value["@id"] if isinstance(value, dict) else value
