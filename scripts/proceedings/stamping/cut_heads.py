"""Running heads whose title is too long for the page, so that only its beginning is stamped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proceedings.codes import finding
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.placement import PageStamp, StampOrder
from proceedings.running_heads import ELLIPSIS
from proceedings.stamping.stamp_layout import set_lines


def cut_heads(orders: Sequence[StampOrder], facts: Mapping[str, PaperFacts]) -> Iterator[Finding]:
    """One finding for each paper with a running head that ends in an ellipsis of ours; it says what is stamped."""
    for order in orders:
        sheets = zip(facts[order.paper].pages, order.pages, strict=True)
        cut = ((page.number, head) for page, stamp in sheets for head in _cut(stamp, page.width, page.height))
        if first := next(cut, None):
            number, head = first
            yield finding(
                "running-head-cut",
                f"papers/{order.paper}.pdf, page {number}: the title is too long for the running head: “{head}”.",
                paper=order.paper,
            )


def _cut(stamp: PageStamp, width: float, height: float) -> Iterator[str]:
    """The heads of a page that were cut, without the folio beside them."""
    if not any(line.place.startswith("head") for line in stamp.lines):
        return
    whole = " ".join(line.text for line in stamp.lines)
    for line in set_lines(stamp, width, height):
        if line.place.startswith("head") and ELLIPSIS in line.text and ELLIPSIS not in whole:
            yield next(part.strip() for part in line.text.split("  ") if ELLIPSIS in part)
