"""What is packed for whom, in the report: where it will lie, and what to do with it.

The report is written before the bundles are packed and does not know whether one is refused: it links to none.
"""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.bundles.paper_files import receiver_policy
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.report.page import FileView
from proceedings.severity import blocking
from proceedings.wording import counted

LATER = "make packs them once the phase is no longer collecting; make bundle does so now, if nothing blocks."
PACKED = (
    "They are packed last; if one is refused, the end of the build says what it lacks. The README.txt in each says "
    "what is still to come. Once one is handed over: make deliver TO={receiver}."
)


def bundle_views(edition: Edition) -> tuple[FileView, ...]:
    """One file a bundle that the edition asks for, none of which is there yet."""
    return tuple(
        FileView(name=f"bundle/{receiver}.zip", what=f"for {receiver_policy(receiver, edition).name}")
        for receiver in edition.volume.bundles
    )


def becomes_of_bundles(edition: Edition, findings: Sequence[Finding]) -> str:
    """When they are packed and what to do with them, or what keeps them from being packed; empty without bundles."""
    receivers = edition.volume.bundles
    if not receivers or edition.volume.phase == "collecting":
        return LATER if receivers else ""
    errors = len(blocking(findings))
    blocked = f"Not packed, because {counted(errors, 'error')} {'block' if errors > 1 else 'blocks'} them."
    return blocked if errors else PACKED.format(receiver=receivers[0])
