"""Parts of the volume as PDFs of their own, which a publisher wants beside the papers."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from proceedings.bundles.bundle import BundleSources
from proceedings.pdf.pdf_part_alone import part_alone
from proceedings.records.edition import Edition
from proceedings.records.placement import DetachedPart, TypesetPart
from proceedings.records.record_files import read_records
from proceedings.typesetting.book import roman
from proceedings.typesetting.preface import preface_pages
from proceedings.volume.volume_assembly import volume_description

FRONT = "work/parts/front_matter"
"""The printed front matter in the output folder, and beside it its record."""


def front_alone(edition: Edition, sources: BundleSources, files: Mapping[str, str]) -> bytes | None:
    """The front matter with its outline, tags and page labels; None where the volume has none.

    `files` has the file of each paper by its id: a link to the paper opens it in the same folder. A link to another
    part of the volume is gone, since that is not there.
    """
    record, printed = (sources.output / f"{FRONT}{ending}" for ending in (".json", ".pdf"))
    part = read_records(record, TypesetPart) if record.is_file() else TypesetPart()
    if not part.pages:
        return None
    beside = {f"paper.{id}": file for id, file in files.items()}
    pages = {f"page.{roman(number)}": number for number in range(1, part.pages + 1)}
    outside = DetachedPart(bookmarks=part.bookmarks, files=beside, pages=pages)
    return _alone(printed.read_bytes(), outside, edition, "Front Matter")


def preface_alone(edition: Edition, sources: BundleSources, chosen: str = "", notice: str = "") -> bytes | None:
    """The preface with what it has to say of how the papers were chosen; None where there is nothing to print."""
    content, part = preface_pages(edition, sources.pagination.page_size, chosen, notice)
    return _alone(content, DetachedPart(bookmarks=part.bookmarks), edition, "Preface") if part.pages else None


def _alone(content: bytes, outside: DetachedPart, edition: Edition, title: str) -> bytes:
    """Pages with roman figures, which say of themselves what the volume does but for the title and its identifiers."""
    whole = volume_description(edition)
    about = whole._replace(title=f"{whole.title}: {title}", doi=None)
    return part_alone(content, msgspec.structs.replace(outside, roman=True), about)
