"""The RO-Crate of a folder: its files, and the volume with all that its papers declare, in one flat graph.

Written to RO-Crate 1.2. Papers and items are contextual entities; what lies in the folder are the data entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from proceedings.artifacts.entity import Entity, entity, flat, reference
from proceedings.artifacts.item_entities import licence_entity
from proceedings.artifacts.items import ListedPaper
from proceedings.artifacts.schema_org import CONTEXT as SCHEMA_ORG
from proceedings.artifacts.schema_org import VOLUME_ID, linked_bytes
from proceedings.records.edition import Edition
from proceedings.wording import copyright_words

VERSION = "1.2"
PROFILE = f"https://w3id.org/ro/crate/{VERSION}"
FILE_NAME = "ro-crate-metadata.json"

FORMATS = {
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".yml": "application/yaml",
    ".yaml": "application/yaml",
    ".cff": "application/yaml",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
"""Media types by the ending of a file's name."""

OF_VOLUME = dict.fromkeys(("proceedings.pdf", "artifact-appendix.pdf"), VOLUME_ID)


class CrateFile(NamedTuple):
    """A file of the folder: its path in it, its bytes, and its SHA-256 in hex."""

    path: str
    size: int
    sha256: str


def crate(
    edition: Edition,
    papers: Sequence[ListedPaper],
    graph: Sequence[Entity],
    files: Iterable[CrateFile],
    what: str,
    making: Entity | None = None,
) -> bytes:
    """`ro-crate-metadata.json` of the folder that holds the files; `what` says what is in it.

    The graph is the volume's, with the volume first; `making` is the action that made the folder.
    """
    subjects = {f"papers/{each.paper.id}.pdf": each.reference for each in papers} | OF_VOLUME
    listed = [_file(each, subjects) for each in files]
    root = _root(edition, graph[0], listed, what)
    if making:
        root["mentions"] = making
    entities = [_descriptor(), root, *listed, *graph]
    return linked_bytes({"@context": f"{PROFILE}/context", "@graph": [_contextual(each) for each in flat(entities)]})


def _descriptor() -> Entity:
    return entity(FILE_NAME, "CreativeWork", conformsTo=reference(PROFILE), about=reference("./"))


def _root(edition: Edition, volume_said: Entity, files: Iterable[Entity], what: str) -> Entity:
    """The folder. Its day is the one that all files are dated, else the year; where nobody knows it there is none."""
    volume = edition.volume
    holder = copyright_words(volume.year, volume.copyright)
    return entity(
        "./",
        "Dataset",
        name=volume_said.get("name", "Proceedings"),
        description=what,
        datePublished=edition.printed_date.isoformat() if edition.printed_date else volume_said.get("datePublished"),
        license=licence_entity(volume.licence) or f"{holder or 'All rights reserved'}. No licence is stated.",
        publisher="publisher" in volume_said and reference(volume_said["publisher"]["@id"]),
        mainEntity=reference(VOLUME_ID),
        hasPart=[reference(each["@id"]) for each in files],
    )


def _contextual(said: Entity) -> Entity:
    """Software that RO-Crate's own types do not take: to it source code is a file of the crate, and an application
    has an address and a version. It is then a work of that additional type.
    """
    kind = said["@type"]
    whole = kind == "SoftwareApplication" and "url" in said and "version" in said
    if whole or kind not in ("SoftwareApplication", "SoftwareSourceCode"):
        return said
    return said | {"@type": "CreativeWork", "additionalType": f"{SCHEMA_ORG}/{kind}"}


def _file(file: CrateFile, subjects: Mapping[str, str]) -> Entity:
    subject = subjects.get(file.path)
    return entity(
        quote(file.path),
        "File",
        name=file.path,
        encodingFormat=FORMATS.get(PurePosixPath(file.path).suffix.lower(), "application/octet-stream"),
        contentSize=str(file.size),
        sha256=file.sha256,
        about=subject and reference(subject),
    )
