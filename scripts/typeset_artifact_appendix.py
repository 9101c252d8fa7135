"""Set the artifact appendix."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.garbage import without_garbage_collection
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.records.reproducibility import OwnSection
from proceedings.typesetting.artifact_appendix import artifact_appendix


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination; write the pages, their record as a part, and how they stand alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--edition", "--pagination", "--output", "--record", "--outside"):
        parser.add_argument(option, type=Path, required=True)
    parser.add_argument("--sections", type=Path, help="what papers say of their artifacts themselves")
    args = parser.parse_args(argv)
    with without_garbage_collection():
        edition, pagination = read_records(args.edition, Edition), read_records(args.pagination, Pagination)
        sections = read_records(args.sections, list[OwnSection]) if args.sections else []
        appendix = artifact_appendix(edition, pagination, sections)
    write_file(args.output, appendix.content)
    write_records(args.record, appendix.part)
    write_records(args.outside, appendix.outside)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
