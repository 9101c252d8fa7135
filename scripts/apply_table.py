"""Take what was edited in the papers' table back into the metadata, and show every difference first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from proceedings.importers.imported import SourceError
from proceedings.intake.metadata_files import MetadataFolderError
from proceedings.paper_table.changes import changes_of
from proceedings.paper_table.known import edited_files, edition_files
from proceedings.paper_table.reading import read_papers_table, table_of
from proceedings.paper_table.writing import write_table
from proceedings.problem import Problem
from proceedings.records.record_files import write_file
from proceedings.wording import counted
from proceedings.yaml.yaml_edit import NoPlaceError


def main(argv: Sequence[str] | None = None) -> int:
    """Print the differences, then write all of them, or none and 1 with everything that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("--show-only", action="store_true", help="write nothing")
    args = parser.parse_args(argv)
    metadata = args.edition / "metadata"
    path = table_of(metadata)
    if path is None:
        print(f"{metadata}: there is no table; `make table` writes papers.csv, `make table AS=xlsx` a workbook")
        return 1
    try:
        edition = edition_files(metadata)
        table = read_papers_table(path, edition.known)
        changes = changes_of(table.rows, edition.known, edition.volume, path.name)
        problems = [*table.problems, *changes.problems]
        print(*(each.line for each in changes.differences), sep="\n", end="\n" if changes.differences else "")
        _tell(problems)
        if any(each.severity != "warning" for each in problems):
            print(f"{path}: nothing was written", file=sys.stderr)
            return 1
        files = list(edited_files(metadata, edition, changes.values, changes.sessions))
        if not args.show_only:
            for file, content in files:
                write_file(file, content)
            again = edition_files(metadata)
            write_table(path, again.known, again.volume)
    except (MetadataFolderError, NoPlaceError, OSError, SourceError) as error:
        print(f"apply: {' '.join(str(error).split())}. Nothing was written.", file=sys.stderr)
        return 1
    would = "would be" if args.show_only else "were" if len(changes.differences) != 1 else "was"
    said = (
        f"{counted(len(changes.differences), 'change')} {would} taken over"
        if files
        else "the metadata says this already"
    )
    print(f"{path}: {said}")
    return 0


def _tell(problems: Iterable[Problem]) -> None:
    for each in problems:
        kind = "warning: " if each.severity == "warning" else ""
        print(" ".join(f"{kind}{each.file}, {each.message} {each.remedy or ''}".split()), file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
