"""Importers: what a submission system exports becomes an edition. One module a system."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from proceedings.importers.acceptance import MAPPING, submitted_papers
from proceedings.importers.hostile_files import within_folder
from proceedings.importers.imported import Doubt, Imported, SourceError
from proceedings.importers.loose_yaml import Entry, read_mapping, text
from proceedings.importers.name_order import SWAPPED, order_doubts, with_names_exchanged
from proceedings.importers.telling_files import seeming_kind
from proceedings.importers.titled_pdfs import BY_TITLE, with_titled_pdfs
from proceedings.problem import did_you_mean
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.sound_text import harmful_sign, sound_record, sound_text, texts_of

IMPORTERS = {
    "acm": "proceedings.importers.acm",
    "aclpub2": "proceedings.importers.aclpub2",
    "cmt": "proceedings.importers.cmt",
    "csv": "proceedings.importers.csv_table",
    "easychair": "proceedings.importers.easychair",
    "hotcrp": "proceedings.importers.hotcrp",
    "indico": "proceedings.importers.indico",
    "openreview": "proceedings.importers.openreview",
    "pcs": "proceedings.importers.pcs",
    "pmlr": "proceedings.importers.pmlr",
    "softconf": "proceedings.importers.softconf",
}
"""Each kind and its module, which has `read(source: Path) -> Imported`. It is loaded when it is asked for."""


HARMFUL = "signs that nobody sees and that change what is read were left out: look at the text around them"
NO_AUTHORS = "the export names nobody who wrote the paper: write the authors into metadata/papers"
NO_TITLE = "papers without a title: write it into metadata/papers"
ARCHIVES = (".zip", ".gz", ".tgz", ".7z", ".rar", ".tar")


def read_source(kind: str, source: Path) -> Imported:
    """Read an export of this kind. SourceError when the kind is unknown or nothing can be read."""
    if kind not in IMPORTERS:
        cure = did_you_mean(kind, IMPORTERS, f"There are {', '.join(sorted(IMPORTERS))}; csv reads any table.")
        raise SourceError(f"{kind!r} is no importer of this version. {cure}")
    if not source.exists():
        raise SourceError(f"{source}: there is no such file or folder; a path is relative to where you are")
    if source.is_file() and source.suffix.lower() in ARCHIVES:
        raise SourceError(f"{source}: this is a packed folder; unpack it and give the folder")
    imported = _read(kind, source)
    folder = source if source.is_dir() else source.parent
    said = read_mapping(folder / MAPPING)
    if _says(said, "names", SWAPPED):
        imported = with_names_exchanged(imported)
    if _says(said, "pdfs", BY_TITLE):
        imported = with_titled_pdfs(imported, folder)
    imported = within_folder(imported, folder)
    papers = imported.edition.papers
    doubts = (*imported.doubts, *_gaps(papers), *order_doubts(papers), *_harm(imported.edition))
    edition = sound_record(_with_submissions(imported))
    pdfs = {sound_text(paper): path for paper, path in imported.pdfs.items()}
    return msgspec.structs.replace(imported, edition=edition, pdfs=pdfs, doubts=doubts)


def _read(kind: str, source: Path) -> Imported:
    """What the importer reads. Where it cannot, and the files look like another system's, the error says so."""
    try:
        imported: Imported = importlib.import_module(IMPORTERS[kind]).read(source)
    except SourceError as error:
        if seeming := seeming_kind(source, kind):
            raise SourceError(f"{error}. Does this come from {seeming}? Then say FROM={seeming}") from error
        raise
    return imported


def _with_submissions(imported: Imported) -> Edition:
    """The edition; the volume says how many papers were submitted where the export has them all."""
    submitted = submitted_papers(len(imported.edition.papers), imported.doubts)
    if submitted is None:
        return imported.edition
    volume = imported.edition.volume
    review = msgspec.structs.replace(volume.review, submitted=submitted)
    return msgspec.structs.replace(imported.edition, volume=msgspec.structs.replace(volume, review=review))


def _gaps(papers: Iterable[Paper]) -> Iterator[Doubt]:
    """A doubt for each paper without authors, and for each without a title."""
    for paper in papers:
        if not paper.authors:
            yield Doubt(fact=NO_AUTHORS, where=f"paper {paper.id}")
        if not paper.title:
            yield Doubt(fact=NO_TITLE, where=f"paper {paper.id}")


def _harm(edition: Edition) -> Iterator[Doubt]:
    """A doubt for each part of the edition that has signs which show a reader other words than are there."""
    rest = msgspec.structs.replace(edition, papers=(), accepted=())
    for where, part in (("the volume", rest), *((f"paper {paper.id}", paper) for paper in edition.papers)):
        signs = {sign for text in texts_of(part) if (sign := harmful_sign(text.replace("\r", "\n")))}
        if signs:
            yield Doubt(fact=HARMFUL, where=f"{where} ({', '.join(f'U+{ord(sign):04X}' for sign in sorted(signs))})")


def _says(said: Entry, key: str, word: str) -> bool:
    """Whether the chair's `import.yml` has this word under the key. SourceError when it has another."""
    written = text(said, key)
    if written not in ("", word):
        raise SourceError(f"{MAPPING}: `{key}: {written}` says nothing; write `{key}: {word}`, or leave it out")
    return bool(written)
