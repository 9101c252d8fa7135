"""Pack the papers that have changed since a delivery, with the list of what is new in each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.bundles.bundle import IncompleteDeliveryError
from proceedings.bundles.changes import file_digests, write_changes
from proceedings.bundles.paper_files import receiver_policy
from proceedings.deliveries import FOLDER, change_lines, delivered_lines, delivery_changes, receiver_of
from proceedings.intake.delivery_list import delivery_names, read_delivery
from proceedings.problem import as_finding
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Compare the edition with a delivery and write the bundle; 1 with one line where there is nothing to send."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", required=True, help="the delivery: 2019-06-20-springer")
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json")
    parser.add_argument("--metadata", type=Path, default=Path("metadata"), help="the edition's metadata")
    parser.add_argument("--papers", type=Path, default=Path("papers"), help="the files as they came")
    parser.add_argument("--folder", type=Path, default=Path("output"), help="the output folder")
    parser.add_argument("--blocked", type=Path, required=True, help="where it is said why there is no bundle")
    parser.add_argument("--output", type=Path, required=True, help="where the zip is written")
    args = parser.parse_args(argv)

    then, problems = read_delivery(args.metadata, args.since)
    for problem in problems:
        print(as_finding(problem).message, file=sys.stderr)
    if then is None or problems:
        there = ", ".join(delivery_names(args.metadata)) or "none"
        return _refused(args.blocked, f"{FOLDER}/{args.since}.csv cannot be used; deliveries are: {there}.")
    edition, pagination = read_records(args.edition, Edition), read_records(args.pagination, Pagination)
    receiver = receiver_of(args.since)
    now = delivered_lines(edition, pagination, file_digests(edition, pagination, args.papers, receiver))
    changes = delivery_changes(then, now)
    folders = {"papers": args.papers, "output": args.folder}
    try:
        files = write_changes(edition, receiver_policy(receiver, edition), args.since, changes, folders, args.output)
    except IncompleteDeliveryError as error:
        return _refused(args.blocked, str(error))
    print(f"bundle_changes: {args.output.name} with {counted(files, 'file')}\n{change_lines(changes)}", end="")
    return 0


def _refused(blocked: Path, why: str) -> int:
    """The last words of the build."""
    write_file(blocked, f"No bundle of changes: {why}\n".encode())
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
