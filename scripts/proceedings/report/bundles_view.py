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

LATER = "make packs it once the phase is no longer collecting; make bundle does so now, if nothing blocks"


def bundle_views(edition: Edition, findings: Sequence[Finding]) -> tuple[FileView, ...]:
    """One file a bundle that the edition asks for, none of which is there yet."""
    return tuple(_view(receiver, edition, _hindrance(edition, findings)) for receiver in edition.volume.bundles)


def _hindrance(edition: Edition, findings: Sequence[Finding]) -> str:
    if edition.volume.phase == "collecting":
        return LATER
    errors = len(blocking(findings))
    return f"not packed, because {counted(errors, 'error')} {'block' if errors > 1 else 'blocks'} it" if errors else ""


def _view(receiver: str, edition: Edition, hindrance: str) -> FileView:
    name = f"bundle/{receiver}.zip"
    who = receiver_policy(receiver, edition).name
    after = f"once it is handed over: make deliver TO={receiver}"
    if receiver != "archive":
        after = f"its README.txt says what is still to come; {after}"
    packed = f"packed last, unless the end of the build says what it lacks; {after}"
    return FileView(name=name, what=f"for {who}; {hindrance or packed}")
