"""Take the facts of a batch of papers; an unusable file is a fact too."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.record_files import write_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the PDFs that are present, write the facts of each in the order given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where <id>.pdf lie")
    parser.add_argument("--output", type=Path, required=True, help="facts of the batch")
    parser.add_argument("papers", nargs="*", metavar="ID", help="paper ids; one whose PDF is absent is left out")
    args = parser.parse_args(argv)

    present = [(paper, args.folder / f"{paper}.pdf") for paper in args.papers]
    facts = [inspect_paper(path, paper) for paper, path in present if path.is_file()]
    write_records(args.output, facts)
    pages = counted(sum(len(each.pages) for each in facts), "page")
    if args.papers:
        print(f"inspect_papers {args.output.stem}: {len(facts)} of {counted(len(args.papers), 'paper')}, {pages}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
