"""Compare the list of a publisher that collects the papers itself with the metadata, and write nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.adoption.collected import COLLECTED, read_collected
from proceedings.adoption.matching import matches
from proceedings.adoption.reconciling import differences
from proceedings.importers.imported import Doubt, SourceError, doubt_lines
from proceedings.intake.metadata_files import MetadataFolderError
from proceedings.paper_table.known import edition_files
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Print every difference, paper by paper in the order of the metadata; 1 where something differs or is unclear."""
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = ", ".join(sorted(COLLECTED))
    parser.add_argument("kind", metavar="KIND", choices=sorted(COLLECTED), help=f"whose list it is: {kinds}")
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the list: .csv, .tsv or .xlsx")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    args = parser.parse_args(argv)
    doubts: list[Doubt] = []
    try:
        papers = edition_files(args.edition / "metadata").known.papers
        collected = {each.line.where: each for each in read_collected(args.source, args.kind, doubts)}
    except (SourceError, MetadataFolderError, OSError) as error:
        print(f"reconcile: {' '.join(str(error).split())}.", file=sys.stderr)
        return 1
    found = matches([each.line for each in collected.values()], papers)
    lines = found.sure | found.alike
    differing = [each for id in papers if id in lines for each in differences(papers[id], collected[lines[id].where])]
    for difference in differing:
        print(difference.line)
    for id in found.missing:
        print(f'{id}  is not in the list: "{papers[id].title}"')
    for id, line in found.unprinted.items():
        print(f"{id}  is {papers[id].status} here, and in the list: {line.where}")
    for line in found.strange:
        print(f'{line.where}: "{line.title or line.id}" is no paper of the edition')
    for line in found.twice:
        print(f'{line.where}: "{line.title or line.id}" is a second line of a paper')
    for doubt in doubt_lines(doubts):
        print(f"doubt: {doubt}", file=sys.stderr)
    print(f"{args.edition}: {counted(len(lines), 'paper')} compared, {counted(len(differing), 'difference')}")
    return 1 if differing or found.missing or found.strange or found.twice or found.unprinted else 0


if __name__ == "__main__":
    raise SystemExit(main())
