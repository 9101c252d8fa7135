"""What the edition asks to be repaired, and nothing else of it."""

from __future__ import annotations

from pathlib import Path

from proceedings.page_sizes import sides_of
from proceedings.profile import FormatProfile, ProfileError, profile_of
from proceedings.records.repair import REPAIR_KINDS, RepairOrder, WantedPage
from proceedings.records.volume import Volume


def repair_order(volume: Volume, metadata: Path = Path("metadata")) -> RepairOrder:
    """The repairs under `repair` in proceedings.yml; the format profile is opened only to move pages."""
    kinds = tuple(kind for kind in REPAIR_KINDS if getattr(volume.repair, kind))
    if "page_box" not in kinds:
        return RepairOrder(kinds=kinds)
    try:
        profile = profile_of(volume, metadata)
    except ProfileError:  # intake says so
        return RepairOrder(kinds=tuple(kind for kind in kinds if kind != "page_box"))
    return RepairOrder(kinds=kinds, page=wanted_page(profile))


def wanted_page(profile: FormatProfile) -> WantedPage:
    """The page sizes of a profile with the usual places of its text block on them."""
    sizes = [sides for name in profile.page_sizes or () if (sides := sides_of(name))]
    return WantedPage(
        sizes=tuple(sizes),
        blocks=tuple(next(iter(profile.places_on(size)), None) for size in sizes),
        tolerance=profile.size_tolerance,
    )
