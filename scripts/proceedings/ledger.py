"""The page ledger: what was frozen, what has changed since, and what the chair has to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from proceedings.codes import finding
from proceedings.csv_text import csv_text
from proceedings.pagination import first_page_of
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import PENDING, Paper
from proceedings.records.placement import LedgerChange, Pagination, Placement
from proceedings.wording import counted, listed_briefly, page_range

FILE = "metadata/ledger.csv"
COLUMNS = ("id", "first_page", "pages", "doi", "sha256")
NAMED_AT_MOST = 6

GIVEN_OTHERWISE = (
    "Put back the first page with which the pages were frozen; or, where nobody has been told any of them, delete "
    f"{FILE} and run `make freeze` again."
)


def frozen_lines(edition: Edition, pagination: Pagination, facts: Mapping[str, PaperFacts]) -> tuple[LedgerLine, ...]:
    """The ledger of the volume as it is now, in the order of its pages.

    Nothing that was given out is taken back: a paper that has become shorter keeps its pages, one that was refused its
    old file, and one that is gone its line, so that nobody gets its numbers, unless the chair let others move there.
    """
    before = {line.id: line for line in edition.ledger}
    papers = {paper.id: paper for paper in edition.papers}
    ends = [*(each.first_page - each.blanks_before for each in pagination.placements[1:]), None]
    now = [
        _frozen(each, papers[each.paper], facts.get(each.paper), before.get(each.paper), end)
        for each, end in zip(pagination.placements, ends, strict=False)
    ]
    taken = {line.id for line in now}, {page for line in now for page in _labels(line)}
    left = () if edition.volume.on_withdrawn == "repaginate" else edition.ledger
    gone = [line for line in left if line.id not in taken[0] and taken[1].isdisjoint(_labels(line))]
    return tuple(sorted([*now, *gone], key=lambda line: line.first_page))


def ledger_table(lines: Iterable[LedgerLine]) -> str:
    """The ledger as CSV."""
    rows = ((line.id, line.first_page, line.pages, line.doi or "", line.sha256) for line in lines)
    return csv_text(COLUMNS, rows)


def ledger_findings(edition: Edition, pagination: Pagination, facts: Mapping[str, PaperFacts]) -> Iterator[Finding]:
    """Papers that are longer than their place, papers that moved because the chair said so, changed DOIs, and a ledger
    that begins in front of the first page that the joint volume's editor gives.
    """
    first = first_page_of(edition)
    if edition.ledger and edition.ledger[0].first_page < first:
        fact = f"{FILE} begins with page {edition.ledger[0].first_page}, and the first page in `part_of` is {first}."
        yield finding("ledger-moved", fact, severity="error", remedy=GIVEN_OTHERWISE)
    kept = {line.id: line for line in edition.ledger}
    for placement in pagination.placements:
        if placement.standing == "refused":
            yield _refused(kept[placement.paper], len(facts[placement.paper].pages))
    moved = [each for each in pagination.placements if _has_moved(each, kept.get(each.paper))]
    if moved:
        words = [f"{each.paper} ({kept[each.paper].first_page} → {each.first_page})" for each in moved]
        where = listed_briefly(words, NAMED_AT_MOST)
        other = "another page" if len(moved) == 1 else "other pages"
        papers = counted(len(moved), "paper")
        yield finding("ledger-moved", f"{FILE}: {papers} {_stand(moved)} on {other} than frozen: {where}.")
    for paper in edition.papers:
        line = kept.get(paper.id)
        if line and line.doi and line.doi != _doi(paper) and not paper.published:
            now = f"it has {paper.doi} now" if _doi(paper) else "it has none now"
            message = f"{FILE}, line {line.line}: paper {paper.id} was given the DOI {line.doi}, and {now}."
            remedy = f"Put {line.doi} back into metadata/papers/{paper.id}.yml."
            yield finding("ledger-moved", message, paper=paper.id, severity="error", remedy=remedy)


def ledger_changes(
    edition: Edition, pagination: Pagination, facts: Mapping[str, PaperFacts]
) -> tuple[LedgerChange, ...]:
    """What is otherwise than when the pages were frozen, paper by paper in the order of the pages then; late ones last.

    Nothing where no pages are frozen.
    """
    now = {each.paper: each for each in pagination.placements}
    changes = [_change(line, now.get(line.id), facts.get(line.id)) for line in edition.ledger]
    known = {line.id for line in edition.ledger}
    late = [each for each in pagination.placements if known and each.paper not in known]
    changes += [LedgerChange(paper=each.paper, kind="late", now=_pages_of(each)) for each in late]
    return tuple(change for change in changes if change)


def _frozen(
    placement: Placement, paper: Paper, facts: PaperFacts | None, line: LedgerLine | None, end: int | None
) -> LedgerLine:
    """The line of a paper. `line` is the one before; `end` is the page on which what follows begins."""
    stays = line is not None and line.first_page == placement.first_page
    kept = max(placement.pages, line.pages) if line and stays else placement.pages
    file = facts.sha256 if facts is not None and placement.present else ""
    return LedgerLine(
        id=placement.paper,
        first_page=placement.first_page,
        pages=kept if end is None else min(kept, end - placement.first_page),
        doi=line.doi if line and line.doi else _doi(paper),
        sha256=file or (line.sha256 if line else ""),
    )


def _refused(line: LedgerLine, pages: int) -> Finding:
    kept = page_range(line.first_page, line.first_page + line.pages - 1)
    message = (
        f"papers/{line.id}.pdf has {counted(pages, 'page')}, and {FILE} keeps {line.pages} for it ({kept}); "
        "a placeholder stands there."
    )
    return finding("ledger-refused", message, paper=line.id)


def _change(line: LedgerLine, placement: Placement | None, facts: PaperFacts | None) -> LedgerChange | None:
    before = page_range(line.first_page, line.first_page + line.pages - 1)
    if placement is None or placement.standing == "withdrawn":
        return LedgerChange(paper=line.id, kind="withdrawn", before=before)
    now = _pages_of(placement)
    if placement.standing == "missing":
        return LedgerChange(paper=line.id, kind="gone", before=before, now=now) if line.sha256 else None
    file = facts.sha256 if facts else ""
    if placement.standing == "refused":
        return LedgerChange(paper=line.id, kind="refused", before=before, now=now)
    if not line.sha256:
        return LedgerChange(paper=line.id, kind="arrived", before=before, now=now)
    if file != line.sha256:
        return LedgerChange(paper=line.id, kind="replaced", before=before, now=now)
    return LedgerChange(paper=line.id, kind="moved", before=before, now=now) if _has_moved(placement, line) else None


def _has_moved(placement: Placement, line: LedgerLine | None) -> bool:
    return line is not None and line.first_page != placement.first_page


def _pages_of(placement: Placement) -> str:
    return page_range(placement.first_page, placement.last_page)


def _stand(moved: Sequence[Placement]) -> str:
    return "stands" if len(moved) == 1 else "stand"


def _doi(paper: Paper) -> str | None:
    return None if paper.doi == PENDING else paper.doi


def _labels(line: LedgerLine) -> range:
    return range(line.first_page, line.first_page + line.pages)
