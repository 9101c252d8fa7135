"""Read the metadata and the list of papers, and say everything that is wrong with them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.intake.edition_folder import InvalidSourceDateError, MetadataFolderError, source_date, take_in
from proceedings.records.record_files import write_records


def main(argv: Sequence[str] | None = None) -> int:
    """Write the edition and the findings of its metadata; 1 when the folder is no edition."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--metadata", type=Path, required=True, help="folder with proceedings.yml")
    parser.add_argument("--papers", type=Path, required=True, help="folder with the camera-ready PDFs")
    parser.add_argument("--output", type=Path, required=True, help="the edition, as JSON")
    parser.add_argument("--findings", type=Path, required=True, help="the findings, as JSON")
    args = parser.parse_args(argv)
    try:
        today = source_date(os.environ.get("SOURCE_DATE_EPOCH"))
        edition, findings = take_in(args.metadata, args.papers, source_date=today)
    except (MetadataFolderError, InvalidSourceDateError) as error:
        print(error, file=sys.stderr)
        return 1
    write_records(args.output, edition)
    write_records(args.findings, findings)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
