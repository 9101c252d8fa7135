"""The files of the papers: what came, and what a publisher is sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from proceedings.companions.listing import form_of, source_of
from proceedings.deliveries import JOINT
from proceedings.papers_folder import (
    CAMERA_READY,
    FORM,
    SOURCE,
    SOURCES,
    beside,
    is_inside,
    names_in,
    own_file,
    source_ending,
)
from proceedings.publisher import PublisherPolicy, known_publishers, load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination

ENDINGS = {"pdf": CAMERA_READY, "source": SOURCE, "rights": FORM}
"""What follows the id in the name of a file in a bundle, by its kind; sources keep the ending that they came with."""

WANTED: Mapping[str, tuple[str, ...]] = {
    "original": ("pdf", "rights"),
    "stamped": ("pdf", "rights"),
    "sources": ("pdf", "source", "rights"),
    "metadata": (),
}
"""The kinds of file that are sent, by what the policy says that the publisher is delivered."""


def paper_files(about: Iterable[Paper], papers: Path) -> dict[str, dict[str, Path]]:
    """What lies in papers/, by id and kind: `pdf`, `source`, `rights`; what is not there is left out.

    So is what is of another kind than its name in a bundle will say, such as a form that is a photograph.
    """
    names = names_in(papers)
    return {paper.id: _files_of(paper, papers, names) for paper in about}


def _files_of(paper: Paper, papers: Path, names: Collection[str]) -> dict[str, Path]:
    wanted = {
        "pdf": papers / (own_file(paper.id, CAMERA_READY, names) or f"{paper.id}{CAMERA_READY}"),
        "source": papers / source_of(paper, names),
        "rights": papers / form_of(paper, names),
    }
    there = {kind: path for kind, path in wanted.items() if _is_there(path, papers)}
    return {kind: path for kind, path in there.items() if _is_of_kind(path, kind)}


def _is_of_kind(path: Path, kind: str) -> bool:
    """Whether the name ends as one of this kind does, capitals or not."""
    return source_ending(path.name) is not None if kind == "source" else path.suffix.lower() == CAMERA_READY


def _is_there(path: Path, papers: Path) -> bool:
    """Whether it is a file of papers/: what lies elsewhere goes to nobody, whatever the metadata names."""
    return path.is_file() and path.is_relative_to(papers) and is_inside(path.relative_to(papers).as_posix())


def supplement_files(about: Iterable[Paper], papers: Path) -> dict[str, list[Path]]:
    """By id the supplements that are there: those that a paper's metadata names, else what lies beside it."""
    lying = defaultdict[tuple[str, str], list[Path]](list)
    for name in sorted(names_in(papers)):
        lying[beside(name)].append(papers / name)
    named = {paper.id: [papers / name for name in paper.files.supplements] for paper in about}
    return {
        id: [file for file in files if _is_there(file, papers)] if files else lying[id, "supplement"]
        for id, files in named.items()
    }


def delivered_files(
    about: Iterable[Paper], policy: PublisherPolicy, papers: Path, output: Path
) -> dict[str, dict[str, Path]]:
    """What a publisher is sent, by id and kind; what is not there is left out.

    The PDF is the stamped one in `output` where the policy delivers stamped files, and the authors' own otherwise.
    """
    found = paper_files(about, papers)
    if policy.delivers == "stamped":
        found = {id: files | {"pdf": output / "papers" / f"{id}{CAMERA_READY}"} for id, files in found.items()}
    wanted = WANTED[policy.delivers]
    return {
        id: {kind: file for kind, file in files.items() if kind in wanted and file.is_file()}
        for id, files in found.items()
    }


def receiver_policy(receiver: str, edition: Edition) -> PublisherPolicy:
    """That of a publisher, or of the edition's for a joint volume; an archive takes stamped papers."""
    if receiver == JOINT:
        book = edition.volume.part_of.title if edition.volume.part_of else ""
        editor = f"the editor of {book or 'the joint volume'}"
        return msgspec.structs.replace(load_policy(edition.volume.publisher), name=editor)
    if receiver in known_publishers():
        return load_policy(receiver)
    return PublisherPolicy(name="the archive", delivers="stamped")


def form_is_for(receiver: str, paper: Paper, edition: Edition) -> bool:
    """Whether the paper's form was signed for this receiver: for the edition's publisher, or in a variant of its own.

    Who edits a joint volume gets the forms of the publisher.
    """
    if receiver not in known_publishers() or receiver == edition.volume.publisher:
        return True
    return paper.rights.variant in load_policy(receiver).rights_variants


def sent_name(id: str, kind: str, file: Path | None = None) -> str:
    """What a file of a paper is called in a bundle: `papers/017-rights.pdf`, `papers/017.tar.gz`."""
    ending = source_ending(file.name) if file and kind == "source" else None
    return f"papers/{id}{ending or ENDINGS[kind]}"


def sent_source(id: str, files: Mapping[str, Path | bytes]) -> Path | None:
    """The sources of a paper among the files that are sent of all of them; None where there are none."""
    names = (f"papers/{id}{ending}" for ending in SOURCES)
    found = next((files[name] for name in names if name in files), None)
    return found if isinstance(found, Path) else None


def sent_names(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy, papers: Path
) -> dict[str, dict[str, str]]:
    """By id and kind, what the files of the papers that are there are called in a bundle."""
    known = {paper.id: paper for paper in edition.papers}
    found = paper_files((known[each.paper] for each in pagination.placements if each.present), papers)
    wanted = WANTED[policy.delivers]
    return {
        id: {kind: sent_name(id, kind, file) for kind, file in files.items() if kind in wanted}
        for id, files in found.items()
    }
