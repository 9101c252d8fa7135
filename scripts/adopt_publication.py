"""Take the publisher's final pages, DOIs, volume number and ISBN into the metadata, and show every difference first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.adoption.changes import Adoption, adoption
from proceedings.adoption.contradictions import without_contradictions
from proceedings.adoption.listing import LISTS, ListedPaper, read_list
from proceedings.adoption.matching import Matches, matches
from proceedings.bibliography.cited_book import settled
from proceedings.importers.imported import Doubt, SourceError, doubt_lines
from proceedings.intake.metadata_files import MetadataFolderError
from proceedings.paper_table.known import EditionFiles, edited_file, edited_files, edition_files
from proceedings.records.record_files import write_file
from proceedings.reimport.provenance import note_publishers
from proceedings.wording import counted, listed_briefly
from proceedings.yaml.yaml_edit import NoPlaceError

FEW = 3
"""So many of a joint volume's other papers are named."""

STRANGE = "no line of it is a paper of this edition, so it may be another's: say which with EDITION=DIR"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the differences and everything that is unclear, then write what is certain; 1 when something was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", metavar="KIND", choices=sorted(LISTS), help=f"whose it is: {', '.join(sorted(LISTS))}")
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the publisher's list: .csv, .xlsx, .bib or .ris")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("--alike", action="store_true", help="titles that are only alike are the same papers")
    parser.add_argument("--show-only", action="store_true", help="write nothing")
    args = parser.parse_args(argv)
    metadata = args.edition / "metadata"
    try:
        edition = edition_files(metadata)
        listed = read_list(args.source, args.kind)
        found = matches(listed.papers, edition.known.papers)
        if not (found.sure or found.alike or found.unprinted):
            raise SourceError(f"{args.source}: {STRANGE}")
        doubts = list(listed.doubts)
        lines = without_contradictions(found.sure | (found.alike if args.alike else {}), doubts)
        changes = adoption(lines, listed, edition.known.papers, edition.volume)
        files = list(edited_files(metadata, edition, changes.papers, {}))
        if changes.volume:
            path = metadata / "proceedings.yml"
            files.append((path, edited_file(path, changes.volume)))
        if not args.show_only:
            _write(metadata, files, changes, f"{args.kind} list {args.source.name}")
    except (SourceError, MetadataFolderError, NoPlaceError, OSError) as error:
        print(f"adopt: {' '.join(str(error).split())}. Nothing was written.", file=sys.stderr)
        return 1
    for difference in changes.differences:
        print(difference.line)
    if args.kind not in ("csv", edition.volume.publisher):
        doubts.append(Doubt(fact=f"the volume's publisher is {edition.volume.publisher}, and the list {args.kind}'s"))
    doubts += _taken_for_final(lines, edition)
    unclear = list(_unclear(found, edition, alike=args.alike))
    for line in (*doubt_lines(doubts), *unclear):
        print(f"doubt: {line}", file=sys.stderr)
    done = "would change" if args.show_only else "changed"
    print(f"{args.edition}: {counted(len(changes.differences), 'value')} {done}, {counted(len(lines), 'paper')} found")
    accepted = sum(each.status == "accepted" for each in edition.known.papers.values())
    if accepted > len(lines):
        print(
            f"adopt: {counted(accepted - len(lines), 'paper')} of the edition not found for certain in the list, so "
            "this ends as an error until the list has them or ALIKE=yes says that the titles mean them",
            file=sys.stderr,
        )
    return 1 if accepted > len(lines) or found.twice else 0


def _write(metadata: Path, files: Iterable[tuple[Path, bytes]], changes: Adoption, origin: str) -> None:
    for path, content in files:
        write_file(path, content)
    named = [(id, str(at[0])) for id, values in changes.papers.items() for at in values]
    note_publishers(metadata, edition_files(metadata).known.papers, named, origin)


def _taken_for_final(lines: Mapping[str, ListedPaper], edition: EditionFiles) -> Iterator[Doubt]:
    papers = [edition.known.papers[id] for id, line in lines.items() if line.doi is None and line.first is not None]
    for paper in papers:
        if settled(paper.doi) and not paper.published:
            yield Doubt(
                fact="no DOI in the list, so that the one here counts as final", where=f"{paper.id} ({paper.doi})"
            )


def _unclear(found: Matches, edition: EditionFiles, *, alike: bool) -> Iterator[str]:
    papers = edition.known.papers
    for id, line in found.alike.items():
        fate = "taken" if alike else "left out; ALIKE=yes takes it"
        yield f'{line.where}: "{line.title}" is like paper {id}, "{papers[id].title}" ({fate})'
    for id, line in found.unprinted.items():
        fact = f"is paper {id}, which is {papers[id].status} here"
        yield f'{line.where}: "{line.title or line.id}" {fact}, and was left out'
    for line in found.twice:
        yield f'{line.where}: "{line.title or line.id}" is a second line of a paper, and was left out'
    titles = [f'"{line.title or line.id}"' for line in found.strange]
    if edition.volume.part_of and titles:
        lines = counted(len(titles), "line")
        yield f"{lines} of other papers of the joint volume, left out: {listed_briefly(titles, FEW)}"
    else:
        for line, title in zip(found.strange, titles, strict=True):
            yield f"{line.where}: {title} is no paper of the edition, and was left out"
    for id in found.missing:
        yield f'the list has no line of paper {id}, "{papers[id].title}"'


if __name__ == "__main__":
    raise SystemExit(main())
