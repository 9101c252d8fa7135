"""Write down every camera-ready file that has come since the last time, in metadata/received.csv."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.arrivals import FILE, arrival_table, new_arrivals
from proceedings.intake.arrival_list import read_arrivals
from proceedings.intake.metadata_files import paper_paths
from proceedings.papers_folder import author_file
from proceedings.problem import as_finding
from proceedings.records.exchange import Arrival
from proceedings.records.record_files import write_file
from proceedings.wording import counted, listed_briefly


def main(argv: Sequence[str] | None = None) -> int:
    """Add a line for each file in papers/ that is not the last one known of its paper."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path, help="the edition's folder")
    parser.add_argument("--date", type=datetime.date.fromisoformat, help="the day they came; today if not given")
    args = parser.parse_args(argv)

    table = args.edition / FILE
    known, problems = read_arrivals(table, shown_as=FILE)
    for problem in problems:
        print(as_finding(problem).message, file=sys.stderr)
    if problems:
        return 1
    ids = (path.stem for path in paper_paths(args.edition / "metadata"))
    there = {paper: path for paper in ids if (path := author_file(args.edition / "papers", paper)).is_file()}
    files = {paper: hashlib.sha256(path.read_bytes()).hexdigest() for paper, path in there.items()}
    arrived = new_arrivals(known, files, args.date or datetime.datetime.now(tz=datetime.UTC).date())
    if arrived:
        write_file(table, arrival_table([*known, *arrived]).encode())
    print(f"{FILE}: {_news(arrived)}; {counted(len(files), 'paper')} in all.")
    return 0


def _news(arrived: Sequence[Arrival]) -> str:
    """`nothing new`, or `2 files came: 011 and 017 (no. 2)`."""
    if not arrived:
        return "nothing new"
    ids = [each.id if each.round == 1 else f"{each.id} (no. {each.round})" for each in arrived]
    return f"{counted(len(arrived), 'file')} came: {listed_briefly(ids)}"


if __name__ == "__main__":
    raise SystemExit(main())
