"""Find where papers speak of their artifacts themselves, for the appendix to lead there."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.reading.own_sections import own_section
from proceedings.reading.reading import Reading
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records, write_records


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and the facts of all batches, write the section of each paper that has one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--output", type=Path, required=True, help="where the sections are written")
    parser.add_argument("facts", type=Path, nargs="*", help="facts of the batches")
    args = parser.parse_args(argv)

    accepted = {paper.id for paper in read_records(args.edition, Edition).papers if paper.status == "accepted"}
    facts = (each for path in args.facts for each in read_records(path, list[PaperFacts]))
    sections = (own_section(Reading(each)) for each in facts if each.paper in accepted)
    write_records(args.output, [section for section in sections if section])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
