"""Write who owes what: one row a person to write to."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.chase import chase_csv
from proceedings.records.edition import Edition
from proceedings.records.finding import FindingsFile
from proceedings.records.record_files import read_records, write_file


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its weighed findings; write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--findings", type=Path, required=True, help="findings.json")
    parser.add_argument("--output", type=Path, required=True, help="chase.csv")
    args = parser.parse_args(argv)
    table = chase_csv(read_records(args.edition, Edition), read_records(args.findings, FindingsFile).findings)
    write_file(args.output, table.encode("utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
