"""Write an edition folder from a submission system's export."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.editions.edition_writer import DuplicateIdError, EditionExistsError, refuse_to_overwrite, write_edition
from proceedings.importers import IMPORTERS, read_source
from proceedings.importers.imported import SourceError, doubt_lines
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the export, write the edition, print one line; doubts go to standard error, one line each."""
    args = _arguments(argv)
    try:
        refuse_to_overwrite(args.edition, [])
        imported = read_source(args.kind, args.source)
        doubts = write_edition(args.edition, imported, f"{args.kind} export {args.source.resolve().name}")
    except (SourceError, EditionExistsError, DuplicateIdError, OSError) as error:
        print(f"import: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    for line in doubt_lines([*imported.doubts, *doubts]):
        print(f"doubt: {line}", file=sys.stderr)
    counts = f"{counted(len(imported.edition.papers), 'paper')} and {counted(len(imported.pdfs), 'PDF')}"
    print(f"{args.edition}: {counts} imported from {args.kind}. Read metadata/, then: make EDITION={args.edition}")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", metavar="KIND", help=f"one of {', '.join(sorted(IMPORTERS))}")
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the export: a folder or a file")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder to write")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
