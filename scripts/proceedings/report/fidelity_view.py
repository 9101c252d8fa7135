"""What the authors' files carry besides their pages, and what of it is in the volume, for the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proceedings.records.edition import Edition
from proceedings.records.proof import INVENTORY, Dropped, Fidelity, PaperProof, Proof
from proceedings.report.page import DroppedView, FidelityCell, FidelityRow, FidelityView, PaperMark
from proceedings.wording import counted

ARROW = "\u2009→\u2009"


def fidelity_view(proof: Proof, edition: Edition, anchors: Mapping[str, str]) -> FidelityView | None:
    """Before and after of every paper that is there; None where none carries anything."""
    papers = [each for each in proof.papers if each.present]
    whole = proof.volume.fidelity
    kinds = [kind for kind in INVENTORY if any(_counts(whole, kind)) or proof.volume.typeset.totals()[kind]]
    if not papers or not any(any(_counts(whole, kind)) for kind in kinds):
        return None
    titles = {each.id: each.short_title or each.title for each in edition.papers}
    rows = [_row(each, kinds, titles.get(each.id, ""), anchors) for each in papers]
    changed = tuple(row for row in rows if any(cell.shade in ("told", "lost") for cell in row.cells))
    lost = sum(_lost(each.fidelity, kind) for each in papers for kind in kinds)
    return FidelityView(
        sentence=_sentence(sum(each.number for each in whole.dropped), lost, sum(map(_differs, papers))),
        kinds=tuple(INVENTORY[kind] for kind in kinds),
        changed=changed,
        kept=tuple(row for row in rows if row not in changed),
        totals=tuple(_cell(whole, kind) for kind in kinds),
        typeset=tuple(_number(proof.volume.typeset.totals()[kind]) for kind in kinds),
        dropped=tuple(_dropped(each, papers, anchors) for each in whole.dropped),
    )


def _differs(paper: PaperProof) -> bool:
    """Whether something is otherwise than in the author's file, were it there in the same number."""
    agrees = paper.agrees
    return False in (agrees.content, agrees.links, agrees.fidelity, agrees.outline)


def _sentence(dropped: int, lost: int, differing: int) -> str:
    first = "Counted in the authors’ files as they came and in the finished volume. "
    left_out = f"{counted(dropped, 'thing')} {'was' if dropped == 1 else 'were'} left out on purpose"
    gone = f"{counted(lost, 'thing')} {'is' if lost == 1 else 'are'} lost"
    if lost:
        return f"{first}{gone}{f', {left_out}' if dropped else ''}."
    if differing:
        differ = f"{counted(differing, 'paper')} {'differs' if differing == 1 else 'differ'} all the same"
        return f"{first}{f'{left_out}, and ' if dropped else ''}{differ}, as proof-mismatch says."
    return f"{first}{left_out}, nothing is lost." if dropped else f"{first}Everything is there."


def _row(paper: PaperProof, kinds: Iterable[str], title: str, anchors: Mapping[str, str]) -> FidelityRow:
    return FidelityRow(
        paper=PaperMark(id=paper.id, anchor=anchors.get(paper.id)),
        title=title,
        cells=tuple(_cell(paper.fidelity, kind) for kind in kinds),
    )


def _cell(fidelity: Fidelity, kind: str) -> FidelityCell:
    source, stamped, volume = _counts(fidelity, kind)
    dropped = sum(each.number for each in fidelity.dropped if each.kind == kind)
    if not any((source, stamped, volume)):
        return FidelityCell(text="–")
    if volume >= source and not dropped:
        return FidelityCell(text=_number(source), shade="kept")
    return FidelityCell(
        text=f"{source:,}{ARROW}{volume:,}",
        shade="lost" if _lost(fidelity, kind) else "told",
        reason=f"{source:,} in the author’s file, {stamped:,} stamped, {volume:,} in the volume, {dropped:,} left out",
    )


def _counts(fidelity: Fidelity, kind: str) -> tuple[int, int, int]:
    """Before, stamped and in the volume; of a file that could not be read the stamped paper is the measure."""
    source, stamped, volume = fidelity.source or fidelity.stamped, fidelity.stamped, fidelity.volume
    return source.totals()[kind], stamped.totals()[kind], volume.totals()[kind]


def _lost(fidelity: Fidelity, kind: str) -> int:
    source, _, volume = _counts(fidelity, kind)
    return max(0, source - volume - sum(each.number for each in fidelity.dropped if each.kind == kind))


def _number(count: int) -> str:
    return f"{count:,}" if count else "–"


def _dropped(dropped: Dropped, papers: Sequence[PaperProof], anchors: Mapping[str, str]) -> DroppedView:
    theirs = [
        each.id
        for each in papers
        if any((drop.kind, drop.reason) == (dropped.kind, dropped.reason) for drop in each.fidelity.dropped)
    ]
    return DroppedView(
        what=f"{INVENTORY[dropped.kind].capitalize()}, {dropped.number:,}",
        reason=dropped.reason,
        papers=tuple(PaperMark(id=id, anchor=anchors.get(id)) for id in theirs),
    )
