"""What was stamped on a paper, and what it carries before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proceedings.proofs.build import Papers
from proceedings.proofs.page import StampingView, StampRow
from proceedings.records.paper import Paper
from proceedings.records.placement import PageStamp, StampOrder, StampPlace
from proceedings.records.proof import INVENTORY, PaperProof
from proceedings.wording import counted, listed

PLACES: Mapping[StampPlace, str] = {
    "head-left": "head, left",
    "head-centre": "head, centred",
    "head-right": "head, right",
    "foot-left": "foot, left",
    "foot-centre": "foot, centred",
    "foot-right": "foot, right",
}


def stamping_view(paper: Paper, papers: Papers) -> StampingView | None:
    """The stamped lines of the first page, and of one left-hand and one right-hand page; None for no stamped paper."""
    order = papers.orders.get(paper.id)
    proof = papers.proofs.get(paper.id)
    if order is None:
        return None
    return StampingView(rows=tuple(_rows(order)), fidelity=fidelity_words(proof) if proof and proof.present else "")


def fidelity_words(proof: PaperProof) -> str:
    """One sentence on what was read back from the finished files."""
    if not proof.source_read:
        return "Your file could not be read back, so that it was not compared with the stamped one."
    links, bookmarks = proof.links, proof.bookmarks_in_source
    parts = [
        _of(proof.unchanged_pages, proof.pages, "page", "as you drew it", "as you drew them"),
        _of(links.landed, links.source, "internal link", "landing on its target", "landing on their targets"),
        _of(links.external_volume, links.external_source, "web link", "kept", "kept"),
        _of(min(proof.bookmarks, bookmarks), bookmarks, "bookmark", "kept", "kept"),
    ]
    kept = f"Read back from the finished files: {listed([part for part in parts if part])}."
    dropped = [f"{INVENTORY[each.kind]} ({each.number:,}), {each.reason}" for each in proof.fidelity.dropped]
    return f"{kept} Left out on purpose: {'; '.join(dropped)}." if dropped else f"{kept} Nothing was left out."


def _of(number: int, total: int, noun: str, one: str, many: str) -> str:
    """`all 4 pages as you drew them`, `3 of 4 pages as you drew them`; nothing where there is none."""
    if not total:
        return ""
    if number == total:
        return f"the only {noun} {one}" if total == 1 else f"all {counted(total, noun)} {many}"
    return f"{number:,} of {counted(total, noun)} {many}"


def _rows(order: StampOrder) -> Iterator[StampRow]:
    """One row a place of a kind of page; lines of one place stand under one another, as they are stamped."""
    for pages, stamp in _kinds_of_pages(order):
        for place in dict.fromkeys(line.place for line in stamp.lines):
            texts = [line.text for line in stamp.lines if line.place == place]
            yield StampRow(pages=pages, place=PLACES[place], text="\n".join(texts))


def _kinds_of_pages(order: StampOrder) -> Iterator[tuple[str, PageStamp]]:
    """The first page, then the first left-hand and the first right-hand one behind it."""
    yield from (("first page", stamp) for stamp in order.pages[:1])
    for kind, rest in (("left-hand pages", 0), ("right-hand pages", 1)):
        alike = [stamp for stamp in order.pages[1:] if stamp.label.isdecimal() and int(stamp.label) % 2 == rest]
        yield from ((f"{kind}, as on {stamp.label}", stamp) for stamp in alike[:1])
