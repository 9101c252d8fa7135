"""Take the facts of what lies beside the papers: the archives of their sources and the signed forms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.companions.reading import read_companions
from proceedings.records.record_files import write_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Write the facts of the files that are there; one that cannot be read is a fact too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the papers lie")
    parser.add_argument("--output", type=Path, required=True, help="where the facts are written")
    parser.add_argument("files", nargs="*", metavar="FILE", help="paths in the folder")
    args = parser.parse_args(argv)

    facts = read_companions(args.folder, args.files)
    write_records(args.output, facts)
    archives, forms = counted(len(facts.sources), "archive"), counted(len(facts.forms), "form")
    print(f"inspect_companions: {archives}, {forms}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
