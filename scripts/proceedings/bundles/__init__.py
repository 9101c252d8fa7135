"""The bundles that can be made. A publisher is one module here and one line in the table."""

from __future__ import annotations

import importlib
from pathlib import Path

from proceedings.bundles.bundle import BundleSources
from proceedings.records.edition import Edition

BUNDLES = {
    "acl": "proceedings.bundles.acl",
    "acm": "proceedings.bundles.acm",
    "archive": "proceedings.bundles.archive",
    "ceur": "proceedings.bundles.ceur",
    "ieee": "proceedings.bundles.ieee",
    "joint": "proceedings.bundles.joint",
    "pmlr": "proceedings.bundles.pmlr",
    "springer": "proceedings.bundles.springer",
}
"""Each bundle and its module, which has `write(edition, sources, path) -> int`. It is loaded when it is asked for."""


def write_bundle_of(publisher: str, edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write a publisher's bundle at `path`; returns how many files it delivers. Raises IncompleteDeliveryError."""
    files: int = importlib.import_module(BUNDLES[publisher]).write(edition, sources, path)
    return files
