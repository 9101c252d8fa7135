"""Compares an export with the edition that is there, and takes what was asked for and nobody has edited here."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.editions.edition_writer import metadata_files, with_file_names, write_folder
from proceedings.importers.imported import Doubt, Imported
from proceedings.paper_table.known import edited_file, edition_files
from proceedings.papers_folder import author_file
from proceedings.problem import Place
from proceedings.records.record_files import write_file, written_aside
from proceedings.reimport.comparison import Difference, Sources, differences
from proceedings.reimport.provenance import (
    AFFILIATIONS,
    AUTHORS,
    FIELDS,
    FILE,
    PDF,
    Origin,
    Provenance,
    digest_of,
    provenance_csv,
    provenance_of,
    read_provenance,
)

PAPERS = "papers"
"""What `take` calls papers that the edition has not yet."""

TAKEABLE = (*FIELDS, PDF, PAPERS)


class News(NamedTuple):
    """What an export has otherwise: fields of known papers, papers that are new, and papers that it has no more."""

    differences: tuple[Difference, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    here: Sources
    export: Sources
    files: Mapping[str, str]
    provenance: Provenance
    origin: str


def write_provenance(folder: Path, pdfs: Mapping[str, Path], origin: str) -> None:
    """Note where all values of an edition came from that was imported just now."""
    edition = edition_files(folder / "metadata")
    known = provenance_of(edition.known.papers.values(), pdfs, origin)
    write_file(folder / "metadata" / FILE, provenance_csv(known).encode())


def news_of(folder: Path, imported: Imported, origin: str) -> tuple[News, list[Doubt]]:
    """What the export says otherwise than the edition in `folder`. Raises MetadataFolderError, DuplicateIdError."""
    imported, doubts = with_file_names(imported)
    files = metadata_files(imported.edition, origin)
    metadata = folder / "metadata"
    ours = edition_files(metadata)
    with tempfile.TemporaryDirectory() as aside:  # so that both sides are read alike
        write_folder(Path(aside) / "edition", files, {})
        theirs = edition_files(Path(aside) / "edition/metadata")
    pdfs = {id: path for id in ours.known.papers if (path := _pdf(folder, id)).is_file()}
    here = Sources(ours.known.papers, pdfs, ours.known.faulty)
    export = Sources(theirs.known.papers, imported.pdfs)
    known, _ = read_provenance(metadata)
    once = {paper for paper, _ in known}
    return News(
        differences=tuple(differences(here, export, known)),
        new=tuple(id for id in export.papers if id not in here.papers),
        gone=tuple(id for id in here.papers if id in once and id not in export.papers),
        here=here,
        export=export,
        files=files,
        provenance=known,
        origin=origin,
    ), doubts


def news_lines(news: News, take: Collection[str]) -> Iterator[str]:
    """Every difference in a line, with what becomes of it."""
    for each in news.differences:
        yield f"{each.line}  ({_fate(each, take)})"
    for id in news.new:
        fate = "added" if PAPERS in take else f"TAKE={PAPERS} adds it"
        yield f'{id}  is new: "{news.export.papers[id].title}"  ({fate})'
    for id in news.gone:
        yield f"{id}  is not among the accepted papers of the export any more  (nothing is removed: set its status)"


def taken(news: News, take: Collection[str]) -> tuple[Difference, ...]:
    """The differences that are asked for and were not edited here."""
    return tuple(each for each in news.differences if each.field in take and not each.edited)


def take_news(folder: Path, news: News, take: Collection[str]) -> int:
    """Write what is taken and note where it came from; returns how many values and papers. Raises NoPlaceError."""
    chosen = taken(news, take)
    edition = edition_files(folder / "metadata")
    values: dict[str, dict[Place, object]] = {}
    for each in chosen:
        if each.field != PDF:
            values.setdefault(each.paper, {}).update(_values(each))
    edited = [(edition.files[id], edited_file(edition.files[id], changed)) for id, changed in values.items()]
    added = news.new if PAPERS in take else ()
    copies = [each.paper for each in chosen if each.field == PDF] + [id for id in added if id in news.export.pdfs]
    for path, content in edited:
        write_file(path, content)
    for id in added:
        write_file(folder / f"metadata/papers/{id}.yml", news.files[f"metadata/papers/{id}.yml"].encode())
    for id in copies:
        with written_aside(_pdf(folder, id)) as aside:
            shutil.copyfile(news.export.pdfs[id], aside)
    if chosen or added:
        _note(folder, news, chosen, added)
    return len(chosen) + len(added)


def _values(each: Difference) -> dict[Place, object]:
    if each.field != AUTHORS or not isinstance(each.new, dict):
        return {(each.field,): each.new}
    return {(AUTHORS,): each.new[AUTHORS], (AFFILIATIONS,): each.new[AFFILIATIONS] or None}


def _note(folder: Path, news: News, chosen: Sequence[Difference], added: Sequence[str]) -> None:
    known = dict(news.provenance)
    for each in chosen:
        if each.new is None:
            known.pop((each.paper, each.field), None)
        else:
            digest = str(each.new) if each.field == PDF else digest_of(each.new)
            known[(each.paper, each.field)] = Origin(news.origin, digest)
    known |= provenance_of((news.export.papers[id] for id in added), news.export.pdfs, news.origin)
    write_file(folder / "metadata" / FILE, provenance_csv(known).encode())


def _fate(each: Difference, take: Collection[str]) -> str:
    if each.edited:
        return "edited here, and kept"
    return "taken" if each.field in take else f"TAKE={each.field} takes it"


def _pdf(folder: Path, id: str) -> Path:
    return author_file(folder / "papers", id)
