"""What the proof shows, in sentences a chair can pass on."""

from __future__ import annotations

from proceedings.records.proof import PaperProof, Proof
from proceedings.report.page import Statement
from proceedings.standing import counted

WITNESSES = {
    "pagination": "the assigned pages",
    "labels": "the page labels",
    "stamp": "the stamped folio",
    "content": "the page contents",
    "links": "the links",
    "outline": "the bookmark",
    "contents": "the table of contents",
    "index": "the author index",
    "table": "papers.csv",
    "bibliography": "the BibTeX entry",
    "sha256": "the hash",
}


def proof_view(proof: Proof) -> tuple[Statement, ...]:
    """What does not hold and every mismatch first, then what holds."""
    present = [each for each in proof.papers if each.present]
    compared = [each for each in present if each.source_read]
    statements = [_volume(proof), _stamps(present), _contents(compared), _identical(present), *_links(proof, compared)]
    statements += [_outline(proof), _fonts(proof), _agreement(proof)]
    statements += [Statement(holds=False, text=each) for each in proof.mismatches]
    return tuple(sorted(statements, key=lambda each: each.holds))


def links_kept(proof: Proof) -> tuple[int, int]:
    """Internal links of the authors that land on their own target, and all that resolve in their files."""
    compared = [each.links for each in proof.papers if each.present and each.source_read]
    return sum(each.landed for each in compared), sum(each.source for each in compared)


def _of(number: int, total: int, noun: str) -> str:
    if total == number:
        return f"All {total:,} {noun}" if total != 1 else f"The one {noun.removesuffix('s')}"
    return f"{number:,} of {total:,} {noun}"


def _volume(proof: Proof) -> Statement:
    volume = proof.volume
    labels = f", labelled {', '.join(volume.labels)}".replace("-", "–") if volume.labels else ""
    return Statement(holds=volume.pages > 0, text=f"The volume has {counted(volume.pages, 'page')}{labels}.")


def _stamps(present: list[PaperProof]) -> Statement:
    found, pages = sum(each.stamp_pages_found for each in present), _pages(present)
    return Statement(holds=found == pages, text=f"{_of(found, pages, 'pages')} of papers show their folio.")


def _contents(compared: list[PaperProof]) -> Statement:
    kept, pages = sum(each.unchanged_pages for each in compared), _pages(compared)
    return Statement(holds=kept == pages, text=f"{_of(kept, pages, 'pages')} hold all that the authors drew, as drawn.")


def _identical(present: list[PaperProof]) -> Statement:
    same, pages = sum(each.identical_pages for each in present), _pages(present)
    text = f"{_of(same, pages, 'pages')} are the same, object for object, in the stamped paper and in the volume."
    return Statement(holds=same == pages, text=text)


def _pages(papers: list[PaperProof]) -> int:
    return sum(each.pages for each in papers)


def _links(proof: Proof, compared: list[PaperProof]) -> list[Statement]:
    kept, total = links_kept(proof)
    own = Statement(
        holds=kept == total,
        text=f"{_of(kept, total, 'internal links')} of the papers land on their own target, stamped and in the volume.",
    )
    volume = proof.volume
    typeset = Statement(
        holds=volume.typeset_links_landed == volume.typeset_links,
        text=f"{_of(volume.typeset_links_landed, volume.typeset_links, 'links')} of contents, index and appendix land.",
    )
    web_before, web_after = (
        sum(getattr(each.links, name) for each in compared) for name in ("external_source", "external_volume")
    )
    web = Statement(
        holds=web_before == web_after, text=f"{_of(web_after, web_before, 'web links')} of the papers are kept."
    )
    broken = sum(each.links.broken_in_source for each in proof.papers)
    lost = f"{counted(broken, 'link')} led nowhere in the authors’ own files already."
    return [own, typeset, web] + ([Statement(text=lost)] if broken else [])


def _outline(proof: Proof) -> Statement:
    outline = proof.volume.outline
    parts = (
        counted(outline.sessions, "session"),
        counted(outline.papers, "paper"),
        f"{outline.own:,} of the papers’ own",
    )
    text = f"{_of(outline.landed, outline.bookmarks, 'bookmarks')} lead right ({', '.join(parts)})."
    return Statement(holds=outline.landed == outline.bookmarks, text=text)


def _fonts(proof: Proof) -> Statement:
    loose = proof.volume.fonts_not_embedded
    if loose:
        return Statement(holds=False, text=f"Not embedded in the volume: {', '.join(loose)}.")
    return Statement(text=f"All {counted(proof.volume.fonts, 'font')} of the volume are embedded.")


def _agreement(proof: Proof) -> Statement:
    """Which witnesses speak, and for how many papers one of them says otherwise."""
    heard = [name for name in WITNESSES if any(getattr(each.agrees, name) is not None for each in proof.papers)]
    against = [each.id for each in proof.papers if any(getattr(each.agrees, name) is False for name in WITNESSES)]
    names = ", ".join(WITNESSES[name] for name in heard)
    if against:
        return Statement(holds=False, text=f"The witnesses differ for {', '.join(against)}. They are {names}.")
    return Statement(text=f"For every paper these agree: {names}." if heard else "No witness was heard.")
