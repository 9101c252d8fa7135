"""Badges that the artifacts described do not support, and badges that cannot be as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proceedings.intake.one_problem import as_one_problem
from proceedings.problem import Problem, nearest
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Artifact, Badge, Reproducibility
from proceedings.records.volume import Volume
from proceedings.reproducibility.badges import (
    ARCHIVAL,
    EVALUATED,
    SCHEMES,
    badge_key,
    badge_label,
    scheme_of,
    undescribed,
)
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.ladder import lasts
from proceedings.reproducibility.naming import named, telling_items
from proceedings.wording import listed, listed_briefly

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
FUNCTIONAL, REUSABLE = "artifacts-evaluated-functional", "artifacts-evaluated-reusable"


def badge_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """What stands against the badges of a paper, as one problem."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    faults = _faults(paper.reproducibility)
    placed = [(("reproducibility", "badges", number), fact) for number, fact in faults]
    yield from as_one_problem("badge-unsupported", placed, volume)


def _faults(block: Reproducibility) -> Iterator[tuple[int, str]]:
    """Number of the badge and fact."""
    keys = [badge_key(badge) for badge in block.badges]
    artifacts = [artifact for _, artifact in telling_items(block, "artifacts")]
    for number, badge in telling_items(block, "badges"):
        key = keys[number]
        facts = [*_misnamed(badge), *_misstated(badge)]
        if key and len(artifacts) == len(block.artifacts):  # a badge may stand on the one without a title
            facts += _unsupported(badge, key, artifacts)
        if key and key in keys[:number]:
            facts.append(f'"{badge_label(badge)}" stands twice')
        if key == FUNCTIONAL and REUSABLE in keys:
            facts.append("Reusable implies Functional, and only Reusable is shown")
        yield from ((number, fact) for fact in facts)


def _misnamed(badge: Badge) -> Iterator[str]:
    """A badge of no scheme, or none of its scheme."""
    scheme = scheme_of(badge)
    if not scheme:
        yield f'"{badge.name}" names no `scheme`'
    elif scheme == "acm":
        yield f'"{badge.name}" does not say `acm-1.1`: until then Reproduced was called Replicated and the reverse'
    elif scheme in SCHEMES and badge_key(badge) is None:
        guess = nearest(badge.name, SCHEMES[scheme])
        hint = f"; did you mean `{guess}`?" if guess else f"; there are {listed(list(SCHEMES[scheme]))}"
        yield f'"{badge.name}" is no badge of {scheme}{hint.rstrip("?")}'


def _misstated(badge: Badge) -> Iterator[str]:
    """An award without who and when, or a request that has them."""
    if badge.status == "awarded":
        lacks = [key for key, given in (("awarded", badge.awarded), ("by", badge.by)) if not given]
        if lacks:
            yield f'"{badge.name}" is said to be awarded, without `{"` and `".join(lacks)}`'
        if badge.awarded and not _DAY.fullmatch(badge.awarded):
            yield f'"{badge.awarded}" of "{badge.name}" is no date (2026-06-20)'
    elif badge.awarded:
        yield f'"{badge.name}" is requested and has a day of award: requested is not awarded'


def _unsupported(badge: Badge, key: str, artifacts: Sequence[Artifact]) -> Iterator[str]:
    """What the artifacts lack that the badge stands on."""
    label = badge_label(badge)
    if (key in ARCHIVAL or key in EVALUATED) and not artifacts:
        yield f'"{label}" has no artifact to stand on'
    elif key in ARCHIVAL and not any(lasts(each) for each in artifacts):
        yield f'"{label}" needs an archival identifier (DOI, SWHID), and no artifact has one'
    elif key in EVALUATED:
        thin = [(each, undescribed(each)) for each in artifacts]
        yield from (f'for "{label}", {named(each)} lacks {listed(lacks)}' for each, lacks in thin if lacks)
    if key == REUSABLE:
        unlicensed = [named(each) for each in artifacts if not each.licence]
        if unlicensed:
            yield f'for "{label}", {listed_briefly(unlicensed)} needs a licence'
