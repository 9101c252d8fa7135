"""The volume from its parts: which stamped papers can be used, what is written, and what has to be said about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.codes import finding
from proceedings.names import display_name
from proceedings.pdf.pdf_metadata import Description
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import PENDING
from proceedings.records.placement import Pagination, StampedPaper, TypesetPart
from proceedings.records.record_files import read_records, write_file
from proceedings.volume.pdf_volume import Assembled, VolumeOrder
from proceedings.volume.volume_plan import BACK, FRONT, PLACEHOLDERS, SESSION_PAGES, volume_bookmarks, volume_pieces
from proceedings.wording import copyright_words, licence_label


class UsablePapers(NamedTuple):
    """The stamped papers whose pages fit their place, their files, and a finding for each that is not among them."""

    stamped: dict[str, StampedPaper]
    files: dict[str, Path]
    findings: list[Finding]


def usable_papers(pagination: Pagination, manifests: Mapping[Path, Sequence[StampedPaper]]) -> UsablePapers:
    """Look for every paper that has pages of its own. `manifests` maps each batch's folder to its manifest."""
    every = {each.paper: (folder, each) for folder, manifest in manifests.items() for each in manifest}
    usable = UsablePapers({}, {}, [])
    for placement in pagination.placements:
        if not placement.present:
            continue
        folder, paper = every.get(placement.paper, (Path(), StampedPaper(problem="No stamped file was made of it.")))
        pages = placement.last_page - placement.first_page + 1
        if paper.problem:
            usable.findings.append(_unusable(placement.paper, paper.problem))
        elif paper.pages != pages:
            problem = f"Its stamped file has {paper.pages} pages and a place for {pages}. Build again."
            usable.findings.append(_unusable(placement.paper, problem))
        else:
            usable.stamped[placement.paper] = paper
            usable.files[placement.paper] = folder / paper.file
    return usable


def read_parts(folder: Path) -> dict[str, TypesetPart]:
    """The records of the typeset parts in `folder` by stem; a part whose record is absent is absent."""
    files = {stem: folder / f"{stem}.json" for stem in (FRONT, PLACEHOLDERS, SESSION_PAGES, *BACK)}
    return {stem: read_records(path, TypesetPart) for stem, path in files.items() if path.is_file()}


def volume_order(
    edition: Edition, pagination: Pagination, parts: Mapping[str, TypesetPart], folder: Path, papers: UsablePapers
) -> VolumeOrder:
    """What to assemble; `folder` holds the PDFs of the typeset parts."""
    pieces = volume_pieces(pagination, papers.stamped, parts)
    return VolumeOrder(
        pieces=pieces,
        bookmarks=volume_bookmarks(edition, pagination, parts, pieces),
        description=volume_description(edition),
        page_size=pagination.page_size,
        stamped=papers.files,
        parts={stem: folder / f"{stem}.pdf" for stem in parts},
    )


def volume_description(edition: Edition) -> Description:
    """What the volume says about itself in its document information."""
    volume = edition.volume
    licence = licence_label(volume.licence) if volume.licence else ""
    doi, isbn, issn = (value if value != PENDING else None for value in (volume.doi, volume.isbn, volume.issn))
    return Description(
        title=volume.title,
        authors=tuple(display_name(editor) for editor in volume.editors),
        subject=volume.event.name,
        keywords=volume.topics,
        rights=" · ".join(filter(None, (copyright_words(volume.year, volume.copyright), licence))),
        doi=doi,
        date=edition.printed_date.isoformat() if edition.printed_date else None,
        language=volume.language,
        publisher=volume.publisher_name,
        isbn=isbn,
        issn=issn,
    )


def sync_papers(folder: Path, files: Mapping[str, Path]) -> None:
    """Make `folder` hold the stamped papers and no other PDF; files that are the same already are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper, source in files.items():
        target, content = folder / f"{paper}.pdf", source.read_bytes()
        if not target.is_file() or target.read_bytes() != content:
            write_file(target, content)
    for path in folder.glob("*.pdf"):
        if path.stem not in files:
            path.unlink()


def assembly_findings(assembled: Assembled, stamped: Mapping[str, StampedPaper]) -> Iterator[Finding]:
    """Links that were lost on the way, and tags that the volume does not carry."""
    for paper, record in stamped.items():
        if (found := assembled.links.get(paper, 0)) != record.internal_links:
            wanted = record.internal_links
            message = f"papers/{paper}.pdf: of the stamped paper's {wanted} internal links {found} work in the volume."
            yield finding("link-lost", message, paper=paper)
    if assembled.dangling:
        names = ", ".join(sorted(set(assembled.dangling)))
        yield finding("link-lost", f"Pages that Bindery set link to what is not in the volume: {names}.")
    for paper, lost in assembled.untagged.items():
        what = lost.why or ", ".join(f"{count} {cause}" for cause, count in lost.cut)
        share = "not" if lost.why else "not all"
        message = f"papers/{paper}.pdf: its tags for screen readers are {share} in the volume ({what})."
        yield finding("structure-lost", message, paper=paper)


def _unusable(paper: str, problem: str) -> Finding:
    return finding("damaged-pdf", f"papers/{paper}.pdf: the volume has blank pages for it. {problem}", paper=paper)
