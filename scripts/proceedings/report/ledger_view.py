"""What has changed since the pages were frozen, as the report shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proceedings.records.placement import LedgerChange
from proceedings.report.page import ChangeRow, ChangesView, PaperMark
from proceedings.wording import counted

WORDS: Mapping[str, str] = {
    "replaced": "the file was replaced",
    "arrived": "the file has come",
    "late": "came late and stands at the end",
    "moved": "has moved",
    "refused": "the new file is longer than its pages and was refused",
    "gone": "has no file any more that can be used",
    "withdrawn": "was withdrawn",
}


def changes_view(frozen: int, changes: Sequence[LedgerChange], anchors: Mapping[str, str]) -> ChangesView | None:
    """One row a paper; None where no pages are frozen. `frozen` is how many papers the ledger has."""
    if not frozen:
        return None
    rows = tuple(
        ChangeRow(
            paper=PaperMark(id=each.paper, anchor=anchors.get(each.paper)),
            what=WORDS[each.kind],
            before=each.before or "–",
            now=each.now or "–",
        )
        for each in changes
    )
    moved = counted(sum(each.before not in ("", each.now) for each in changes), "paper")
    sentence = f"The pages of {counted(frozen, 'paper')} are frozen in metadata/ledger.csv. "
    told = f"{counted(len(rows), 'paper')} changed since; the pages of {moved} are not what they were."
    return ChangesView(sentence=sentence + (told if rows else "Nothing has changed since."), rows=rows)
