"""The bundles that can be made. A publisher is one module here and one line in the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proceedings.bundles.archive import write_archive
from proceedings.bundles.bundle import BundleSources
from proceedings.bundles.ieee import write_ieee
from proceedings.bundles.joint import write_joint
from proceedings.records.edition import Edition

BundleWriter = Callable[[Edition, BundleSources, Path], int]
"""Writes the bundle at a path and returns how many files it delivers. Raises IncompleteDeliveryError."""

BUNDLES: dict[str, BundleWriter] = {
    "archive": write_archive,
    "ieee": write_ieee,
    "joint": write_joint,
}
