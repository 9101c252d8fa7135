"""Judge every paper by the format profile and the volume's rules."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.checks.registry import check_edition
from proceedings.records.companions import CompanionFacts
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records, write_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and the facts of all batches, write the findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--output", type=Path, required=True, help="where the findings are written")
    parser.add_argument("--companions", type=Path, nargs="*", default=[], help="facts of what lies beside the papers")
    parser.add_argument("facts", type=Path, nargs="*", help="facts of the batches")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    facts = [each for path in args.facts for each in read_records(path, list[PaperFacts])]
    companions = read_records(args.companions[0], CompanionFacts) if args.companions else CompanionFacts()
    findings = check_edition(edition, facts, companions)
    write_records(args.output, findings)
    if facts:
        print(f"check_papers: {counted(len(facts), 'file')}, {counted(len(findings), 'finding')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
