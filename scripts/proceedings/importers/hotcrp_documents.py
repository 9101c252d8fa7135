"""The documents of a HotCRP paper: its PDF, rights form, sources and supplements, where the export has them.

In the download "JSON with attachments" each document names its `content_file`; else PDFs are found by their numbers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from proceedings.importers.export_files import file_in, leads_outside
from proceedings.importers.imported import Doubt
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.submission_pdfs import pdfs_by_id
from proceedings.records.paper import PaperFiles

NOT_FINAL = "the PDF is the version for review, for the export has no final one"
OTHER_VERSION = "the PDF is not the one that HotCRP lists (its digest differs): an older or a newer version?"
OUTSIDE = "documents that lie outside the folder of the export were not taken"
ABSENT = "documents that the export names are not in it"
_KINDS = (
    ("rights", re.compile(r"copyright|rights|consent|licen[cs]e[_ -]?form", re.IGNORECASE)),
    ("source", re.compile(r"source|latex", re.IGNORECASE)),
    ("supplement", re.compile(r"suppl|art[ei]fact|appendi|attach|dataset|software|video|slides|poster", re.IGNORECASE)),
)


def pdfs(folder: Path, papers: Sequence[tuple[str, JsonObject]], doubts: list[Doubt]) -> dict[str, Path]:
    """The PDF of each paper by its id: the final version, else the one for review."""
    named: dict[str, Path] = {}
    for paper_id, paper in papers:
        for key in ("final", "submission"):
            if path := _content(folder, paper.part(key)):
                named.setdefault(paper_id, path)
    others = [paper_id for paper_id, _ in papers if paper_id not in named]
    found = {**named, **pdfs_by_id(folder, others, doubts)}
    for paper_id, paper in papers:
        if path := found.get(paper_id):
            doubts += _version_doubts(paper, path)
    return {paper_id: found[paper_id] for paper_id, _ in papers if paper_id in found}


def files(folder: Path, paper_id: str, paper: JsonObject, keys: Iterable[str]) -> tuple[PaperFiles, dict[str, Path]]:
    """What the metadata says of the documents under these form fields, and the files to copy by their new paths."""
    copies: dict[str, Path] = {}
    named: dict[str, list[str]] = {"rights": [], "source": [], "supplement": []}
    for key in keys:
        for kind in kinds_of(key, paper.entry[key]):
            for path in (_content(folder, document) for document in paper.parts(key)):
                if path:
                    name = _free_name(paper_id, kind, path.suffix.lower(), copies)
                    copies[f"papers/{name}"] = path
                    named[kind].append(name)
    rights, source = (next(iter(named[kind]), None) for kind in ("rights", "source"))
    files = PaperFiles(
        source=source if source != f"{paper_id}.zip" else None,
        rights=rights if rights != f"{paper_id}-rights.pdf" else None,
        supplements=tuple(named["supplement"]),
    )
    return files, copies


def kinds_of(key: str, value: object) -> list[str]:
    """What the documents of a form field are by its key: none or one of `rights`, `source` and `supplement`."""
    documents = value if isinstance(value, list) else [value]
    if not all(isinstance(each, dict) and {"mimetype", "hash", "content_file"} & each.keys() for each in documents):
        return []
    return [kind for kind, pattern in _KINDS if pattern.search(key)][:1]


def _content(folder: Path, document: JsonObject) -> Path | None:
    """The file of a document, if the export has it and it lies in its folder."""
    name = document.text("content_file")
    if not name:
        return None
    if path := file_in(folder, name):
        return path
    fact = OUTSIDE if leads_outside(folder, name) else ABSENT
    document.doubts.append(Doubt(fact=fact, where=f"{document.where} ({name})"))
    return None


def _version_doubts(paper: JsonObject, path: Path) -> list[Doubt]:
    """Whether the file is the final version that HotCRP lists, the one for review, or neither."""
    final, review = (paper.part(key).text("hash") for key in ("final", "submission"))
    digests = _digests(path) if final or review else ()
    if review in digests and final not in digests:
        return [Doubt(fact=NOT_FINAL, where=paper.where)] if final else []
    if digests and not {final, review} & {*digests}:
        return [Doubt(fact=OTHER_VERSION, where=f"{paper.where} ({path.name})")]
    return []


def _digests(path: Path) -> tuple[str, ...]:
    """The digests of a file as HotCRP writes them: `sha2-` and SHA-256, or bare SHA-1 in old conferences."""
    content = path.read_bytes()
    return f"sha2-{hashlib.sha256(content).hexdigest()}", hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _free_name(paper_id: str, kind: str, suffix: str, taken: dict[str, Path]) -> str:
    stem = paper_id if kind == "source" else f"{paper_id}-{kind}"
    name, number = f"{stem}{suffix}", 2
    while f"papers/{name}" in taken:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name
