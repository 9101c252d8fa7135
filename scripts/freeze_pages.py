"""Freeze the pages of the volume as it was last built: from now on no paper moves another's."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.intake.ledger_list import ledger_problems, read_ledger
from proceedings.ledger import FILE, frozen_lines, ledger_table
from proceedings.problem import as_finding
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Write metadata/ledger.csv of an edition folder whose volume has been built, never over one that is damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path, help="the edition's folder; its volume has been built")
    args = parser.parse_args(argv)

    work = args.edition / "output/work"
    try:
        edition = read_records(work / "papers.json", Edition)
        pagination = read_records(work / "pagination.json", Pagination)
        batches = [read_records(path, list[PaperFacts]) for path in sorted((work / "facts").glob("*.json"))]
    except OSError as error:
        print(f"{error.filename} is missing: there is no volume yet. Build it first: make volume", file=sys.stderr)
        return 1
    kept, problems = read_ledger(args.edition / FILE, shown_as=FILE)
    problems += [msgspec.structs.replace(each, file=FILE) for each in ledger_problems(kept, edition.papers)]
    for problem in problems:
        print(as_finding(problem).message, file=sys.stderr)
    if problems:
        print(f"Nothing was frozen: {FILE} would lose the pages that its lines kept.", file=sys.stderr)
        return 1
    facts = {each.paper: each for batch in batches for each in batch}
    lines = frozen_lines(edition, pagination, facts)
    write_file(args.edition / FILE, ledger_table(lines).encode())
    awaited = sum(not line.sha256 for line in lines)
    still = f", {awaited} of them for {'a paper' if awaited == 1 else 'papers'} still to come" if awaited else ""
    print(f"{FILE}: the pages of {counted(len(lines), 'paper')} are frozen{still}. Keep the file with the metadata.")
    if edition.volume.phase in ("collecting", "checking"):
        print("Next: `phase: frozen` in metadata/proceedings.yml, so that everybody sees it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
