"""Pictures: what an offending page looks like, with the places that its findings speak of marked on it."""

from __future__ import annotations

from proceedings.records.record import Box, Record


class PagePicture(Record):
    """One page of one paper as it is drawn for the report.

    `marks` are the boxes that findings speak of, each once, in the order of their numbers; `block` is the text block
    that the profile asks for there; `remarks`: annotations are drawn too. Where it is drawn, `file` is its name in
    `output/report/pages/`, `key` says what it was drawn from, `sha256` what became of it, and `width` and `height`
    are in pixels.
    """

    paper: str = ""
    page: int = 1
    marks: tuple[Box, ...] = ()
    block: Box | None = None
    remarks: bool = False
    file: str = ""
    key: str = ""
    sha256: str = ""
    width: int = 0
    height: int = 0


class PicturesFile(Record):
    """`output/work/pictures.json`: every picture in `output/report/pages/`, by paper and page."""

    pictures: tuple[PagePicture, ...] = ()
