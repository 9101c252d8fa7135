"""Set the pages that open the sessions."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.typesetting.session_pages import session_pages


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination, write the part and its record."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--edition", "--pagination", "--output", "--record"):
        parser.add_argument(option, type=Path, required=True)
    args = parser.parse_args(argv)
    content, part = session_pages(read_records(args.edition, Edition), read_records(args.pagination, Pagination))
    write_file(args.output, content)
    write_records(args.record, part)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
