"""Write what the papers declare about reproducibility as data: a table, and JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.artifacts.items import listed_papers
from proceedings.artifacts.table import as_csv, as_json
from proceedings.bibliography.cited_book import book_of
from proceedings.publisher import UnknownPublisherError, load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination, write the files; 1 with one line where the publisher is not known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--table", type=Path, required=True, help="artifacts.csv; artifacts.json goes beside it")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    try:
        policy = load_policy(edition.volume.publisher)
    except UnknownPublisherError as error:
        print(f"write_artifacts: {error}", file=sys.stderr)
        return 1
    papers = listed_papers(edition, read_records(args.pagination, Pagination), policy)
    write_file(args.table, as_csv(papers))
    write_file(args.table.with_suffix(".json"), as_json(papers, book_of(edition.volume, policy)))
    print(f"write_artifacts: {counted(sum(len(each.entries) for each in papers), 'item')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
