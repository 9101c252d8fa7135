"""Write the papers of an edition as a table that can be edited in a spreadsheet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.importers.imported import SourceError
from proceedings.intake.metadata_files import MetadataFolderError
from proceedings.paper_table.changes import changes_of
from proceedings.paper_table.known import edition_files
from proceedings.paper_table.reading import read_papers_table
from proceedings.paper_table.writing import write_table
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Write metadata/papers.csv or .xlsx; 1 with one line where a table with changes of its own would be lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("--kind", choices=("csv", "xlsx"), default="csv", help="what kind of file to write")
    parser.add_argument("--replace", action="store_true", help="write it though the one that is there was edited")
    args = parser.parse_args(argv)
    metadata = args.edition / "metadata"
    path = metadata / f"papers.{args.kind}"
    try:
        edition = edition_files(metadata)
        if path.is_file() and not args.replace:
            table = read_papers_table(path, edition.known)
            if changes_of(table.rows, edition.known, edition.volume, path.name).differences:
                print(f"{path}: left; it says otherwise than the metadata. `make apply` takes it over", file=sys.stderr)
                return 1
        rows = write_table(path, edition.known, edition.volume)
    except (MetadataFolderError, OSError, SourceError) as error:
        print(f"table: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    print(f"{path}: {counted(rows, 'paper')}. Edit and save it, then: make apply")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
