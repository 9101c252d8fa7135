"""The picture of a page beside the finding that it shows."""

from __future__ import annotations

from urllib.parse import quote

from proceedings.pictures.offending_pages import mark_number
from proceedings.records.finding import Finding
from proceedings.records.pictures import PagePicture
from proceedings.report.page import PictureView

FOLDER = "pages"
"""Where the pictures are, seen from the report."""


def picture_view(picture: PagePicture, finding: Finding) -> PictureView:
    """The picture as the finding's own: its mark is named where the page has several."""
    number = mark_number(picture, finding)
    mark = f", mark {number}" if number else ""
    return PictureView(
        link=f"{FOLDER}/{quote(picture.file, safe='')}",
        alt=f"Page {picture.page} of paper {picture.paper}{mark}: {finding.message}",
        caption=f"page {picture.page}{mark}",
        width=picture.width,
        height=picture.height,
    )
