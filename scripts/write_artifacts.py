"""Write what the papers declare about reproducibility as data: tables, linked data, records of own software."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.artifacts.folder import artifact_files, write_artifacts
from proceedings.garbage import without_garbage_collection
from proceedings.publisher import UnknownPublisherError, load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination, write the files; 1 with one line where the publisher is not known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--folder", type=Path, required=True, help="the output folder")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    try:
        policy = load_policy(edition.volume.publisher)
    except UnknownPublisherError as error:
        print(f"write_artifacts: {error}", file=sys.stderr)
        return 1
    with without_garbage_collection():
        files = artifact_files(edition, read_records(args.pagination, Pagination), policy)
    write_artifacts(args.folder, files)
    print(f"write_artifacts: {counted(len(files), 'file')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
