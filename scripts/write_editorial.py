"""Write what the editor of a joint volume or a publisher sets anew, as text and tables to be edited."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.bundles.paper_files import sent_names
from proceedings.editorial.folder import editorial_files
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition, its pagination and the listing of its papers; write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json")
    parser.add_argument("--papers", type=Path, default=Path("papers"), help="the files as they came")
    parser.add_argument("--folder", type=Path, required=True, help="where the files are written")
    args = parser.parse_args(argv)

    edition, pagination = read_records(args.edition, Edition), read_records(args.pagination, Pagination)
    policy = load_policy(edition.volume.publisher)
    files = editorial_files(edition, pagination, policy, sent_names(edition, pagination, policy, args.papers))
    for name, content in files.items():
        write_file(args.folder / name, content)
    print(f"write_editorial: {len(files)} files in {args.folder.as_posix()}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
