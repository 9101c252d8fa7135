"""Writes an edition folder: `metadata/` for people to read and edit, and the PDFs in `papers/`.

Everything is written aside and moved into place at the end, so that a failure leaves nothing behind.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from proceedings.csv_text import csv_text
from proceedings.editions.edition_yaml import as_plain, as_yaml, yaml_of
from proceedings.identifiers import file_stem
from proceedings.importers.imported import Doubt, Imported
from proceedings.records.edition import AcceptedPaper, Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Paper
from proceedings.records.programme import Session, Talk
from proceedings.records.record import Record

ID_CHANGED = "ids that cannot name a file were changed"
KEYS = "Every key is explained in metadata/README.md."

TO_WRITE = "# The export does not say all of the volume. Fill these in and take the # away:"
WANTED = {
    "title": "title: Proceedings of the Workshop on ...",
    "acronym": "acronym: ...",
    "year": "year: ...",
    "event": "event: {name: ..., place: ..., start: YYYY-MM-DD, end: YYYY-MM-DD}",
    "editors": "editors:\n# - {given: ..., family: ..., affiliation: ...}",
    "publisher": "publisher: own",
    "profile": "profile: lncs",
}
"""What a volume without a title is asked for, by its keys."""


class EditionExistsError(Exception):
    """There is an edition already. Its text is one line that names what is in the way."""


class DuplicateIdError(Exception):
    """Two papers have the same id. Its text is one line."""


def write_edition(folder: Path, imported: Imported, origin: str) -> list[Doubt]:
    """Write the edition into `folder` and return the doubts that writing adds. `origin` is named in the comments."""
    imported, doubts = with_file_names(imported)
    files = metadata_files(imported.edition, origin)
    copies = {f"papers/{paper_id}.pdf": path for paper_id, path in imported.pdfs.items()} | imported.beside
    write_folder(folder, files, copies)
    return doubts


def write_folder(folder: Path, files: Mapping[str, str], copies: Mapping[str, Path]) -> None:
    """Write texts and copy files, by their paths relative to `folder`, all or none.

    EditionExistsError when there is metadata already or a file is in the way.
    """
    refuse_to_overwrite(folder, [*files, *copies])
    made = _new_folders(folder)
    aside = folder / f".import-{os.getpid()}"
    try:
        for name, text in files.items():
            _place(aside / name).write_text(text, "utf-8")
        for name, path in copies.items():
            shutil.copyfile(path, _place(aside / name))
        for name in [*copies, *files]:
            (aside / name).replace(_place(folder / name))
        for name in ("metadata", "papers"):
            (folder / name).mkdir(exist_ok=True)
    except OSError:
        shutil.rmtree(made or aside, ignore_errors=True)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def refuse_to_overwrite(folder: Path, names: list[str]) -> None:
    """EditionExistsError when the folder holds metadata, or one of the files that are to be written."""
    if folder.exists() and not folder.is_dir():
        raise EditionExistsError(f"{folder} is a file; name a folder for the edition")
    known = sorted((folder / "metadata").glob("**/*.yml"))
    known += [folder / name for name in names if (folder / name).exists()]
    if known:
        found = known[0].relative_to(folder)
        raise EditionExistsError(
            f"{folder} holds an edition already ({found}): name another folder; nothing was written"
        )


def metadata_files(edition: Edition, origin: str) -> dict[str, str]:
    """The text of each metadata file, by its path relative to the edition."""
    files = {
        "metadata/proceedings.yml": _commented(f"The volume, from {origin}.", _volume(edition)),
        "metadata/program.yml": _commented("Sessions and their papers, in the order of the volume.", _program(edition)),
    }
    for paper in edition.papers:
        comment = f"Paper {paper.id}, from {origin}."
        files[f"metadata/papers/{paper.id}.yml"] = _commented(comment, _paper(paper))
    files |= {f"metadata/front_matter/{text.stem}.md": _markdown(text) for text in edition.front_matter}
    for stem, what, records in (
        ("committee", "Committees in the order in which they are printed.", edition.committees),
        ("sponsors", "Sponsors in the order in which they are printed.", edition.sponsors),
    ):
        if records:
            files[f"metadata/{stem}.yml"] = _commented(what, yaml_of(records))
    if edition.accepted:
        files["metadata/accepted.csv"] = _acceptance_list(edition.accepted)
    return files


def with_file_names(imported: Imported) -> tuple[Imported, list[Doubt]]:
    """The same with ids that can name files, and a doubt for each that was changed."""
    names = {paper.id: file_stem(paper.id) for paper in imported.edition.papers}
    _refuse_duplicates([names[paper.id] for paper in imported.edition.papers])
    doubts = [Doubt(fact=ID_CHANGED, where=f"{old} is {new}") for old, new in names.items() if old != new]
    return with_ids(imported, names), doubts


def with_ids(imported: Imported, names: Mapping[str, str]) -> Imported:
    """The same with other ids for the papers that `names` has."""
    if all(old == new for old, new in names.items()):
        return imported
    edition = msgspec.structs.replace(
        imported.edition,
        papers=tuple(_called(each, names) for each in imported.edition.papers),
        sessions=tuple(_renamed(session, names) for session in imported.edition.sessions),
        accepted=tuple(_called(each, names) for each in imported.edition.accepted),
    )
    pdfs = {names.get(key, key): path for key, path in imported.pdfs.items()}
    beside = {_file_renamed(name, names): path for name, path in imported.beside.items()}
    return msgspec.structs.replace(imported, edition=edition, pdfs=pdfs, beside=beside)


def _file_renamed(name: str, names: Mapping[str, str]) -> str:
    """A file beside a paper under the paper's new id: `papers/A-1.zip` for `papers/A 1.zip`."""
    old = owner_of(name, names)
    return f"papers/{names[old]}{name.removeprefix(f'papers/{old}')}" if old else name


def owner_of(name: str, ids: Iterable[str]) -> str:
    """The paper beside which a file lies: `A 1` of `papers/A 1.zip`; nothing for a file of another kind."""
    return max((each for each in ids if re.match(rf"papers/{re.escape(each)}[.-]", name)), key=len, default="")


P = TypeVar("P", Paper, AcceptedPaper)


def _called(paper: P, names: Mapping[str, str]) -> P:
    return msgspec.structs.replace(paper, id=names.get(paper.id, paper.id))


def _renamed(session: Session, names: Mapping[str, str]) -> Session:
    times = {names.get(each, each): time for each, time in session.times.items()}
    return msgspec.structs.replace(session, papers=tuple(names.get(each, each) for each in session.papers), times=times)


def _refuse_duplicates(ids: list[str]) -> None:
    """File systems that fold case take `A1` and `a1` for one file, so these are equal too."""
    seen: dict[str, str] = {}
    for each in ids:
        if each.casefold() in seen:
            raise DuplicateIdError(f"two papers have the id {each!r}: give each its own in the export")
        seen[each.casefold()] = each


def _acceptance_list(accepted: Sequence[AcceptedPaper]) -> str:
    """The list at acceptance as CSV, its authors set apart by semicolons."""
    rows = ([each.id, each.title, "; ".join(each.authors)] for each in accepted)
    return csv_text(["id", "title", "authors"], rows)


def _paper(paper: Paper) -> str:
    return yaml_of(msgspec.structs.replace(paper, id=""))  # the file's name is the id


def _volume(edition: Edition) -> str:
    """The volume; above one without a title stand the keys that are wanted and that it has not, as remarks."""
    said = as_plain(edition.volume)
    assert isinstance(said, dict)
    wanted = [] if edition.volume.title else [f"# {line}" for key, line in WANTED.items() if key not in said]
    return "\n".join([TO_WRITE, *wanted, "", ""] * bool(wanted)) + as_yaml(said)


class _Program(Record):
    """`metadata/program.yml`."""

    sessions: tuple[Session, ...] = ()
    keynotes: tuple[Talk, ...] = ()


def _program(edition: Edition) -> str:
    return yaml_of(_Program(sessions=edition.sessions, keynotes=edition.keynotes))


def _markdown(text: FrontMatterText) -> str:
    return f"# {text.title}\n\n{text.markdown}\n"


def _commented(comment: str, yaml_text: str) -> str:
    return f"# {comment} {KEYS}\n\n{yaml_text}"


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _new_folders(folder: Path) -> Path | None:
    """Make the folder; the topmost folder that was not there before, if any."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[-1] if missing else None
