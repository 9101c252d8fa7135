"""The cover that the chairs had drawn: a PDF of one page, or of two, in the place of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.records.volume import Volume
from proceedings.typesetting.cover_file import OwnCover

REMEDY = (
    "Export it again: one page, or two with what stands on the back of it, all fonts embedded, no password, "
    "without hidden layers. "
    "Without the key `cover` a cover is drawn."
)


def own_cover(volume: Volume, metadata: Path) -> OwnCover | None:
    """What `cover` names, looked through; None where nothing is named, or nothing there by that name."""
    if not volume.cover or not (metadata / volume.cover).is_file():
        return None
    from proceedings.typesetting.pdf_cover import looked_through  # few editions have one

    return looked_through(metadata / volume.cover)


def cover_findings(cover: OwnCover | None) -> Iterator[Finding]:
    """What is to be said of a cover that cannot be used."""
    if cover and cover.fault:
        message = f"{cover.path.as_posix()} is not used as the cover: {cover.fault}."
        yield finding("metadata-invalid", message, remedy=REMEDY)


def bound_in(content: bytes, cover: OwnCover | None, top: float) -> bytes:
    """The front matter with the cover, if there is one; `top`: the height of the front matter's pages."""
    if cover is None:
        return content
    from proceedings.typesetting.pdf_cover import with_cover

    return with_cover(content, cover, top)
