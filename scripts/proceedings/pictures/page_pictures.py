"""The folder of page pictures: what is missing or stale is drawn, what is asked for no more is removed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from proceedings.inspection.pdf_guard import FenceError
from proceedings.records.facts import PaperFacts
from proceedings.records.pictures import PagePicture
from proceedings.records.record_files import write_file
from proceedings.repairs.repaired import source_file, source_sha256

if TYPE_CHECKING:
    from proceedings.pictures.pdf_page_drawing import Drawing, PaperToDraw

TOGETHER = 16
"""Papers that one process draws: putting up a fence costs as much as drawing a page."""


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
    of_papers = [(facts[paper], list(own)) for paper, own in groupby(wanted, key=lambda each: each.paper)]
    pictures: list[PagePicture] = []
    for start in range(0, len(of_papers), TOGETHER):
        pictures += _pictures_of_papers(of_papers[start : start + TOGETHER], papers, folder, known)
    _remove_others(folder, {each.file for each in pictures})
    return pictures


def _pictures_of_papers(
    wanted: Sequence[tuple[PaperFacts, Sequence[PagePicture]]],
    papers: Path,
    folder: Path,
    known: Mapping[tuple[str, str], PagePicture],
) -> Iterator[PagePicture]:
    """The pictures of some papers; `known` are those of the last build, by file and key."""
    # Here, and before any fence is put up: a PDF engine is only needed where something is shown.
    from proceedings.pictures.pdf_page_drawing import PaperToDraw

    named = [[_named(each, source_sha256(facts)) for each in own] for facts, own in wanted]
    missing = [
        PaperToDraw(source_file(papers, facts.paper, facts), facts, new)
        for (facts, _), own in zip(wanted, named, strict=True)
        if (new := [each for each in own if (each.file, each.key) not in known])
    ]
    drawings = {paper.facts.paper: drawn for paper, drawn in zip(missing, _drawn(missing), strict=True)}
    for each in (each for own in named for each in own):
        if (each.file, each.key) in known:
            yield known[each.file, each.key]
        elif drawing := drawings[each.paper].get(each.page):
            write_file(folder / each.file, drawing.png)
            digest = hashlib.sha256(drawing.png).hexdigest()
            yield msgspec.structs.replace(each, sha256=digest, width=drawing.width, height=drawing.height)


def _named(picture: PagePicture, source: str) -> PagePicture:
    from proceedings.pictures.pdf_page_drawing import drawing_key

    return msgspec.structs.replace(
        picture, file=f"{picture.paper}-p{picture.page}.png", key=drawing_key(picture, source)
    )


def _drawn(papers: Sequence[PaperToDraw]) -> list[dict[int, Drawing]]:
    """The drawings of each paper: by one process or, where that ends badly, one by one, so that none costs another."""
    from proceedings.pictures.pdf_page_drawing import draw_papers

    try:
        return draw_papers(papers) if papers else []
    except FenceError as error:
        if len(papers) > 1:
            return [drawn for paper in papers for drawn in _drawn([paper])]
        print(f"picture_pages: {papers[0].path.as_posix()} is not shown: {error}.")
        return [{}]


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
