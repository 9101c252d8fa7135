"""Make of the artifact appendix a file that stands alone: its links lead outside the volume, its outline is its own."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.pdf.pdf_part_alone import part_alone
from proceedings.records.placement import DetachedPart
from proceedings.records.record_files import read_records, write_file


def main(argv: Sequence[str] | None = None) -> int:
    """Read the printed pages and how they stand alone; write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=Path, required=True, help="the printed pages")
    parser.add_argument("--outside", type=Path, required=True, help="their outline, labels and addresses")
    parser.add_argument("--output", type=Path, required=True, help="artifact-appendix.pdf")
    args = parser.parse_args(argv)
    write_file(args.output, part_alone(args.part.read_bytes(), read_records(args.outside, DetachedPart)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
