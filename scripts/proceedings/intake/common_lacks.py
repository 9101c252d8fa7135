"""What nearly all papers lack alike: a fact on the export or the edition, and one problem instead of one a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from proceedings.problem import Problem
from proceedings.records.paper import Paper
from proceedings.wording import counted, listed

CODES = ("metadata-missing", "contact-author")
"""What comes with an export or not at all; everything else is asked of each paper's authors."""

FEWEST, SHARE = 5, 0.9
"""So many papers, and so large a share of the accepted ones, lack something alike."""

NAMED_AT_MOST = 3


def common_lacks(problems: Sequence[Problem], papers: Sequence[Paper], file: str) -> Iterator[Problem]:
    """The problems in their order, those that nearly all accepted papers share as one of `file`, the papers' folder.

    What keeps a paper from being delivered stays with the paper.
    """
    accepted = {paper.id for paper in papers if paper.status == "accepted"}
    lacking: dict[tuple[str, str], dict[str, None]] = {}
    for each in problems:
        if each.paper in accepted and each.code in CODES and each.severity != "error":
            lacking.setdefault((each.code, each.message), {})[each.paper] = None
    common = {key: ids for key, ids in lacking.items() if len(ids) >= max(FEWEST, SHARE * len(accepted))}
    for each in problems:
        ids = common.get((each.code, each.message), {})
        if each.paper not in ids:
            yield each
        elif each.paper == next(iter(ids)):
            message = f"in {_papers(list(ids), len(accepted))} {each.message}"
            yield msgspec.structs.replace(each, file=file, line=None, at=(), paper=None, message=message)


def _papers(ids: Sequence[str], accepted: int) -> str:
    """`39 of 41 papers (1, 2, 3 and 36 others)`."""
    share = f"all {accepted:,}" if len(ids) == accepted else f"{len(ids):,} of {accepted:,}"
    return f"{share} papers ({listed([*ids[:NAMED_AT_MOST], counted(len(ids) - NAMED_AT_MOST, 'other')])})"
