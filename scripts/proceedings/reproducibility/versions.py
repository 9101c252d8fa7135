"""Versions: whether what authors wrote names one state of software or data."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

_MOVING = {
    *("latest", "newest", "current", "recent", "stable", "unstable", "nightly", "dev", "devel", "development", "trunk"),
    *("main", "master", "head", "tip", "edge", "rolling", "snapshot", "default", "release", "beta", "alpha", "git"),
    *("various", "several", "multiple", "any", "all", "unknown", "unspecified", "unversioned", "none", "no", "na"),
    *("tbd", "tba", "todo", "pending", "custom", "modified", "own", "inhouse", "version", "x", "v"),
}
"""Words that name no state, or another one tomorrow."""

_OPEN = re.compile(r"^\s*(?:~=?|~>|\^)|[<>]=?\s*v?\d|[*?]|\b[xX]\b|\d\.[xX]\b|\bor (?:later|newer|above)\b|\d\s*\+\s*$")
"""Ranges and wildcards."""

_NUMBERED = re.compile(r"(?<![\w.])v?\d+(?:\.\d+)+\w*|(?<!\d)(?:19|20)\d\d(?!\d)")
"""A dotted number, or a year."""


def is_version(text: str | None) -> bool:
    """Whether text names one version: a number, a date, a release name; not `latest`, `master` or `>=1.8`."""
    words = re.findall(r"[^\W_]+", (text or "").lower().replace("n/a", "na").replace("in-house", "inhouse"))
    telling = [word for word in words if word not in _MOVING]
    return bool(telling) and not _OPEN.search(text or "")


def names_its_version(name: str) -> bool:
    """Whether a name holds the version: `CUDA 11.2`, `COCO 2017`, `WMT'14`."""
    return bool(_NUMBERED.search(name) or re.search(r"\bWMT['’ -]?\d\d\b", name, re.IGNORECASE))


def has_one_version(dataset: str) -> bool:
    """Whether a dataset was published once and never changed, so that its name is all that can be asked for."""
    return _letters(dataset) in _unchanged()


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


@functools.cache
def _unchanged() -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("unchanged_datasets.toml").read_text("utf-8"))
    return frozenset(_letters(name) for name in table["names"])
