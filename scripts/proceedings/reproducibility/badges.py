"""Badges: what each scheme calls them, and what an artifact must show before one can be asked for.

A badge is awarded by people and never derived: the rules say only what cannot be. Labels are words, since the pictures
belong to those who award them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from proceedings.records.reproducibility import Artifact, Badge, Minutes, Uses

ACM = {
    "artifacts-evaluated-functional": "Artifacts Evaluated – Functional v1.1",
    "artifacts-evaluated-reusable": "Artifacts Evaluated – Reusable v1.1",
    "artifacts-available": "Artifacts Available v1.1",
    "results-reproduced": "Results Reproduced v1.1",
    "results-replicated": "Results Replicated v1.1",
}
IEEE = {
    "code-available": "Code Available",
    "code-reviewed": "Code Reviewed",
    "code-reproducible": "Code Reproducible",
    "datasets-available": "Datasets Available",
    "datasets-reviewed": "Datasets Reviewed",
    "datasets-reproducible": "Datasets Reproducible",
    "open-research-objects": "Open Research Objects",
    "research-objects-reviewed": "Research Objects Reviewed",
    "results-reproduced": "Results Reproduced",
    "results-replicated": "Results Replicated",
}
SCHEMES: Mapping[str, Mapping[str, str]] = {"acm-1.1": ACM, "ieee": IEEE}

ARCHIVAL = ("artifacts-available", "code-available", "datasets-available", "open-research-objects")
"""Badges for artifacts that lie in an archive; a project page, a code host or a drive does not do."""

EVALUATED = (
    *("artifacts-evaluated-functional", "artifacts-evaluated-reusable", "results-reproduced"),
    *("code-reviewed", "code-reproducible", "research-objects-reviewed"),
)
"""Badges for which people run the artifacts, and so need what an artifact description holds."""


def scheme_of(badge: Badge) -> str:
    """`acm-1.1` of `ACM v1.1`; other schemes in small letters."""
    return re.sub(r"[\s_-]*v?(?=\d)", "-", (badge.scheme or "").strip().lower(), count=1)


def badge_key(badge: Badge) -> str | None:
    """The key of a badge in its scheme, of the key, its label or the last words of them; None if it has none such."""
    known = SCHEMES.get(scheme_of(badge), {})
    key = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\s*v?\d+\.\d+\s*$", "", badge.name.lower())).strip("-")
    ends = [each for each in known if key and f"-{each}".endswith(f"-{key}")]
    return key if key in known else ends[0] if len(ends) == 1 else None


def badge_label(badge: Badge) -> str:
    """The badge as its scheme writes it; as it stands where the scheme is the workshop's own."""
    key = badge_key(badge)
    return SCHEMES[scheme_of(badge)][key] if key else badge.name


def short_label(badge: Badge) -> str:
    """The label where room is scarce: `Available` of ACM's Artifacts Available v1.1."""
    return re.sub(r"^(Artifacts (Evaluated – )?|Results )|\s*v\d+\.\d+$", "", badge_label(badge))


def undescribed(artifact: Artifact) -> tuple[str, ...]:
    """The keys of the artifact description that are empty; data are not set up and run, but support something."""
    asked: tuple[tuple[str, object], ...] = (
        ("supports", artifact.supports),
        ("setup", artifact.setup != Uses()),
        ("time_minutes", artifact.time_minutes != Minutes()),
        ("execution", artifact.execution),
        ("analysis", artifact.analysis),
        ("expected_results", artifact.expected_results),
    )
    is_data = (artifact.kind or "").strip().lower() in ("data", "dataset", "datasets")
    return tuple(key for key, given in (asked[:1] if is_data else asked) if not given)
