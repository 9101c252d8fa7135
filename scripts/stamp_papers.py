"""Stamp the papers of one batch: running heads, folios, footers, destinations in the paper's own namespace."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.records.placement import StampOrder
from proceedings.records.record_files import read_records, write_records
from proceedings.stamping.batch import stamp_batch


def main(argv: Sequence[str] | None = None) -> int:
    """Write the stamped papers and their manifest. A paper that cannot be stamped is named in it and costs no other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=Path, required=True, help="the batch's stamp orders")
    parser.add_argument("--papers", type=Path, required=True, help="folder of the authors' PDFs")
    parser.add_argument("--folder", type=Path, required=True, help="folder for the stamped PDFs")
    parser.add_argument("--output", type=Path, required=True, help="the batch's manifest")
    args = parser.parse_args(argv)

    orders = read_records(args.orders, list[StampOrder])
    manifest = stamp_batch(orders, args.papers, args.folder)
    write_records(args.output, manifest)
    for stamped in manifest:
        if stamped.problem:
            print(stamped.problem, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
