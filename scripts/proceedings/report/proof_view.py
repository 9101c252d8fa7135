"""What the proof shows, in sentences a chair can pass on."""

from __future__ import annotations

from proceedings.records.proof import PaperProof, Proof, VolumeProof
from proceedings.report.page import Statement
from proceedings.wording import counted, label_ranges, listed

WITNESSES = {
    "pagination": "the assigned pages",
    "labels": "the page labels",
    "stamp": "the stamped folio",
    "content": "the page contents",
    "links": "the links",
    "fidelity": "what they carry besides their pages",
    "outline": "the bookmark",
    "contents": "the table of contents",
    "index": "the author index",
    "keywords": "the keyword index",
    "artifacts": "the indexes of the artifact appendix",
    "table": "papers.csv",
    "bibliography": "the BibTeX entry, that in RIS and in CSL-JSON",
    "sha256": "the hash",
}


def proof_view(proof: Proof) -> tuple[Statement, ...]:
    """What does not hold and every mismatch first, then what holds; of what there is none, nothing is said."""
    present = [each for each in proof.papers if each.present]
    compared = [each for each in present if each.source_read]
    statements = (
        _volume(proof),
        *_whole(proof.volume),
        *_pages(present, compared),
        *_links(proof, compared),
        *_outline(proof),
        *_fonts(proof),
        *_agreement(proof),
        *(Statement(holds=False, text=each) for each in proof.mismatches),
    )
    return tuple(sorted(statements, key=lambda each: each.holds))


def links_kept(proof: Proof) -> tuple[int, int]:
    """Internal links of the authors that land on their own target, and all that resolve in their files."""
    compared = [each.links for each in proof.papers if each.present and each.source_read]
    return sum(each.landed for each in compared), sum(each.source for each in compared)


def _kept(number: int, total: int, noun: str, one: str, many: str) -> tuple[Statement, ...]:
    """`All 29 pages` and what `many` says of them, or `The only page` and what `one` says; none for nothing."""
    if not total:
        return ()
    if total == 1:
        subject = f"The only {noun}" if number else f"Not even the only {noun}"
        return (Statement(holds=number == 1, text=f"{subject} {one}."),)
    subject = f"All {total:,}" if number == total else f"{number:,} of {total:,}"
    return (Statement(holds=number == total, text=f"{subject} {noun}s {many}."),)


def _volume(proof: Proof) -> Statement:
    volume = proof.volume
    labels = f", labelled {label_ranges(volume.labels)}" if volume.labels else ""
    return Statement(holds=volume.pages > 0, text=f"The volume has {counted(volume.pages, 'page')}{labels}.")


def _whole(volume: VolumeProof) -> tuple[Statement, ...]:
    """Whose the pages of the volume are; nothing where none was counted."""
    kinds = {
        "of papers": volume.paper_pages,
        "of front and back matter": volume.typeset_pages,
        "in the place of missing papers": volume.placeholder_pages,
        "blank": volume.blank_pages,
    }
    known = sum(kinds.values())
    parts = listed([f"{pages:,} {kind}" for kind, pages in kinds.items() if pages])
    if known == volume.pages:
        return (Statement(text=f"Its pages are {parts}."),) if parts else ()
    text = f"The pages that are accounted for are {known:,} of {volume.pages:,}: {parts or 'none'}."
    return (Statement(holds=False, text=text),)


def _pages(present: list[PaperProof], compared: list[PaperProof]) -> tuple[Statement, ...]:
    pages, source_pages = sum(each.pages for each in present), sum(each.pages for each in compared)
    stamped = sum(each.stamp_pages_found for each in present)
    unchanged = sum(each.unchanged_pages for each in compared)
    identical = sum(each.identical_pages for each in present)
    drawn = "all that the authors drew, as drawn"
    same = "the same, object for object, in the stamped paper and in the volume"
    return (
        *_kept(stamped, pages, "page", "of the papers shows its folio", "of the papers show their folios"),
        *_kept(unchanged, source_pages, "page", f"holds {drawn}", f"hold {drawn}"),
        *_kept(identical, pages, "page", f"is {same}", f"are {same}"),
    )


def _links(proof: Proof, compared: list[PaperProof]) -> tuple[Statement, ...]:
    kept, total = links_kept(proof)
    volume = proof.volume
    web = sum(each.links.external_volume for each in compared)
    web_before = sum(each.links.external_source for each in compared)
    target = "in the stamped paper and in the volume"
    return (
        *_kept(
            kept,
            total,
            "internal link",
            f"of the papers lands on its own target, {target}",
            f"of the papers land on their own targets, {target}",
        ),
        *_kept(
            volume.typeset_links_landed,
            volume.typeset_links,
            "link",
            "of contents, index and appendix lands",
            "of contents, index and appendix land",
        ),
        *_kept(web, web_before, "web link", "of the papers is kept", "of the papers are kept"),
        *_broken_before(sum(each.links.broken_in_source for each in proof.papers), "link"),
    )


def _broken_before(broken: int, noun: str) -> tuple[Statement, ...]:
    text = f"{counted(broken, noun)} led nowhere in the authors’ own files already."
    return (Statement(text=text),) if broken else ()


def _outline(proof: Proof) -> tuple[Statement, ...]:
    outline = proof.volume.outline
    sessions, papers = counted(outline.sessions, "session"), counted(outline.papers, "paper")
    parts = f"({sessions}, {papers}, {outline.own:,} of the papers’ own)"
    return (
        *_kept(outline.landed, outline.bookmarks, "bookmark", f"leads right {parts}", f"lead right {parts}"),
        *_broken_before(outline.broken_in_source, "bookmark"),
    )


def _fonts(proof: Proof) -> tuple[Statement, ...]:
    loose = proof.volume.fonts_not_embedded
    if loose:
        return (Statement(holds=False, text=f"Not embedded in the volume: {', '.join(loose)}."),)
    fonts = proof.volume.fonts
    return _kept(fonts, fonts, "font", "of the volume is embedded", "of the volume are embedded")


def _agreement(proof: Proof) -> tuple[Statement, ...]:
    """What was compared for every paper, and for which papers something says otherwise."""
    against = [f"{each.id} ({', '.join(differing)})" for each in proof.papers if (differing := _differing(each))]
    if against:
        return (Statement(holds=False, text=f"All agree but these: {'; '.join(against)}."),)
    heard = [name for name in WITNESSES if any(getattr(each.agrees, name) is not None for each in proof.papers)]
    names = ", ".join(WITNESSES[name] for name in heard)
    return (Statement(text=f"For every paper these agree: {names}."),) if heard else ()


def _differing(paper: PaperProof) -> list[str]:
    return [words for name, words in WITNESSES.items() if getattr(paper.agrees, name) is False]
