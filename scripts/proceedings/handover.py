"""Handing over: a bundle that would not be given out today never looks current."""

from __future__ import annotations

from pathlib import Path

SUPERSEDED = "superseded"


def set_aside(bundles: Path) -> tuple[Path, ...]:
    """Move every bundle in the folder to `superseded/` below it; returns where they are now."""
    moved = []
    for bundle in sorted(bundles.glob("*.zip")):
        target = bundles / SUPERSEDED / bundle.name
        target.parent.mkdir(exist_ok=True)
        moved.append(bundle.replace(target))
    return tuple(moved)
