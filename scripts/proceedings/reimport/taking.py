"""Compares an export with the edition that is there, and takes what was asked for and nobody has edited here."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.csv_text import csv_text
from proceedings.difference import Difference
from proceedings.editions.edition_writer import metadata_files, owner_of, with_file_names, with_ids, write_folder
from proceedings.editions.edition_yaml import as_plain
from proceedings.folding import folded
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.importers.imported import Doubt, Imported
from proceedings.importers.submission_pdfs import NO_PDF
from proceedings.paper_table.known import PROGRAMME, edited_file, edited_files, edition_files
from proceedings.papers_folder import author_file
from proceedings.problem import Place
from proceedings.records.programme import Session
from proceedings.records.record_files import write_file, written_aside
from proceedings.reimport.comparison import Sources, differences
from proceedings.reimport.provenance import (
    FIELDS,
    FILE,
    PDF,
    Provenance,
    provenance_csv,
    provenance_of,
    read_provenance,
)

LIST = "accepted.csv"
VOLUME = "proceedings.yml"
VOLUME_STAYS = (
    "the export describes the volume too, which stays as the edition has it; import into a new folder to see it"
)
OTHER_KIND = "the edition was imported from another system: papers of one id may be others, and none is called gone"

PAPERS = "papers"
"""What `take` calls papers that the edition has not yet."""

TAKEABLE = (*FIELDS, PDF, PAPERS)


class News(NamedTuple):
    """What an export has otherwise: fields of known papers, papers that are new, and papers that it has no more.

    `programme`: its sessions, where the edition has none with papers yet. `submitted`: how many papers were submitted,
    where the edition does not say it. `beside`: the export's other files, by their paths in the edition.
    """

    differences: tuple[Difference, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    here: Sources
    export: Sources
    files: Mapping[str, str]
    provenance: Provenance
    origin: str
    programme: tuple[Session, ...]
    submitted: int | None
    beside: Mapping[str, Path]


def write_provenance(folder: Path, pdfs: Mapping[str, Path], origin: str) -> None:
    """Note where all values of an edition came from that was imported just now."""
    edition = edition_files(folder / "metadata")
    known = provenance_of(edition.known.papers.values(), pdfs, origin)
    write_file(folder / "metadata" / FILE, provenance_csv(known).encode())


def news_of(folder: Path, imported: Imported, origin: str) -> tuple[News, list[Doubt]]:
    """What the export says otherwise than the edition in `folder`. Raises MetadataFolderError, DuplicateIdError."""
    metadata = folder / "metadata"
    ours = edition_files(metadata)
    imported, doubts = with_file_names(imported)
    imported = with_ids(imported, ids_here([paper.id for paper in imported.edition.papers], ours.known.papers))
    files = metadata_files(imported.edition, origin)
    with tempfile.TemporaryDirectory() as aside:  # so that both sides are read alike
        write_folder(Path(aside) / "edition", files, {})
        theirs = edition_files(Path(aside) / "edition/metadata")
    pdfs = {id: path for id in (*ours.known.papers, *theirs.known.papers) if (path := _pdf(folder, id)).is_file()}
    here = Sources(ours.known.papers, pdfs, ours.known.faulty)
    export = Sources(theirs.known.papers, imported.pdfs)
    known, _ = read_provenance(metadata)
    strange = _other_kinds(known, origin)
    known_once = dict.fromkeys(paper for (paper, _), each in known.items() if not each.is_publishers)
    once = () if strange else tuple(known_once)
    doubts += [Doubt(fact=OTHER_KIND, where=kind) for kind in strange]
    if imported.edition.volume.title and not known:
        doubts.append(Doubt(fact=VOLUME_STAYS, where=imported.edition.volume.title))
    return News(
        differences=tuple(differences(here, export, known)),
        new=tuple(id for id in export.papers if id not in here.papers),
        gone=tuple(id for id in once if id not in export.papers and _is_still_accepted(id, here)),
        here=here,
        export=export,
        files=files,
        provenance=known,
        origin=origin,
        programme=() if any(each.papers for each in ours.known.sessions) else tuple(theirs.known.sessions),
        submitted=imported.edition.volume.review.submitted if ours.volume.review.submitted is None else None,
        beside=imported.beside,
    ), doubts


def ids_here(ids: Iterable[str], here: Collection[str]) -> dict[str, str]:
    """The id that a paper of the export has here where it is another: `017` of `17`, if it can be no other paper's."""
    ids, called = dict.fromkeys(ids), {}
    for id in ids:
        with contextlib.suppress(NoPaperError):
            ours = paper_called(id, here)
            if ours and ours != id and ours not in ids:
                called[id] = ours
    return called


def _other_kinds(known: Provenance, origin: str) -> list[str]:
    """The systems that the edition was imported from, where this one is not among them."""
    kinds = {each.origin.split(" ")[0] for each in known.values() if not each.is_publishers}
    return [] if origin.split(" ")[0] in kinds else sorted(kinds)


def _is_still_accepted(id: str, here: Sources) -> bool:
    return id in here.papers and here.papers[id].status == "accepted"


def doubts_of(news: News, doubts: Iterable[Doubt]) -> list[Doubt]:
    """The doubts of a first import; of a later one those about papers which are shown, the others being known.

    No paper whose PDF is here is said to lack one.
    """
    true = [each for each in doubts if each.fact != NO_PDF or not _names_one_of(each, news.here.pdfs)]
    if not news.provenance:
        return true
    shown = {each.subject for each in news.differences} | set(news.new)
    return [each for each in true if _names_one_of(each, shown)]


def _names_one_of(doubt: Doubt, ids: Collection[str]) -> bool:
    return any(word in ids for word in re.findall(r"[\w.-]+", doubt.where))


def news_lines(news: News, take: Collection[str]) -> Iterator[str]:
    """Every difference in a line, with what becomes of it."""
    titles = {folded(paper.title): id for id, paper in news.here.papers.items()}
    for each in news.differences:
        yield each.line_of(take)
    for id in news.new:
        title = news.export.papers[id].title
        place = "" if news.programme else "; name it in a session of metadata/program.yml"
        place += "; its PDF is here already, and stays" if id in news.here.pdfs and id in news.export.pdfs else ""
        fate = f"added{place}" if PAPERS in take else f"TAKE={PAPERS} adds it"
        same = titles.get(folded(title))
        yield f'{id}  is new: "{title}"{f", which is the title of {same} too" if same else ""}  ({fate})'
    if news.new and news.submitted is not None:
        fate = "written" if PAPERS in take else f"TAKE={PAPERS} writes it"
        yield f"review.submitted of {VOLUME}: {news.submitted}  ({fate})"
    for id in news.gone:
        yield f"{id}  is not among the accepted papers of the export any more  (nothing is removed: set its status)"


def takeable(news: News) -> list[str]:
    """What may still be taken of the export, as TAKE calls it."""
    fields = dict.fromkeys(each.name for each in news.differences if not each.stays)
    return [*fields, *([PAPERS] if news.new else [])]


def taken(news: News, take: Collection[str]) -> tuple[Difference, ...]:
    """The differences that are asked for and were not edited here."""
    return tuple(each for each in news.differences if each.is_taken(take))


def take_news(folder: Path, news: News, take: Collection[str]) -> int:
    """Write what is taken and note where it came from; returns how many values and papers. Raises NoPlaceError."""
    chosen = taken(news, take)
    added = news.new if PAPERS in take else ()
    if not chosen and not added:
        return 0
    edition = edition_files(folder / "metadata")
    values: dict[str, dict[Place, object]] = {}
    for each in chosen:
        values.setdefault(each.subject, {}).update(each.values)
    edited = [*edited_files(folder / "metadata", edition, values, {})]
    copies = dict(_copies(folder, news, chosen, added))
    if added and news.programme:
        path = folder / "metadata" / PROGRAMME
        edited.append((path, edited_file(path, {("sessions",): as_plain(news.programme)})))
    if added and news.submitted is not None:
        path = folder / "metadata" / VOLUME
        edited.append((path, edited_file(path, {("review", "submitted"): news.submitted})))
    for path, content in edited:
        write_file(path, content)
    for id in added:
        write_file(folder / f"metadata/papers/{id}.yml", news.files[f"metadata/papers/{id}.yml"].encode())
    if added:
        _add_to_acceptance_list(folder / "metadata", news, added)
    for target, source in copies.items():
        with written_aside(target) as aside:
            shutil.copyfile(source, aside)
    _note(folder, news, chosen, added)
    return len(chosen) + len(added)


def _copies(
    folder: Path, news: News, chosen: Sequence[Difference], added: Sequence[str]
) -> Iterator[tuple[Path, Path]]:
    """The PDFs that are taken, and the files beside papers that metadata taken now names. A new one goes over none."""
    pdfs = {each.subject for each in chosen if each.name == PDF} | {id for id in added if id not in news.here.pdfs}
    yield from ((_pdf(folder, id), path) for id, path in news.export.pdfs.items() if id in pdfs)
    named = {each.subject for each in chosen if each.name == "files"} | {*added}
    for name, path in news.beside.items():
        if owner_of(name, news.export.papers) in named and not (folder / name).exists():
            yield folder / name, path


def _add_to_acceptance_list(metadata: Path, news: News, added: Collection[str]) -> None:
    """The new papers behind those of the list at acceptance, where the edition has one as an import writes it."""
    path, lines = metadata / LIST, news.files.get(f"metadata/{LIST}", "").splitlines(keepends=True)
    if not lines or not path.is_file() or not path.read_text("utf-8-sig").startswith(lines[0]):
        return
    old = path.read_text("utf-8-sig")
    here = {row[0] for row in csv.reader(io.StringIO(old)) if row}
    titles, *rows = csv.reader(io.StringIO("".join(lines)))
    new = csv_text(titles, (row for row in rows if row[0] in added and row[0] not in here)).removeprefix(lines[0])
    content = path.read_bytes()
    write_file(path, content + (b"" if content.endswith(b"\n") else b"\n") + new.encode())


def _note(folder: Path, news: News, chosen: Sequence[Difference], added: Sequence[str]) -> None:
    known = dict(news.provenance)
    ids = dict.fromkeys([*(each.subject for each in chosen), *added])
    theirs = provenance_of((news.export.papers[id] for id in ids), news.export.pdfs, news.origin)
    for key in ((each.subject, each.name) for each in chosen):
        if key in theirs:
            known[key] = theirs[key]
        else:
            known.pop(key, None)
    known |= {key: origin for key, origin in theirs.items() if key[0] in added}
    write_file(folder / "metadata" / FILE, provenance_csv(known).encode())


def _pdf(folder: Path, id: str) -> Path:
    return author_file(folder / "papers", id)
