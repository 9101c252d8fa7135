"""The folder of page pictures: what is missing or stale is drawn, what is asked for no more is removed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from proceedings.inspection.pdf_guard import FenceError
from proceedings.records.facts import PaperFacts
from proceedings.records.pictures import PagePicture
from proceedings.records.record_files import write_file
from proceedings.repairs.repaired import source_file, source_sha256


def draw_pictures(
    wanted: Sequence[PagePicture],
    facts: Mapping[str, PaperFacts],
    papers: Path,
    folder: Path,
    earlier: Iterable[PagePicture] = (),
) -> list[PagePicture]:
    """The pictures of the papers' files in `folder`, by paper and page; `earlier` are those of the last build.

    A page that cannot be drawn has no picture: what is wrong with it is a finding already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = {(each.file, each.key): each for each in earlier if is_there(each, folder)}
    pictures: list[PagePicture] = []
    for paper, own in groupby(wanted, key=lambda each: each.paper):
        pictures += _pictures_of_paper(list(own), facts[paper], source_file(papers, paper, facts[paper]), folder, known)
    _remove_others(folder, {each.file for each in pictures})
    return pictures


def _pictures_of_paper(
    wanted: Sequence[PagePicture],
    facts: PaperFacts,
    path: Path,
    folder: Path,
    known: Mapping[tuple[str, str], PagePicture],
) -> Iterator[PagePicture]:
    """The pictures of one paper; `known` are those of the last build, by file and key."""
    # Here, and before any fence is put up: a PDF engine is only needed where something is shown.
    from proceedings.pictures.pdf_page_drawing import draw_pages, drawing_key

    digest = source_sha256(facts)
    named = [
        msgspec.structs.replace(each, file=f"{each.paper}-p{each.page}.png", key=drawing_key(each, digest))
        for each in wanted
    ]
    missing = [each for each in named if (each.file, each.key) not in known]
    try:
        drawn = draw_pages(path, facts, missing) if missing else {}
    except FenceError as error:
        print(f"picture_pages: {path.as_posix()} is not shown: {error}.")
        drawn = {}
    for each in named:
        if each not in missing:
            yield known[each.file, each.key]
        elif each.page in drawn:
            png, width, height = drawn[each.page]
            write_file(folder / each.file, png)
            digest = hashlib.sha256(png).hexdigest()
            yield msgspec.structs.replace(each, sha256=digest, width=width, height=height)


def is_there(picture: PagePicture, folder: Path) -> bool:
    """Whether the picture's file is as it was drawn."""
    try:
        return hashlib.sha256((folder / picture.file).read_bytes()).hexdigest() == picture.sha256
    except OSError:
        return False


def _remove_others(folder: Path, files: set[str]) -> None:
    for path in folder.iterdir():
        if path.is_file() and path.name not in files and not path.name.startswith("."):
            path.unlink()
