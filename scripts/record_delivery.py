"""Write down what is handed over now: metadata/deliveries/<day>-<publisher>.csv, the day's second with -2."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.bundles.changes import file_digests
from proceedings.deliveries import ARCHIVE, FOLDER, JOINT, delivered_lines, delivery_table, receivers
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted, listed


def main(argv: Sequence[str] | None = None) -> int:
    """Write the table of a delivery, never over an earlier one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path, help="the edition's folder; its volume has been built")
    parser.add_argument("publisher", choices=receivers(), help="who receives it")
    parser.add_argument("--date", type=datetime.date.fromisoformat, help="the day; today if not given")
    args = parser.parse_args(argv)

    day = args.date or datetime.datetime.now(tz=datetime.UTC).date()
    work = args.edition / "output/work"
    try:
        edition = read_records(work / "papers.json", Edition)
        pagination = read_records(work / "pagination.json", Pagination)
    except OSError as error:
        print(f"{error.filename} is missing: there is no volume yet. Build it first: make bundle", file=sys.stderr)
        return 1
    digests = file_digests(edition, pagination, args.edition / "papers", args.publisher)
    lines = delivered_lines(edition, pagination, digests)
    table = delivery_table(lines).encode()
    names = _names_of_day(args.edition / FOLDER, f"{day}-{args.publisher}")
    if names[1:] and (args.edition / FOLDER / f"{names[-2]}.csv").read_bytes() == table:
        print(f"{FOLDER}/{names[-2]}.csv is there already, and nothing has changed since.", file=sys.stderr)
        return 1
    name = names[-1]
    write_file(args.edition / FOLDER / f"{name}.csv", table)
    print(f"{FOLDER}/{name}.csv: {counted(len(lines), 'paper')} as they are now.")
    packed = _packed_for(args.publisher, args.edition / "output/bundle")
    if packed:
        print(f"What to send lies in output/bundle/: {listed(packed)}.")
    else:
        print(f"output/bundle/ has nothing for {args.publisher}; send what they ask for from output/ and papers/.")
    print(f"Later, for what has changed since: make delta SINCE={name}")
    return 0


def _packed_for(receiver: str, folder: Path) -> list[str]:
    """The receiver's own bundle; where there is none, those of whoever stands between, a joint volume's editor."""
    own = f"{receiver}.zip"
    names = [path.name for path in sorted(folder.glob("*.zip"))]
    between = f"{JOINT}.zip" if receiver != ARCHIVE else own
    return [name for name in (own, between) if name in names][:1]


def _names_of_day(folder: Path, first: str) -> list[str]:
    """The names of the deliveries of one day that are there, and the next one: `first`, `first-2`, `first-3` ..."""
    names = [first]
    while (folder / f"{names[-1]}.csv").exists():
        names.append(f"{first}-{len(names) + 1}")
    return names


if __name__ == "__main__":
    raise SystemExit(main())
