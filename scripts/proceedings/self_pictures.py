"""The pages that an author's findings speak of, as pictures in a folder of the author's choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.profile import FormatProfile
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.pictures import PagePicture
from proceedings.records.record_files import write_file


class Pictures(NamedTuple):
    """The pictures that were written, and where each finding is marked: `paper-p3.png, mark 2`."""

    files: list[Path]
    places: dict[Finding, str]


def write_pictures(
    path: Path, facts: PaperFacts, findings: Sequence[Finding], profile: FormatProfile, folder: Path
) -> Pictures:
    """One PNG for each page that a finding names, `<name>-p3.png`, the place marked.

    Nothing else in `folder` is touched. OSError where it cannot be written.
    """
    from proceedings.inspection.pdf_guard import FenceError
    from proceedings.pictures.offending_pages import offending_pages
    from proceedings.pictures.pdf_page_drawing import draw_pages

    wanted = offending_pages(findings, {facts.paper: facts}, profile)
    try:
        drawn = draw_pages(path, facts, wanted) if wanted else {}
    except FenceError:
        drawn = {}  # what is wrong with such a file is a finding already
    files = {page: folder / f"{facts.paper}-p{page}.png" for page in sorted(drawn)}
    for page, file in files.items():
        write_file(file, drawn[page].png)
    places = {each: place for picture in wanted if picture.page in files for each, place in _marked(picture, findings)}
    return Pictures(list(files.values()), places)


def _marked(picture: PagePicture, findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    from proceedings.pictures.offending_pages import mark_number

    for each in findings:
        if each.page == picture.page:
            number = mark_number(picture, each)
            yield each, f"{picture.paper}-p{picture.page}.png" + (f", mark {number}" if number else "")
