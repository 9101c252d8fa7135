"""Repair a batch of papers as the edition allows; each repair is proved by pages that look the same."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.records.record_files import write_records
from proceedings.records.repair import RepairOrder
from proceedings.repairs.batch import repair_batch
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Write the repaired papers and the record of what was done. A paper that needs no repair is not written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--order", required=True, help="what is to be repaired, as a RepairOrder in JSON")
    parser.add_argument("--papers", type=Path, required=True, help="folder of the authors' PDFs")
    parser.add_argument("--folder", type=Path, required=True, help="folder for the repaired PDFs")
    parser.add_argument("--output", type=Path, required=True, help="the record of the batch's repairs")
    parser.add_argument("ids", nargs="*", metavar="ID", help="paper ids; one whose PDF is absent is left out")
    args = parser.parse_args(argv)

    order = msgspec.json.decode(args.order, type=RepairOrder)
    records = repair_batch(order, args.ids, args.papers, args.folder)
    write_records(args.output, records)
    repaired = sum(bool(record.file) for record in records)
    if repaired:
        print(f"repair_papers {args.output.stem}: {counted(repaired, 'paper')} repaired")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
