"""Findings from the mismatches of a verification."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.records.proof import Mismatch

NAMED_AT_MOST = 3
"""So many sentences go into one finding; the others are counted, and stand in the proof."""


def proof_findings(mismatches: Sequence[Mismatch]) -> list[Finding]:
    """One `proof-mismatch` for each paper and kind, with the first few sentences."""
    grouped: dict[tuple[str | None, str], list[str]] = {}
    for each in mismatches:
        grouped.setdefault((each.paper, each.kind), []).append(each.message)
    return [finding("proof-mismatch", _joined(sentences), paper=paper) for (paper, _), sentences in grouped.items()]


def _joined(sentences: Sequence[str]) -> str:
    more = len(sentences) - NAMED_AT_MOST
    named = "; ".join(sentences[:NAMED_AT_MOST])
    return f"{named}; and {more} more of the kind." if more > 0 else f"{named}."
