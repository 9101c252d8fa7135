"""Set the keyword index, behind the author index."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.typesetting.keyword_index import keyword_index


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition, its pagination and how long the parts before are; write the part and its record."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--edition", "--pagination", "--appendix", "--index", "--output", "--record"):
        parser.add_argument(option, type=Path, required=True)
    args = parser.parse_args(argv)
    pagination = read_records(args.pagination, Pagination)
    before = sum(read_records(path, TypesetPart).pages for path in (args.appendix, args.index))
    first_page = pagination.next_page + before
    content, part = keyword_index(read_records(args.edition, Edition), pagination, first_page)
    write_file(args.output, content)
    write_records(args.record, part)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
