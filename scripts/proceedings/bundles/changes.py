"""The bundle of what has changed since a delivery: the papers concerned, and the list of what is new in each.

changes-since-2019-06-20-springer/
    README.txt  changes.csv  papers.csv  manifest-sha256.txt
    papers/017.pdf  papers/017.zip  papers/017-rights.pdf  papers/017-metadata.json  ...
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from proceedings.approvals import printed_metadata_text
from proceedings.bundles.bundle import (
    MANIFEST,
    IncompleteDeliveryError,
    Member,
    delivery_date,
    manifest,
    sha256_of,
    write_bundle,
)
from proceedings.bundles.members import README
from proceedings.bundles.paper_files import (
    WANTED,
    delivered_files,
    form_is_for,
    paper_files,
    receiver_policy,
    sent_name,
)
from proceedings.csv_text import csv_text
from proceedings.deliveries import ARCHIVE, NEW_PAPER, OTHER_METADATA, DeliveredChange, FileDigests, change_lines
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination
from proceedings.wording import counted

COLUMNS = ("id", "what", "files")


def file_digests(edition: Edition, pagination: Pagination, papers: Path, receiver: str) -> dict[str, FileDigests]:
    """The SHA-256 of what came of each paper and is handed over to the receiver; an archive has no signed forms.

    Nor has a publisher those that were signed for another. Of a paper whose own pages are not in the volume nothing is
    handed over.
    """
    known = {paper.id: paper for paper in edition.papers}
    placed = [known[each.paper] for each in pagination.placements if each.present]
    kinds = {paper.id: _sent_kinds(paper, receiver, edition) for paper in placed}
    return {
        id: FileDigests(**{kind: sha256_of(path) for kind, path in files.items() if kind in kinds[id]})
        for id, files in paper_files(placed, papers).items()
    }


def _sent_kinds(paper: Paper, receiver: str, edition: Edition) -> tuple[str, ...]:
    kinds = ("pdf",) if receiver == ARCHIVE else WANTED[receiver_policy(receiver, edition).delivers]
    return tuple(kind for kind in kinds if kind != "rights" or form_is_for(receiver, paper, edition))


def write_changes(
    edition: Edition,
    policy: PublisherPolicy,
    since: str,
    changes: Sequence[DeliveredChange],
    folders: Mapping[str, Path],
    path: Path,
) -> int:
    """Write the bundle; returns how many papers' files it holds. Raises IncompleteDeliveryError where nothing changed.

    `folders`: `papers` as they came, and `output` as it was built. The PDF is the stamped one where the publisher's
    policy delivers stamped files, and the authors' own otherwise; where it wants metadata alone, there is none.
    """
    if not changes:
        raise IncompleteDeliveryError(f"nothing has changed since {since}, so that there is nothing to send.")
    papers = {paper.id: paper for paper in edition.papers}
    changed = (papers[each.paper] for each in changes if each.paper in papers)
    files = delivered_files(changed, policy, folders["papers"], folders["output"])
    sent = {change.paper: _sent(change, files.get(change.paper, {}), policy) for change in changes}
    members: dict[str, Member] = {README: _readme(edition, policy, since, changes)}
    members["changes.csv"] = _table(changes, sent)
    members["papers.csv"] = folders["output"] / "papers.csv"
    members |= {sent_name(id, kind, file): file for id, files in sent.items() for kind, file in files.items()}
    renewed = [each.paper for each in changes if {NEW_PAPER, OTHER_METADATA} & set(each.what) and each.paper in papers]
    members |= {f"papers/{id}-metadata.json": printed_metadata_text(papers[id]) for id in renewed}
    members[MANIFEST] = manifest(members)
    top = f"changes-since-{since}"
    write_bundle(path, {f"{top}/{name}": member for name, member in members.items()}, delivery_date(edition))
    return sum(name.startswith("papers/") for name in members)


def _sent(change: DeliveredChange, files: Mapping[str, Path], policy: PublisherPolicy) -> dict[str, Path]:
    """Those files of one paper that are sent again, by their kind."""
    stamped = policy.delivers == "stamped"  # its stamp may have changed where the author's file has not
    kinds = (*change.files, "pdf") if stamped else change.files
    return {kind: file for kind, file in files.items() if kind in kinds}


def _readme(edition: Edition, policy: PublisherPolicy, since: str, changes: Sequence[DeliveredChange]) -> bytes:
    lead = f"{edition.volume.title}\n\nTo {policy.name}: what has changed since the delivery {since}, "
    head = f"{lead}{counted(len(changes), 'paper')}.\nAll other papers stay as they were delivered.\n\n"
    foot = "\nMetadata that are new stand in papers/<id>-metadata.json: all that is printed of a paper, as it is.\n"
    return (head + change_lines(changes) + foot * any(OTHER_METADATA in each.what for each in changes)).encode()


def _table(changes: Sequence[DeliveredChange], sent: Mapping[str, Mapping[str, Path]]) -> bytes:
    rows = ((each.paper, "; ".join(each.what), "; ".join(sent[each.paper])) for each in changes)
    return csv_text(COLUMNS, rows).encode()
