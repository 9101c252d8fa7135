"""Write the deposits: Crossref and dblp for the volume, DataCite and JATS for every paper."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.deposits.folder import deposit_files
from proceedings.deposits.listing import CROSSREF, DBLP, FOLDERS, refusals
from proceedings.publisher import UnknownPublisherError, load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_files
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination, write the files; 1 with one line where the publisher is not known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--folder", type=Path, required=True, help="the folder of deposits")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    try:
        policy = load_policy(edition.volume.publisher)
    except UnknownPublisherError as error:
        print(f"write_deposits: {error}", file=sys.stderr)
        return 1
    files = deposit_files(edition, read_records(args.pagination, Pagination), policy)
    write_files(args.folder, files, owned=(CROSSREF, DBLP, *FOLDERS))
    for name, reason in refusals(edition.volume).items():
        print(f"write_deposits: no {name}; metadata/proceedings.yml: {reason}")
    print(f"write_deposits: {counted(len(files), 'file')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
