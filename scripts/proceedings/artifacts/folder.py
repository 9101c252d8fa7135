"""Everything that is written of the artifacts, by its path in the output folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from proceedings.artifacts.citation_file import citation_file
from proceedings.artifacts.codemeta import codemeta
from proceedings.artifacts.crate import FILE_NAME, CrateFile, crate
from proceedings.artifacts.entity import Entity
from proceedings.artifacts.items import ListedPaper, listed_papers
from proceedings.artifacts.ownership import own_software
from proceedings.artifacts.relations import datacite, related_to_paper
from proceedings.artifacts.schema_org import schema_org, volume_graph
from proceedings.artifacts.table import as_csv, as_json
from proceedings.bibliography.cited_book import Book, book_of
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import write_files

DEPOSITS = "deposits"
NONE = "none.txt"
NO_SOFTWARE = """\
No paper declares software of its own. Where one does, a folder for each has its codemeta.json and CITATION.cff.
"""
FOLDERS = ("deposits/artifacts",)
"""Folders that hold these files and nothing else."""


def artifact_files(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> dict[str, bytes]:
    """The table, its JSON, and what lies in deposits/, by path."""
    papers, book = listed_papers(edition, pagination, policy), book_of(edition.volume, policy)
    graph = volume_graph(papers, book, edition.volume)
    deposits = {"schema-org.jsonld": schema_org(graph)} | dict(_deposits(papers, book))
    described = [CrateFile(path, len(content), _sha256(content)) for path, content in deposits.items()]
    about = f"What the papers of {book.title or 'the proceedings'} declare about reproducibility, for programs."
    deposits[FILE_NAME] = crate(edition, papers, graph, described, about)
    tables = {"artifacts.csv": as_csv(papers), "artifacts.json": as_json(papers, book)}
    return tables | {f"{DEPOSITS}/{path}": content for path, content in deposits.items()}


def crate_of(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy, files: Iterable[CrateFile], making: Entity
) -> bytes:
    """The crate of everything that is delivered; `making` is the action that made it."""
    papers, book = listed_papers(edition, pagination, policy), book_of(edition.volume, policy)
    what = (
        f"{book.title or 'Proceedings'}: the volume, its papers, what they declare about reproducibility, and metadata."
    )
    return crate(edition, papers, volume_graph(papers, book, edition.volume), files, what, making)


def write_artifacts(output: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, and remove what an earlier run wrote of papers and artifacts that are no more."""
    write_files(output, files, owned=FOLDERS)


def _deposits(papers: Sequence[ListedPaper], book: Book) -> Iterator[tuple[str, bytes]]:
    if not any(own_software(listed) for listed in papers):
        yield f"artifacts/{NONE}", NO_SOFTWARE.encode()
    for listed in papers:
        for entry in own_software(listed):
            folder = f"artifacts/{listed.paper.id}-{entry.key}"
            yield f"{folder}/codemeta.json", codemeta(listed, entry)
            yield f"{folder}/CITATION.cff", citation_file(listed, entry, book)
            if listed.doi:
                yield f"{folder}/datacite.json", _json(datacite(related_to_paper(listed)))


def _json(content: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
