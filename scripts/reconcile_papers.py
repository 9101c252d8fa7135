"""Compare the list of a publisher that collects the papers itself with the metadata, and take what is named of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.adoption.collected import COLLECTED, CollectedPaper, read_collected
from proceedings.adoption.matching import Matches, matches
from proceedings.adoption.reconciling import FIELD, differences
from proceedings.difference import Difference
from proceedings.importers.imported import Doubt, SourceError, doubt_lines
from proceedings.intake.metadata_files import MetadataFolderError
from proceedings.paper_table.known import EditionFiles, edited_files, edition_files
from proceedings.problem import Place
from proceedings.records.record_files import write_file
from proceedings.reimport.provenance import note_publishers, read_provenance
from proceedings.taken_names import ALL, names_in, names_meant
from proceedings.wording import counted
from proceedings.yaml.yaml_edit import NoPlaceError


def main(argv: Sequence[str] | None = None) -> int:
    """Print every difference, paper by paper, and write what is taken; 1 where something differs still."""
    args = _arguments(argv)
    metadata = args.edition / "metadata"
    doubts: list[Doubt] = []
    try:
        take = names_meant(args.take, FIELD, "such a list")
        edition = edition_files(metadata)
        collected = {each.line.where: each for each in read_collected(args.source, args.kind, doubts)}
        found = matches([each.line for each in collected.values()], edition.known.papers)
        differing = _differing(metadata, edition, found, collected)
        taken = [each for each in differing if each.is_taken(take)]
        _write(metadata, edition, taken, f"{args.kind} list {args.source.name}")
    except (SourceError, MetadataFolderError, NoPlaceError, OSError) as error:
        fault = " ".join(str(error).split())
        print(f"reconcile: {fault}{'' if fault.endswith(('.', '?')) else '.'}", file=sys.stderr)
        return 1
    for difference in differing:
        print(difference.line_of(take))
    _tell_of_one_side(found, edition)
    for doubt in doubt_lines(doubts):
        print(f"doubt: {doubt}", file=sys.stderr)
    compared = counted(len(found.sure | found.alike), "paper")
    print(f"{args.edition}: {compared} compared, {counted(len(differing), 'difference')}, {len(taken)} taken over")
    one_sided = found.missing or found.strange or found.twice or found.unprinted
    return 1 if len(differing) > len(taken) or one_sided else 0


def _differing(
    metadata: Path, edition: EditionFiles, found: Matches, collected: dict[str, CollectedPaper]
) -> list[Difference]:
    """All differences, the papers in the order of the metadata."""
    known, _ = read_provenance(metadata)
    lines = found.sure | found.alike
    return [
        each
        for id, paper in edition.known.papers.items()
        if id in lines
        for each in differences(paper, collected[lines[id].where], known, edition.known.faulty.get(id, ()))
    ]


def _write(metadata: Path, edition: EditionFiles, taken: Sequence[Difference], origin: str) -> None:
    values: dict[str, dict[Place, object]] = {}
    for each in taken:
        values.setdefault(each.subject, {}).update(each.values)
    for path, content in list(edited_files(metadata, edition, values, {})):
        write_file(path, content)
    if taken:
        now = edition_files(metadata).known.papers
        note_publishers(metadata, now, [(each.subject, FIELD[each.name]) for each in taken], origin)


def _tell_of_one_side(found: Matches, edition: EditionFiles) -> None:
    """Print what the list or the edition alone has."""
    papers = edition.known.papers
    for id in found.missing:
        print(f'{id}  is not in the list: "{papers[id].title}"')
    for id, line in found.unprinted.items():
        print(f"{id}  is {papers[id].status} here, and in the list: {line.where}")
    for line in found.strange:
        print(f'{line.where}: "{line.title or line.id}" is no paper of the edition')
    for line in found.twice:
        print(f'{line.where}: "{line.title or line.id}" is a second line of a paper')


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = ", ".join(sorted(COLLECTED))
    parser.add_argument("kind", metavar="KIND", choices=sorted(COLLECTED), help=f"whose list it is: {kinds}")
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the list: .csv, .tsv or .xlsx")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument(
        "--take",
        metavar="NAMES",
        type=names_in,
        default=[],
        help=f"what to take over where nobody has edited it here: {', '.join(FIELD)}, or {ALL}",
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
